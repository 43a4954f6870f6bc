"""The words for a source without images: what it is instead, and what to ask the hospital.

In the window's language, or in English for the commands: each function is given the `tr` that says it, and nothing
here loads Qt.
"""

from collections.abc import Callable

from secondread_desktop.core.catalogue import Catalogue
from secondread_desktop.core.nothing_found import Kind, Nothing, locked, unreadable
from secondread_desktop.ui.plain_english import Say


def nothing_words(nothing: Nothing, catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    """Return the bold sentence, and what it means and what to do."""
    if nothing.kind is Kind.ENCRYPTED:
        return _locked(nothing, catalogue, tr)
    return _WORDS[nothing.kind](catalogue, tr)


def _locked(nothing: Nothing, catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    ask = tr(
        "Please look for a password on the disc, its cover or the hospital's letter. If that does not help, ask the "
        "hospital for a copy without a password, or for the password."
    )
    if nothing.is_guess:
        return (
            tr("The images here are perhaps locked."),
            " ".join(
                (
                    tr("Most of what lies here is in a form that nobody but the hospital's own program can read."),
                    tr("We are not sure of it."),
                    ask,
                )
            ),
        )
    count = len(locked(catalogue))
    return (
        tr("This is locked with a password, so the images cannot be read."),
        " ".join((tr("%n file(s) here can be opened with a password or key only.", "", count), ask)),
    )


def _empty(catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    if catalogue.counts.files:
        return (
            tr("There are no medical images here: every file is empty."),
            " ".join((tr("%n file(s) here without any content.", "", catalogue.counts.files), _ask(tr))),
        )
    return tr("There are no medical images here: the place is empty."), _ask(tr)


def _no_room(_catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    text = tr(
        "What lies here has to be unpacked first, and the images may well be in it. Please delete something that you "
        "do not need, then choose the disc or folder again."
    )
    return tr("There is not enough room on this computer to look into what lies here."), text


def _unreadable(catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    text = tr(
        "Please wipe the disc with a soft cloth, from the middle outwards, and try again, also in another drive. "
        "If that does not help, ask the hospital for a new copy."
    )
    bad = tr("%n file(s) could not be read.", "", len(unreadable(catalogue)))
    return tr("There is something here, but it cannot be read."), f"{bad} {text}"


def _index_only(_catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    text = tr(
        "If you chose one folder of a disc, please choose the whole disc. Otherwise the images were not copied: "
        "ask the hospital for a new copy."
    )
    return tr("Here is only the list of the images: the images themselves are missing."), text


def _only_pictures(catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    return tr("There are only ordinary pictures here, and no medical images."), _pictures(catalogue, tr)


def _mixed(catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    documents = tr("%n document(s) found.", "", catalogue.counts.documents)
    title = tr("There are pictures and documents here, but no medical images.")
    return title, f"{documents} {_pictures(catalogue, tr)}"


def _pictures(catalogue: Catalogue, tr: Say) -> str:
    counts = catalogue.counts
    found = [tr("%n ordinary picture(s) found.", "", counts.pictures)] if counts.pictures else []
    found += [tr("%n video(s) found.", "", counts.videos)] if counts.videos else []
    why = tr(
        "Such pictures show only a part of your exam, and a specialist cannot measure in them. Ask the hospital for "
        "the images themselves, in the form that is called DICOM."
    )
    return " ".join((*found, why))


def _only_documents(catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    found = tr("%n document(s) found.", "", catalogue.counts.documents)
    text = tr("You can add documents later, under About you; but the images are needed too.")
    return tr("There are only documents here, and no images."), f"{found} {text} {_ask(tr)}"


def _only_viewer(catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    why = tr("A viewer is a program that shows images. The images that belong to it are missing.")
    if catalogue.counts.viewer_pictures:
        return tr("There is only a viewer with its own pictures here, and no images of yours."), f"{why} {_ask(tr)}"
    return tr("There is only a viewer here, and no images."), f"{why} {_ask(tr)}"


def _no_images(catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    found = tr("%n report(s) or note(s) found.", "", len(catalogue.instances))
    text = tr("You can send what is here. For the images themselves, ask the hospital for a complete copy.")
    return tr("There are reports or notes of an exam here, but no images."), f"{found} {text}"


def _unknown(catalogue: Catalogue, tr: Say) -> tuple[str, str]:
    looked = tr("We looked at %n file(s).", "", catalogue.counts.files)
    return tr("There are no medical images here."), f"{looked} {_ask(tr)}"


def _ask(tr: Say) -> str:
    return tr(
        "Please check that this is the disc with your images. If it is, ask the hospital for a new copy: "
        "a disc with the images themselves, in the form that is called DICOM."
    )


_WORDS: dict[Kind, Callable[[Catalogue, Say], tuple[str, str]]] = {
    Kind.EMPTY: _empty,
    Kind.NO_ROOM: _no_room,
    Kind.UNREADABLE: _unreadable,
    Kind.INDEX_ONLY: _index_only,
    Kind.ONLY_PICTURES: _only_pictures,
    Kind.ONLY_DOCUMENTS: _only_documents,
    Kind.ONLY_VIEWER: _only_viewer,
    Kind.NO_IMAGES: _no_images,
    Kind.MIXED: _mixed,
    Kind.UNKNOWN: _unknown,
}
