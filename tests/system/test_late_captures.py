"""A receiver that is killed between the decision and the capture takes the money at its next start, and once."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.case_records import CaseRecords
from secondread_server.adapters.database.engine import make_engine
from secondread_server.core.case import CaseEvent
from tests.support.card_page import authorise
from tests.support.case_client import CaseClient, make_parcel
from tests.support.receiver import ReceiverProcess, wait_until

pytestmark = pytest.mark.system


def test_a_kill_between_the_decision_and_the_capture(tmp_path: Path) -> None:
    receiver = ReceiverProcess(tmp_path / "data", demo=True).start()
    engine = make_engine(f"sqlite:///{receiver.data / 'secondread.sqlite'}")
    try:
        client = sent(receiver)
        receiver.kill()
        CaseRecords(engine).move(client.case, CaseEvent.ACCEPTED)  # the last that the dead process had written down
        for _ in range(2):
            receiver.start()
            wait_until(lambda: client.view()["payment_state"] == "captured", what="the capture")
            receiver.kill()
        with engine.connect() as connection:
            books = connection.execute(sa.select(schema.simulated_cards.c.state, schema.simulated_cards.c.capture_key))
            assert [tuple(row) for row in books] == [("captured", f"capture:{client.case}")]
    finally:
        engine.dispose()
        receiver.stop()


def sent(receiver: ReceiverProcess) -> CaseClient:
    """Send a case whole, with an authorised card; return its client."""
    client, files = CaseClient(receiver.url), [b"an image" * 500]
    client.open()
    assert client.put_intake().status_code == 200
    authorise(client.api("PUT", "/payment").json()["url"])
    parcel = make_parcel(client.case, {1: files[0]})
    client.upload(parcel)
    assert client.put_manifest(files).status_code == 200
    assert client.complete([parcel]).status_code == 202
    wait_until(lambda: client.view()["state"] == "received", what="received")
    return client
