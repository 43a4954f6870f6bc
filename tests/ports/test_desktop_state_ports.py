"""`Outbox`, `Stock`, `Staging`, `Credentials`: one suite each, in memory and on disk."""

import hashlib
import os
from functools import partial

import pytest

from secondread_desktop.adapters.credentials import CaseCredentials
from secondread_desktop.adapters.outbox import SqliteOutbox, SqliteStock
from secondread_desktop.adapters.outbox_database import OutboxDatabase
from secondread_desktop.adapters.staging import FolderStaging
from secondread_desktop.core.submission import Outcome, Parcel, Plan, Planned, Source, Staged, Submission
from secondread_desktop.errors import ParcelLost
from secondread_shared.manifest import IdentityDecision, ItemKind, SourceProblem
from tests.desktop.desk import CASE, TOKEN
from tests.support.fake_state import MemoryCredentials, MemoryOutbox, MemoryStaging, MemoryStock

OTHER = "d" * 32


def planned(place, name=None):
    parts = (name or f"IM{place}",)
    return Planned(place, 1, parts, 10 * place, 7, ItemKind.INSTANCE, f"IM{place}", sop_instance_uid=f"1.{place}")


def plan(case=CASE, key="k"):
    return Plan(
        submission=Submission(case, key, "https://r.example", IdentityDecision("same")),
        sources=(Source(1, os.fsdecode(b"/disc\xff")),),
        entries=(planned(1), planned(2, os.fsdecode(b"caf\xe9")), planned(3)),
        intake=b"{}",
        problems=(SourceProblem("empty_file", "x"),),
    )


@pytest.fixture(params=["memory", "sqlite"])
def both(request, tmp_path):
    if request.param == "memory":
        outbox = MemoryOutbox()
        yield outbox, partial(MemoryStock, outbox)
        return
    database = OutboxDatabase(tmp_path)
    yield SqliteOutbox(database), partial(SqliteStock, database)
    database.close()


def test_a_plan_is_found_by_case_number_and_key(both):
    outbox, _ = both
    outbox.plan(plan())
    outbox.note_case_number(CASE, "7K3QX-9M2PA")
    found = outbox.find(case=CASE)
    assert outbox.find(case="7K3QX-9M2PA") == outbox.find(key="k") == found
    assert found.case_number == "7K3QX-9M2PA"
    assert outbox.find(case="other") is None
    assert outbox.find(key="other") is None
    assert outbox.find() is None


def test_names_that_are_not_utf8_come_back_as_they_were(both):
    outbox, stock = both
    outbox.plan(plan())
    assert stock(CASE).unstaged() == list(plan().entries)
    assert stock(CASE).sources() == list(plan().sources)


def test_closed_parcels_and_their_entries_appear_together(both):
    outbox, stock = both
    outbox.plan(plan())
    assert stock(CASE).next_ordinals() == (1, 1)
    first = Staged(planned(1), 1, 10, "a" * 64)
    stock(CASE).close_parcel(Parcel(1, 100, "b" * 64), [first])
    assert stock(CASE).staged() == [first]
    assert [entry.place for entry in stock(CASE).unstaged()] == [2, 3]
    assert stock(CASE).next_ordinals() == (2, 2)
    assert stock(CASE).parcel_of(1) == 1
    assert stock(CASE).parcel_of(99) == 0
    assert stock(CASE).parcels() == [Parcel(1, 100, "b" * 64)]


def test_what_is_left_out_counts_no_more_and_is_named_after_the_scans_findings(both):
    outbox, stock = both
    outbox.plan(plan())
    assert stock(CASE).totals() == (3, 60)
    stock(CASE).record_problem(2, "source_vanished")
    assert stock(CASE).totals() == (2, 40)
    assert [entry.place for entry in stock(CASE).unstaged()] == [1, 3]
    assert stock(CASE).problems() == [SourceProblem("empty_file", "x"), SourceProblem("source_vanished", "IM2")]


def test_what_was_left_out_can_be_read_again_and_the_scans_findings_stay(both):
    outbox, stock = both
    outbox.plan(plan())
    stock(CASE).record_problem(2, "source_vanished")
    outbox.read_again(CASE)
    assert [entry.place for entry in stock(CASE).unstaged()] == [1, 2, 3]
    assert stock(CASE).problems() == [SourceProblem("empty_file", "x")]


def test_uploads_are_remembered(both):
    outbox, stock = both
    outbox.plan(plan())
    stock(CASE).close_parcel(Parcel(1, 100, "b" * 64, round=2), [])
    stock(CASE).note_upload(1, url="/files/x", is_sent=True)
    assert stock(CASE).parcels() == [Parcel(1, 100, "b" * 64, 2, "/files/x", is_sent=True)]


def test_effort_adds_up(both):
    outbox, _ = both
    outbox.plan(plan())
    outbox.add_effort(CASE, bytes_sent=5, seconds=1.5)
    outbox.add_effort(CASE, bytes_sent=6, seconds=0.5)
    assert (outbox.find(case=CASE).bytes_sent, outbox.find(case=CASE).seconds) == (11, 2.0)


