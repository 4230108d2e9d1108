"""Who may not read an item, by which section of the secrecy act, and what it is called in public."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.documents.public_words import signs
from klubban.i18n import _, texts
from klubban.operations.agenda import set_item
from klubban.ui.meeting.asking_part import INSET
from klubban.ui.meeting.item_part import ItemPart
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.options import Toggles
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database
    from klubban.ui.registers.form import FormLine

_GAP = 12
_INDENT = 28
"""The words of a choice stand so much further in than its box."""
_FLAGS = ("confidential", "exercise_of_authority")
_EXAMPLES = ("21 kap. 1 § OSL", "26 kap. 1 § OSL", "31 kap. 16 § OSL", "19 kap. 1 § OSL")
"""Health and sexual life, social services, business dealings, the authority's own business."""


class ItemSecrecy(ItemPart):
    """Shown once something of it is said, or asked for."""

    def __init__(self, database: Database, meeting: Meeting, item: Item, today: date) -> None:
        super().__init__(database, item, today)
        self._neutral = signs(texts(meeting.organisation.language)).title
        self._toggles: Toggles | None = None
        self._words = Column()
        self._asked = False
        self._shown: object = None

    @property
    def there(self) -> bool:
        """Tell whether there is nothing to offer."""
        return self._asked or self._database.read_only or self._says_something

    @property
    def told(self) -> bool:
        """Tell whether the part says anything."""
        return super().told and (self._asked or self._says_something)

    @property
    def _says_something(self) -> bool:
        item = self._item
        return item.confidential or item.exercise_of_authority or bool(item.public_title)

    def take(self, item: Item) -> None:
        """Show what is said of it now."""
        self._item = item
        if (self._asked or self._says_something) and self._toggles is None:
            self._build()
        if self._toggles is not None:
            for flag, button in self._toggles.buttons:
                button.setChecked(bool(getattr(item, str(flag))))
        seen = (item.confidential, item.secrecy, item.public_title)
        if seen != self._shown and self._toggles is not None:
            self._shown = seen
            self._show_words()
        self._fit()

    def ask(self) -> None:
        """Show what can be said, and give it the keyboard."""
        self._asked = True
        self.take(self._item)
        if self._toggles is not None:
            self._toggles.enter()

    def _build(self) -> None:
        told = (
            (
                _FLAGS[0],
                _("Confidential"),
                _("In no mail and no calendar; in public only as a number with a neutral title."),
            ),
            (_FLAGS[1], _("Exercise of authority"), _("Against somebody in particular; no names in public.")),
        )
        content = QWidget()
        column = QVBoxLayout(content)
        spaced(column)
        self._toggles = Toggles(_("Secrecy"), told, ())
        self._toggles.setDisabled(self._database.read_only)
        self._toggles.chosen.connect(self._set_flags)
        column.addWidget(self._toggles)
        column.addWidget(self._words)
        self._told.column.addWidget(Section(_("Secrecy"), content))

    def _show_words(self) -> None:
        """Say below the choices what the public is told, with the way to change it."""
        emptied(self._words.column)
        for line in self._sentences():
            text = Text(line, "small", QUIET, wrap=True)
            text.setContentsMargins(_INDENT, 0, 0, 2)
            self._words.column.addWidget(text)
        if self._database.read_only:
            return
        links = QWidget()
        links.setContentsMargins(_INDENT - INSET, 0, 0, 0)
        flow = FlowLayout(links)
        confidential = self._item.confidential
        link = Link(_("Section, and title in public") if confidential else _("Title in public"), "item")
        link.clicked.connect(self._ask_for_words)
        flow.addWidget(link)
        self._words.column.addWidget(links)

    def _sentences(self) -> list[str]:
        item, found = self._item, []
        if item.confidential and item.secrecy:
            found.append(_("Confidential under {section}.").format(section=item.secrecy))
        elif item.confidential:
            found.append(_("It is not said yet which section it is confidential under."))
        if item.confidential or item.public_title:
            line = _("In public it is called “{title}”.")
            found.append(line.format(title=item.public_title or self._neutral))
        if not item.confidential:
            found.append(_("Single words: choose them in a text, and press Ctrl+Shift+M."))
        return found

    # --- the form

    def _ask_for_words(self, *_checked: bool) -> None:
        form = Form(_("What the public is told"), _("Save"), self._save)
        if self._item.confidential:
            section = form.add_line(
                "section", _("Section"), self._item.secrecy or "", _("as in the secrecy act")
            )
            form.add(_("For example"), self._examples(section))
        form.add_line("title", _("Title in public"), self._item.public_title or "", self._hint())
        self._put(form)

    def _hint(self) -> str:
        return self._neutral if self._item.confidential else self._item.title

    def _examples(self, section: FormLine) -> QWidget:
        whole = QWidget()
        flow = FlowLayout(whole, _GAP)
        for example in _EXAMPLES:
            link = Link(example, "item", flush=True)
            link.clicked.connect(partial(_fill, section, example))
            flow.addWidget(link)
        return whole

    def _save(self) -> None:
        assert self.form is not None  # noqa: S101 - it is the form that asks
        item, facts = self._item, {"public_title": self.form.words("title") or None}
        if self.form.has("section"):
            facts["secrecy"] = self.form.words("section") or None
        changed = {name: words for name, words in facts.items() if words != getattr(item, name)}
        if changed:
            set_item(self._database, item.id, **changed)

    def _set_flags(self, on: tuple[str, ...]) -> None:
        self._asked = True
        item = self._item
        changed: dict[str, Any] = {flag: flag in on for flag in _FLAGS if (flag in on) != getattr(item, flag)}
        self._try(partial(set_item, self._database, item.id, **changed))


def _fill(line: FormLine, words: str, *_checked: bool) -> None:
    line.show_words(words)
    line.setFocus()
