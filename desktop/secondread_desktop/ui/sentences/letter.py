"""The words of the letter to the hospital, and of the button that saves it.

As in `nothing`, the letter's own words are said by the `tr` that is given, and nothing here loads Qt.
"""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from secondread_desktop.core.catalogue import Catalogue, Finding, FoundFile
from secondread_desktop.core.hospital_letter import LetterContent, Line, MissingExam, Role, in_order, listed, shortened
from secondread_desktop.core.nothing_found import Kind, locked, nothing_in, unreadable
from secondread_desktop.core.safe_paths import shown
from secondread_desktop.ui.plain_english import Say
from secondread_desktop.ui.texts import FINDINGS


@dataclass(frozen=True, slots=True)
class Voice:
    """A language for letters: its sentences, an ISO date in words, a size for people."""

    say: Say
    date: Callable[[str], str]
    size: Callable[[int], str]


def is_wanted(catalogue: Catalogue, missing: Sequence[MissingExam] = ()) -> bool:
    """Tell whether there is anything to ask the hospital for."""
    nothing = nothing_in(catalogue)
    is_theirs = nothing is not None and nothing.kind is not Kind.NO_ROOM  # that is this computer's own trouble
    return bool(missing or is_theirs or _named(catalogue))


def letter_content(
    catalogue: Catalogue, *, disc_label: str, voice: Voice, missing: Sequence[MissingExam] = ()
) -> LetterContent:
    """Return what a letter says about what was found on a disc, and about exams that are known not to be whole."""
    nothing = nothing_in(catalogue)
    kind = nothing.kind if nothing else None
    return LetterContent(
        kind=kind,
        disc_label=shortened(disc_label),
        found=_found(catalogue, voice),
        missing=_missing(catalogue, missing, kind=kind, voice=voice),
        asked=_asked(kind, bool(locked(catalogue)), voice.say),
        is_guess=nothing is not None and nothing.is_guess,
    )


def letter_lines(content: LetterContent, *, date: datetime.date, help_line: str, voice: Voice) -> tuple[Line, ...]:
    """Return the whole letter, from its date to its signature. Nothing about the person is filled in."""
    tr = voice.say
    sections = (
        (tr("What was found"), content.found),
        (tr("What is missing or cannot be read"), content.missing),
        (tr("What I ask you for"), content.asked),
    )
    return (
        Line(Role.DATE, voice.date(date.isoformat())),
        *(Line(Role.BY_HAND, text) for text in _by_hand(tr)),
        Line(Role.TITLE, _subject(content, tr)),
        Line(Role.BODY, tr("Dear Sir or Madam,")),
        Line(Role.BODY, _opening(content, tr)),
        *(
            line
            for title, texts in sections
            if texts
            for line in (Line(Role.SECTION, title), *(Line(Role.ITEM, text) for text in texts))
        ),
        Line(Role.BODY, tr("Thank you for your help. With kind regards,")),
        Line(Role.SIGNATURE, tr("Signature")),
        *_about_us(help_line, tr),
    )


def _by_hand(tr: Say) -> tuple[str, ...]:
    return (tr("To (hospital or practice)"), tr("From (name, date of birth)"), tr("Telephone or address"))


def _subject(content: LetterContent, tr: Say) -> str:
    if content.is_guess:
        return tr("My images cannot be read, perhaps because the disc is locked")
    if content.kind is Kind.ENCRYPTED:
        return tr("The disc with my images is locked")
    if content.kind is None:
        return tr("Images on my disc are missing or cannot be read")
    if content.kind is Kind.UNREADABLE:
        return tr("The disc with my images cannot be read")
    return tr("The images are missing on my disc")


def _opening(content: LetterContent, tr: Say) -> str:
    text = tr(
        "You gave me a disc that should hold the images of my exam. I want to send them to a specialist for a second "
        "opinion. The program SecondRead has looked at every file of it. The disc or folder is called: {label}"
    )
    return text.format(label=content.disc_label)


