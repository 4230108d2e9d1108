"""What the archive's part says: where it stands, what is packed, what is lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import archive_words as say
from klubban.domain.archive import Lacks
from klubban.i18n import _, current, ngettext, pgettext
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.domain.meeting import Meeting
    from klubban.operations.archive import Package
    from klubban.ui.theme import Tone


def title(meeting: Meeting, package: Package | None, today: date) -> str:
    """Return where it stands."""
    if meeting.archived:
        return _("Archived {day}.").format(day=words.day(meeting.archived[-1].archived_on, today))
    if package is None:
        return _("Not archived.")
    if package.too_soon:
        return _("Not everything is done yet.")
    return _("Ready for the archive.")


def contents(package: Package) -> Iterator[str]:
    """Walk what the package will hold."""
    count = len(package.meetings)
    told = ngettext("{count} meeting", "{count} meetings", count).format(count=count)
    files = len(package.held) + 1  # the list of contents
    holds = ngettext("{name}: {meetings}, {count} file.", "{name}: {meetings}, {count} files.", files)
    yield holds.format(name=package.name, meetings=told, count=files)
    yield _(
        "The signed protocols, their documents, notices, certificates and what was dispatched, and the same"
        " as data in the open format; each file with its hashes (BagIt), checked after it is written."
    )
    apart = current().pgettext("file name", "confidential")
    secret = sum(each.path.startswith(f"{apart}/") for each in package.held)
    if secret:
        line = ngettext(
            "{count} file is confidential, and lies in a folder apart.",
            "{count} files are confidential, and lie in a folder apart.",
            secret,
        )
        yield line.format(count=secret)
    if package.to_come:
        yield say.to_come(package.to_come, current())


def lacking(package: Package) -> Iterator[tuple[str, Tone, str]]:
    """Walk what is lacking: first what speaks against archiving now; files that are not there are counted."""
    files = [each for each in package.lacking if each.what is Lacks.NO_FILE]
    others = [each for each in package.lacking if each.what is not Lacks.NO_FILE]
    others.sort(key=lambda each: not each.what.is_too_soon)
    for each, told in zip(others, say.lacks(others, current()), strict=True):
        if each.what.is_too_soon:
            yield pgettext("of a package", "too soon"), "soon", told
        else:
            yield pgettext("of a package", "lacking"), "plain", told
    if files:
        line = ngettext(
            "{count} document that is listed is not in the file; the list of contents names it.",
            "{count} documents that are listed are not in the file; the list of contents names them.",
            len(files),
        )
        yield pgettext("of a package", "lacking"), "plain", line.format(count=len(files))


def packages(meeting: Meeting, today: date) -> Iterator[str]:
    """Walk the packages that the meeting was put into."""
    for each in meeting.archived:
        line = _("{name}, {day}").format(name=each.name, day=words.day(each.archived_on, today))
        if each.manifest:
            line = f"{line}. " + _("Check sum of its list: {sum}").format(sum=f"{each.manifest[:16]}…")
        yield line


def why_name(package: Package) -> str:
    """Return what the form asks."""
    return _("{body} is archived before everything is done").format(body=package.body.name)
