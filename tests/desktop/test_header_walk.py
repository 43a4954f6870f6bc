"""The fast header walk against its oracle: it answers as pydicom does or declines, and nothing hostile holds it up."""

import io
import struct
import time
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import charset, dcmread
from pydicom.data import get_testdata_file
from pydicom.datadict import DicomDictionary
from pydicom.uid import UID_dictionary

from secondread_desktop.adapters import dicom_header
from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.core import header_walk
from secondread_desktop.core.header_layouts import Layouts
from secondread_desktop.core.header_window import FIRST_BYTES, Declined, Why
from secondread_desktop.core.item_walk import ENCODINGS
from secondread_desktop.core.sequence_tags import sequences
from secondread_desktop.services.sorts import Sort
from tests.fuzz.fuzz_header_walk import by_pydicom, by_walk, implicit, implicit_file, items, shortened

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
TEST_FILES = Path(get_testdata_file("CT_small.dcm", download=False)).parents[1]


def plausible_files(*folders):
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                content = path.read_bytes()
                if dicom_header.is_plausible(content[:FIRST_BYTES]):
                    yield path, content


def declined_of(files):
    """Hold the two readers against each other over files; return which the walk declined, and how many there were."""
    declined, count = {}, 0
    for path, content in files:
        count += 1
        try:
            walked = by_walk(content)
        except Declined as why:
            declined[path.name] = why.why
        else:
            assert walked == by_pydicom(content), path
    return declined, count


def test_pydicoms_own_files_are_walked_as_pydicom_reads_them():
    declined, count = declined_of(plausible_files(TEST_FILES))
    print(f"declined {len(declined)} of {count}: {declined}")
    assert count > 180
    assert len(declined) < 50  # they are there because they are odd
    assert set(declined.values()) == {
        Why.CHARACTER_SET, Why.KEY_MISSING, Why.ORDER, Why.TRANSFER_SYNTAX, Why.NO_PREAMBLE, Why.VR, Why.ITEMS,
        Why.META, Why.CUT,
    }  # fmt: skip


def test_the_larger_files_of_pydicom_are_walked_as_pydicom_reads_them():
    store = pytest.importorskip("data_store")
    declined, count = declined_of(plausible_files(Path(store.__file__).parent))
    print(f"declined {len(declined)} of {count}: {declined}")
    assert count > 50
    assert len(declined) < 20


@pytest.mark.real_data
def test_real_images_are_walked_as_pydicom_reads_them_and_hardly_one_is_declined():
    if not DATA.is_dir():
        pytest.skip("the open images are not here")
    declined, count = declined_of(plausible_files(DATA))
    print(f"declined {len(declined)} of {count}: {declined}")
    assert count > 700
    assert len(declined) < count * 0.02


NAMES = [
    "CT_small.dcm", "MR_small.dcm", "MR_small_implicit.dcm", "JPEG-LL.dcm", "reportsi.dcm", "rtplan.dcm", "DICOMDIR",
    "chrFren.dcm", "chrX1.dcm", "SC_rgb_rle_2frame.dcm", "nested_priv_SQ.dcm", "liver_1frame.dcm",
]  # fmt: skip
SEEDS = [shortened(path.read_bytes()) for name in NAMES for path in TEST_FILES.rglob(name)]


@st.composite
def damaged(draw):
    """A file of which bytes in the first KiB or anywhere are flipped, cut, put in, or are another length."""
    content = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(128, 1151) | st.integers(0, 1 << 16)) % len(content)
        kind = draw(st.sampled_from(["flip", "cut", "insert", "length", "length"]))
        if kind == "flip":
            content[place] ^= draw(st.integers(1, 255))
        elif kind == "cut":
            del content[place : place + draw(st.integers(1, 64) | st.just(1 << 20))]
            content += b"" if content else b"\0"
        elif kind == "insert":
            content[place:place] = draw(st.binary(min_size=1, max_size=16))
        else:
            number = draw(st.sampled_from([0, 1, 2, 8, 0xFF, 0xFFFF, 0xFFFFFFFE, 0xFFFFFFFF]) | st.integers(0, 1 << 16))
            width = draw(st.sampled_from([2, 4]))
            content[place : place + width] = (number % (1 << 8 * width)).to_bytes(width, "little")
    return bytes(content)


