"""Where the paragraphs stand on their way to legal force, and what became known of appeals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.domain import legal_force
from klubban.domain.afterwards import AppealStepKind
from klubban.domain.appeals import appeal_of
from klubban.domain.legal_force import Standing
from klubban.domain.meeting import Appeal
from klubban.i18n import _, pgettext
from klubban.operations import legal_force as operations
from klubban.operations.export import Kind
from klubban.ui import clock
from klubban.ui.after import force_papers as papers
from klubban.ui.after import force_words as say
from klubban.ui.after.force_forms import OUTCOMES, ReceiptForm, StepForm, WayForm
from klubban.ui.after.force_rows import ParagraphRows
from klubban.ui.after.part import Chief, Paper, Part
from klubban.ui.planning.parts import Acts
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.key_foot import KeyName
from klubban.ui.widgets.leads import INSET
from klubban.ui.widgets.section import Sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from klubban.domain.meeting import Item, Meeting
    from klubban.ui.after.part import Context

_AWAITED = (Standing.RUN_OUT, Standing.ASKED)


class ForcePart(Part):
    """All paragraphs; what is noted is noted of those that are ticked."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ticked: frozenset[int] | None = None
        """Ids of the items that are ticked; None for those whose turn it is."""

    # --- what is shown

    def title(self) -> str:
        """Return where the decisions stand."""
        return say.heading(self.meeting, clock.today()) if self.meeting else ""

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the paragraphs, and what is known of those that are ticked."""
        if self.meeting is None or self.meeting.id != meeting.id:
            self._ticked = None
        super().show_meeting(meeting)
        today, able, unable = clock.today(), self._able(), self._unable()
        ticked = {item.id for item in self.ticked()}
        if able:
            rows = ParagraphRows(
                [(item.id, say.title(meeting, item), say.line(meeting, item, today)) for item in able],
                {item.id: say.pill(meeting, item, today) for item in able},
                ticked,
            )
            rows.changed.connect(self._tick)
            self.add(_("Can be appealed against"), rows, INSET)
        if self.ticked():
            self.add(_("Of those ticked"), Acts(self._ways()), INSET)
        elif able:
            hint = _(
                "Tick one or several to note what a court has answered, or how they can be appealed against."
            )
            self.add(_("Of those ticked"), Text(hint, "body", QUIET, wrap=True))
        known = self._known(today_of=meeting)
        if known:
            self.add(_("What is known"), Sentences(known))
        if unable:
            rows = ParagraphRows(
                [(item.id, say.title(meeting, item), say.because(meeting, item)) for item in unable],
                {},
                ticked,
            )
            rows.changed.connect(self._tick)
            self.add(_("Cannot be appealed against"), rows, INSET)

    def _known(self, today_of: Meeting) -> list[str]:
        """Return what was noted of appeals, each sentence once with the paragraphs that it is of."""
        today = clock.today()
        found: dict[str, list[Item]] = {}
        for item in today_of.items:
            for step in item.appeal_steps:
                found.setdefault(say.step(step, today), []).append(item)
        return [f"{told} ({say.chosen(today_of, items)})" for told, items in found.items()]

    def _tick(self, item_id: int, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        before = frozenset(item.id for item in self.ticked())
        self._ticked = before | {item_id} if on else before - {item_id}
        self.show_again()

    # --- what can be done

    def chief(self) -> Chief | None:
        """Return what comes next: the court's answer, or the certificate."""
        if self.meeting is None:
            return None
        today = clock.today()
        states = [legal_force.state_of(self.meeting, item, today).standing for item in self.ticked()]
        if states and all(each in _AWAITED for each in states):
            return Chief(_("Note that nobody has appealed"), self.ask_answer)
        if states and all(each is Standing.IN_FORCE for each in states):
            return Chief(_("Save the certificate of legal force"), self.save_certificate)
        return None

    def keys(self) -> Sequence[Sequence[KeyName]]:
        """Name the keys of what is offered."""
        tick = [KeyName(pgettext("key", "Space"), pgettext("key", "tick"))]
        if not self.ticked():
            return (tick,)
        offered = {act for _title, act in self._ways()}
        groups = (
            (
                (self.ask_asked, "T", pgettext("key", "the court is asked")),
                (self.ask_answer, "N", pgettext("key", "nobody has")),
                (self.ask_appealed, "A", pgettext("key", "appealed")),
                (self.ask_outcome, "U", pgettext("key", "outcome")),
            ),
            (
                (self.ask_way, "W", pgettext("key", "way of appeal")),
                (self.ask_receipt, "R", pgettext("key", "receipt")),
            ),
            ((self.save_how, "H", pgettext("key", "how to appeal")),),
        )
        named = [[KeyName(cap, told) for act, cap, told in group if act in offered] for group in groups]
        return (tick, *filter(None, named))

    def acts(self) -> Mapping[int, Callable[[], object]]:
        """Return what plain keys do."""
        return {
            Qt.Key.Key_T: self.ask_asked,
            Qt.Key.Key_N: self.ask_answer,
            Qt.Key.Key_A: self.ask_appealed,
            Qt.Key.Key_U: self.ask_outcome,
            Qt.Key.Key_W: self.ask_way,
            Qt.Key.Key_R: self.ask_receipt,
            Qt.Key.Key_L: self.save_certificate,
            Qt.Key.Key_H: self.save_how,
        }

    def _ways(self) -> list[tuple[str, Callable[[], object]]]:
        """Return what can be done with those ticked; of one alone there is more."""
        items = self.ticked()
        found: list[tuple[str, Callable[[], object]]] = []
        if all(self._way(item) is not Appeal.NONE for item in items):
            if not all(self.meeting and legal_force.force_since(self.meeting, item) for item in items):
                found.append((_("The court is asked …"), self.ask_asked))
                found.append((_("Nobody has appealed …"), self.ask_answer))
            found.append((_("Somebody has appealed …"), self.ask_appealed))
            if any(legal_force.open_appeals(item) for item in items):
                found.append((_("What became of the appeal …"), self.ask_outcome))
            found.append((_("Save how to appeal"), self.save_how))
        if len(items) == 1:
            [item] = items
            found.append((_("By another way …"), self.ask_way))
            if self._way(item) is Appeal.ADMINISTRATIVE:
                found.append((_("Who got it …"), self.ask_receipt))
            if item.appeal_steps or item.receipts:
                found.append((_("Take back the last"), self.take_back))
        return found

    def paper(self) -> Paper | None:
        """Return the certificate where those ticked have legal force, else how they are appealed against."""
        return papers.paper(self.meeting, self.ticked(), clock.today()) if self.meeting else None

    def ask_asked(self) -> None:
        """Ask when the court was asked."""
        self._ask(AppealStepKind.ASKED)

    def ask_answer(self) -> None:
        """Ask when it was answered that nobody has appealed."""
        self._ask(AppealStepKind.NONE_FILED)

    def ask_appealed(self) -> None:
        """Ask who has appealed."""
        self._ask(AppealStepKind.FILED)

    def ask_outcome(self) -> None:
        """Ask what became of an appeal."""
        self._ask(OUTCOMES[0])

    def _ask(self, kind: AppealStepKind) -> None:
        items = self.ticked()
        if self.meeting is None or not items:
            self.context.say(_("Tick a paragraph first."))
            return
        form = StepForm(self.context.database, self.meeting, items, kind, self._court())
        form.done.connect(self._untick)  # so that next come those whose turn it is then
        self.context.ask(form)

    def _untick(self) -> None:
        self._ticked = None

    def ask_way(self) -> None:
        """Ask by which way the one that is ticked can be appealed against."""
        item = self._one()
        if self.meeting is not None and item is not None:
            self.context.ask(WayForm(self.context.database, self.meeting, item))

    def ask_receipt(self) -> None:
        """Ask which party got the decision that is ticked."""
        item = self._one()
        if self.meeting is not None and item is not None:
            self.context.ask(ReceiptForm(self.context.database, self.meeting, item))

    def take_back(self) -> None:
        """Take back the last that was noted of the one that is ticked: of its appeal, or who got it."""
        item, database = self._one(), self.context.database
        if item is None:
            return
        if item.appeal_steps:
            self.context.attempt(lambda: operations.take_back_step(database, item.id))
        elif item.receipts:
            last = item.receipts[-1].id
            self.context.attempt(lambda: operations.remove_receipt(database, last))

    def save_certificate(self) -> None:
        """Write the certificate of legal force of those ticked."""
        self._save(Kind.LEGAL_FORCE)

    def save_how(self) -> None:
        """Write how those ticked are appealed against."""
        self._save(Kind.HOW_TO_APPEAL)

    def _save(self, kind: Kind) -> None:
        meeting, items, database = self.meeting, self.ticked(), self.context.database
        if meeting is not None and items:
            today = clock.today()
            self.context.exporter.write(self, lambda: papers.prepared(database, meeting, items, kind, today))

    # --- which ones

    def _way(self, item: Item) -> Appeal:
        return appeal_of(self.meeting, item) if self.meeting else Appeal.NONE

    def _able(self) -> list[Item]:
        items = self.meeting.items if self.meeting else ()
        return [item for item in items if self._way(item) is not Appeal.NONE]

    def _unable(self) -> list[Item]:
        items = self.meeting.items if self.meeting else ()
        return [item for item in items if item.number is not None and self._way(item) is Appeal.NONE]

    def ticked(self) -> list[Item]:
        """Return those ticked; before anybody has ticked one, those whose turn it is."""
        if self._ticked is not None:
            return [item for item in (*self._able(), *self._unable()) if item.id in self._ticked]
        meeting, today = self.meeting, clock.today()
        if meeting is None:
            return []
        states = {item.id: legal_force.state_of(meeting, item, today).standing for item in self._able()}
        for wanted in (_AWAITED, (Standing.IN_FORCE,)):
            found = [item for item in self._able() if states[item.id] in wanted]
            if found:
                return found
        return []

    def _one(self) -> Item | None:
        items = self.ticked()
        if len(items) == 1:
            return items[0]
        self.context.say(_("Tick one paragraph alone for that."))
        return None

    def _court(self) -> str:
        """Return the court that was named last."""
        items = self.meeting.items if self.meeting else ()
        courts = [each.court for item in items for each in item.appeal_steps if each.court]
        return courts[-1] if courts else ""
