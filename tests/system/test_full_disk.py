"""A full disk at the receiver: 507, the upload stays as it was, and goes on once there is room."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.case_client import CaseClient
from tests.support.receiver import ReceiverProcess, wait_until

Start = Callable[..., ReceiverProcess]
pytestmark = pytest.mark.system


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 24 MiB."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a small file system")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_answers_507_and_the_upload_goes_on_when_there_is_room(
    small_disk: Path, start_receiver: Start
) -> None:
    receiver = start_receiver(small_disk / "data", settings="limits.keep_free_bytes = 0")
    client = CaseClient(receiver.url).begin()
    parcel = os.urandom(12 << 20)
    location = client.create_upload(parcel).headers["Location"]
    file = receiver.data / "uploads" / location.rpartition("/")[2]
    ballast = small_disk / "ballast"
    free = os.statvfs(small_disk)
    ballast.write_bytes(bytes(free.f_bavail * free.f_frsize - (4 << 20)))
    full = client.patch(location, parcel, offset=0)
    assert (full.status_code, full.json()["code"]) == (507, "storage_full")
    kept = file.stat().st_size
    assert file.read_bytes() == parcel[:kept]
    head = client.call("HEAD", location, headers={"Tus-Resumable": "1.0.0"})
    assert head.headers["Upload-Offset"] == str(kept)
    other = CaseClient(receiver.url)
    ballast.unlink()
    rest = client.patch(location, parcel[kept:], offset=kept)
    assert rest.status_code == 204
    assert file.read_bytes() == parcel
    assert other.open().status_code == 201


def test_a_disk_below_its_watermark_takes_no_new_case_but_finishes_old_ones(
    small_disk: Path, start_receiver: Start
) -> None:
    receiver = start_receiver(small_disk / "data", settings="limits.keep_free_bytes = 8388608")
    client = CaseClient(receiver.url).begin()
    parcel = os.urandom(100_000)
    location = client.create_upload(parcel).headers["Location"]
    free = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(bytes(free.f_bavail * free.f_frsize - (6 << 20)))
    refused = CaseClient(receiver.url).open()
    assert (refused.status_code, refused.json()["code"]) == (507, "storage_full")
    assert int(refused.headers["Retry-After"]) > 0
    assert client.patch(location, parcel, offset=0).status_code == 204
    wait_until(lambda: client.view()["state"] == "uploading")
