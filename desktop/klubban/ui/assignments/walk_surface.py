"""One walk: when and where, who took part, and what was seen as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from klubban.domain.text import plain
from klubban.i18n import _, pgettext
from klubban.store.matters import reported
from klubban.ui.asking.surface import AskingSurface
from klubban.ui.assignments import words
from klubban.ui.assignments.observation_card import ObservationCard
from klubban.ui.assignments.pictures import Thumbnails
from klubban.ui.registers.days import told
from klubban.ui.widgets.basics import QUIET, Rule, Text, spaced, widgets_in
from klubban.ui.widgets.leads import INSET, Leads
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

    from klubban.domain.walk import Observation, Walk
    from klubban.store.database import Database
    from klubban.ui.assignments.book import Book
    from klubban.ui.theme import Tone
    from klubban.ui.widgets.act_line import Act


class WalkSurface(AskingSurface):
    """Shows a walk; what is done with it, or with what was seen, is asked above."""

    followed = Signal(int)
    """Where an observation led is wanted, by its id."""
    taken = Signal()
    """Another observation is in hand."""
    dropped = Signal(object)
    meeting_asked = Signal(int, object)

    def __init__(self, database: Database) -> None:
        super().__init__(pgettext("one", "Safety walk"))
        self._database, self._thumbnails = database, Thumbnails(database)
        self._shown: tuple[object, ...] = ()
        self._cards = QVBoxLayout()
        self.seen: int | None = None
        """Id of the observation in hand."""
        self.setAcceptDrops(True)

    def show_nothing(self, title: str, told_: str, actions: Sequence[QWidget]) -> None:
        """Say what belongs here, and what to do first."""
        self._shown, self.seen = (), None
        self.clear()
        text = Text(told_, wrap=True)
        text.setContentsMargins(0, 4, 0, 16)
        self.put(Text(title, "title", wrap=True), text, *actions)

    def take(self, walk: Walk, book: Book, acts: Sequence[Act]) -> None:
        """Show a walk as it is now; the observation in hand stays so."""
        state = tuple(book.by_id.get(each.assignment or 0) for each in walk.observations)
        if (walk, state, book.today, len(acts)) == self._shown:
            return
        self._shown = (walk, state, book.today, len(acts))
        held = QApplication.focusWidget()
        inside = isinstance(held, ObservationCard) and self.isAncestorOf(held)
        if self.seen not in {each.id for each in walk.observations}:
            self.seen = None
        self.clear()
        self._head(walk, acts)
        self._facts(walk)
        self._reported(walk, book)
        self._observations(walk, book)
        if inside and self.seen is not None:
            self.enter_card(self.seen)

    def _head(self, walk: Walk, acts: Sequence[Act]) -> None:
        where = ", ".join(filter(None, (told(walk.day), walk.place)))
        self.put(Text(walk.title, "title", wrap=True), Text(where, "item", QUIET, wrap=True))
        if acts:
            self.put(self.acts(acts))

    def _facts(self, walk: Walk) -> None:
        if walk.led_by:
            self.put(Section(pgettext("walk", "Led by"), Text(walk.led_by, wrap=True)))
        if walk.taking_part:
            self.put(Section(_("Taking part"), Text(", ".join(walk.taking_part), wrap=True)))
        if walk.text:
            self.put(Section(pgettext("walk", "In words"), Text(plain(walk.text).strip(), wrap=True)))

    def _reported(self, walk: Walk, book: Book) -> None:
        """Tell at which meeting it is reported, and lead there."""
        if walk.item is None:
            return
        with self._database.read() as read:
            place = reported(read, [walk.item]).get(walk.item)
        if place is None:
            return
        body = book.bodies.get(walk.body)
        when = words.day(place["date"], book.today)
        lead = Leads([" ".join(filter(None, (body.name if body else "", when)))])
        lead.chosen.connect(lambda _number: self.meeting_asked.emit(place["meeting_id"], place["id"]))
        self.put(Section(pgettext("walk", "Reported"), lead, INSET))

    def _observations(self, walk: Walk, book: Book) -> None:
        whole = QWidget()
        self._cards = QVBoxLayout(whole)
        spaced(self._cards, (0, 2, 0, 8), 8)
        for number, seen in enumerate(walk.observations, 1):
            picture = self._thumbnails.of(seen.sha256, self.devicePixelRatioF()) if seen.sha256 else None
            card = ObservationCard(number, seen, became(seen, book), picture)
            card.taken.connect(self._hold)
            card.followed.connect(self.followed)
            card.walked.connect(self._walk)
            self._cards.addWidget(card)
        if not walk.observations:
            hint = _("Nothing is noted yet. O notes what was seen and where; a picture can be dropped on it.")
            self._cards.addWidget(Text(hint, "body", QUIET, wrap=True))
        label = Text(_("What was seen"), "label", QUIET)
        label.setContentsMargins(0, 12, 0, 8)
        self.put(Rule(), label, whole)

    # --- the keyboard

    @property
    def cards(self) -> list[ObservationCard]:
        """Return the cards in order."""
        return widgets_in(self._cards, ObservationCard) if isValid(self._cards) else []

    def enter_card(self, seen: int | None = None) -> bool:
        """Give the keyboard to a card, or to the first; False where there is none."""
        cards = self.cards
        wanted = next((card for card in cards if card.id == seen), cards[0] if cards else None)
        if wanted is None:
            return False
        wanted.show()
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, wanted, lambda: self.ensureWidgetVisible(wanted, 0, 24))
        return True

    def _walk(self, seen: int, by: int) -> None:
        ids = [card.id for card in self.cards]
        at = ids.index(seen) + by
        if 0 <= at < len(ids):
            self.enter_card(ids[at])

    def _hold(self, seen: int) -> None:
        self.seen = seen
        self.taken.emit()

    # --- pictures that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that a picture may be dropped."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the picture to the card below it, or to the one in hand."""
        at = event.position().toPoint()
        below = next((card for card in self.cards if card.rect().contains(card.mapFrom(self, at))), None)
        if below is not None:
            self.enter_card(below.id)
        mime: QMimeData = event.mimeData()
        self.dropped.emit(mime)
        event.acceptProposedAction()


def became(seen: Observation, book: Book) -> tuple[str, Tone, str]:
    """Return what an observation led to: a word, its tone, and a sentence."""
    one = book.by_id.get(seen.assignment or 0)
    if one is not None:
        pill, tone = words.pill(one, book.today)
        when = words.by_when(one, book.today) if one.is_open and one.assignment.due_now else ""
        who = str(one.assignment.to_now)
        return (
            pill or pgettext("observation", "assignment"),
            tone if pill else "accent",
            ", ".join(filter(None, (who, when))),
        )
    if seen.nothing_because is not None:
        return _("leads to nothing"), "plain", seen.nothing_because
    return pgettext("observation", "to settle"), "soon", ""
