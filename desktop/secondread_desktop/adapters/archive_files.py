"""The files of an archive as the files of a medium: what is a viewer's, which links stay inside, what is odd."""

from collections.abc import Iterator

from secondread_desktop.adapters.archives import Index, Member, stays_inside
from secondread_desktop.core.catalogue import Finding, FoundFile

_PROGRAM_ENDINGS = (".exe", ".dll", ".so", ".jar", ".app", ".msi", ".htm", ".html", ".xhtml")
_AUTORUN = "autorun.inf"
_MOST_LINKS = 100  # each is looked for among all members


def is_program(name: str) -> bool:
    """Tell by its name whether a file is a program or a web page, whose folder is a viewer's."""
    lowered = name.lower()
    return is_autorun(name) or lowered.endswith(_PROGRAM_ENDINGS)


def is_autorun(name: str) -> bool:
    """Tell whether a file is what starts a disc's viewer."""
    return name.lower() == _AUTORUN


def files_inside(index: Index, archive: FoundFile) -> Iterator[FoundFile | Finding]:
    """Yield what is inside an archive that lies on a medium, below the archive's own name."""
    for trouble in index.troubles:
        yield Finding(trouble.code, archive.source, (*archive.parts, *trouble.parts))
    viewers = {m.parts[:-1] for m in index.members if len(m.parts) > 1 and is_program(m.parts[-1])}
    has_autorun = any(len(member.parts) == 1 and is_autorun(member.parts[0]) for member in index.members)
    links = 0
    for member in index.members:
        parts = (*archive.parts, *member.parts)
        if member.link is not None:
            links += 1
            if links > _MOST_LINKS or not stays_inside(member, (other.parts for other in index.members)):
                yield Finding("link_skipped", archive.source, parts)
        elif member.is_odd:
            yield Finding("not_a_file", archive.source, parts)
        else:
            yield FoundFile(
                source=archive.source,
                parts=parts,
                size=member.size,
                mtime_ns=member.mtime_ns,
                in_viewer=archive.in_viewer or _is_in_viewer(member, viewers),
                beside_autorun=has_autorun and len(member.parts) == 1,
            )


def _is_in_viewer(member: Member, viewers: set[tuple[str, ...]]) -> bool:
    folders = member.parts[:-1]
    return any(folders[:depth] in viewers or is_program(folders[depth - 1]) for depth in range(1, len(folders) + 1))
