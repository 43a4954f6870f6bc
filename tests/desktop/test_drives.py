"""What the three systems say of their drives, as recorded, and what a person is offered of it."""

import plistlib
import sys
from pathlib import Path

import pytest

from secondread_desktop.adapters.drives import Background, LinuxDrives, MacDrives, run
from secondread_desktop.adapters.drives_windows import WindowsDrives
from secondread_desktop.core.drives import (
    Drive,
    DriveKind,
    WindowsVolume,
    drive_of,
    from_macos,
    from_mountinfo,
    from_windows,
    taken_out,
)
from secondread_desktop.errors import EjectRefused
from tests.support.fake_drives import FakeDrives

DISC, STICK, IMAGE, NETWORK, INTERNAL = DriveKind

UBUNTU = r"""
24 31 0:22 / /sys rw,nosuid,nodev,noexec,relatime shared:7 - sysfs sysfs rw
25 31 0:23 / /proc rw,nosuid,nodev,noexec,relatime shared:14 - proc proc rw
31 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw,errors=remount-ro
52 31 7:0 / /snap/core22/1033 ro,nodev,relatime shared:29 - squashfs /dev/loop0 ro,errors=continue
53 31 7:3 / /snap/firefox/3600 ro,nodev,relatime shared:30 - squashfs /dev/loop3 ro,errors=continue
60 31 259:1 / /boot/efi rw,relatime shared:33 - vfat /dev/nvme0n1p1 rw,fmask=0077
61 31 259:2 /var/lib/data /srv/data rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
88 27 0:50 / /run/user/1000/gvfs rw,nosuid,nodev,relatime shared:300 - fuse.gvfsd-fuse gvfsd-fuse rw,user_id=1000
412 31 11:0 / /media/maria/RIVERSIDE\040CT ro,nosuid,nodev,relatime shared:400 - iso9660 /dev/sr0 ro,uid=1000
413 31 11:1 / /run/media/maria/DVD\0402026 ro,nosuid,nodev,relatime shared:401 - udf /dev/sr1 ro,uid=1000
420 31 8:17 / /media/maria/USB\134DISK rw,nosuid,nodev,relatime shared:402 - vfat /dev/sdb1 rw,uid=1000
421 31 8:33 / /media/maria/Große\040Platte rw,nosuid,nodev,relatime shared:403 - exfat /dev/sdc1 rw,uid=1000
422 31 8:49 / /media/maria/disk rw,nosuid,nodev,relatime shared:404 - ntfs3 /dev/sdd1 rw,uid=1000
423 31 8:5 / /media/maria/Windows rw,nosuid,nodev,relatime shared:405 - fuseblk /dev/sda5 rw,user_id=0
424 31 7:9 / /media/maria/Exam\040image ro,nosuid,nodev,relatime shared:406 - udf /dev/loop9 ro,uid=1000
425 31 8:65 / /media/maria/UBUNTU_24 ro,nosuid,nodev,relatime shared:407 - iso9660 /dev/sde1 ro,uid=1000
426 31 0:60 / /mnt/archive rw,relatime shared:408 - nfs4 server:/archive rw,vers=4.2
427 31 0:61 / /mnt/clinic rw,relatime shared:409 - cifs //clinic/images rw,vers=3.1.1
428 31 11:0 / /mnt/again ro,relatime shared:410 - iso9660 /dev/sr0 ro
broken line
"""


def test_linuxs_mount_table_is_sorted_into_media():
    drives = from_mountinfo(UBUNTU, removable=frozenset({"sdb1", "sdc1", "sdd1", "sde1"}))
    assert [(drive.kind, drive.root, drive.label) for drive in drives] == [
        (INTERNAL, "/", ""),
        (INTERNAL, "/boot/efi", ""),
        (DISC, "/media/maria/RIVERSIDE CT", "RIVERSIDE CT"),
        (DISC, "/run/media/maria/DVD 2026", "DVD 2026"),
        (STICK, "/media/maria/USB\\DISK", "USB\\DISK"),
        (STICK, "/media/maria/Große Platte", "Große Platte"),
        (STICK, "/media/maria/disk", ""),
        (INTERNAL, "/media/maria/Windows", "Windows"),
        (IMAGE, "/media/maria/Exam image", "Exam image"),
        (STICK, "/media/maria/UBUNTU_24", "UBUNTU_24"),
        (NETWORK, "/mnt/archive", "archive"),
        (NETWORK, "/mnt/clinic", "clinic"),
    ]


