"""What is said of a package for the archive: in its list of contents, on the page, and by the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.archive import Lacks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.archive import Lacking
    from klubban.domain.body import Body
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts


def lack(of: Lacking, texts: Texts) -> str:
    """Return what is lacking, in a sentence."""
    about = of.paragraphs.printed if of.paragraphs else ""
    count = len(list(of.paragraphs or ()))
    said = {
        Lacks.NOT_CLOSED: texts.gettext("The meeting is not closed."),
        Lacks.NOT_VERIFIED: texts.ngettext("{about} is not verified.", "{about} are not verified.", count)
        if about
        else texts.gettext("The protocol is not verified."),
        Lacks.NOT_ANNOUNCED: texts.gettext("The verification is not announced."),
        Lacks.NOT_IN_FORCE: texts.ngettext(
            "{about} has not gained legal force.", "{about} have not gained legal force.", count
        ),
        Lacks.NO_ORIGINAL: texts.gettext(
            "There is neither a signed file nor a scan of the signed protocol {about}; what is packed is the"
            " protocol as it is typeset. Put the signed paper into the archive."
        ),
        Lacks.NO_FILE: texts.gettext("The document “{title}” is not in the file.")
        if of.title
        else texts.gettext("A confidential document is not in the file."),
    }
    return said[of.what].format(about=about, title=of.title).replace(" ;", ";")


def lacks(found: Sequence[Lacking], texts: Texts) -> Iterator[str]:
    """Walk what is lacking, each with its meeting where there are several."""
    several = len({each.meeting.id for each in found}) > 1
    for each in found:
        before = f"{each.meeting.date.isoformat()}: " if several else ""
        yield before + lack(each, texts)


def description(body: Body, meetings: Sequence[Meeting], texts: Texts) -> str:
    """Return what a package is of."""
    days = ", ".join(meeting.date.isoformat() for meeting in meetings)
    return texts.gettext("Protocols with their documents: {body}, {days}").format(body=body.name, days=days)


def contents(
    meetings: Sequence[Meeting],
    lacking: Sequence[Lacking],
    paths: Sequence[str],
    because: str,
    texts: Texts,
) -> str:
    """Return the list of contents that lies in a package, for people."""
    return "\n".join(_contents(meetings, lacking, paths, because, texts)) + "\n"


def _contents(
    meetings: Sequence[Meeting],
    lacking: Sequence[Lacking],
    paths: Sequence[str],
    because: str,
    texts: Texts,
) -> Iterator[str]:
    yield description(meetings[0].body, meetings, texts)
    yield ""
    apart = texts.pgettext("file name", "confidential")
    if any(path.startswith(f"{apart}/") for path in paths):
        yield texts.gettext(
            "What is confidential lies in the folder “{folder}”. Look for personal data in the rest before it"
            " is published."
        ).format(folder=apart)
        yield ""
    if because:
        yield texts.gettext("Archived before everything was done with, since: {because}").format(
            because=because
        )
        yield ""
    if lacking:
        yield texts.gettext("What is lacking:")
        yield from (f"- {each}" for each in lacks(lacking, texts))
        yield ""
    yield texts.gettext("What is here:")
    yield from (f"- {path}" for path in paths)
    yield ""
    yield texts.gettext(
        "Each file’s SHA-256 and SHA-512 stand in the files manifest-sha256.txt and manifest-sha512.txt"
        " beside the folder data (BagIt, RFC 8493); sha256sum -c manifest-sha256.txt checks them."
    )


def to_come(count: int, texts: Texts) -> str:
    """Return how many meetings of the year have not been held."""
    told = texts.ngettext(
        "{count} meeting of the year has not been held yet, and is not in the package.",
        "{count} meetings of the year have not been held yet, and are not in the package.",
        count,
    )
    return told.format(count=count)
