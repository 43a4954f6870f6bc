"""Windows' drives by its own functions: GetDriveTypeW, GetVolumeInformationW, and DeviceIoControl to eject."""

import ctypes
import string
import struct
from typing import Any

from secondread_desktop.core.drives import Drive, WindowsVolume, from_windows
from secondread_desktop.errors import EjectRefused

_QUIET = 0x0001 | 0x8000  # SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX: no box for an empty drive
_NETWORK = 4
_READ, _SHARED, _EXISTING = 0x80000000, 0x3, 3
_LOCK, _DISMOUNT, _ALLOW, _EJECT = 0x00090018, 0x00090020, 0x002D4804, 0x002D4808  # FSCTL_ and IOCTL_STORAGE_
_QUERY = 0x002D1400  # IOCTL_STORAGE_QUERY_PROPERTY
_BUS_PLACE = 28  # BusType in STORAGE_DEVICE_DESCRIPTOR
_NAME = 261


class WindowsDrives:
    """See `drive_ports.Drives`. `kernel` is kernel32."""

    def __init__(self, kernel: Any = None) -> None:
        self._kernel = ctypes.WinDLL("kernel32", use_last_error=True) if kernel is None else kernel  # type: ignore[attr-defined,unused-ignore]
        self._kernel.CreateFileW.restype = ctypes.c_void_p

    def now(self) -> tuple[Drive, ...]:
        """Return the media that can be read now. The two letters of old floppy drives are passed over."""
        self._kernel.SetErrorMode(_QUIET)
        letters = self._kernel.GetLogicalDrives()
        there = [letter for place, letter in enumerate(string.ascii_uppercase) if letters >> place & 1]
        return from_windows([self._volume(f"{letter}:\\") for letter in there if letter not in "AB"])

    def eject(self, drive: Drive) -> None:
        """Let a medium go. Raises `EjectRefused` while another program uses it."""
        handle = self._opened(drive.root, access=_READ)
        if handle is None:
            raise EjectRefused
        try:
            steps = ((_LOCK, b""), (_DISMOUNT, b""), (_ALLOW, b"\0"), (_EJECT, b""))
            if not all(self._control(handle, code, given) is not None for code, given in steps):
                raise EjectRefused
        finally:
            self._kernel.CloseHandle(ctypes.c_void_p(handle))

    def _volume(self, root: str) -> WindowsVolume:
        kind = self._kernel.GetDriveTypeW(root)
        if kind == _NETWORK:  # one that is away answers after half a minute
            return WindowsVolume(root, kind)
        label, files = ctypes.create_unicode_buffer(_NAME), ctypes.create_unicode_buffer(_NAME)
        is_there = self._kernel.GetVolumeInformationW(root, label, _NAME, None, None, None, files, _NAME)
        if not is_there:
            return WindowsVolume(root, kind)
        return WindowsVolume(root, kind, files.value, label.value, self._bus(root))

    def _bus(self, root: str) -> int:
        handle = self._opened(root, access=0)
        if handle is None:
            return 0
        try:
            told = self._control(handle, _QUERY, struct.pack("<LLL", 0, 0, 0), room=1024) or b""
            return int.from_bytes(told[_BUS_PLACE : _BUS_PLACE + 4], "little")
        finally:
            self._kernel.CloseHandle(ctypes.c_void_p(handle))

    def _opened(self, root: str, *, access: int) -> int | None:
        handle = self._kernel.CreateFileW(f"\\\\.\\{root[:2]}", access, _SHARED, None, _EXISTING, 0, None)
        return None if handle in (None, ctypes.c_void_p(-1).value) else int(handle)

    def _control(self, handle: int, code: int, given: bytes, *, room: int = 0) -> bytes | None:
        answer, used = ctypes.create_string_buffer(max(room, 1)), ctypes.c_ulong()
        is_done = self._kernel.DeviceIoControl(
            ctypes.c_void_p(handle), code, given or None, len(given), answer, room, ctypes.byref(used), None
        )
        return answer.raw[: used.value] if is_done else None
