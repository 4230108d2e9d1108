"""The words about the look: each thing as it is, and the way to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.look import CUSTOMARY
from klubban.i18n import _
from klubban.operations.look import change_look, describe_arms
from klubban.operations.registers import change_organisation, name_organisation
from klubban.ui.look import words
from klubban.ui.look.arms_part import ArmsPart, dropped
from klubban.ui.look.choices import FIRST, Choices
from klubban.ui.look.colours import Swatches
from klubban.ui.look.order_part import OrderPart
from klubban.ui.look.sheet import LookSheet
from klubban.ui.registers.surface import PLAIN, UNHURRIED, Manner, RegisterSurface
from klubban.ui.widgets.basics import QUIET, TOP, Text, spaced
from klubban.ui.widgets.editors import LineEditor
from klubban.ui.widgets.section import Column, Noted, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.store.database import Database


class LookSurface(RegisterSurface[LookSheet]):
    """Shows how papers look; `seen_on` tells on which page something that was chosen is seen."""

    seen_on = Signal(int)
    body_turned = Signal()

    def __init__(self, database: Database, sheet: LookSheet) -> None:
        super().__init__(_("How papers look"), locked=database.read_only)
        self._database, self._sheet = database, sheet
        self.setAcceptDrops(not database.read_only)
        self._rest: Column | None = None
        self._add_name()
        rest = Column()
        rest.hide()
        self.add(rest)
        self._rest = rest
        self._add_head()
        self.choices = Choices(database, sheet)
        self.choices.failed.connect(self.failed)
        self.choices.chosen.connect(self._tell_saved)
        self.choices.opened.connect(self.show_whole)
        self.add(self.choices)
        self.order = OrderPart(database, sheet)
        self.order.failed.connect(self.failed)
        self.order.saved.connect(self.saved)
        self.order.turned.connect(self.body_turned)
        self.add(self.order)
        self._add_known()
        self.end()
        self._show_derived()

    def add(self, widget: QWidget) -> None:
        """Put a part last, of those that come when the organisation has a name."""
        if self._rest is None:
            super().add(widget)
        else:
            self._rest.column.addWidget(widget)

    def enter(self) -> None:
        """Give the keyboard to the first thing to choose; to the name where there is none."""
        if self._sheet.named and not self._locked:
            self.arms.choose_link.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().enter()

    def take(self, sheet: LookSheet) -> None:
        """Show what the store holds now, without touching what is being typed."""
        self._sheet = sheet
        self.take_fields(sheet)
        self.arms.take(sheet)
        self.choices.take(sheet)
        self.order.take(sheet)
        self._show_derived()

    def flush(self) -> bool:
        """Save what is not saved; what cannot be keeps one here, so it is shown."""
        if super().flush():
            return True
        wrong = next((each for each in self._fields.values() if each.autosave.unsaved), None)
        if wrong is not None:
            self.bring_into_sight(wrong.editor)
            if self.isVisible():
                wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

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
        self.add(Section(_("Coat of arms"), self.arms))
        name = self._text("name", _("Name at the head"), lambda sheet: sheet.look.name or "")
        self._fields["name"].editor.setPlaceholderText(self._sheet.organisation.name)
        self.add(Section(_("Name at the head"), name))
        self.add(Section(_("Colour"), self._colour()))
        hint = _("an address, a telephone number")
        foot = self._text("foot", _("At the foot"), lambda sheet: sheet.look.foot or "", hint)
        self.add(Section(_("At the foot"), foot))

    def _text(self, name: str, label: str, of: Callable[[LookSheet], str], hint: str = "") -> Noted:
        def save(typed: str, run: str) -> None:
            change_look(self._database, run=run, **{name: typed or None})
            self.seen_on.emit(FIRST)

        return self.line(name, label, self._sheet, of, save, hint=hint)

    def _colour(self) -> QWidget:
        self.swatches = Swatches(_("Colour"), words.colours(), locked=self._locked)
        self.swatches.chosen.connect(self._take_colour)

        def save(typed: str, run: str) -> None:
            change_look(self._database, run=run, colour=typed or CUSTOMARY.colour)
            self.seen_on.emit(FIRST)

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
        line, row = QWidget(), QHBoxLayout()
        spaced(row, gap=12)
        line.setLayout(row)
        row.addWidget(Text(_("Written as"), "small", QUIET), 0, TOP)
        row.addWidget(own, 1, TOP)
        return _below(self.swatches, line, self._contrast)

    def _add_known(self) -> None:
        """Add what else papers tell of the organisation, and words that it looks for itself."""
        for name, label in _labels():
            shown = bool(getattr(self._sheet.organisation, name))
            self.add_optional(name, label, self._known(name, label), shown=shown)
        self._add_server()
        words_ = self.text(
            "sought",
            _("Words to look for"),
            self._sheet,
            lambda sheet: "\n".join(sheet.organisation.sought),
            lambda typed, run: change_organisation(self._database, run=run, sought=typed.splitlines()),
            gap=0,
        )
        told = Text(
            _("Pointed out before anything is published; a line for each."), "small", QUIET, wrap=True
        )
        both = _below(words_, told)
        self.add_optional("sought", _("Words to look for"), both, shown=bool(self._sheet.organisation.sought))
        self.add_missing()

    def _add_server(self) -> None:
        name, label = "time_stamp_server", _("Time-stamp server")
        told = Text(
            _("Vouches for when somebody signed with a certificate; without one the computer’s clock does."),
            "small",
            QUIET,
            wrap=True,
        )
        both = _below(self._known(name, label, "https://…", UNHURRIED), told)
        self.add_optional(name, label, both, shown=bool(self._sheet.organisation.time_stamp_server))

    def _known(self, name: str, label: str, hint: str = "", manner: Manner = PLAIN) -> Noted:
        def of(sheet: LookSheet) -> str:
            return getattr(sheet.organisation, name) or ""

        def save(typed: str, run: str) -> None:
            change_organisation(self._database, run=run, **{name: typed})

        return self.line(name, label, self._sheet, of, save, hint=hint, manner=manner)

    # --- what is shown, and what is done

    def _show_derived(self) -> None:
        look, named = self._sheet.look, self._sheet.named
        self._about.setText(
            _("One look for all papers of all its bodies.")
            if named
            else _("Write first what the municipality or the authority is called; then the rest is chosen.")
        )
        if self._rest is not None:
            self._rest.setVisible(named)
        self._fields["name"].editor.setPlaceholderText(self._sheet.organisation.name)
        self.swatches.hold(look.colour)
        self._tell_contrast()

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


def _labels() -> tuple[tuple[str, str], ...]:
    return (
        ("address", _("Address")),
        ("website", _("Website")),
        ("notice_board", _("Notice board")),
        ("protocol_kept_at", _("Protocols kept at")),
        ("number", _("Registration number")),
    )


def _below(*parts: QWidget) -> QWidget:
    """Return parts below each other."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    spaced(column, gap=8)
    for part in parts:
        column.addWidget(part)
    return whole
