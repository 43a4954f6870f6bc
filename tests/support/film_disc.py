"""A disc with a heart that beats: a moving image with marks and two brightnesses, and a film that cannot be played."""

from pathlib import Path

import numpy

from tests.support.image_files import encapsulated, instance

FRAMES, SIDE = 24, 256
_PERSON = {
    "PatientName": "LOPEZ^MARIA", "PatientID": "SR-481516", "PatientBirthDate": "19510303", "PatientSex": "F",
    "StudyInstanceUID": "2.25.801", "StudyDate": "20261020", "StudyDescription": "Heart catheter", "Modality": "XA",
}  # fmt: skip


def make_film_disc(folder: Path) -> Path:
    """Write the disc, and return its folder."""
    folder.mkdir(parents=True)
    told = {"SeriesInstanceUID": "2.25.802", "SeriesDescription": "Left heart", "SeriesNumber": 1}
    (folder / "IM0001").write_bytes(
        instance(
            _beats(),
            **_PERSON,
            **told,
            CineRate=12,
            WindowCenter=[500, 300],
            WindowWidth=[1000, 300],
            WindowCenterWidthExplanation=["VESSELS", "BONE"],
            elements=_marks(),
            SOPInstanceUID="2.25.811",
        )
    )
    told = {"SeriesInstanceUID": "2.25.803", "SeriesDescription": "Ultrasound film", "SeriesNumber": 2}
    colour = numpy.zeros((480, 640, 3), numpy.uint8)
    (folder / "IM0002").write_bytes(
        encapsulated(
            [b"\0\0\0\x18ftypmp42"],
            colour,
            syntax="1.2.840.10008.1.2.4.102",
            **_PERSON,
            **told,
            NumberOfFrames=300,
            CineRate=25,
            SOPInstanceUID="2.25.812",
        )
    )
    return folder


def _beats() -> numpy.ndarray:
    """Return frames of a ring that widens and narrows, over a soft ground."""
    down, right = numpy.mgrid[0:SIDE, 0:SIDE]
    ground = 300 + down // 2 + (right * 3 // 4) % 40
    frames = []
    for number in range(FRAMES):
        radius = 62 + 14 * numpy.sin(2 * numpy.pi * number / FRAMES)
        away = numpy.hypot(down - 132, (right - 128) * 0.8)
        frames.append(ground + 420 * numpy.exp(-(((away - radius) / 9) ** 2)) + 160 * (away < radius))
    return numpy.stack(frames).astype(numpy.uint16)


def _marks() -> dict[int, tuple[str, object]]:
    """Return an overlay: an arrow's shaft and a frame, as a hospital draws them."""
    plane = numpy.zeros((SIDE, SIDE), bool)
    plane[40:42, 30:110] = plane[40:80, 30:32] = plane[78:80, 30:110] = plane[40:80, 108:110] = True
    for step in range(60):
        plane[80 + step // 2 : 82 + step // 2, 110 + step // 2 : 112 + step // 2] = True
    packed = numpy.packbits(plane.ravel(), bitorder="little").tobytes()
    return {
        0x60000010: ("US", SIDE), 0x60000011: ("US", SIDE), 0x60000040: ("CS", "G"), 0x60000050: ("SS", [1, 1]),
        0x60000100: ("US", 1), 0x60000102: ("US", 0), 0x60003000: ("OW", packed),
    }  # fmt: skip
