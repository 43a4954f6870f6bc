"""An index of which only the name is left is said to be unreadable; anything else called so is what it is."""

import pytest

from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.services.lost_index import as_lost_index
from secondread_desktop.services.ports import Examined
from secondread_desktop.services.sorts import Sort

UNREADABLE = Examined(Sort.INDEX, problem="index_unreadable")


def looked(name, examined):
    return as_lost_index(FoundFile(1, ("CD", name), 10, 1), examined)


@pytest.mark.parametrize("name", ["DICOMDIR", "dicomdir", "DICOMDIR.", "DICOMDIR.;1", "Dicomdir;1"])
@pytest.mark.parametrize("problem", [None, "empty_file", "header_unreadable", "unreadable"])
def test_a_dicomdir_that_holds_nothing_known_is_an_index_that_cannot_be_read(name, problem):
    assert looked(name, Examined(Sort.OTHER, problem=problem)) == UNREADABLE


@pytest.mark.parametrize("sort", [sort for sort in Sort if sort is not Sort.OTHER])
def test_what_is_called_so_and_is_something_else_stays_that(sort):
    assert looked("DICOMDIR", Examined(sort)) == Examined(sort)


@pytest.mark.parametrize("name", ["DICOMDIR.TXT", "DICOM", "MYDICOMDIR"])
def test_other_names_say_nothing(name):
    assert looked(name, Examined(Sort.OTHER)) == Examined(Sort.OTHER)
