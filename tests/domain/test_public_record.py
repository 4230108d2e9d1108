"""What is published of a meeting: nothing of what is confidential, no masked word, and every number."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from documents.meetings import invented_meeting
from exchange.records import filled
from klubban.domain.body import Named
from klubban.domain.decided import Motion, Objection, Opinion, Said, Written
from klubban.domain.masking import masked_words, without_masked
from klubban.domain.meeting import Attendee, Document, Item, Matter, Meeting
from klubban.domain.public import public
from klubban.domain.public_record import Signs, Withheld, public_record
from klubban.domain.roll import RollCall, Ruling
from klubban.domain.text import Blocks, Bullets, Points, Run, Table, Text, from_plain, lines, plain

SIGNS = Signs(words="[ute]", title="Hemligt ärende", paper="Hemlig handling")
CANARY = "Kanariefågel"
MASKED = Run(CANARY, masked=True)

runs = some.lists(some.builds(Run, some.text("ab \n", max_size=4), some.booleans(), masked=some.booleans()))
parts = some.lists(runs.map(tuple), max_size=3).map(tuple)
blocks = some.lists(
    some.builds(Text, runs.map(tuple))
    | some.builds(Points, parts)
    | some.builds(Bullets, parts)
    | some.builds(Table, some.lists(parts, max_size=2).map(tuple)),
    max_size=3,
).map(tuple)


def with_canaries(value: Any) -> Any:
    """Return a record with a canary in each text and string of it."""
    if isinstance(value, str) and type(value) is str:
        return CANARY
    if isinstance(value, tuple):
        return tuple(map(with_canaries, value))
    if is_dataclass(value) and not isinstance(value, type):
        changed = {each.name: with_canaries(getattr(value, each.name)) for each in fields(value)}
        return replace(value, **changed)
    return value


def secret_item(**given: Any) -> Item:
    """Return a confidential item with a canary in every field that can hold one."""
    item = with_canaries(filled(Item, id=99, number=99, matter=filled(Matter), came_from=None))
    shown: dict[str, Any] = {
        "confidential": True,
        "secrecy": "26 kap. 1 § OSL",
        "public_title": "Ärende om hjälp",
    }
    made: Item = replace(item, **(shown | given))
    return made


def with_items(*items: Item) -> Meeting:
    return replace(invented_meeting(), items=items)


# --- masking


@settings(max_examples=50)
@given(blocks)
def test_no_masked_word_is_left_and_nothing_else_is_lost(written: Blocks) -> None:
    marked = from_marked(written)

    left = plain(without_masked(marked, "*"))

    assert "M" not in left
    assert [letter for letter in left if letter in "ab"] == [
        letter for run in all_runs(marked) if not run.masked for letter in run.text if letter in "ab"
    ]


@settings(max_examples=50)
@given(blocks)
def test_points_and_cells_keep_their_places(written: Blocks) -> None:
    assert len(lines(without_masked(written, "*"))) == len(lines(written))


def from_marked(written: Blocks) -> Blocks:
    """Return a text whose masked letters are all M."""
    table = str.maketrans("ab", "MM")

    def each(value: Any) -> Any:
        if isinstance(value, Run):
            return value.saying(value.text.translate(table)) if value.masked else value
        if isinstance(value, tuple):
            return tuple(map(each, value))
        return replace(value, **{one.name: each(getattr(value, one.name)) for one in fields(value)})

    return tuple(map(each, written))


def all_runs(value: Any) -> list[Run]:
    if isinstance(value, Run):
        return [value]
    if is_dataclass(value):
        return [run for one in fields(value) for run in all_runs(getattr(value, one.name))]
    return [run for part in value for run in all_runs(part)]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ((Run("Hos "), Run("Anna", masked=True), Run(" bor två.")), "Hos [ute] bor två."),
        ((Run("Hos"), Run(" Anna ", masked=True), Run("bor två.")), "Hos [ute] bor två."),
        ((Run("Anna", masked=True), Run(" "), Run("Ek", bold=True, masked=True), Run(".")), "[ute]."),
        ((Run("Anna", masked=True), Run("Ek", italic=True, masked=True)), "[ute]"),
        ((Run("Anna", masked=True), Run(" och "), Run("Bo", masked=True)), "[ute] och [ute]"),
        ((Run("Hela meningen.", masked=True),), "[ute]"),
    ],
)
def test_neighbours_have_one_sign_and_the_space_around_them_stays(
    written: tuple[Run, ...], left: str
) -> None:
    assert plain(without_masked((Text(written),), "[ute]")) == left


def test_a_sign_is_as_bold_as_what_it_stands_for() -> None:
    [block] = without_masked((Text((Run("Anna", bold=True, masked=True),)),), "[ute]")

    assert block == Text((Run("[ute]", bold=True),))


def test_masked_words_are_told_by_the_stretch() -> None:
    item = Item(id=1, title="T", summary=(Text((Run("Anna ", masked=True), Run("Ek", True, masked=True))),))

    assert list(masked_words(item)) == ["Anna Ek"]


# --- confidential paragraphs


def test_of_a_confidential_item_its_number_its_neutral_title_and_its_section_are_told() -> None:
    record = public_record(with_items(secret_item()), SIGNS)

    [item] = record.items
    assert isinstance(item, Withheld)
    assert CANARY not in repr(item)
    assert (item.number, item.title, item.secrecy) == (99, "Ärende om hjälp", "26 kap. 1 § OSL")


def test_without_a_title_for_the_public_it_has_a_neutral_one() -> None:
    [item] = public_record(with_items(secret_item(public_title=None)), SIGNS).items

    assert item.title == "Hemligt ärende"


def test_nothing_else_that_is_told_of_a_meeting_gives_a_confidential_item_away() -> None:
    who = Named(CANARY)
    meeting = replace(
        with_items(secret_item()),
        objections=(Objection(id=1, by=who, text=from_plain(CANARY), item=99),),
        sendings=with_canaries(invented_meeting().sendings),
        roll=RollCall(rulings=(Ruling(id=1, place=None, serves=None, first=99, last=None, reason=CANARY),)),
        cancelled_because=CANARY,
    )

    assert CANARY not in repr(public_record(meeting, SIGNS))


def test_who_was_away_from_a_confidential_item_is_told_as_others_are() -> None:
    away = Attendee(id=1, who=Named("Bo Ek", "M"), attends_as=invented_meeting().attendance[0].attends_as)
    meeting = replace(with_items(secret_item()), attendance=(away,))

    assert public_record(meeting, SIGNS).attendance == (away,)


def test_appendices_of_a_confidential_item_are_counted() -> None:
    motion = replace(filled(Motion, instead_of=None), in_writing=True, withdrawn=False)
    opinion = replace(filled(Opinion, motion=None), appendix=True, lapsed=False)
    secret = secret_item(motions=(motion,), opinions=(opinion,), divisions=())

    [item] = public_record(with_items(secret), SIGNS).items

    assert isinstance(item, Withheld)
    assert item.appendices == len((motion, opinion))


# --- public items


def test_a_title_for_the_public_is_the_only_one_of_an_open_item_too() -> None:
    item = Item(id=1, title=CANARY, matter=Matter(id=1, key="m", title=CANARY), public_title="Avtal")

    for made in (public_record(with_items(item), SIGNS), public(with_items(item))):
        assert CANARY not in repr(made)
        assert made.items[0].title == "Avtal"


def test_of_a_confidential_document_of_an_open_item_only_that_there_is_one_is_told() -> None:
    secret = Document(id=2, title=CANARY, file_name=CANARY, confidential=True)
    item = Item(id=1, title="Avtal", documents=(Document(id=1, title="Karta"), secret))

    [made] = public_record(with_items(item), SIGNS).items

    assert CANARY not in repr(made)
    assert [each.title for each in made.documents] == ["Karta", "Hemlig handling"]


def test_what_is_masked_is_left_out_of_every_text_there_is() -> None:
    hidden: Blocks = (Text((Run("Till "), MASKED)), Points(((MASKED,),)), Table((((MASKED,),),)))
    item = Item(
        id=1,
        title="Avtal",
        summary=hidden,
        proposal=hidden,
        decision=hidden,
        earlier=hidden,
        proceedings=hidden,
        motions=(Motion(id=1, asks=filled(Motion).asks, text=hidden),),
        opinions=(Opinion(id=1, kind=filled(Opinion).kind, by=(), text=hidden),),
        own_texts=(replace(own_text(), text=hidden, said=(Said(key="a", words=hidden),)),),
    )
    meeting = replace(with_items(item), objections=(Objection(id=1, by=Named("Bo"), text=hidden, item=1),))

    for made in (public_record(meeting, SIGNS), public(meeting)):
        assert CANARY not in repr(made)


def own_text() -> Any:
    return replace(filled(Item).own_texts[0], part=Written.MOTIONS)
