"""What a public version says of itself: that it is one, who verified the original, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.documents.tree import Facts, Quiet, words
from klubban.domain import presided
from klubban.domain.public_record import PublicRecord, Signs

if TYPE_CHECKING:
    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.verification import Verification
    from klubban.i18n import Texts


def signs(texts: Texts) -> Signs:
    """Return what stands in the place of what is left out."""
    return Signs(
        words=texts.pgettext("in place of words", "[left out]"),
        title=texts.gettext("Matter that is confidential"),
        paper=texts.gettext("Document that is confidential"),
    )


def kind_of(kind: str, meeting: Meeting, texts: Texts) -> str:
    """Return `Protokoll, publik version` of what is published; else the kind as it is."""
    return public_kind(kind, texts) if isinstance(meeting, PublicRecord) else kind


def public_kind(kind: str, texts: Texts) -> str:
    """Return what the public version of a kind of document is called."""
    return texts.gettext("{kind}, public version").format(kind=kind)


def withheld(meeting: Meeting, item: Item, texts: Texts) -> str:
    """Return that a paragraph is left out, and by which section where that was noted.

    In the protocol itself, which is not published, it says where it stands.
    """
    left_out = texts.gettext("What is said here is confidential and is left out.")
    if not isinstance(meeting, PublicRecord):
        left_out = texts.gettext("The paragraph is confidential, and has a protocol of its own.")
    if not item.secrecy:
        return left_out
    line = texts.gettext("Confidential under {section}.")
    return f"{left_out} {line.format(section=wording.held(item.secrecy))}"


def appendix_withheld(meeting: Meeting, item: Item, texts: Texts) -> str:
    """Return that an appendix is left out with its paragraph."""
    left_out = texts.gettext("What is said here is confidential and is left out.")
    line = texts.gettext("The appendix belongs to {paragraph}.")
    return f"{left_out} {line.format(paragraph=wording.sign_of(meeting, item) or item.title)}"


def verified(meeting: Meeting, texts: Texts) -> tuple[str, ...]:
    """Return by whom and when a protocol was verified, which no signature tells here."""
    done = [each for each in meeting.verifications if meeting.is_done(each)]
    if done:
        return tuple(_verified(meeting, each, texts) for each in done)
    return (texts.gettext("Not verified yet"),) if meeting.body.rules.verified else ()


def _verified(meeting: Meeting, verification: Verification, texts: Texts) -> str:
    chairs = [turn.who for turn in presided.within(meeting, verification.paragraphs or meeting.paragraphs)]
    signed = verification.signed_by or verification.verifiers
    others = [who for who in signed if not any(who.is_same(chair) for chair in chairs)]
    people = wording.named((*chairs, *others), texts)
    day = wording.long_date(verification.date, texts) if verification.date else ""
    if people and day:
        told = texts.gettext("Verified on {date} by {names}").format(date=day, names=people)
    elif people:
        told = texts.gettext("Verified by {names}").format(names=people)
    else:
        told = " ".join(part for part in (texts.gettext("Verified"), day) if part)
    covered = verification.paragraphs
    return f"{told} ({wording.signs_in(meeting, covered)})." if covered else f"{told}."


def told_of(document: Document, texts: Texts, *, left_out: bool = False) -> Document:
    """Return a public version that says below its title what it is, and whether something is left out."""
    line = texts.gettext("Public version.")
    if left_out or any(gap in word for word in words(document) for gap in told_gaps(texts)):
        line = f"{line} {_left_out(texts)}"
    title, rest = document.nodes[:1], document.nodes[1:]
    below = len(list(takewhile(lambda node: isinstance(node, Quiet), rest)))
    return filled(replace(document, nodes=(*title, *rest[:below], Quiet(line), *rest[below:])))


def filled(document: Document) -> Document:
    """Return a document without what is not known yet: nobody fills in by hand what is published."""
    return replace(document, nodes=tuple(map(_filled, document.nodes)))


def _filled(node: Node) -> Node:
    return Facts(tuple(row for row in node.rows if row[1])) if isinstance(node, Facts) else node


def gaps(texts: Texts) -> tuple[str, ...]:
    """Return what stands in the place of something else, among words that are not the program's."""
    own = signs(texts)
    return own.words, own.title, own.paper


def told_gaps(texts: Texts) -> tuple[str, ...]:
    """Return the words by which a document tells that something is left out there."""
    return (*gaps(texts), texts.gettext("What is said here is confidential and is left out."))


def _left_out(texts: Texts) -> str:
    return texts.gettext("What is confidential, or is not published, is left out.")


def programs_own(texts: Texts) -> tuple[str, ...]:
    """Return words of lines in which the program tells of secrecy, and nobody else says anything."""
    agenda = (
        texts.ngettext(
            "Item {numbers} is not shown here, since it is confidential.",
            "Items {numbers} are not shown here, since they are confidential.",
            count,
        )
        for count in (1, 2)
    )
    withheld_here = texts.gettext("What is said here is confidential and is left out.")
    return (withheld_here, _left_out(texts), *(line.rpartition("}")[2] for line in agenda))
