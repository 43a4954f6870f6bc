"""What lies on real discs beside the images: a viewer, an autorun file, a page, and one report that matters."""

from pathlib import Path

_JUNK = {
    "autorun.inf": b"[autorun]\r\nopen=VIEWER\\VIEWER.EXE\r\nicon=VIEWER\\VIEWER.ICO\r\n",
    "INDEX.HTM": b"<html><body><h1>Your images</h1><a href='VIEWER/HELP.HTML'>Help</a></body></html>\r\n",
    "README.TXT": b"Start VIEWER.EXE if it does not start by itself.\r\n",
    "VIEWER/VIEWER.EXE": b"MZ" + bytes(range(256)) * 64,
    "VIEWER/CODECS.DLL": b"MZ" + bytes(reversed(range(256))) * 32,
    "VIEWER/VIEWER.ICO": b"\x00\x00\x01\x00\x01\x00\x10\x10\x00\x00" + bytes(200),
    "VIEWER/HELP.HTML": b"<html><body>Help</body></html>\r\n",
    "VIEWER/LICENCE.PDF": b"%PDF-1.4\n% the viewer's licence: a document, but nobody's report\n%%EOF\n",
    "VIEWER/SPLASH.PNG": b"\x89PNG\r\n\x1a\n" + bytes(64),
}


def write_junk(folder: Path) -> tuple[Path, ...]:
    """Write a viewer and its like, and return their paths."""
    for name, content in _JUNK.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return tuple(folder / name for name in _JUNK)


def write_report(folder: Path, name: str) -> Path:
    """Write a one-page PDF report and return its path."""
    path = folder / "REPORT" / "REPORT.PDF"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(tiny_pdf(f"Radiology report: {name.replace('^', ', ')}"))
    return path


def tiny_pdf(line: str) -> bytes:
    """Return a valid PDF of one page with one line of text (ISO 32000-1 Annex H.3)."""
    text = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    stream = f"BT /F1 14 Tf 72 720 Td ({text}) Tj ET".encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + table + trailer