def test_the_intake_can_be_erased(both):
    outbox, _ = both
    outbox.plan(plan())
    assert outbox.intake(CASE) == b"{}"
    outbox.erase_intake(CASE)
    assert outbox.intake(CASE) is None
    assert outbox.intake(OTHER) is None


def test_rounds_are_counted(both):
    outbox, _ = both
    outbox.plan(plan())
    outbox.note_round(CASE, 2)
    assert outbox.find(case=CASE).round == 2


def test_an_ended_submission_keeps_its_outcome_and_nothing_else(both):
    outbox, stock = both
    outbox.plan(plan())
    outbox.plan(plan(OTHER, "k2"))
    stock(CASE).close_parcel(Parcel(1, 100, "b" * 64), [Staged(planned(1), 1, 10, "a" * 64)])
    outcome = Outcome(CASE, "7K3QX-9M2PA", "received", 1, 1, 0, 10, 20, 1.5)
    assert outbox.outcome(CASE) is None
    outbox.finish(outcome)
    assert outbox.outcome(CASE) == outcome
    assert [submission.case for submission in outbox.pending()] == [OTHER]
    assert outbox.find(key="k").case == CASE
    assert (stock(CASE).parcels(), stock(CASE).staged(), stock(CASE).sources()) == ([], [], [])


def test_a_forgotten_submission_leaves_its_key_free(both):
    outbox, stock = both
    outbox.plan(plan())
    stock(CASE).close_parcel(Parcel(1, 100, "b" * 64), [Staged(planned(1), 1, 10, "a" * 64)])
    outbox.forget(CASE)
    assert outbox.find(case=CASE) is None
    outbox.plan(plan(OTHER, "k"))


@pytest.fixture(params=["memory", "folder"])
def staging(request, tmp_path):
    return MemoryStaging() if request.param == "memory" else FolderStaging(tmp_path / "staging")


def written(staging, ordinal=1, content=b"parcel"):
    file = staging.begin(CASE, ordinal)
    file.write(content)
    size, sha256 = staging.close(CASE, file)
    return Parcel(ordinal, size, sha256)


def test_a_closed_parcel_is_read_as_it_was_written(staging):
    parcel = written(staging)
    assert (parcel.size, parcel.sha256) == (6, hashlib.sha256(b"parcel").hexdigest())
    with staging.open(CASE, parcel) as file:
        assert file.read() == b"parcel"


def test_a_parcel_begun_again_starts_empty(staging):
    with staging.begin(CASE, 1) as file:
        file.write(b"something long that was cut off")
    assert written(staging).size == 6


def test_a_parcel_that_is_missing_or_of_another_size_is_lost(staging):
    parcel = written(staging)
    with pytest.raises(ParcelLost):
        staging.open(CASE, Parcel(2, 6, "x"))
    with pytest.raises(ParcelLost):
        staging.open(CASE, Parcel(1, 7, parcel.sha256))


def test_only_closed_parcels_are_kept(staging):
    first, second = written(staging), written(staging, 2)
    staging.keep_only(CASE, {1})
    staging.open(CASE, first).close()
    with pytest.raises(ParcelLost):
        staging.open(CASE, second)


def test_a_forgotten_case_has_no_parcels(staging):
    parcel = written(staging)
    staging.forget(CASE)
    staging.forget(CASE)
    with pytest.raises(ParcelLost):
        staging.open(CASE, parcel)


def test_a_spool_file_is_written_and_read_back(staging):
    with staging.spool(CASE) as file:
        file.write(b"large")
        file.seek(0)
        assert file.read() == b"large"


class _Ring:
    """A keyring in memory."""

    def __init__(self):
        self.kept = {}

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def delete_password(self, service, username):
        self.kept.pop((service, username), None)


@pytest.fixture(params=["memory", "file", "keyring"])
def credentials(request, tmp_path):
    if request.param == "memory":
        return MemoryCredentials()
    return CaseCredentials(tmp_path / "credentials", _Ring() if request.param == "keyring" else None)


def test_passwords_are_kept_beside_the_token_until_they_are_forgotten(credentials):
    credentials.save(CASE, TOKEN)
    assert credentials.passwords(CASE) == ()
    credentials.save_passwords(CASE, ())
    assert credentials.passwords(CASE) == ()
    credentials.save_passwords(CASE, ["Übung 1", "second\u2603"])
    assert credentials.passwords(CASE) == ("Übung 1", "second\u2603")
    assert credentials.passwords(OTHER) == ()
    credentials.forget_passwords(CASE)
    assert (credentials.passwords(CASE), credentials.read(CASE)) == ((), TOKEN)
    credentials.save_passwords(CASE, ["again"])
    credentials.forget(CASE)
    assert (credentials.passwords(CASE), credentials.read(CASE)) == ((), None)


def test_a_token_is_kept_until_it_is_forgotten(credentials):
    assert credentials.read(CASE) is None
    credentials.save(CASE, TOKEN)
    assert credentials.read(CASE) == TOKEN
    assert credentials.read(OTHER) is None
    credentials.forget(CASE)
    credentials.forget(CASE)
    assert credentials.read(CASE) is None
