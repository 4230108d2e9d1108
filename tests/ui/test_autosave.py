"""When texts are saved, and which saves belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.store.trouble import Trouble
from klubban.ui.autosave import Autosave, Pace
from klubban.ui.meeting.field import Field
from klubban.ui.widgets.editors import LineEditor
from ui.helpers import type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

QUICK = Pace(pause=30, longest=120, rest=60)
SLOW = Pace(pause=10_000, longest=10_000, rest=10_000)


class Store:
    """Takes what is saved, and refuses when told to."""

    def __init__(self) -> None:
        self.saves: list[tuple[str, str]] = []
        self.refuses: Exception | None = None

    def save(self, value: str, run: str) -> None:
        if self.refuses:
            raise self.refuses
        self.saves.append((value, run))

    @property
    def values(self) -> list[str]:
        return [value for value, _run in self.saves]


def field(qtbot: QtBot, store: Store, pace: Pace = SLOW, value: str = "") -> Field[str]:
    editor = LineEditor("Rubrik")
    qtbot.addWidget(editor)
    return Field(editor, value, read=editor.words, show=editor.show_words, save=store.save, pace=pace)


def test_the_pace_is_that_of_the_design() -> None:
    assert (Pace().pause, Pace().longest, Pace().rest) == (500, 2000, 3000)


def test_a_pause_saves(qtbot: QtBot) -> None:
    runs: list[str] = []
    autosave = Autosave(runs.append, QUICK)

    with qtbot.waitSignal(autosave.saved, timeout=1000):
        autosave.touch()

    assert len(runs) == 1
    assert not autosave.unsaved


def test_typing_without_a_pause_is_saved_too(qtbot: QtBot) -> None:
    runs: list[str] = []
    autosave = Autosave(runs.append, Pace(pause=80, longest=150, rest=10_000))
    for _ in range(15):
        autosave.touch()
        qtbot.wait(20)

    assert runs


def test_saves_of_one_run_share_a_mark_and_another_run_has_another() -> None:
    runs: list[str] = []
    autosave = Autosave(runs.append, SLOW)
    for _ in range(2):
        autosave.touch()
        autosave.flush()
    autosave.end_run()
    autosave.touch()
    autosave.flush()

    assert runs[0] == runs[1] != runs[2]


def test_a_rest_ends_the_run(qtbot: QtBot) -> None:
    runs: list[str] = []
    autosave = Autosave(runs.append, QUICK)
    for _ in range(2):
        autosave.touch()
        qtbot.wait(150)

    assert runs[0] != runs[1]


def test_what_was_typed_before_the_run_ended_is_saved_with_its_own_run(qtbot: QtBot) -> None:
    store = Store()
    title = field(qtbot, store)
    type_text(title.editor, "Ett")
    title.editor.run_ended.emit()
    type_text(title.editor, " två")
    title.autosave.flush()

    assert store.values == ["Ett", "Ett två"]
    assert store.saves[0][1] != store.saves[1][1]


def test_leaving_the_text_saves_it(qtbot: QtBot) -> None:
    store = Store()
    title = field(qtbot, store)
    type_text(title.editor, "Årsplan")
    title.editor.left.emit()

    assert store.values == ["Årsplan"]


def test_nothing_is_saved_that_is_not_another_value(qtbot: QtBot) -> None:
    store = Store()
    title = field(qtbot, store, value="Plan")
    title.editor.moveCursor(title.editor.textCursor().MoveOperation.End)
    type_text(title.editor, " ")
    title.autosave.flush()

    assert store.values == []
    assert not title.autosave.unsaved


def test_a_text_that_cannot_be_saved_stays_and_is_tried_again(qtbot: QtBot) -> None:
    store = Store()
    title = field(qtbot, store)
    store.refuses = Trouble("The disk is full.", "It is not saved.", "Make room.")
    type_text(title.editor, "Plan")
    with qtbot.waitSignal(title.autosave.failed):
        title.autosave.flush()
    assert title.autosave.unsaved
    assert title.value == "Plan"

    store.refuses = None

    assert title.autosave.flush()
    assert store.values == ["Plan"]


def test_a_broken_rule_is_told_and_the_text_stays(qtbot: QtBot) -> None:
    store = Store()
    title = field(qtbot, store)
    store.refuses = RuleBroken("An item needs a title")
    type_text(title.editor, "x")

    with qtbot.waitSignal(title.autosave.failed) as told:
        title.autosave.flush()

    assert str(told.args[0]) == "An item needs a title"
    assert title.value == "x"


def test_ones_own_save_that_comes_back_changes_nothing(qtbot: QtBot) -> None:
    title = field(qtbot, Store())
    type_text(title.editor, "Ett")
    title.autosave.flush()
    type_text(title.editor, " två")

    assert not title.take("Ett")
    assert title.value == "Ett två"


def test_a_change_from_elsewhere_is_taken_in(qtbot: QtBot) -> None:
    title = field(qtbot, Store(), value="Ett två")

    assert title.take("Ett")
    assert title.value == "Ett"


def test_what_is_being_typed_is_not_overwritten_from_elsewhere(qtbot: QtBot) -> None:
    store = Store()
    title = field(qtbot, store, value="Ett")
    type_text(title.editor, " nytt")

    assert not title.take("Annat")
    assert title.value == "Ett nytt"
    assert title.autosave.flush()
    assert store.values == ["Ett nytt"]
