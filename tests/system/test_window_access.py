"""Every control of every screen and state of the real window has a name for screen readers and is met by Tab."""

import pytest

from tests.support.receiver import ReceiverProcess
from tests.support.window_process import screen_for_windows
from tests.support.window_tour import opener, tour

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)
pytestmark = [pytest.mark.system, pytest.mark.timeout(280)]
STATES = 19


def test_every_control_has_a_name_and_is_met_by_tab(tmp_path):
    receiver = ReceiverProcess(tmp_path / "receiver", demo=True).start()
    faults, states = {}, 0
    try:
        with screen_for_windows() as screen:
            for name, window in tour(tmp_path, receiver, opener(tmp_path, screen)):
                states += 1
                found = {"unnamed": window.do("unnamed"), "unreached": window.do("unreached")}
                faults |= {f"{name}: {kind}": names for kind, names in found.items() if names}
    finally:
        receiver.stop()
    assert faults == {}
    assert states == STATES