def test_only_what_can_be_taken_out_is_offered_discs_first():
    drives = taken_out(from_mountinfo(UBUNTU, removable=frozenset({"sdb1"})))
    assert [drive.kind for drive in drives] == [DISC, DISC, STICK, IMAGE, IMAGE]


def test_a_path_is_on_the_innermost_medium():
    drives = from_mountinfo(UBUNTU)
    assert drive_of("/media/maria/RIVERSIDE CT/DICOM", drives).device == "/dev/sr0"
    assert drive_of("/media/maria/RIVERSIDE CT", drives).device == "/dev/sr0"
    assert drive_of("/media/maria/RIVERSIDE CT2", drives).root == "/"
    assert drive_of("D:\\DICOM", (Drive(DISC, "D:\\"),)).root == "D:\\"
    assert drive_of("/anywhere", ()) is None


def test_windows_letters_are_sorted_into_media():
    volumes = [
        WindowsVolume("C:\\", 3, "NTFS", "Windows", 17),
        WindowsVolume("D:\\", 5, "CDFS", "RIVERSIDE_CT ", 3),
        WindowsVolume("E:\\", 5),  # an empty drive
        WindowsVolume("F:\\", 2, "exFAT", "", 7),
        WindowsVolume("G:\\", 3, "NTFS", "Backup", 7),  # a disk on a cable says that it is fixed
        WindowsVolume("H:\\", 5, "UDF", "EXAM", 15),  # an image that Explorer opened
        WindowsVolume("I:\\", 2),  # a card reader without a card
        WindowsVolume("Z:\\", 4),
        WindowsVolume("R:\\", 6, "FAT32", "RAMDISK"),
    ]
    assert [(drive.kind, drive.root, drive.label) for drive in from_windows(volumes)] == [
        (INTERNAL, "C:\\", "Windows"),
        (DISC, "D:\\", "RIVERSIDE_CT"),
        (STICK, "F:\\", ""),
        (STICK, "G:\\", "Backup"),
        (IMAGE, "H:\\", "EXAM"),
        (NETWORK, "Z:\\", ""),
    ]


MACOS = [
    {"MountPoint": "/", "VolumeName": "Macintosh HD", "FilesystemType": "apfs", "BusProtocol": "Apple Fabric",
     "Internal": True, "SystemImage": False, "Ejectable": False, "DeviceNode": "/dev/disk3s1s1"},
    {"MountPoint": "/Volumes/RIVERSIDE_CT", "VolumeName": "RIVERSIDE_CT", "FilesystemType": "cd9660",
     "BusProtocol": "USB", "OpticalMediaType": "CD-R", "Ejectable": True, "DeviceNode": "/dev/disk4s0"},
    {"MountPoint": "/Volumes/EXAM 2", "VolumeName": "EXAM 2", "FilesystemType": "udf", "BusProtocol": "USB",
     "Internal": False, "RemovableMedia": True, "DeviceNode": "/dev/disk5"},
    {"MountPoint": "/Volumes/STICK", "VolumeName": "STICK", "FilesystemType": "msdos", "BusProtocol": "USB",
     "RemovableMedia": True, "Ejectable": True, "DeviceNode": "/dev/disk6s1"},
    {"MountPoint": "/Volumes/Exam", "VolumeName": "Exam", "FilesystemType": "cd9660", "BusProtocol": "Disk Image",
     "Ejectable": True, "DeviceNode": "/dev/disk7"},
    {"MountPoint": "/Volumes/clinic", "VolumeName": "clinic", "FilesystemType": "smbfs"},
    {"VolumeName": "Recovery", "FilesystemType": "apfs", "BusProtocol": "Apple Fabric"},
]  # fmt: skip


