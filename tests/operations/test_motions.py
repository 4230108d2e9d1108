"""What is moved at the table: taken down, completed, withdrawn, removed, put in order."""

from __future__ import annotations

from datetime import time

import pytest

from builders import findings, snapshot
from called import Called, called
from klubban.domain.body import Named
from klubban.domain.decided import Adopted, Asks, Motion, OpinionKind
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import from_plain
from klubban.operations import divisions, motions, opinions, questions, undo
from klubban.store.database import Database, Step


@pytest.fixture
def evening(database: Database) -> Called:
    """Return a meeting of two items at which all on the roll are present."""
    found = called(database, items=2)
    found.present()
    return found


def _item(evening: Called, place: int = 0) -> Item:
    return snapshot(evening.database, evening.meeting).items[place]


def _motions(evening: Called) -> tuple[Motion, ...]:
    return _item(evening).motions


def _add(evening: Called, asks: Asks = Asks.REJECT, who: str = "Bo", words: str = "") -> int:
    by = [evening.who(who)] if who else []
    return motions.add_motion(evening.database, evening.items[0], asks, by, from_plain(words))


def test_a_motion_is_taken_down_with_its_movers_in_one_step(evening: Called) -> None:
    by = [evening.who("Cajsa"), Named(" M ", "M")]

    motions.add_motion(
        evening.database, evening.items[0], Asks.ADD, by, from_plain("att det följs upp"), at=time(18, 40)
    )

    [found] = _motions(evening)
    assert (found.asks, [str(who) for who in found.by]) == (Asks.ADD, ["Cajsa Lund (S)", "M"])
    assert (found.text, found.noted_at, found.complete) == (
        from_plain("att det följs upp"),
        time(18, 40),
        True,
    )
    assert evening.database.undoable == Step(
        "Take down a motion of {name} at {item}",
        {"name": "Cajsa Lund (S), M", "item": "§ 70"},
        ("item", evening.items[0]),
    )
    assert findings(evening.database) == []


def test_one_without_mover_and_wording_is_taken_down_and_completed_later(evening: Called) -> None:
    moved = _add(evening, Asks.ADD, who="")
    incomplete = _motions(evening)[0].complete

    motions.change_motion(evening.database, moved, by=[evening.who("Bo")])
    for words in ("att", "att det", "att det följs upp"):
        motions.change_motion(evening.database, moved, text=from_plain(words), run="motion")

    assert not incomplete
    assert _motions(evening)[0].complete
    undo.undo(evening.database)
    assert _motions(evening)[0].text == ()
    assert _motions(evening)[0].by == (evening.who("Bo"),)


def test_two_hundred_thousand_characters_are_kept_as_a_motions_words(evening: Called) -> None:
    words = from_plain("Förslagets ord. " * 12_500)

    moved = _add(evening, Asks.OTHER)
    motions.change_motion(evening.database, moved, text=words)

    assert _motions(evening)[0].text == words


def test_characters_that_no_document_could_print_are_refused_and_nothing_is_lost(evening: Called) -> None:
    moved = _add(evening, Asks.OTHER, words="att göra")

    with pytest.raises(RuleBroken, match=r"U\+0000"):
        motions.change_motion(evening.database, moved, text=from_plain("att\0"))

    assert _motions(evening)[0].text == from_plain("att göra")


def test_a_withdrawn_motion_is_not_put_and_is_kept_only_if_asked_for(evening: Called) -> None:
    moved, kept = _add(evening, Asks.REFER_BACK), _add(evening, Asks.REJECT)
    questions.put_questions(evening.database, evening.items[0])

    motions.withdraw_motion(evening.database, moved)
    motions.withdraw_motion(evening.database, kept, kept=True)

    assert [(each.withdrawn, each.kept) for each in _motions(evening)] == [(True, False), (True, True)]
    assert [put.puts.value for put in _item(evening).puts] == ["main"]
    motions.restore_motion(evening.database, kept)
    assert [(each.withdrawn, each.kept) for each in _motions(evening)] == [(True, False), (False, False)]