def _found(catalogue: Catalogue, voice: Voice) -> tuple[str, ...]:
    tr, counts = voice.say, catalogue.counts
    if not counts.files:
        return (tr("No files at all"),)
    size = voice.size(counts.bytes)
    counted = (
        (counts.files, tr("%n file(s) in all, {size}", "", counts.files).format(size=size)),
        (len(catalogue.instances), tr("%n DICOM object(s)", "", len(catalogue.instances))),
        (counts.indexes, tr("%n index file(s) (DICOMDIR)", "", counts.indexes)),
        (counts.viewer, tr("%n file(s) of a viewer or web page", "", counts.viewer)),
        (counts.pictures, tr("%n ordinary picture(s), such as JPEG", "", counts.pictures)),
        (counts.videos, tr("%n video(s)", "", counts.videos)),
        (counts.documents, tr("%n document(s), such as PDF", "", counts.documents)),
        (counts.packed, tr("%n packed file(s)", "", counts.packed)),
        (len(locked(catalogue)), tr("%n locked file(s)", "", len(locked(catalogue)))),
        (len(unreadable(catalogue)), tr("%n unreadable file(s)", "", len(unreadable(catalogue)))),
        (counts.empty, tr("%n empty file(s)", "", counts.empty)),
        (counts.other + counts.sealed, tr("%n other file(s)", "", counts.other + counts.sealed)),
    )
    return tuple(text for count, text in counted if count)


def _missing(catalogue: Catalogue, exams: Sequence[MissingExam], *, kind: Kind | None, voice: Voice) -> tuple[str, ...]:
    tr = voice.say
    first = _all_missing(kind, tr) if not exams else ()
    files = [
        tr("{name}: {finding}").format(name=_name(finding, catalogue), finding=tr(FINDINGS[_known(finding.code)]))
        for finding in _in_order(_named(catalogue))
    ]
    files += [
        tr("{name}: {size} in a form that is not known, perhaps locked").format(
            name=_name(file, catalogue), size=voice.size(file.size)
        )
        for file in (catalogue.suspects if kind in (Kind.ENCRYPTED, Kind.ONLY_VIEWER, Kind.UNKNOWN) else ())
    ]
    lines, more_exams, more_files = listed((_exam(exam, voice) for exam in exams), files)
    rest = [tr("and %n more exam(s)", "", more_exams)] if more_exams else []
    rest += [tr("and %n more file(s)", "", more_files)] if more_files else []
    return (*first, *lines, *rest)


def _name(item: FoundFile | Finding, catalogue: Catalogue) -> str:
    """Return where a file lies on its disc; of several discs, on which."""
    return shortened(shown(item.parts if catalogue.source_count == 1 else (f"disc-{item.source}", *item.parts)))


def _named(catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return what is named file by file."""
    return (*locked(catalogue), *unreadable(catalogue))


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.source, [in_order(part) for part in finding.parts]))


def _known(code: str) -> str:
    return code if code in FINDINGS else "unreadable"


def _all_missing(kind: Kind | None, tr: Say) -> tuple[str, ...]:
    if kind is None or kind in (Kind.ENCRYPTED, Kind.UNREADABLE):
        return ()
    if kind is Kind.INDEX_ONLY:
        return (tr("All files that the index (DICOMDIR) names"),)
    return (tr("All images of the exam, in the DICOM form"),)


def _exam(exam: MissingExam, voice: Voice) -> str:
    tr = voice.say
    name = shortened(exam.title) or tr("Exam without a name")
    date = voice.date(exam.date) if exam.date else tr("no date")
    if exam.of:
        missing = tr("{count} of %n image(s) missing", "", exam.of).format(count=exam.count)
    else:
        missing = tr("%n image(s) missing", "", exam.count)
    return tr("{name}, {date}: {missing}", "an exam on the letter").format(name=name, date=date, missing=missing)


def _asked(kind: Kind | None, is_locked: bool, tr: Say) -> tuple[str, ...]:
    complete = tr(
        "Please send the complete exam as DICOM files (DICOM PS3.10), on a disc with an index (DICOMDIR), not as "
        "JPEG, PDF or video."
    )
    whole = tr("Please check that the new copy was written to its end and can be read.")
    if kind is Kind.ENCRYPTED or is_locked:
        plain = tr("Please send it without a password, or tell me the password by another way than the disc.")
        return complete, plain
    return complete, whole


def _about_us(help_line: str, tr: Say) -> tuple[Line, ...]:
    made = tr("Made by SecondRead, which sends images to a second-opinion programme. It changed nothing on the disc.")
    ask = (tr("Questions about it: {help_line}").format(help_line=help_line),) if help_line else ()
    return tuple(Line(Role.SMALL, text) for text in (made, *ask))