def test_macos_volumes_are_sorted_into_media():
    assert [(drive.kind, drive.root) for drive in from_macos(MACOS)] == [
        (INTERNAL, "/"),
        (DISC, "/Volumes/RIVERSIDE_CT"),
        (DISC, "/Volumes/EXAM 2"),
        (STICK, "/Volumes/STICK"),
        (IMAGE, "/Volumes/Exam"),
        (NETWORK, "/Volumes/clinic"),
    ]


class Programs:
    """Programs of a system: `there` are those that work."""

    def __init__(self, *there, answers=None):
        self.there, self.ran, self.answers = there, [], answers or {}

    def __call__(self, command):
        self.ran.append(" ".join(command))
        if command[-1] in self.answers:
            return self.answers[command[-1]]
        if command[0] not in self.there:
            raise FileNotFoundError
        return b""


def linux(tmp_path, *, programs=None, text=UBUNTU):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(text, encoding="utf-8")
    stick = tmp_path / "devices" / "usb3" / "block" / "sdb" / "sdb1"
    card = tmp_path / "devices" / "pci" / "block" / "sdc" / "sdc1"
    for place, flag in ((stick, "0"), (card, "1"), (tmp_path / "devices" / "sata" / "block" / "sda" / "sda5", "0")):
        place.mkdir(parents=True)
        (place.parent / "removable").write_text(flag)
        (tmp_path / "class").mkdir(exist_ok=True)
        (tmp_path / "class" / place.name).symlink_to(place)
    return LinuxDrives(run=programs or Programs(), mounts=mounts, block_class=tmp_path / "class")


def test_linux_knows_a_stick_by_its_flag_or_by_its_bus(tmp_path):
    kinds = {drive.device: drive.kind for drive in linux(tmp_path).now()}
    assert (kinds["/dev/sdb1"], kinds["/dev/sdc1"], kinds["/dev/sda5"]) == (STICK, STICK, INTERNAL)


def test_a_table_that_cannot_be_read_has_no_media(tmp_path):
    assert LinuxDrives(mounts=tmp_path / "none").now() == ()
    assert MacDrives(volumes=tmp_path / "none").now() == ()


@pytest.mark.skipif(sys.platform != "linux", reason="its own table")
def test_this_computers_own_table_is_read():
    assert {drive.kind for drive in LinuxDrives().now()} <= set(DriveKind)


@pytest.mark.parametrize(
    ("kind", "there", "last"),
    [
        (DISC, ("gio",), "gio mount -e /media/d"),
        (DISC, ("eject",), "eject /dev/x1"),
        (STICK, ("udisksctl",), "udisksctl power-off --no-user-interaction -b /dev/x1"),
        (IMAGE, ("udisksctl",), "udisksctl unmount --no-user-interaction -b /dev/x1"),
    ],
)
def test_linux_ejects_by_whichever_tool_there_is(tmp_path, kind, there, last):
    programs = Programs(*there)
    linux(tmp_path, programs=programs).eject(Drive(kind, "/media/d", device="/dev/x1"))
    assert programs.ran[-1] == last


def test_macos_asks_diskutil_once_for_the_same_volumes_and_ejects_by_it(tmp_path):
    for volume in MACOS[1:3]:
        (tmp_path / volume["VolumeName"]).mkdir()
    answers = {str(tmp_path / volume["VolumeName"]): plistlib.dumps(volume) for volume in MACOS[1:3]}
    programs = Programs("diskutil", answers=answers)
    drives = MacDrives(run=programs, volumes=tmp_path)
    assert sorted(drive.label for drive in drives.now()) == ["EXAM 2", "RIVERSIDE_CT"]
    assert drives.now() == drives.now()
    assert len(programs.ran) == 2
    drives.eject(Drive(DISC, "/Volumes/EXAM 2"))
    assert programs.ran[-1] == "diskutil eject /Volumes/EXAM 2"


