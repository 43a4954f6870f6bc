"""Every screen and state of the real window: each control has a name and is met by Tab, and nothing is cut off."""

import pytest

from tests.support.disc_tour import tour_of_discs
from tests.support.receiver import ReceiverProcess
from tests.support.window_process import screen_for_windows
from tests.support.window_tour import opener, tour

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)
pytestmark = [pytest.mark.system, pytest.mark.timeout(280)]
SIZES = {"100 %": (1080, 720), "a small laptop": (1024, 600), "200 %": (540, 360)}


TOURS = {"a journey": (tour, 21), "discs": (tour_of_discs, 11)}  # and how many states they have


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("of", TOURS)
def test_every_control_has_a_name_is_met_by_tab_and_nothing_is_cut_off(tmp_path, of, language):
    go, expected = TOURS[of]
    receiver = ReceiverProcess(tmp_path / "receiver", demo=True).start()
    faults, states = [], 0
    try:
        with screen_for_windows() as screen:
            for name, window in go(tmp_path, receiver, opener(tmp_path, screen, language=language)):
                states += 1
                found = {"unnamed": window.do("unnamed"), "unreached": window.do("unreached")}
                for size, (width, height) in SIZES.items():
                    window.do("look", False, width, height)
                    window.do("words")  # lets the window lay itself out
                    found[f"cut off at {size}"] = window.do("cut_off")
                window.do("look", True, *SIZES["100 %"])
                found["not dark"] = [window.do("lightness")] if window.do("lightness") > 64 else []
                window.do("look", False, *SIZES["100 %"])
                found["not light"] = [window.do("lightness")] if window.do("lightness") < 192 else []
                faults += [f"{name}, {kind}: {names}" for kind, names in found.items() if names]
    finally:
        receiver.stop()
    assert not faults, "\n".join(["", *faults])
    assert states == expected
