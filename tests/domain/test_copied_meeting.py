"""A copy of an agenda seen as a meeting."""

from __future__ import annotations

from dataclasses import replace

from domain.copies import did, lent, moved
from klubban.domain.chairs_copy import Copy, Does, without_last
from klubban.domain.copied_meeting import changed_by, keys_of, last_of, meeting_of
from klubban.domain.meeting import Outcome, Stage


def titles(copy: Copy) -> list[str]:
    return [item.title for item in meeting_of(copy).items]


def test_a_copy_is_a_meeting_with_the_agenda_as_the_chair_wants_it() -> None:
    copy = did(moved(lent("abc"), "c", None), Does.ADD, title="Extra", after="a")

    assert titles(copy) == ["Item c", "Item a", "Extra", "Item b"]
    assert meeting_of(copy).body.name == "KS"


def test_ids_stay_while_moves_come_and_go() -> None:
    copy = did(lent("ab"), Does.ADD, title="Extra")
    before = {item.title: item.id for item in meeting_of(copy).items}
    after = {item.title: item.id for item in meeting_of(moved(copy, "b", None)).items}

    assert before == after
    assert len(keys_of(copy)) == len(set(keys_of(copy))) == 3


def test_what_the_chair_did_with_an_item_is_known() -> None:
    copy = did(moved(lent("ab"), "b", None), Does.COMMENT, "b", text="Ta den först")
    (first, second) = meeting_of(copy).items

    assert changed_by(copy, "b") == {Does.MOVE, Does.COMMENT}
    assert changed_by(copy, "a") == frozenset()
    assert [(each.by, each.text) for each in first.comments] == [("Bo Ek", "Ta den först")]
    assert second.comments == ()


def test_a_withdrawn_item_is_off_the_agenda() -> None:
    copy = did(lent("ab"), Does.WITHDRAW, "a")

    assert [item.outcome for item in meeting_of(copy).items] == [Outcome.WITHDRAWN, None]


def test_a_copy_made_after_the_summons_is_of_a_summoned_meeting() -> None:
    copy = lent("a")

    assert meeting_of(copy).stage is Stage.PLANNED
    assert meeting_of(replace(copy, base=replace(copy.base, sent=1))).stage is Stage.SUMMONED


def test_the_last_change_is_named_by_its_item() -> None:
    copy = did(lent("ab"), Does.ADD, title="Extra")

    assert last_of(copy) == (copy.moves[-1], "Extra")
    assert last_of(without_last(copy)) is None
