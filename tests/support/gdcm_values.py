"""What gdcm decodes of files, one `.raw` each and a line of JSON: run apart, for some files end it.

`python gdcm_values.py TARGET FILE...` begins at the first file that has no line yet.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy

KINDS = {
    "UINT8": "u1", "INT8": "i1", "UINT16": "<u2", "INT16": "<i2", "UINT12": "<u2", "INT12": "<i2", "UINT32": "<u4",
    "INT32": "<i4", "FLOAT32": "<f4", "FLOAT64": "<f8",
}  # fmt: skip


@dataclass(frozen=True)
class Decoded:
    """The first frame, rows and columns and samples, in the colours that it is stored in."""

    values: numpy.ndarray
    photometric: str


def decoded_by_gdcm(files: list[Path], target: Path) -> dict[Path, Decoded]:
    """Return what gdcm makes of those files that it can read."""
    told: dict[Path, Decoded] = {}
    left = list(files)
    while left:
        command = [sys.executable, str(Path(__file__)), str(target), *map(str, left)]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=300, check=False)
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"place"')]
        for line in lines:
            if line.get("kind") in KINDS:
                told[left[line["place"]]] = _decoded(line, target / line["raw"])
        left = left[len(lines) + 1 :] if done.returncode else []
    return told


def _decoded(line: dict, raw: Path) -> Decoded:
    samples, rows, columns = line["samples"], line["rows"], line["columns"]
    values = numpy.frombuffer(raw.read_bytes(), KINDS[line["kind"]])[: rows * columns * samples]
    raw.unlink()
    if samples == 1:
        return Decoded(values.reshape(rows, columns), line["photometric"])
    shaped = values.reshape(samples, rows, columns) if line["planar"] else values.reshape(rows, columns, samples)
    return Decoded(numpy.moveaxis(shaped, 0, 2) if line["planar"] else shaped, line["photometric"])


def _tell(place: int, path: str, target: Path) -> dict:
    import gdcm

    reader = gdcm.ImageReader()
    reader.SetFileName(path)
    if not reader.Read():
        return {}
    image = reader.GetImage()
    format_of, content = image.GetPixelFormat(), image.GetBuffer()
    if content is None:
        return {}
    raw = target / f"{place}.raw"
    raw.write_bytes(content.encode("utf-8", "surrogateescape"))
    return {
        "raw": raw.name, "kind": format_of.GetScalarTypeAsString(), "samples": format_of.GetSamplesPerPixel(),
        "columns": image.GetDimension(0), "rows": image.GetDimension(1), "planar": image.GetPlanarConfiguration(),
        "photometric": str(image.GetPhotometricInterpretation()).strip(),
    }  # fmt: skip


if __name__ == "__main__":
    for place, path in enumerate(sys.argv[2:]):
        print(json.dumps({"place": place} | _tell(place, path, Path(sys.argv[1]))), flush=True)
