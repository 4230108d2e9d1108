"""Plans and promises: noted, renewed, followed up at a verified paragraph, answered, closed; undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from builders import findings, freeze_as_it_is, minutes, rows
from klubban.domain.body import Named
from klubban.domain.commitment import Commitment, CommitmentKind, Progress
from klubban.domain.commitments_due import Follows, due
from klubban.domain.errors import RuleBroken
from klubban.domain.follow_up_rules import Statutory
from klubban.domain.text import from_plain
from klubban.operations import activities, agenda, commitments, follow_ups
from klubban.store import commitments as store
from klubban.store import frozen
from klubban.store.database import Database

AGREEMENT, DOCUMENT = CommitmentKind.AGREEMENT, CommitmentKind.STEERING_DOCUMENT
FIRST, LAST, DAY = date(2024, 1, 1), date(2026, 12, 31), date(2026, 3, 1)
TODAY = date(2026, 11, 22)
SAID = from_plain("Det mesta är genomfört.")


def found(database: Database, id_: int) -> Commitment:
    with database.read() as read:
        return store.commitment(read, id_)


def agreement(database: Database, body: int, **facts: Any) -> int:
    facts = {"from_date": FIRST, "to_date": LAST, **facts}
    return commitments.add_commitment(database, body, AGREEMENT, "Samverkan 2024–2026", **facts)


def test_an_agreement_gets_two_follow_ups_and_one_answers_those_till_its_day(database: Database) -> None:
    ids = minutes(database)
    made = agreement(database, ids.body, parties=(" Ekby  kommun ", ""))

    follow_ups.follow_up(database, made, DAY, progress=Progress.UNDER_WAY, text=SAID, item=ids.item)

    one = found(database, made)
    assert one.parties == ("Ekby kommun",)
    assert [(each.day, each.done_on) for each in one.checkpoints] == [
        (date(2024, 12, 31), DAY),
        (date(2025, 12, 31), DAY),
    ]
    assert (one.progress, one.follow_ups[0].item) == (Progress.UNDER_WAY, ids.item)


def test_a_verified_paragraph_is_not_touched_by_what_is_noted_at_it(database: Database) -> None:
    ids = minutes(database)
    made = agreement(database, ids.body, item=ids.item)
    activity = activities.add_activity(database, made, "Trygghetskväll", responsible=Named("Polisen"))
    with database.change("Verify") as change:
        change.update("meeting", ids.meeting, stage="verified")
    freeze_as_it_is(database)

    activities.note_activity(database, activity, DAY, Progress.DONE, item=ids.item)
    follow_ups.follow_up(database, made, DAY, text=SAID, item=ids.item)

    with database.read() as read:
        assert list(frozen.unlike(read)) == []
    assert found(database, made).activities[0].progress is Progress.DONE
    assert findings(database) == []


def test_what_the_act_wants_has_its_source_and_its_clock_of_two_years(database: Database) -> None:
    body = minutes(database).body
    made = commitments.add_statutory(
        database, body, Statutory.SITUATION_PICTURE, "Lägesbild", reports_to=body, decided_on=date(2024, 3, 1)
    )

    assert found(database, made).review == date(2026, 3, 1)
    follow_ups.follow_up(database, made, date(2026, 2, 10), text=SAID)
    follow_ups.follow_up(database, made, date(2026, 9, 1), text=SAID, reviewed=False)

    assert found(database, made).review == date(2028, 2, 10)
    assert found(database, made).source == "lag (2023:196) 4 och 6 §§"


def test_all_that_the_act_wants_is_noted_in_one_act_and_once(database: Database) -> None:
    body = minutes(database).body
    titles = {Statutory.SITUATION_PICTURE: "Lägesbild", Statutory.PLAN_OF_MEASURES: "Åtgärdsplan"}

    made = commitments.add_statutory_documents(database, body, titles, reports_to=body)

    assert [found(database, each).review_months for each in made] == [24, 24]
    with pytest.raises(RuleBroken, match="Lägesbild is there already"):
        commitments.add_statutory_documents(database, body, titles)
    database.undo()
    with database.read() as read:
        assert store.commitments(read) == ()


def test_a_report_counts_where_it_was_given(database: Database) -> None:
    ids = minutes(database)
    made = commitments.add_statutory(
        database, ids.body, Statutory.PLAN_OF_MEASURES, "Åtgärdsplan", reports_to=ids.body, decided_on=DAY
    )

    def asked() -> date:
        with database.read() as read:
            all_due = due(store.followed(read), TODAY)
        return next(each.day for each in all_due if each.what is Follows.REPORT)

    follow_ups.follow_up(database, made, DAY, text=SAID)
    assert asked() == date(2026, 12, 31)
    follow_ups.follow_up(database, made, DAY, text=SAID, item=ids.item)
    assert asked() == date(2027, 12, 31)


def test_a_renewed_agreement_takes_along_what_is_not_over(database: Database) -> None:
    body = minutes(database).body
    old = agreement(database, body, source="lag (2023:196) 9 §")
    done = activities.add_activity(database, old, "Föreläsning")
    activities.note_activity(database, done, DAY, Progress.DONE)
    activities.add_activity(database, old, "Nattvandring", when="varje fredag")

    new = commitments.renew_commitment(database, old, date(2027, 1, 1), date(2032, 12, 31), activities=True)

    one = found(database, new)
    assert (one.title, one.replaces, one.source) == ("Samverkan 2027–2032", old, "lag (2023:196) 9 §")
    assert [(each.title, each.when) for each in one.activities] == [("Nattvandring", "varje fredag")]
    assert len(one.checkpoints) == 2
    with database.read() as read:
        replaced = {each.commitment.id: each.replaced for each in store.followed(read)}
    assert replaced == {old: True, new: False}


def test_activities_are_put_in_order_moved_and_taken_out_while_nothing_is_noted(database: Database) -> None:
    made = agreement(database, minutes(database).body)
    one, other = (activities.add_activity(database, made, title) for title in ("Ett", "Två"))
    activities.move_activity(database, other, None)
    activities.change_activity(database, one, to_date=date(2026, 5, 1), purpose=" Lugn ")
    step = activities.note_activity(
        database, one, DAY, Progress.MOVED, moved_to=date(2026, 9, 1), text=from_plain("Regn.")
    )

    first, second = found(database, made).activities
    assert (first.title, second.purpose, second.due_now) == ("Två", "Lugn", date(2026, 9, 1))
    with pytest.raises(RuleBroken, match="Ett was followed up already"):
        activities.remove_activity(database, one)
    activities.remove_activity_step(database, step)
    activities.remove_activity(database, one)
    assert [each.title for each in found(database, made).activities] == ["Två"]


def test_auditors_are_answered_once_and_only_those_who_recommended(database: Database) -> None:
    ids = minutes(database)
    made = commitments.add_commitment(
        database, ids.body, CommitmentKind.RECOMMENDATION, "Ta fram en uppdragsbeskrivning", answer_due=DAY
    )
    follow_ups.answer_recommendation(database, made, DAY, progress=Progress.DONE, item=ids.item)

    assert (found(database, made).answered_on, found(database, made).progress) == (DAY, Progress.DONE)
    with pytest.raises(RuleBroken, match="was answered on 2026-03-01"):
        follow_ups.answer_recommendation(database, made, DAY)
    with pytest.raises(RuleBroken, match="is no recommendation"):
        follow_ups.answer_recommendation(database, agreement(database, ids.body), DAY)


def test_planned_days_are_set_anew_and_those_that_are_done_stay(database: Database) -> None:
    made = agreement(database, minutes(database).body)
    follow_ups.follow_up(database, made, date(2025, 1, 1), text=SAID)

    follow_ups.plan_checkpoints(database, made, [(date(2030, 1, 1), "Efter perioden"), (DAY, None)])
    extra = follow_ups.add_checkpoint(database, made, date(2026, 6, 1))
    follow_ups.change_checkpoint(database, extra, what=" Inför förnyelsen ")

    assert [(each.day, each.what) for each in found(database, made).checkpoints] == [
        (date(2024, 12, 31), None),
        (DAY, None),
        (date(2026, 6, 1), "Inför förnyelsen"),
        (date(2030, 1, 1), "Efter perioden"),
    ]
    follow_ups.remove_checkpoint(database, extra)
    assert len(found(database, made).checkpoints) == 3


def _belongs_to_itself(database: Database, id_: int) -> None:
    commitments.change_commitment(database, id_, belongs_to=id_)


REFUSED: list[tuple[str, Callable[[Database, int], object]]] = [
    ("cannot belong to itself", _belongs_to_itself),
    (
        "before it begins",
        lambda file, id_: commitments.change_commitment(file, id_, to_date=date(2023, 1, 1)),
    ),
    ("A name is needed", lambda file, id_: commitments.change_commitment(file, id_, title=" ")),
    ("one month or more", lambda file, id_: commitments.change_commitment(file, id_, review_months=0)),
    ("600 months at most", lambda file, id_: commitments.change_commitment(file, id_, review_months=10**9)),
    ("Say why it is closed", lambda file, id_: commitments.close_commitment(file, id_, DAY, " ")),
    ("Say how far it has come", lambda file, id_: follow_ups.follow_up(file, id_, DAY)),
    ("name is needed", lambda file, id_: activities.add_activity(file, id_, "")),
]


@pytest.mark.parametrize(("words", "act"), REFUSED)
def test_bad_input_is_refused_in_words_and_nothing_is_changed(
    database: Database, words: str, act: Callable[[Database, int], object]
) -> None:
    made = agreement(database, minutes(database).body)
    before = found(database, made)

    with pytest.raises(RuleBroken, match=words):
        act(database, made)

    assert found(database, made) == before


def test_what_was_followed_up_or_has_others_is_closed_and_not_taken_out(database: Database) -> None:
    body = minutes(database).body
    above = agreement(database, body)
    below = agreement(database, body, belongs_to=above)
    with pytest.raises(RuleBroken, match="belongs to Samverkan"):
        commitments.remove_commitment(database, above)
    made = follow_ups.follow_up(database, below, DAY, text=SAID)
    with pytest.raises(RuleBroken, match="was followed up already"):
        commitments.remove_commitment(database, below)

    follow_ups.change_follow_up(database, made, by=" Polisen ")
    commitments.close_commitment(database, below, DAY, "Uppsagt")
    assert (found(database, below).closed_because, found(database, below).follow_ups[0].by) == (
        "Uppsagt",
        "Polisen",
    )
    commitments.reopen_commitment(database, below)
    follow_ups.remove_follow_up(database, made)
    commitments.remove_commitment(database, below)
    commitments.remove_commitment(database, above)
    assert "checkpoint" not in rows(database)


def test_each_act_is_one_step_that_undo_takes_back(database: Database) -> None:
    made = agreement(database, minutes(database).body)
    before = found(database, made)
    follow_ups.follow_up(database, made, DAY, progress=Progress.DONE)

    step = database.undo()

    assert step is not None
    assert found(database, made) == before


def test_an_item_at_which_something_was_followed_up_stays_on_the_agenda(database: Database) -> None:
    ids = minutes(database, ("Ett", "Två"), number=None)
    made = commitments.add_commitment(database, ids.body, CommitmentKind.PROMISE, "Löfte")
    noted = follow_ups.follow_up(database, made, DAY, text=SAID, item=ids.item)

    with pytest.raises(RuleBroken, match="withdraw it instead"):
        agenda.remove_item(database, ids.item)
    follow_ups.remove_follow_up(database, noted)
    agenda.remove_item(database, ids.item)

    assert found(database, made).follow_ups == ()
