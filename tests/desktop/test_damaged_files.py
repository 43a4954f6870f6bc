"""Files that end too soon, have holes, or never end: each is noticed, and none takes for ever."""

import io

import pytest

from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.services.sorts import Sort
from secondread_shared.person_names import UNREADABLE
from tests.desktop.disc_kinds import objects
from tests.desktop.disc_kinds.images import dataset, image, written

ENDLESS = b"\x08\x00\x40\x11SQ\x00\x00\xff\xff\xff\xff" + b"\xfe\xff\x00\xe0\x00\x00\x00\x00" * 3000


def examine(content):
    return FileContents().examine(io.BytesIO(content), size=len(content))


def ends_of_elements(content):
    """Return where one element ends and the next begins: a file cut just there, without pixels, looks whole."""
    from pydicom.filereader import dcmread

    made = dcmread(io.BytesIO(content))
    return {made.get_item(tag).value_tell + made.get_item(tag).length for tag in sorted(made.keys())}


def test_an_image_that_is_cut_anywhere_behind_its_exam_is_noticed():
    content = image()
    after = content.index(b"\x28\x00\x00\x01US")  # Bits Allocated (0028,0100)
    silent = [cut for cut in range(200, len(content)) if examine(content[:cut]).problem is None]
    assert [cut for cut in silent if cut > after] == []
    assert set(silent) <= ends_of_elements(content)


@pytest.mark.parametrize("make", [objects.presentation_state, objects.private_object])
def test_what_has_no_pixels_is_whole_only_where_an_element_ends(make):
    content = make()
    silent = {cut for cut in range(200, len(content)) if examine(content[:cut]).problem is None}
    assert silent <= ends_of_elements(content)
    assert examine(content).problem is None


@pytest.mark.parametrize("make", [objects.video, lambda: objects.jpeg(1)])
def test_a_stream_of_fragments_is_whole_with_its_last_byte_only(make):
    content = make()
    assert examine(content).problem is None
    assert all(examine(content[:cut]).problem == "truncated" for cut in range(len(content) - 400, len(content)))


def test_half_a_name_is_no_name():
    content = image()
    place = content.index(b"LOPEZ^MARIA")
    examined = examine(content[: place + 7])
    assert (examined.problem, examined.header.patient_name) == ("truncated", UNREADABLE)


def test_zeros_in_the_place_of_elements_are_noticed():
    content = image()
    examined = examine(content[:700] + bytes(len(content) - 700))
    assert (examined.sort, examined.problem) == (Sort.INSTANCE, "damaged")


def test_an_image_whose_pixels_lie_elsewhere_is_whole():
    made = dataset(1, PixelData=None, PixelDataProviderURL="https://images.example.org/1")
    assert examine(written(made)).problem is None


@pytest.mark.parametrize("cut", [600, 900, 1100])
def test_a_deflated_image_that_is_cut_is_an_image_all_the_same(cut):
    examined = examine(objects.deflated(1)[:cut])
    assert (examined.sort, examined.problem) == (Sort.INSTANCE, "damaged")
    assert examined.header.patient_name == "LOPEZ^MARIA"


def test_items_without_end_end():
    content = image()
    place = content.index(b"\x10\x00\x10\x00PN")
    assert examine(content[:place] + ENDLESS + content[place:]).problem == "header_unreadable"