@given(damaged())
def test_damaged_files_are_walked_as_pydicom_reads_them_or_declined(content):
    try:
        walked = by_walk(content)
    except Declined:
        return
    assert walked == by_pydicom(content)


def element(tag, vr, value, *, length=None):
    """Return an element in explicit VR little endian; tags are written as people do, `00080005`."""
    length = len(value) if length is None else length
    head = struct.pack("<HH", int(tag[:4], 16), int(tag[4:], 16)) + vr
    long = vr in (b"OB", b"OW", b"SQ", b"UN", b"UT")
    return head + (struct.pack("<HI", 0, length) if long else struct.pack("<H", length)) + value


META = bytes(128) + b"DICM" + element("00020000", b"UL", b"\0\0\0\0") + element("00020002", b"UI", b"1.2.840.1\0")
EXPLICIT = META + element("00020010", b"UI", b"1.2.840.10008.1.2.1\0")
IMPLICIT = META + element("00020010", b"UI", b"1.2.840.10008.1.2\0")
KEYS = element("00080016", b"UI", b"1.2.840.1\0") + element("00080018", b"UI", b"1.2.3\0")
STUDY = element("0020000D", b"UI", b"1.2.5\0") + element("0020000E", b"UI", b"1.2.6\0")
SEQUENCE = element("00081140", b"SQ", b"", length=0xFFFFFFFF)
ITEM, ITEM_END, SEQUENCE_END = (struct.pack("<HHI", 0xFFFE, tag, 0) for tag in (0xE000, 0xE00D, 0xE0DD))
OPEN_ITEM = ITEM[:4] + b"\xff" * 4


def both(content):
    """Let both read; return what they agree on, and why the walk declined if it did."""
    told = by_pydicom(content)
    try:
        walked = by_walk(content)
    except Declined as declined:
        return told, declined.why
    assert walked == told
    return told, None


def test_the_smallest_header_is_walked():
    told, why = both(EXPLICIT + KEYS + STUDY)
    assert (told.sort, told.problem, why) == (Sort.INSTANCE, None, None)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (EXPLICIT + KEYS, Why.KEY_MISSING),
        (EXPLICIT + KEYS + KEYS + STUDY, Why.ORDER),
        (EXPLICIT + STUDY + KEYS, Why.ORDER),
        (EXPLICIT + KEYS + STUDY + b"\x28\x00\x10\x00", Why.CUT),
        (EXPLICIT + KEYS + STUDY + element("00280100", b"US", b"\x10\0"), Why.CUT),
        (EXPLICIT + KEYS + STUDY + element("00280010", b"US", b"\1\0"), None),
        (EXPLICIT + KEYS + STUDY + element("00280010", b"US", b"\1"), None),
        (EXPLICIT + KEYS + STUDY + b"\x28\x00\x10\x00OB\0\0", Why.CUT),
        (EXPLICIT + KEYS + STUDY + element("00280010", b"ZZ", b"\1\0\0\0"), Why.VR),
        (EXPLICIT + element("00080005", b"CS", b"ISO 2022 IR 87") + KEYS + STUDY, Why.CHARACTER_SET),
        (EXPLICIT + KEYS + element("00100010", b"PN", b"A\\B ") + STUDY, Why.VALUE),
        (EXPLICIT + KEYS + element("00100010", b"PN", b"A\x1b$B") + STUDY, Why.VALUE),
        (EXPLICIT + KEYS + element("00100010", b"PN", b"A^B==\0 ") + STUDY, None),
        (EXPLICIT + KEYS + element("00100020", b"SH", b"12") + STUDY, Why.VR),
        (EXPLICIT + KEYS + element("00100020", b"LO", b"\xdf" * 5000) + STUDY, Why.VALUE),
        (EXPLICIT + KEYS + SEQUENCE + SEQUENCE_END + STUDY, None),
        (EXPLICIT + KEYS + SEQUENCE + ITEM + OPEN_ITEM + KEYS + ITEM_END + SEQUENCE_END + STUDY, None),
        (EXPLICIT + KEYS + SEQUENCE + OPEN_ITEM + KEYS + SEQUENCE_END + STUDY, Why.ITEMS),
        (EXPLICIT + KEYS + SEQUENCE + ITEM[:4] + b"\x09\0\0\0" + KEYS + SEQUENCE_END + STUDY, Why.ITEMS),
        (META + element("00020010", b"UI", b"1.2.840.10008.1.2.2\0") + KEYS + STUDY, Why.TRANSFER_SYNTAX),
        (META + element("00020010", b"UI", b"1.2.840.10008.1.2.1.99") + KEYS + STUDY, Why.TRANSFER_SYNTAX),
        (META + element("00020010", b"UI", b"1.2.3\0") + KEYS + STUDY, Why.TRANSFER_SYNTAX),
        (IMPLICIT + KEYS + STUDY, Why.VR),
        (META + KEYS + STUDY, Why.META),
        (EXPLICIT[132:] + KEYS + STUDY, Why.NO_PREAMBLE),
        (EXPLICIT + KEYS + element("00091001", b"OB", bytes(90_000)) + STUDY, None),
        (EXPLICIT + KEYS + b"".join(element(f"0009{n:04X}", b"OB", bytes(1 << 15)) for n in range(1600)) + STUDY,
         Why.TOO_LONG),
    ],
)  # fmt: skip
def test_what_is_not_as_it_should_be_is_declined_and_the_rest_agrees(content, why):
    assert both(content)[1] == why


