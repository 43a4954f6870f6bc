"""Discs of every kind of object and encoding: what is not an image in rows is an instance all the same."""

from pydicom.uid import ExplicitVRBigEndian, ImplicitVRLittleEndian

from tests.desktop.disc_kinds import objects
from tests.desktop.disc_kinds.images import dataset, images, written
from tests.desktop.disc_kinds.pressing import Disc, Files, disc, plain


def _beside(name: str, content: bytes) -> Disc:
    """Return a disc of two plain images and one other object."""
    return plain(images=images(2) | {f"DICOM/{name}": content})


def _each(content_of: dict[str, bytes]) -> Files:
    return {f"DICOM/{name}": content for name, content in content_of.items()}


@disc("object kinds", "CT slices")
def ct() -> Disc:
    """Explicit VR little endian, uncompressed: what every scanner can write."""
    return plain(images=images(5))


@disc("object kinds", "enhanced multi-frame")
def enhanced() -> Disc:
    """Four frames in one instance: one image file."""
    return _beside("ENH1", objects.enhanced_multi_frame())


@disc("object kinds", "structured report")
def report() -> Disc:
    """A report as a DICOM object goes along."""
    return _beside("SR1", objects.structured_report())


@disc("object kinds", "encapsulated PDF")
def pdf() -> Disc:
    """A PDF inside DICOM is an instance, no attachment."""
    return _beside("PDF1", objects.encapsulated_pdf())


@disc("object kinds", "presentation state")
def presentation() -> Disc:
    """How the radiologist looked at the images goes along."""
    return _beside("PR1", objects.presentation_state())


@disc("object kinds", "electrocardiogram")
def ecg() -> Disc:
    """A waveform has no pixels and goes along."""
    return _beside("ECG1", objects.electrocardiogram())


@disc("object kinds", "radiotherapy structure set")
def structures() -> Disc:
    """The contours of a radiotherapy plan go along with the images."""
    return _beside("RS1", objects.structure_set())


@disc("object kinds", "private class")
def private() -> Disc:
    """A maker's own object, of a class that is in no standard, goes along."""
    return _beside("PRIV1", objects.private_object())


@disc("object kinds", "raw data")
def raw() -> Disc:
    """What the scanner measured goes along."""
    return _beside("RAW1", objects.raw_data())


@disc("object kinds", "video")
def video() -> Disc:
    """An endoscopy film in MPEG-4 goes along."""
    return _beside("VID1", objects.video())


@disc("object kinds", "big endian")
def big_endian() -> Disc:
    """Explicit VR big endian, retired in 2006 and still on discs."""
    return plain(images=_each({f"BE{n}": written(dataset(n), ExplicitVRBigEndian) for n in (1, 2, 3)}))


@disc("object kinds", "implicit little endian")
def implicit() -> Disc:
    """The default transfer syntax, without value representations."""
    return plain(images=_each({f"ILE{n}": written(dataset(n), ImplicitVRLittleEndian) for n in (1, 2, 3)}))


@disc("object kinds", "deflated")
def deflated() -> Disc:
    """The data set is one deflate stream."""
    return plain(images=_each({f"DFL{n}": objects.deflated(n) for n in (1, 2, 3)}))


@disc("object kinds", "JPEG")
def jpeg() -> Disc:
    """Compressed pixels in fragments."""
    return plain(images=_each({f"JPG{n}": objects.jpeg(n) for n in (1, 2)}))


@disc("object kinds", "without preamble")
def without_preamble() -> Disc:
    """Files that begin with their meta information, without the 128 bytes and the mark."""
    return plain(images=_each({f"NP{n}": written(dataset(n), has_preamble=False) for n in (1, 2, 3)}))


@disc("object kinds", "without preamble and meta information")
def without_meta() -> Disc:
    """Bare data sets, as ACR-NEMA's heirs wrote them."""
    return plain(images=_each({f"BARE{n}": written(dataset(n), has_meta=False) for n in (1, 2, 3)}))


@disc("object kinds", "everything at once")
def everything() -> Disc:
    """One of each in one exam."""
    return plain(images=images(2) | _each({
        "ENH1": objects.enhanced_multi_frame(), "SR1": objects.structured_report(), "PDF1": objects.encapsulated_pdf(),
        "PR1": objects.presentation_state(), "ECG1": objects.electrocardiogram(), "RS1": objects.structure_set(),
        "PRIV1": objects.private_object(), "VID1": objects.video(), "JPG1": objects.jpeg(1),
    }))  # fmt: skip
