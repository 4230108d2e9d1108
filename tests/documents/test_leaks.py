"""Ways by which what is confidential or masked might still be read in what is published."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from documents.meetings import EK, OMAN, ORN, invented_meeting
from documents.reading import words
from klubban.documents import attendance, extract, places, protocol, supplement
from klubban.documents.public_copy import public_copy
from klubban.documents.tree import Document
from klubban.domain.agenda import Sending, SentDocument, SentItem
from klubban.domain.body import Named
from klubban.domain.decided import Adopted, Asks, Motion, Put, Puts
from klubban.domain.findings import FoundKind, Known, findings
from klubban.domain.masked_again import masked_as
from klubban.domain.masking import masked_words
from klubban.domain.meeting import Attendee, AttendsAs, Doors, Item, Meeting, Outcome
from klubban.domain.meeting import Document as Paper
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import OnRollAs, RollCall, RollLine
from klubban.domain.text import Blocks, Points, Run, Table, Text, from_plain, plain
from klubban.i18n import texts

CANARY = "Kanariefågel"
SECRET = 75


SENT = Sending(id=1, number=0, on=invented_meeting().date)


def meeting(**facts: object) -> Meeting:
    """Return the invented meeting with a confidential paragraph."""
    made = invented_meeting()
    secret = made.item(SECRET)
    assert secret
    made = made.with_item(replace(secret, confidential=True))
    return replace(made, **facts)  # type: ignore[arg-type]  # as it stands


def guest(kind: AttendsAs = AttendsAs.GUEST, **facts: object) -> Attendee:
    made = Attendee(id=99, who=Named(CANARY), attends_as=kind, title="Sökande")
    return replace(made, **facts)  # type: ignore[arg-type]  # as it stands


def with_guest(kind: AttendsAs = AttendsAs.GUEST, **facts: object) -> Meeting:
    made = meeting()
    line = RollLine(id=99, role=OnRollAs(kind.value), who=Named(CANARY), title="Sökande")
    roll = replace(made.roll, lines=(*made.roll.lines, line)) if made.roll.lines else RollCall()
    return replace(made, attendance=(*made.attendance, guest(kind, **facts)), roll=roll)


def said(document: Document) -> str:
    return "\n".join(words(document))


# --- who was there for it


@pytest.mark.parametrize("kind", [AttendsAs.GUEST, AttendsAs.OTHER])
@pytest.mark.parametrize("there", ["numbers", "item", "partly"])
def test_who_was_asked_in_for_a_confidential_paragraph_alone_is_not_named(
    kind: AttendsAs, there: str
) -> None:
    number, item = Paragraphs.of([SECRET]), meeting().item(SECRET)
    assert item
    only: dict[str, dict[str, Any]] = {
        "numbers": {"paragraphs": number},
        "item": {"items": (item.id,)},
        "partly": {"paragraphs": None, "partly": number},
    }
    secret = with_guest(kind, **only[there])

    record = public_copy(secret)

    assert CANARY in said(attendance.build(secret))
    assert CANARY not in repr(record)
    assert CANARY not in said(protocol.build(record)) + said(attendance.build(record))


def test_a_guest_of_other_paragraphs_too_is_named_for_those() -> None:
    record = public_copy(with_guest(paragraphs=Paragraphs.of([74, SECRET])))

    [one] = [each for each in record.attendance if each.id == guest().id]
    assert one.paragraphs == Paragraphs.of([74])


def test_officials_members_and_guests_of_the_whole_meeting_stay() -> None:
    whole = with_guest()
    official = with_guest(AttendsAs.OFFICIAL, paragraphs=Paragraphs.of([SECRET]))

    assert public_copy(whole).attendance == whole.attendance
    assert public_copy(official).attendance == official.attendance


def test_the_first_page_tells_of_doors_as_the_original_does() -> None:
    whole = meeting(doors=Doors.OPEN)
    secret = whole.item(SECRET)
    assert secret
    off = whole.with_item(replace(secret, outcome=Outcome.WITHDRAWN))

    for made, closed in ((whole, True), (off, False)):
        for shown in (made, public_copy(made)):
            assert ("inom stängda dörrar" in said(protocol.build(shown))) is closed


# --- what was sent before


def test_what_an_item_was_called_before_is_told_to_nobody_else() -> None:
    item = Item(id=1, title="Avtal", documents=(Paper(id=1, title="Skiss", number=1, sha256="b"),))
    told = Sending(
        id=1,
        number=0,
        on=invented_meeting().date,
        items=(SentItem(id=1, item=1, number="1", title=f"{CANARY} omhändertas"),),
        documents=(SentDocument(id=1, item=1, document=1, number=1, title=CANARY, sha256="a"),),
    )
    before = replace(invented_meeting(), items=(item,), sendings=(told,))

    assert CANARY in said(supplement.build(before))
    public = supplement.build(before, to_public=True)
    assert "Avtal" in said(public)
    assert CANARY not in repr(public)


def test_papers_keep_their_numbers_beside_one_that_is_left_out() -> None:
    papers = (Paper(id=1, title=CANARY, confidential=True), Paper(id=2, title="Karta"))
    made = replace(invented_meeting(), items=(Item(id=1, title="Avtal", documents=papers),))

    told = replace(SENT, items=(SentItem(id=1, item=1, number="1", title="Avtal"),))

    for sendings in ((SENT,), (told,)):
        public = supplement.build(replace(made, sendings=sendings), to_public=True)
        assert "Karta" in said(public)
        assert "Bilaga\u00a02" in said(public)
        assert "Bilaga\u00a01" not in said(public)


# --- findings


def kinds(document: Document, made: Meeting, known: Known) -> list[tuple[FoundKind, str]]:
    found = findings(places.lines_of(document, made, texts("sv")), known)
    return [(each.kind, each.text) for each in found]


def test_a_sign_does_not_hide_what_stands_beside_it() -> None:
    whole = invented_meeting()
    item = whole.item(74)
    assert item
    written = (Text((Run(CANARY, masked=True), Run(" har skyddad identitet enligt 22 kap. 1 § OSL."))),)
    made = whole.with_item(replace(item, summary=written))

    document = extract.build(public_copy(made), [74])

    assert (FoundKind.SENSITIVE, "skyddad identitet") in kinds(document, made, Known())
    assert (FoundKind.SENSITIVE, "sekretess") not in kinds(
        protocol.build(public_copy(meeting())), made, Known()
    )


# --- masked words


def test_the_public_version_says_that_what_was_adopted_was_adopted() -> None:
    movers = zip((EK, ORN, OMAN), (CANARY, "Bo Ek", "Cia Ek"), strict=True)
    moved = tuple(
        Motion(id=id_, asks=Asks.OTHER, by=(who,), text=(Text((Run("stöd åt "), Run(name, masked=True))),))
        for id_, (who, name) in enumerate(movers, 1)
    )
    found = (Put(id=1, puts=Puts.MAIN, adopted=Adopted.MOTION, motion=2),)
    whole = invented_meeting()
    item = whole.item(74)
    assert item
    made = whole.with_item(replace(item, motions=moved, puts=found, proposal=(), decision=()))
    told = "ställer propositioner på yrkandena och finner att David Örns (V) yrkande bifallits"

    public = protocol.build(public_copy(made))

    assert told in said(protocol.build(made))
    assert told in said(public)
    assert "Stöd åt [uppgift utelämnad]." in said(public)
    assert CANARY not in repr(public)


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("Stöd åt anna\u00a0ek, och Annas.", ["anna\u00a0ek"]),
        ("Anna Ekman", []),
        ("Anna Ek och Anna Ek", ["Anna Ek", "Anna Ek"]),
    ],
)
def test_words_that_were_masked_are_masked_where_they_are_taken_over(written: str, marked: list[str]) -> None:
    source: Blocks = (Text((Run("Till "), Run("Anna Ek", masked=True), Run(", "), Run("?", masked=True))),)
    taken: Blocks = (
        Text((Run(written, bold=True),)),
        Table((((Run(written),),),)),
        Points(((Run(written),),)),
    )

    made = masked_as(taken, source)

    assert plain(made) == plain(taken)
    assert list(masked_words(made)) == marked * 3


def test_what_a_vote_was_about_does_not_tell_what_is_masked_in_the_motion() -> None:
    whole = invented_meeting()
    item = whole.item(73)
    assert item
    words: Blocks = (Text((Run("ansökan från "), Run(f"{CANARY} Ek.", masked=True))),)
    voted = tuple(
        replace(
            each, yes=f"bifall till ansökan från {CANARY} Ek", no="avslag", result=f"{CANARY} ek får stöd."
        )
        for each in item.divisions
    )
    moved = Motion(id=99, asks=Asks.APPROVE, by=(EK,), text=words)
    made = whole.with_item(replace(item, motions=(*item.motions, moved), divisions=voted, own_texts=()))

    public = protocol.build(public_copy(made))

    assert "bifall till ansökan från [uppgift utelämnad]" in said(public)
    assert CANARY not in repr(public)


def test_a_part_of_masked_words_is_masked_where_it_is_taken_over_alone() -> None:
    source: Blocks = (Text((Run("till Anna Ek och avslag på övrigt.", masked=True),)),)

    made = masked_as(from_plain("Ja för avslag på Anna Ek."), source)

    assert list(masked_words(made)) == ["Anna Ek"]
