"""The words about the look: each thing as it is, and the way to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.look import CUSTOMARY
from klubban.i18n import _
from klubban.operations.look import change_look, describe_arms
from klubban.operations.registers import name_organisation
from klubban.store.trouble import Trouble
from klubban.ui.look import words
from klubban.ui.look.arms_part import ArmsPart, dropped
from klubban.ui.look.colours import Swatches
from klubban.ui.look.order_part import OrderPart
from klubban.ui.look.sheet import LookSheet
from klubban.ui.registers.body_lines import Chosen
from klubban.ui.registers.surface import UNHURRIED, Manner, RegisterSurface, sentence
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.editors import LineEditor
from klubban.ui.widgets.section import Column, Noted, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.store.database import Database

FIRST, INSIDE = 1, 2
"""The pages on which what was changed is seen."""


class LookSurface(RegisterSurface[LookSheet]):
    """Shows how papers look; `seen_on` tells on which page something that was chosen is seen."""

    seen_on = Signal(int)
    body_turned = Signal()

    def __init__(self, database: Database, sheet: LookSheet) -> None:
        super().__init__(_("How papers look"), locked=database.read_only)
        self._database, self._sheet = database, sheet
        self._chosen: dict[str, tuple[Chosen, Callable[[], words.Choices]]] = {}
        self.setAcceptDrops(not database.read_only)
        self._add_name()
        self._rest = Column()
        self._rest.hide()
        self.add(self._rest)
        self._add_head()
        self._add_margin()
        self._add_names()
        self.order = OrderPart(database, sheet)
        self.order.failed.connect(self.failed)
        self.order.saved.connect(lambda: self._tell_saved(INSIDE))
        self.order.turned.connect(self.body_turned)
        self._put(self.order)
        self.end()
        self._show_derived()

    def _put(self, part: QWidget) -> None:
        """Put a part last of those that come when the organisation has a name."""
        self._rest.column.addWidget(part)

    def take(self, sheet: LookSheet) -> None:
        """Show what the store holds now, without touching what is being typed."""
        self._sheet = sheet
        self.take_fields(sheet)
        self.arms.take(sheet)
        self.order.take(sheet)
        self._show_derived()

    # --- how it is built

    def _add_name(self) -> None:
        def save(typed: str, run: str) -> None:
            name_organisation(self._database, typed, run=run)

        self.add(
            self.line(
                "organisation",
                _("Name of the organisation"),
                self._sheet,
                lambda sheet: sheet.organisation.name,
                save,
                role="title",
                hint=_("Name of the organisation"),
            )
        )
        self._about = Text("", "item", QUIET, wrap=True)
        self._about.setContentsMargins(0, 2, 0, 12)
        self.add(self._about)

    def _add_head(self) -> None:
        says = self.line(
            "arms",
            _("What the coat of arms is"),
            self._sheet,
            lambda sheet: sheet.organisation.arms.says if sheet.organisation.arms else "",
            lambda typed, run: describe_arms(self._database, typed, run=run),
        )
        self.arms = ArmsPart(self._database, self._sheet, says)
        self.arms.failed.connect(self.failed)
        self.arms.saved.connect(lambda: self._tell_saved(FIRST))
        self._put(Section(_("Coat of arms"), self.arms))
        name = self._text("name", _("Name at the head"), lambda sheet: sheet.look.name or "")
        self._fields["name"].editor.setPlaceholderText(self._sheet.organisation.name)
        self._put(Section(_("Name at the head"), name))
        self._put(Section(_("Colour"), self._colour()))
        hint = _("an address, a telephone number")
        foot = self._text("foot", _("At the foot"), lambda sheet: sheet.look.foot or "", hint)
        self._put(Section(_("At the foot"), foot))

    def _text(self, name: str, label: str, of: Callable[[LookSheet], str], hint: str = "") -> Noted:
        def save(typed: str, run: str) -> None:
            change_look(self._database, run=run, **{name: typed or None})

        return self.line(name, label, self._sheet, of, save, hint=hint)

    def _colour(self) -> QWidget:
        self.swatches = Swatches(_("Colour"), words.colours(), locked=self._locked)
        self.swatches.chosen.connect(self._take_colour)

        def save(typed: str, run: str) -> None:
            change_look(self._database, run=run, colour=typed or CUSTOMARY.colour)

        own = self.line(
            "colour",
            _("Colour of your own"),
            self._sheet,
            lambda sheet: sheet.look.colour,
            save,
            hint="#17616b",
            manner=Manner(UNHURRIED.pace, words.spelled),
        )
        editor = self._fields["colour"].editor
        self._contrast = Text("", "small", QUIET, wrap=True)
        editor.edited.connect(self._tell_contrast)
        whole = QWidget()
        column = QVBoxLayout(whole)
        spaced(column, gap=8)
        for part in (self.swatches, own, self._contrast):
            column.addWidget(part)
        return whole

    def _add_margin(self) -> None:
        margin = self._choice("margin", _("Margin"), FIRST, lambda: words.margins(self._sheet.look.margin))
        sides = self._choice("mirrored", _("Both sides"), INSIDE, words.sides)
        self._put(Section(_("Margin"), _below(margin, sides)))

    def _add_names(self) -> None:
        service = self._choice("service", _("Serving alternates"), FIRST, lambda: words.services(self._sheet))
        party = self._choice("party_first", _("Party"), FIRST, words.parties)
        remote = self._choice("by_link", _("Remote"), FIRST, lambda: words.remote(self._sheet))
        self._put(Section(_("Serving alternates"), service))
        self._put(Section(_("Names"), _below(party, remote)))

    def _choice(self, name: str, label: str, page: int, options: Callable[[], words.Choices]) -> Chosen:
        """Return a sentence that is one of several."""
        chosen = Chosen(label, lambda: (options(), getattr(self._sheet.look, name)), locked=self._locked)
        chosen.chosen.connect(lambda value: self._change(chosen, page, **{name: value}))
        self._chosen[name] = chosen, options
        return chosen

    # --- what is shown, and what is done

    def _show_derived(self) -> None:
        look, named = self._sheet.look, self._sheet.named
        self._about.setText(
            _("One look for all papers of all its bodies.")
            if named
            else _("Write first what the municipality or the authority is called; then the rest is chosen.")
        )
        self._rest.setVisible(named)
        self._fields["name"].editor.setPlaceholderText(self._sheet.organisation.name)
        self.swatches.hold(look.colour)
        self._tell_contrast()
        for name, (chosen, options) in self._chosen.items():
            now = getattr(look, name)
            _value, says, follows = next(each for each in options() if each[0] == now)
            chosen.say(says, follows)

    def _tell_contrast(self) -> None:
        told = words.contrast(self._fields["colour"].value)
        self._contrast.setText(told)
        self._contrast.setVisible(bool(told))

    def _take_colour(self, colour: str) -> None:
        """Let a colour stand in the line, also in the place of one that was refused; a step of its own."""
        field = self._fields["colour"]
        field.autosave.end_run()
        assert isinstance(field.editor, LineEditor)  # noqa: S101 - as it was made
        field.editor.show_words(colour)
        field.autosave.touch()
        field.autosave.end_run()
        self._tell_contrast()
        self.seen_on.emit(FIRST)

    def _change(self, at: Chosen, page: int, **facts: Any) -> None:
        try:
            change_look(self._database, **facts)
        except RuleBroken as broken:
            at.complain(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            at.close_choice()
            self._tell_saved(page)

    def _tell_saved(self, page: int) -> None:
        self.seen_on.emit(page)
        self.saved.emit()

    # --- a picture dropped anywhere on the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take it anywhere on the page."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let it be the coat of arms, or say why it cannot be."""
        path = dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.bring_into_sight(self.arms)
            self.arms.put(path)


def _below(*parts: QWidget) -> QWidget:
    """Return parts below each other."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    spaced(column, gap=8)
    for part in parts:
        column.addWidget(part)
    return whole