def test_a_tool_that_says_no_is_a_refusal():
    with pytest.raises(OSError, match=r"^$"):
        run([sys.executable, "-c", "raise SystemExit(1)"])
    with pytest.raises(FileNotFoundError):
        run(["/no/such/tool"])
    assert run([sys.executable, "-c", "print('x', end='')"]) == b"x"


class Kernel:
    """The few functions of kernel32 that are used, with one disc in D."""

    def __init__(self, *, refused=None):
        self.refused, self.controls, self.closed = refused, [], 0

        def create(path, *_more):
            return 7 if path == "\\\\.\\D:" else None

        self.CreateFileW = create

    def SetErrorMode(self, _mode):  # noqa: N802
        return 0

    def GetLogicalDrives(self):  # noqa: N802
        return 0b11101

    def GetDriveTypeW(self, root):  # noqa: N802
        return {"C:\\": 3, "D:\\": 5, "E:\\": 4}[root]

    def GetVolumeInformationW(self, root, label, _size, _serial, _longest, _flags, files, _room):  # noqa: N802
        label.value, files.value = ("RIVERSIDE", "CDFS") if root == "D:\\" else ("", "NTFS")
        return 1

    def DeviceIoControl(self, _handle, code, _given, _count, answer, room, used, _overlapped):  # noqa: N802
        self.controls.append(code)
        if room:
            answer[:32] = bytes(28) + (3).to_bytes(4, "little")
            used._obj.value = 32
        return code != self.refused

    def CloseHandle(self, _handle):  # noqa: N802
        self.closed += 1


def test_windows_drives_are_asked_by_its_own_functions():
    drives = WindowsDrives(Kernel()).now()
    assert [(drive.kind, drive.root, drive.label) for drive in drives] == [
        (INTERNAL, "C:\\", ""), (DISC, "D:\\", "RIVERSIDE"), (NETWORK, "E:\\", ""),
    ]  # fmt: skip


def test_windows_locks_dismounts_and_ejects():
    kernel = Kernel()
    WindowsDrives(kernel).eject(Drive(DISC, "D:\\"))
    assert kernel.controls == [0x00090018, 0x00090020, 0x002D4804, 0x002D4808]
    assert kernel.closed == 1
    with pytest.raises(EjectRefused):
        WindowsDrives(Kernel(refused=0x00090018)).eject(Drive(DISC, "D:\\"))
    with pytest.raises(EjectRefused):
        WindowsDrives(Kernel()).eject(Drive(DISC, "Q:\\"))


def test_drives_that_answer_slowly_are_asked_aside():
    import threading

    asked, let_go = threading.Event(), threading.Event()

    class Slow(FakeDrives):
        def now(self):
            asked.set()
            let_go.wait(10)
            return super().now()

    drives = Background(Slow((Drive(DISC, "D:\\"),)))
    assert drives.now() == ()
    assert asked.wait(10)
    assert drives.now() == ()
    let_go.set()
    end = threading.Event()
    while not drives.now() and not end.wait(0.01):
        pass
    assert drives.now() == (Drive(DISC, "D:\\"),)


STUCK = Drive(DISC, "/media/maria/RIVERSIDE CT", "RIVERSIDE CT", "/dev/sr0")


@pytest.fixture(params=["fake", "linux"])
def drives(request, tmp_path):
    """One suite for `drive_ports.Drives`: a disc that the system does not let go of."""
    return FakeDrives((STUCK,), stuck={STUCK.root}) if request.param == "fake" else linux(tmp_path)


def test_what_is_not_let_go_of_is_refused_and_still_there(drives):
    with pytest.raises(EjectRefused):
        drives.eject(STUCK)
    assert STUCK in drives.now()
    assert Path(STUCK.root).name == STUCK.label