def test_what_was_put_voted_on_or_reserved_for_is_not_removed(evening: Called) -> None:
    item = evening.items[0]
    back, reject, favoured = (
        _add(evening, Asks.REFER_BACK),
        _add(evening),
        _add(evening, Asks.ADD, "David", "att"),
    )
    questions.put_questions(evening.database, item)
    opinions.lodge(
        evening.database,
        item,
        OpinionKind.RESERVATION,
        [evening.who("David")],
        on=snapshot(evening.database).date,
        motion=favoured,
    )

    with pytest.raises(RuleBroken, match=r"^The motion of Bo Ek \(M\) is put at § 70; withdraw it instead$"):
        motions.remove_motion(evening.database, back)
    questions.remove_put(evening.database, _item(evening).puts[2].id)
    with pytest.raises(RuleBroken, match=r"^An opinion of David Rönn \(V\) is in favour of"):
        motions.remove_motion(evening.database, favoured)
    divisions.call_division(evening.database, item, no_motion=reject)
    with pytest.raises(RuleBroken, match=r"was voted on at § 70$"):
        motions.remove_motion(evening.database, reject)
    with pytest.raises(RuleBroken, match=r"was voted on at § 70$"):
        motions.withdraw_motion(evening.database, reject)


def test_one_that_was_found_rejected_is_not_withdrawn_any_more(evening: Called) -> None:
    moved = _add(evening, Asks.REFER_BACK)
    [put] = questions.put_questions(evening.database, evening.items[0])
    questions.find(evening.database, put, Adopted.REJECTED)

    with pytest.raises(RuleBroken, match="was put at § 70, and something was found"):
        motions.withdraw_motion(evening.database, moved)
    with pytest.raises(RuleBroken, match="was put at § 70, and something was found"):
        motions.change_motion(evening.database, moved, asks=Asks.ADD)


def test_a_motion_taken_down_by_mistake_leaves_nothing_behind(evening: Called) -> None:
    first = _add(evening, Asks.REFER_BACK)
    motions.add_motion(evening.database, evening.items[0], Asks.REJECT, instead_of=first)

    motions.remove_motion(evening.database, first)

    assert [each.instead_of for each in _motions(evening)] == [None]
    assert findings(evening.database) == []


def test_what_is_asked_can_be_changed_before_it_is_put(evening: Called) -> None:
    moved = _add(evening, Asks.AMEND, words="att det gäller från maj")
    questions.put_questions(evening.database, evening.items[0])

    motions.change_motion(evening.database, moved, asks=Asks.ADD, in_writing=True)

    assert (_motions(evening)[0].asks, _motions(evening)[0].in_writing) == (Asks.ADD, True)
    assert _item(evening).puts == ()


def test_no_motion_is_moved_in_the_second_place_behind_itself(evening: Called) -> None:
    first, second = _add(evening, Asks.REFER_BACK), _add(evening)
    motions.change_motion(evening.database, second, instead_of=first)

    with pytest.raises(RuleBroken, match="behind itself"):
        motions.change_motion(evening.database, first, instead_of=second)
    with pytest.raises(LookupError):
        motions.add_motion(evening.database, evening.items[1], Asks.REJECT, instead_of=first)


def test_motions_are_put_in_another_order(evening: Called) -> None:
    one, two, three = _add(evening), _add(evening), _add(evening)

    motions.move_motion(evening.database, three, None)
    motions.move_motion(evening.database, one, two)

    assert [each.id for each in _motions(evening)] == [three, two, one]


def test_a_verified_protocol_refuses_everything(evening: Called) -> None:
    moved = _add(evening)
    with evening.database.change("Verify") as change:
        change.update("meeting", evening.meeting, stage=Stage.VERIFIED)

    for refused in (
        lambda: _add(evening),
        lambda: motions.change_motion(evening.database, moved, text=from_plain("att")),
        lambda: motions.withdraw_motion(evening.database, moved),
        lambda: questions.put_questions(evening.database, evening.items[0]),
        lambda: divisions.call_division(evening.database, evening.items[0], yes="bifall", no="avslag"),
        lambda: opinions.set_not_taking_part(evening.database, evening.items[0], [evening.who("Bo")]),
    ):
        with pytest.raises(RuleBroken, match="protocol is verified"):
            refused()


def test_a_paragraph_that_was_verified_at_once_refuses_too(evening: Called) -> None:
    with evening.database.change("Verify") as change:
        signed = change.insert(
            "verification",
            meeting_id=evening.meeting,
            position=0,
            paragraphs=Paragraphs.of([70]),
            immediate=True,
        )
        change.insert("signer", verification_id=signed, position=0, name="Eva Asp", party="S")

    with pytest.raises(RuleBroken, match=r"^§ 70 is verified already$"):
        _add(evening)

    motions.add_motion(evening.database, evening.items[1], Asks.REJECT)
    assert len(_item(evening, 1).motions) == 1