@pytest.mark.parametrize(
    "value", [b"5", b" 5 ", b"+5", b"5.0", b"1_0", b"5 6", b"", b" ", b"1e3", b"inf", b"9" * 10, b"\x005"]
)
def test_a_number_is_what_pydicom_makes_of_it(value):
    both(EXPLICIT + KEYS + STUDY + element("00200013", b"IS", value))


@pytest.mark.parametrize("character_set", sorted(ENCODINGS))
def test_every_byte_of_a_character_set_is_decoded_as_pydicom_decodes_it(character_set):
    front = EXPLICIT + element("00080005", b"CS", character_set) + KEYS
    for byte in range(1, 256):
        both(front + element("00100010", b"PN", b"A" + bytes([byte]) + b"^B") + STUDY)
    name = "Ä".encode(ENCODINGS[character_set], "ignore") + b"^B"
    assert both(front + element("00100010", b"PN", name) + STUDY)[1] is None


def test_the_tables_are_pydicoms():
    assert sequences() == {tag for tag, entry in DicomDictionary.items() if entry[0] == "SQ"}
    assert {charset.python_encoding[name.decode()] for name in ENCODINGS} <= set(charset.python_encoding.values())
    known = {uid for uid, entry in UID_dictionary.items() if entry[1] == "Transfer Syntax"}
    jpeg_xl = {f"1.2.840.10008.1.2.4.{number}" for number in (110, 111, 112)}
    assert known | jpeg_xl >= header_walk._EXPLICIT


def nested(depth):
    return EXPLICIT + KEYS + (SEQUENCE + OPEN_ITEM) * depth + (ITEM_END + SEQUENCE_END) * depth + STUDY


@pytest.mark.parametrize("short_by", range(14))
@pytest.mark.parametrize("syntax", [b"1.2.840.10008.1.2\0", b"1.2.840.10008.1.2.1\0"])
def test_a_group_two_that_fills_the_window_to_its_end_is_walked_or_declined(syntax, short_by):
    front = META + element("00020010", b"UI", syntax)
    front += element("00020102", b"OB", bytes(FIRST_BYTES - len(front) - 12 - short_by))
    both(front)
    for keys in (KEYS + STUDY, implicit_file()[-500:]):
        both(front + keys)
        both(front + element("00020103", b"OB", bytes(300)) + keys)


