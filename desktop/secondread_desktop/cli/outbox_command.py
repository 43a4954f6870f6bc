"""`secondread outbox`."""

import argparse
import threading
from typing import Any

from secondread_desktop.cli import exits
from secondread_desktop.cli.console import Console
from secondread_desktop.core.submission import Submission
from secondread_desktop.services.cancel import cancel
from secondread_desktop.services.collaborators import Collaborators
from secondread_desktop.services.parts import Parts, State
from secondread_desktop.ui.texts import counted


def run_outbox(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    """List the cases that are not finished, or cancel one."""
    return (
        _run_list(options, parts, console=console)
        if options.action == "list"
        else _run_cancel(options, parts, console=console)
    )


def _run_list(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    with parts.read_state(options.state or parts.default_state()) as state:
        rows = [_row(submission, state) for submission in state.outbox.pending()]
    lines = [
        f"{row['case_number'] or row['case']}: {row['parcels_sent']} of {counted(row['parcels'], 'parcel')} sent, "
        f"{row['staged']} of {counted(row['files'], 'file')} read"
        for row in rows
    ]
    console.result({"submissions": rows}, "\n".join(lines) or "Every case is finished.")
    return exits.DONE


def _run_cancel(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    with parts.open_state(options.state or parts.default_state()) as state:
        work = Collaborators(
            connect=parts.connect,
            outbox=state.outbox,
            stock=state.stock,
            staging=state.staging,
            credentials=state.credentials,
            medium=parts.medium,
            contents=parts.contents(),
            clock=parts.clock,
            jitter=parts.jitter,
            cancel=threading.Event(),
            tell=console.tell,
            patience_s=options.patience,
        )
        case = cancel(options.case, work=work)
    console.result(
        {"case": case, "state": "withdrawn"},
        "The case is withdrawn at the programme, and everything about it is deleted from this computer.",
    )
    return exits.DONE


def _row(submission: Submission, state: State) -> dict[str, Any]:
    stock = state.stock(submission.case)
    parcels = stock.parcels()
    files, original = stock.totals()
    return {
        "case": submission.case,
        "case_number": submission.case_number,
        "key": submission.key,
        "receiver": submission.receiver,
        "files": files,
        "staged": len(stock.staged()),
        "bytes_original": original,
        "bytes_sent": submission.bytes_sent,
        "parcels": len(parcels),
        "parcels_sent": sum(parcel.is_sent for parcel in parcels),
    }
