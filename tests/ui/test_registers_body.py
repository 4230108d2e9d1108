"""A body's page: what is typed is saved, rules are sentences, seats change hands, undo comes back here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from klubban.domain.body import Invited, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import PRESETS, BodyKind, Right, plain_rules
from klubban.domain.service import OrderOfCall
from klubban.operations.bodies import add_body, change_body, put_meeting_type
from klubban.operations.seats import remove_seat
from klubban.ui.registers.body_facts import read_rotation
from klubban.ui.registers.rule_list import RuleLine
from klubban.ui.registers.rule_words import GROUPS, Asks, rules_of
from klubban.ui.widgets.basics import Pill, Text
from klubban.ui.widgets.buttons import Link
from ui.helpers import press, settle, type_text
from ui.registers import Office, body, editor, focused, form_in, link, opened, seats, write

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def texts(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(Text) if each.isVisibleTo(widget)]


# --- what is typed


def test_a_purpose_is_asked_for_typed_and_saved(
    page: FilePage, office: Database, bodies: Office, qtbot: QtBot
) -> None:
    surface = opened(page, bodies.committee)
    link(surface, "Purpose").click()
    assert focused() is editor(surface, "purpose")
    type_text(focused(), "Nämnden ansvarar för gator.")

    qtbot.waitUntil(
        lambda: body(office, bodies.committee).purpose == "Nämnden ansvarar för gator.", timeout=2500
    )
    qtbot.waitUntil(lambda: "Saved" in page.registers.foot._saved.text(), timeout=1000)


def test_a_run_of_typing_is_one_step_and_undo_leads_back_to_the_page(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.ask_for("mandate")
    for words in ("Får besluta", " om gator."):
        type_text(editor(surface, "mandate"), words)
        surface.flush()
    settle()
    page.rail.choose(1)
    settle()
    assert page._pages.currentWidget() is page.meeting
    page.undo()
    settle()

    assert page._pages.currentWidget() is page.registers
    assert page.registers.body_id == bodies.committee
    assert body(office, bodies.committee).mandate is None
    assert page.registers.foot._saved.text().startswith("Undone: change Tekniska nämnden")


def test_a_day_that_is_none_is_said_below_its_field_and_kept(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.ask_for("review")
    write(editor(surface, "review"), "nyår")

    assert not surface.flush()
    assert "”nyår” is no day; write it as 2026-12-31" in texts(surface)
    write(editor(surface, "review"), "31 mars 2020")
    assert surface.flush()
    settle()
    assert body(office, bodies.committee).review_date == date(2020, 3, 31)
    assert "passed" in [pill.text() for pill in surface.findChildren(Pill) if pill.isVisible()]


def test_a_day_is_spelled_out_when_its_line_is_left_and_not_before(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.ask_for("review")
    write(editor(surface, "review"), "2027-12-31")
    assert surface.flush()
    settle()
    assert editor(surface, "review").toPlainText() == "2027-12-31"

    editor(surface, "name").setFocus()
    assert editor(surface, "review").toPlainText() == "31 December 2027"
    assert body(office, bodies.committee).review_date == date(2027, 12, 31)


def test_the_chair_that_goes_round_says_whose_turn_it_is(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.ask_for("rotation")
    year = date.today().year  # noqa: DTZ011 - the page asks the same clock
    type_text(editor(surface, "rotation"), f"{year - 1} Ekby kommun")
    QTest.keyClick(editor(surface, "rotation"), ENTER)
    type_text(editor(surface, "rotation"), "Polisen")
    surface.flush()
    settle()

    assert body(office, bodies.committee).rotation == ("Ekby kommun", "Polisen")
    editor(surface, "name").setFocus()
    assert editor(surface, "rotation").toPlainText() == f"{year - 1} Ekby kommun\n{year} Polisen"


def test_whose_turn_it_is_is_said_once_the_lines_do_not_say_it(
    page: FilePage, office: Database, bodies: Office
) -> None:
    year = date.today().year  # noqa: DTZ011 - the page asks the same clock
    change_body(office, bodies.committee, rotation=("Ekby kommun", "Polisen"), rotation_from=year - 2)

    assert f"In {year} Ekby kommun chairs, in {year + 1} Polisen." in texts(opened(page, bodies.committee))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2025 Ekby kommun\nPolisen", (["Ekby kommun", "Polisen"], 2025)),
        ("2025 Ekby kommun\n2026 Polisen", (["Ekby kommun", "Polisen"], 2025)),
        ("", ([], None)),
    ],
)
def test_the_turns_of_the_chair_may_be_typed_with_every_year(
    typed: str, found: tuple[list[str], int | None]
) -> None:
    assert read_rotation(typed) == found


@pytest.mark.parametrize("typed", ["Ekby kommun", "2025", "2025 Ekby kommun\n2027 Polisen"])
def test_a_year_that_is_missing_or_left_out_is_no_turn(typed: str) -> None:
    with pytest.raises(RuleBroken):
        read_rotation(typed)


def test_chains_are_a_line_for_each_party(page: FilePage, office: Database, bodies: Office) -> None:
    surface = opened(page, bodies.committee)
    write(editor(surface, "chains"), "S: MP, V")
    assert surface.flush()
    assert dict(body(office, bodies.committee).chains) == {"S": ("MP", "V")}

    write(editor(surface, "chains"), "S MP")
    assert not surface.flush()
    assert "Write ”S: MP, V”: a party, a colon, and whose alternates come next" in texts(surface)
    write(editor(surface, "chains"), "S: MP, V")
    assert surface.flush()


def test_a_body_cannot_belong_to_what_belongs_to_it(page: FilePage, office: Database, bodies: Office) -> None:
    below = add_body(office, "Arbetsutskottet", BodyKind.SUBCOMMITTEE, parent=bodies.committee)
    surface = opened(page, bodies.committee)
    assert "Subordinate body:" in texts(surface)
    assert link(surface, "arbetsutskottet").isVisible()
    surface._parent._swap()
    surface._parent.chosen.emit(below)
    settle()

    assert body(office, bodies.committee).parent is None
    assert any("cannot belong to itself" in told for told in texts(surface))


def test_what_changed_elsewhere_is_shown_and_what_is_being_typed_stays(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.ask_for("purpose")
    type_text(editor(surface, "purpose"), "Gator")
    change_body(office, bodies.committee, short="TEK")
    settle()

    assert editor(surface, "short").toPlainText() == "TEK"
    assert editor(surface, "purpose").toPlainText() == "Gator"


# --- rules


def test_every_rule_stands_on_the_page_as_a_sentence_with_its_source(
    bodies: Office, office: Database
) -> None:
    grouped = {name for names in GROUPS for name in names}
    assert grouped == set(plain_rules(PRESETS[BodyKind.COMMITTEE]))

    shown = rules_of(body(office, bodies.committee))
    assert all(rule.now.says.endswith(".") and rule.source for rule in shown.values())
    assert shown["quorum"].now.says.endswith("at least 2 of 3.")
    assert shown["quorum"].source == "KL 6 kap. 27 §"
    assert shown["verifiers"].asks is Asks.NUMBER


def test_a_rule_is_chosen_by_keys_and_marked_as_the_bodys_own(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    line = surface.rules.lines["returns"]
    line.enter()
    press(line._change, Qt.Key.Key_Space)
    press(focused(), Qt.Key.Key_Down)
    assert body(office, bodies.committee).rules.returns is False  # walking chooses nothing
    press(focused(), ENTER)
    settle()

    assert body(office, bodies.committee).rules.returns is True
    after = surface.rules.lines["returns"]
    assert "Who has left may come back and serve again." in texts(after)
    assert [pill.text() for pill in after.findChildren(Pill)] == ["own"]
    assert focused() is after._change


def test_escape_leaves_a_rule_as_it_was(page: FilePage, office: Database, bodies: Office) -> None:
    surface = opened(page, bodies.committee)
    line = surface.rules.lines["alternates"]
    line.open()
    press(focused(), ESCAPE)

    assert body(office, bodies.committee).rules.alternates is OrderOfCall.PARTY_CHAIN
    assert line._open is None


def test_a_number_is_typed_and_what_is_none_is_said(page: FilePage, office: Database, bodies: Office) -> None:
    surface = opened(page, bodies.committee)
    surface.rules.lines["meetings_a_year"].open()
    write(form_in(surface)._lines["number"], "många")
    press(focused(), ENTER)
    assert "Write a whole number, in digits" in texts(surface)
    write(form_in(surface)._lines["number"], "4")
    press(focused(), ENTER)
    settle()

    assert body(office, bodies.committee).rules.meetings_a_year == 4
    assert "At least 4 meetings a year." in texts(surface)


def test_rights_are_chosen_one_after_the_other_without_losing_the_place(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.rules.lines["alternates_may"].open(at=1)
    press(focused(), Qt.Key.Key_Space)
    settle()
    focused().focusNextChild()
    press(focused(), Qt.Key.Key_Space)
    settle()

    assert body(office, bodies.committee).rules.alternates_may == (Right.ATTEND, Right.SPEAK, Right.PROPOSE)


def test_what_is_law_cannot_be_opened(page: FilePage, office: Database) -> None:
    assembly = add_body(office, "Kommunfullmäktige", BodyKind.ASSEMBLY)
    line: RuleLine = opened(page, assembly).rules.lines["returns"]

    assert line._change.isHidden()
    assert [pill.text() for pill in line.findChildren(Pill)] == ["law"]
    assert any("KL 5 kap. 20 §" in told for told in texts(line))


# --- seats


def test_a_resignation_leaves_a_vacant_seat_and_a_by_election_fills_it(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.seats.open(bodies.seats[1])
    link(surface.seats, "Resignation …").click()
    write(form_in(surface)._lines["day"], "2024-03-31")
    press(focused(), ENTER)
    type_text(focused(), "KF § 12")
    press(focused(), ENTER)
    settle()

    (vacancy,) = [seat for seat in seats(office, bodies.committee) if seat.person is None]
    assert vacancy.from_date == date(2024, 4, 1)
    assert "1 seat is vacant." in texts(surface)
    assert "1 who had a seat before" in [each.text() for each in surface.findChildren(Link)]

    surface.seats.open(vacancy.id)
    link(surface.seats, "By-election …").click()
    type_text(focused(), "Nils Öst")
    press(focused(), ENTER)
    write(focused(), "2024-05-02")  # type: ignore[arg-type] # the line of the day has the keyboard
    press(focused(), ENTER)
    press(focused(), ENTER)
    settle()

    held = next(seat for seat in seats(office, bodies.committee) if seat.from_date == date(2024, 5, 2))
    assert page.registers._registers.person(held.person).name == "Nils Öst"  # type: ignore[union-attr]
    assert seats(office, bodies.committee)[1].note == "KF § 12"


def test_a_resignation_that_cannot_be_is_said_in_its_form(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.seats.open(bodies.seats[1])
    surface.seats.opened.show_form(resigns=True)  # type: ignore[union-attr]
    write(form_in(surface)._lines["day"], "1999-01-01")
    form_in(surface).submit()

    assert any("does not have the seat on 1999-01-01" in told for told in texts(form_in(surface)))
    assert len(seats(office, bodies.committee)) == 5


def test_a_new_seat_is_added_for_somebody_in_the_register(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    link(surface.seats, "New seat …").click()
    link(surface.seats, "Secretary").click()
    type_text(focused(), "lindered")
    press(focused(), ENTER)
    form_in(surface).submit()
    settle()

    added = seats(office, bodies.committee)[-1]
    assert added.role is SeatRole.SECRETARY
    assert added.from_date == date(2023, 1, 1)  # the term that the others have
    assert page.registers._registers.person(added.person).name == "Anette Lindered"  # type: ignore[union-attr]


def test_alternates_are_moved_by_alt_and_the_arrows(page: FilePage, office: Database, bodies: Office) -> None:
    surface = opened(page, bodies.committee)
    surface.seats._focus(bodies.seats[4])
    page.keys.step(-1)
    settle()

    order = [seat.id for seat in seats(office, bodies.committee) if seat.role is SeatRole.ALTERNATE]
    assert order == [bodies.seats[4], bodies.seats[3]]
    assert focused() in surface.seats.rows


def test_a_seats_words_are_saved_without_closing_it(page: FilePage, office: Database, bodies: Office) -> None:
    surface = opened(page, bodies.committee)
    surface.seats.open(bodies.seats[1])
    field = editor(surface, "seat.represents")
    write(field, "Hyresgästföreningen")
    surface.flush()
    settle()

    assert seats(office, bodies.committee)[1].represents == "Hyresgästföreningen"
    assert focused() is field
    assert "represents Hyresgästföreningen" in surface.seats.rows[1].text()


def test_a_seat_that_is_taken_away_elsewhere_closes_with_what_was_typed_in_it(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.seats.open(bodies.seats[4])
    write(editor(surface, "seat.from"), "nyår")
    assert not surface.flush()
    remove_seat(office, bodies.seats[4])
    settle()

    assert surface.seats.opened is None
    assert surface.flush()


def test_arrows_walk_the_seats_and_tab_passes_them_as_one(page: FilePage, bodies: Office) -> None:
    surface = opened(page, bodies.committee)
    surface.seats.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(focused(), Qt.Key.Key_Down)
    assert focused() is surface.seats.rows[1]

    stops = [row for row in surface.seats.rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [surface.seats.rows[1]]


def test_a_meeting_type_invites_people_bodies_and_offices(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.ask_for("types", focus=False)
    link(surface.types, "New sort of meeting …").click()
    type_text(focused(), "Utökat")
    press(focused(), ENTER)
    type_text(focused(), "2")
    press(focused(), ENTER)
    for words in ("Bo Ek", "Kommunstyrelsen", "Räddningschefen"):
        type_text(focused(), words)
        QTest.keyClick(focused(), ENTER)
    form_in(surface).submit()
    settle()

    (made,) = body(office, bodies.committee).meeting_types
    assert (made.name, made.per_year) == ("Utökat", 2)
    assert [bool(one.person) for one in made.invited] == [True, False, False]
    assert "Invited: Bo Ek (S), all in Kommunstyrelsen and Räddningschefen" in texts(surface)
    put_meeting_type(office, bodies.committee, made.id, "Rådslag", None, [Invited(id=0, name="Alla")])
    settle()
    assert "Rådslag" in texts(surface)


def test_a_change_from_an_items_decision_is_offered_from_its_day(page: FilePage, bodies: Office) -> None:
    page.show_body(bodies.committee, date(2025, 6, 2))
    settle()
    surface = page.registers.surface
    surface.seats.open(bodies.seats[1])  # type: ignore[union-attr]
    surface.seats.opened.show_form(resigns=True)  # type: ignore[union-attr]

    assert form_in(page.registers).words("day") == "2 June 2025"
    assert any("The decision of 2 June 2025" in told for told in texts(page.registers))
