"""What each part of the room is: it shows one step of one meeting, and tells what can be done there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import emptied, spaced
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from klubban.documents.tree import Document
    from klubban.domain.meeting import Meeting
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.meeting.export import Exporter
    from klubban.ui.registers.form import Form
    from klubban.ui.room import Room
    from klubban.ui.typesetter import Typesetter
    from klubban.ui.widgets.key_foot import KeyName


@dataclass(frozen=True)
class Context:
    """What the page lends its parts."""

    database: Database
    settings: Settings
    typesetter: Typesetter
    room: Room
    """The page itself: it tells of failures and bugs, and asks for other rooms, items and matters."""
    attempt: Callable[[Callable[[], object]], bool]
    """Do something, and show what is new; a refusal is said at the foot. Tells whether it was done."""
    say: Callable[..., None]
    """Say something at the foot: words, and links `[(title, act)]` where there are any."""
    ask: Callable[[Form], None]
    """Show a form above the part's words; once it is done everything is read again."""
    go_to: Callable[[int | None], None]
    """Go to an item of the meeting, or to the meeting."""
    refresh: Callable[[], None]
    """Show anew what the part says of itself: its keys, chief act and paper."""
    exporter: Exporter
    """Writes documents into the folder of exports, with the room as their parent."""
    print: Callable[[str, Sequence[Document]], None]
    """Print documents as one job of that name; the foot says how far it is."""
    in_folder: Callable[[Callable[[Path], object]], None]
    """Do something with the folder of exports; it is asked for when none is known."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is shown beside a part: a document, or a file that is finished, and what stands above it."""

    name: str
    document: Document | None = None
    file: bytes | None = field(default=None, repr=False)
    page: int = 1
    """The page that is seen first; 0 of a file is the one on which it is signed."""


@dataclass(frozen=True, slots=True)
class Chief:
    """The one main act of a step; Ctrl+Enter does it."""

    words: str
    act: Callable[[], object] = field(compare=False)


class Part(QWidget):
    """One step in hand. What it shows goes into `column`, most of it as Sections."""

    step_asked = Signal(object, object)
    """Another step of the course is wanted, and which of several (an id or None)."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.meeting: Meeting | None = None
        self.at: int | None = None
        """Which of several it shows (a verification's id); set before `show_meeting`."""
        self.column = QVBoxLayout(self)
        spaced(self.column)

    # --- what each part fills

    def title(self) -> str:
        """Return where the step stands, in a sentence: it is the page's heading."""
        return ""

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting as it is now."""
        self.meeting = meeting
        self.clear()

    def keys(self) -> Sequence[Sequence[KeyName]]:
        """Return the keys to be named at the foot, in groups."""
        return ()

    def acts(self) -> Mapping[int, Callable[[], object]]:
        """Return what plain keys do: `{Qt.Key.Key_P: self.print}`."""
        return {}

    def chief(self) -> Chief | None:
        """Return the one main act, if there is one now."""
        return None

    def paper(self) -> Paper | None:
        """Return what is to be seen beside the words."""
        return None

    def take_files(self, _paths: Sequence[str]) -> bool:
        """Take files that were dropped on the page; False where the part wants none."""
        return False

    def back(self) -> bool:
        """Leave what is asked or going on (Esc); False where there is nothing to leave."""
        return False

    def stop(self) -> None:
        """End what goes on in the background; the file is closed."""

    # --- what all parts have

    def clear(self) -> None:
        """Take away everything that is shown; the page stays where it is scrolled to."""
        held = QApplication.focusWidget()
        if held is not None and self.isAncestorOf(held):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt scrolls to whatever comes after it
        emptied(self.column)

    def add(self, label: str, content: QWidget, inset: int = 0) -> None:
        """Put one labelled part below the others; links and leads have an inset of 6."""
        section = Section(label, content, inset)
        self.column.addWidget(section)
        section.show()  # now: Qt does it later, and what is not shown takes no keys

    def show_again(self) -> None:
        """Show the same meeting anew, as what is chosen or known of it changed; the keyboard stays."""
        if self.meeting is not None:
            place = self.place()
            self.show_meeting(self.meeting)
            self.give_back(place)
            self.context.refresh()

    def try_it(self, act: Callable[[], object]) -> bool:
        """Do what changes nothing in the file; why a rule refuses it is said at the foot."""
        try:
            act()
        except RuleBroken as broken:
            self.context.say(sentence(broken))
            return False
        return True

    def stops(self) -> list[QWidget]:
        """Return what Tab comes to, in its order."""
        found = (each for each in self.findChildren(QWidget) if each.isEnabled() and each.isVisibleTo(self))
        return [each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def enter(self) -> None:
        """Give the keyboard to where work begins."""
        first = next((each for each in self.stops() if each.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> tuple[int, str] | None:
        """Return which of its stops has the keyboard, and its words, to be given back by `give_back`."""
        now, stops = QApplication.focusWidget(), self.stops()
        return (stops.index(now), _words(now)) if now in stops else None

    def give_back(self, place: tuple[int, str] | None) -> None:
        """Give the keyboard to the stop with the same words, or at the same place, of what was made anew."""
        stops = self.stops()
        if place is not None and stops:
            at, words = place
            same = next((each for each in stops if words and _words(each) == words), None)
            (same or stops[min(at, len(stops) - 1)]).setFocus(Qt.FocusReason.OtherFocusReason)


def _words(widget: QWidget | None) -> str:
    """Return what a stop says."""
    return widget.text() if isinstance(widget, QAbstractButton) else ""