def test_implicit_sequences_of_undefined_length_are_stepped_over_where_they_are_known_or_private():
    told, why = both(implicit_file())
    assert why is None
    assert (told.header.patient_name, told.header.instance_number) == ("López^María", 7)


@pytest.mark.parametrize("tag", [0x00081152, 0x00081141, 0x00091010])
def test_what_is_no_sequence_by_the_table_or_by_its_looks_is_left_to_pydicom(tag):
    keys = implicit(0x00080016, b"1.2.840.1\0") + implicit(0x00080018, b"1.2.3\0")
    uids = implicit(0x0020000D, b"1.2.4\0") + implicit(0x0020000E, b"1.2.5\0")
    odd = implicit(tag, items() if tag == 0x00091010 else items(b""), length=0xFFFFFFFF)
    assert both(IMPLICIT + keys + odd + uids)[1] is Why.ITEMS


def test_sequences_in_sequences_are_walked_a_sensible_way_down():
    assert both(nested(10)) == (by_pydicom(nested(10)), None)
    assert both(nested(60))[1] is Why.DEPTH


def deflated(content):
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    return META + element("00020010", b"UI", b"1.2.840.10008.1.2.1.99") + packed


HOSTILE = {
    "a deflated bomb of empty items": deflated(KEYS + SEQUENCE + ITEM * 2_000_000),
    "a deflated bomb behind its identifiers": deflated(KEYS + STUDY + element("00221009", b"UT", bytes(80 << 20))),
    "64k sequences in each other": nested(1 << 16),
    "64k sequences in each other without an end": EXPLICIT + KEYS + (SEQUENCE + OPEN_ITEM) * (1 << 16),
    "items without end": EXPLICIT + KEYS + SEQUENCE + ITEM * 200_000,
    "open items without end": EXPLICIT + KEYS + SEQUENCE + (OPEN_ITEM + ITEM_END) * 100_000,
    "empty elements without end": EXPLICIT + KEYS + element("00090000", b"LO", b"") * 100_000,
    "a value of 4 GiB": EXPLICIT + KEYS + element("00091001", b"OB", b"x", length=0xFFFFFFFE) + STUDY,
    "a name of 4 GiB": IMPLICIT + struct.pack("<HHI", 0x0010, 0x0010, 0xFFFFFFFE) + b"x" * 5000,
    "an item of 4 GiB": EXPLICIT + KEYS + SEQUENCE + ITEM[:4] + b"\xfe\xff\xff\xff" + KEYS,
    "a sequence that never ends": EXPLICIT + KEYS + SEQUENCE + OPEN_ITEM + element("00091001", b"OB", bytes(6 << 20)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_header_is_examined_in_bounded_time(name):
    content = HOSTILE[name]
    started = time.process_time()
    examined = FileContents().examine(io.BytesIO(content), size=len(content))
    assert time.process_time() - started < 10
    assert examined == by_pydicom(content)


@pytest.mark.parametrize(
    ("front", "within", "problem"),
    [
        (EXPLICIT, b"", "truncated"),
        (EXPLICIT, SEQUENCE + OPEN_ITEM, "header_unreadable"),
        (EXPLICIT[132:], b"", "truncated"),
        (EXPLICIT[132:], SEQUENCE + OPEN_ITEM, None),  # not marked as DICOM, and not readable as such: another file
    ],
)
def test_no_room_is_made_for_a_length_that_lies(front, within, problem):
    content = front + KEYS + within + element("00091001", b"OB", b"x", length=0xFFFFFFFE) + STUDY
    by_pydicom(content)  # imports what it needs
    tracemalloc.start()
    told, why = both(content)
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()
    assert why is not None
    assert told.problem == problem


def test_a_deflated_file_is_read_as_long_as_it_is_whole():
    content = deflated(KEYS + STUDY + element("7FE00010", b"OW", bytes(1000)))
    examined = by_pydicom(content)
    assert (examined.sort, examined.problem, examined.header.sop_instance_uid) == (Sort.INSTANCE, None, "1.2.3")
    assert by_pydicom(content[:-3]).problem == "damaged"


@pytest.mark.parametrize("front", [EXPLICIT, EXPLICIT[132:]], ids=["with preamble", "without"])
def test_a_long_value_that_is_stepped_over_is_still_known_to_be_cut(front):
    content = front + KEYS + STUDY + element("00420011", b"OB", bytes(3 << 20))
    for whole in (content, content + element("00420012", b"LO", b"text")):
        assert both(whole)[0].problem is None
    assert both(content[:-1])[0].problem == "truncated"


def test_headers_that_resemble_each_other_are_each_read_by_their_own_bytes():
    reader = FileContents()
    for number in range(1, 40):
        for text in (b"", b"HEAD", b"HEAD AND NECK"):
            uid = element("00080016", b"UI", b"1.2.840.1\0") + element("00080018", b"UI", b"1.2.%d" % 3**number)
            other = b"".join(element(f"0018{n:04X}", b"DS", b"1" * (n * number % 7)) for n in range(1, 30))
            content = EXPLICIT + uid + element("0008103E", b"LO", text) + other + STUDY
            content += element("00200013", b"IS", b"%d" % number) + element("7FE00010", b"OW", b"\0\0")
            file = io.BytesIO(content)
            walked = reader.walk(file, file.read(FIRST_BYTES), size=len(content))
            assert walked == by_pydicom(content)
            assert (walked.header.series_description, walked.header.instance_number) == (text.decode(), number)


def test_what_is_remembered_of_headers_is_bounded():
    layouts = Layouts(frozenset())
    for number in range(5000):
        layouts.learn([(struct.pack("<HH2sH", 8, number, b"LO", 0), number, 0)])
    assert len(layouts._runs) <= 1024


def test_a_medium_that_fails_while_a_header_is_walked_is_heard():
    class Failing(io.BytesIO):
        """Fails on any place but its start."""

        def seek(self, place, whence=0):
            raise OSError(5, "scratched")

    content = EXPLICIT + KEYS + element("00091001", b"OB", bytes(90_000)) + STUDY
    with pytest.raises(OSError, match="scratched"):
        FileContents().examine(Failing(content), size=len(content))


@pytest.mark.parametrize("stated", [-1, 1, 100])
def test_a_file_that_is_not_as_long_as_its_system_said_is_left_to_pydicom(stated):
    content = EXPLICIT + KEYS + STUDY
    file = io.BytesIO(content)
    with pytest.raises(Declined):
        FileContents().walk(file, file.read(FIRST_BYTES), size=len(content) + stated)


def test_the_walk_reads_little_of_a_large_file():
    class Counting(io.BytesIO):
        """Counts what is read."""

        taken = 0

        def read(self, size=-1):
            got = super().read(size)
            self.taken += len(got)
            return got

    private = b"".join(element(f"0009{n:04X}", b"OB", bytes(1 << 20)) for n in range(8))
    content = EXPLICIT + KEYS + private + STUDY + element("7FE00010", b"OW", bytes(1 << 20))
    file = Counting(content)
    assert FileContents().examine(file, size=len(content)).sort is Sort.INSTANCE
    assert file.taken <= 10 * FIRST_BYTES


def test_a_real_header_needs_no_pydicom():
    dataset = dcmread(get_testdata_file("CT_small.dcm", download=False))
    examined = by_walk(Path(get_testdata_file("CT_small.dcm", download=False)).read_bytes())
    assert examined.header.patient_name == str(dataset.PatientName)
    assert examined.header.sop_instance_uid == dataset.SOPInstanceUID


def test_an_element_below_a_file_s_own_groups_stands_in_another_s_place_and_is_left_to_pydicom():
    assert both(EXPLICIT + element("00070005", b"LO", b"AB") + KEYS + STUDY)[1] is Why.ORDER
