"""Whom to ask before the meeting: in the order of call, without those who cannot come."""

from __future__ import annotations

from evening import line, seats, service
from klubban.domain.asking import ToAsk, to_ask
from klubban.domain.meeting import Absence
from klubban.domain.roll import CallUp, Coming, RollCall, RollLine
from klubban.domain.service import Why

LINES = seats()
BODY = service(LINES).body
NAMES = {each.who.name: each.who for each in LINES if each.who}


def told(*names: str) -> list[Absence]:
    return [Absence(id=place, who=NAMES[name], told=True) for place, name in enumerate(names)]


def asked(name: str, answer: Coming | None = None, for_: str | None = None) -> CallUp:
    return CallUp(id=1, who=NAMES[name], for_=NAMES[for_] if for_ else None, answer=answer)


def asking(
    absent: list[Absence], call_ups: list[CallUp] | None = None, lines: tuple[RollLine, ...] = LINES
) -> list[tuple[str, list[str]]]:
    """Return for each seat the names of those who could be asked."""
    found = to_ask(RollCall(lines=tuple(lines)), BODY, absent, call_ups or [])
    return [(str(each.seat.who or each.seat.party), names(each)) for each in found]


def names(found: ToAsk) -> list[str]:
    return [each.line.who.name for each in found.candidates if each.line.who]


def test_nobody_is_asked_while_everybody_comes() -> None:
    assert asking([]) == []


def test_those_of_the_party_come_first_in_their_order_then_the_others() -> None:
    assert asking(told("Cajsa")) == [("Cajsa (S)", ["Hans", "Kim", "Ida"])]


def test_two_of_a_party_get_an_alternate_each() -> None:
    assert asking(told("Cajsa", "Eva")) == [("Eva (S)", ["Hans", "Ida"]), ("Cajsa (S)", ["Kim", "Ida"])]


def test_an_alternate_who_cannot_come_is_passed_over() -> None:
    assert asking(told("Cajsa", "Hans")) == [("Cajsa (S)", ["Kim", "Ida"])]
    assert asking(told("Cajsa"), [asked("Hans", Coming.NO, "Cajsa")]) == [("Cajsa (S)", ["Kim", "Ida"])]


def test_who_promised_to_come_is_first_for_their_seat() -> None:
    yes = asked("Kim", Coming.YES, "Cajsa")
    [found] = to_ask(RollCall(lines=LINES), BODY, told("Cajsa"), [yes, asked("Hans", None, "Cajsa")])

    assert names(found) == ["Kim", "Hans", "Ida"]
    assert found.filled
    assert [each.answer for each in found.candidates] == [Coming.YES, None, None]
    assert [each.call_up is not None for each in found.candidates] == [True, True, False]


def test_who_promised_to_come_for_another_is_not_asked_again() -> None:
    yes = asked("Hans", Coming.YES, "Cajsa")

    assert asking(told("Cajsa", "Eva"), [yes])[0] == ("Eva (S)", ["Ida"])


def test_why_and_what_it_changes_between_the_parties_is_told_with_who_declined() -> None:
    no = asked("Hans", Coming.NO, "David")
    [found] = to_ask(RollCall(lines=LINES), BODY, told("David"), [no])

    assert found.absence == told("David")[0]
    assert not found.filled
    assert found.declined == (no,)
    assert [(each.why, dict(each.change)) for each in found.candidates] == [
        (Why.CHAIN, {"V": -1, "S": 1}), (Why.CHAIN, {"V": -1, "M": 1}),
    ]  # fmt: skip


def test_a_vacant_seat_is_asked_for_too() -> None:
    lines = (line(4, "(S)"), *(each for each in LINES if each.id != 4))

    assert asking([], lines=lines) == [("S", ["Hans", "Kim", "Ida"])]


def test_where_nobody_is_left_to_ask_the_seat_stands_there_all_the_same() -> None:
    assert asking(told("Cajsa", "Hans", "Ida", "Kim")) == [("Cajsa (S)", [])]
