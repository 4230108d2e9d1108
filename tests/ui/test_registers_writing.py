"""How a body writes, on its page: habits, phrases, own words, and with which paragraph a year begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.domain.habits import CUSTOM, Part, VotesAs
from klubban.domain.text import lines
from klubban.store import minutes
from klubban.ui.registers.body_surface import BodySurface
from klubban.ui.registers.form import Form
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.options import Options
from ui.helpers import held, press, settle, type_text
from ui.registers import Office, body

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage

MOVE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def shown(page: FilePage, bodies: Office) -> BodySurface:
    page.show_body(bodies.committee)
    settle()
    found = page.registers.surface
    assert isinstance(found, BodySurface)
    return found


def fill(within: QWidget, **words: str) -> Form:
    settle()
    (form,) = [each for each in within.findChildren(Form) if each.isVisible()]
    for name, typed in words.items():
        form._lines[name].show_words(typed)
    form.submit()
    settle()
    return form


def test_habits_change_by_keys_and_are_as_most_do_again(
    page: FilePage, office: Database, bodies: Office
) -> None:
    habits = shown(page, bodies).habits
    parts, votes = habits.parts, habits.votes
    parts.open.click()
    settle()
    press(held(), Qt.Key.Key_Down, MOVE)
    settle()
    moved = body(office, bodies.committee).habits.order[:2]
    press(held(), Qt.Key.Key_Space)
    settle()
    type_text(held(), "Nämnden beslutar")
    press(held(), Qt.Key.Key_Return)
    settle()
    entitled = body(office, bodies.committee).habits.titles
    parts._restore()
    settle()
    custom = body(office, bodies.committee).habits
    votes._link.click()
    settle()
    (options,) = votes.findChildren(Options)
    options.buttons[2].click()
    settle()

    assert moved == (CUSTOM.order[1], Part.DECISION)
    assert entitled == {Part.DECISION: "Nämnden beslutar"}
    assert custom == CUSTOM
    assert body(office, bodies.committee).habits.votes is VotesAs.APPENDIX
    assert votes._says.text() == "The answers of a division stand in an appendix."


def test_phrases_own_words_and_the_first_paragraph_of_a_year_are_added(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = shown(page, bodies)
    for name in ("phrases", "own_words", "numbers"):
        surface.ask_for(name)
    part = surface.phrases
    part._ask(None, part._note)
    settle()
    (editor,) = part.findChildren(BlockEditor)
    type_text(editor, "<namn> utses att justera protokollet.")
    fill(part, short="jus")
    surface.own_words._ask(surface.own_words._note)
    fill(surface.own_words, word="Ekbyån")
    surface.numbers._ask(None, surface.numbers._note)
    refused = fill(surface.numbers, year="", number="41")._note.text()
    fill(surface.numbers, year="2026", number="41")
    with office.read() as read:
        (phrase,) = minutes.phrases(read, bodies.committee)
        words, numbers = minutes.own_words(read), minutes.first_numbers(read, bodies.committee)

    assert (phrase.short, phrase.body) == ("jus", bodies.committee)
    assert list(lines(phrase.text)) == ["<namn> utses att justera protokollet."]
    assert [each.short for each in part.phrases] == ["jus"]
    assert [word for _id, word in words] == ["Ekbyån"]
    assert refused == "Say which year it is"
    assert {year: number for year, (_id, number) in numbers.items()} == {2026: 41}
