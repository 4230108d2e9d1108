"""Forms of the room: besides words, days and names they ask for texts, choices, numbers and items."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from klubban.documents.wording import number_sign
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, sort_key
from klubban.ui.asking.act_form import ActForm, Wrong
from klubban.ui.minutes.cells import ChoiceCell, TextCell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from klubban.domain.body import Named
    from klubban.domain.situation import Presented
    from klubban.domain.text import Blocks
    from klubban.ui.minutes.cells import Offer

_ABOUT = {
    "The period ends on {to}, before it begins on {begins};"
    " the last day should be {begins} or later": "to_date",
    "It is looked at again after one month or more, not after {months}": "review_months",
    "It is looked at again after {limit} months at most, not after {months}": "review_months",
    "{title} cannot belong to itself or replace itself": "belongs_to",
    "Say to which day it is moved": "moved_to",
    "A new day goes with what is moved only": "moved_to",
    "Say why it is moved or cancelled": "text",
    "Say how far it has come, or what was found": "text",
    "Say why it is closed": "because",
    "Yellow should begin below green, both between 0 and 100, not at {yellow} and {green}": "yellow_from",
    "What gives 0 and what gives 100 should be two different values, not both {value}": "full_at",
    "A year should have four digits, and not be {year}": "year",
}
"""The line that a rule of the operations is about."""
_OFFERED, _SHOWN = 6, 40


class FewCell(ChoiceCell):
    """One of many things, by words that stand anywhere in what it is called; a few are offered."""

    def _found(self) -> list[tuple[object, str]]:
        typed = sort_key(self.words()).split()
        return [each for each in self._options if all(word in sort_key(each[1]) for word in typed)]

    def offers(self) -> list[Offer]:
        """Return the first of those that are meant."""
        return super().offers()[:_OFFERED]


class PlanForm(ActForm):
    """What is done about one plan, promise or goal."""

    def __init__(self, name: str, submit: str, act: Callable[[], object], *, about: str) -> None:
        super().__init__(name, submit, act, about=about)
        self._texts: dict[str, TextCell] = {}

    # --- what it asks

    def add_text(self, name: str, label: str, hint: str = "", text: Blocks = ()) -> TextCell:
        """Add a text; Shift+Enter begins a new line in it."""
        cell = TextCell(label, hint)
        cell.show_blocks(text)
        self._texts[name] = cell
        self._add_cell(label, cell)
        return cell

    def add_word(
        self, name: str, label: str, hint: str, options: Sequence[tuple[object, str]], now: object = None
    ) -> ChoiceCell:
        """Add a line for one of a few words, by its first letters."""
        return self._add_choice(name, label, ChoiceCell(label, hint, options), now)

    def add_few(
        self, name: str, label: str, hint: str, options: Sequence[tuple[object, str]], now: object = None
    ) -> ChoiceCell:
        """Add a line for one of many things, by any of its words."""
        return self._add_choice(name, label, FewCell(label, hint, options), now)

    def _add_choice(self, name: str, label: str, cell: ChoiceCell, now: object) -> ChoiceCell:
        if now is not None:
            cell.show_value(now)
        self._choices[name] = cell
        self._add_cell(label, cell)
        return cell

    def has(self, name: str) -> bool:
        """Tell whether there is a line of that name."""
        return name in self._texts or super().has(name)

    # --- what stands in the lines

    def blocks(self, name: str) -> Blocks:
        """Return the text of a line."""
        return self._texts[name].blocks()

    def value_of(self, name: str) -> object:
        """Return what a line says, if it says something."""
        try:
            return self._choices[name].value()
        except RuleBroken as broken:
            raise Wrong(name, broken) from broken

    def needed_value(self, name: str, error: RuleBroken) -> object:
        """Return what a line must say."""
        found = self.value_of(name)
        if found is None:
            raise Wrong(name, error)
        return found

    def whom(self, name: str) -> Named | None:
        """Return who is named, if somebody is."""
        return self.who(name) if self._names[name].words().strip() else None

    def whole(self, name: str) -> int | None:
        """Return the whole number of a line, if it has one."""
        typed = self.words(name).strip()
        if not typed:
            return None
        if not typed.isdecimal():
            raise Wrong(name, RuleBroken(N_("”{words}” is no whole number"), words=typed[:_SHOWN]))
        return int(typed)

    def needed_whole(self, name: str) -> int:
        """Return the whole number of a line that must have one."""
        found = self.whole(name)
        if found is None:
            raise Wrong(name, RuleBroken(N_("Say a whole number")))
        return found

    def number(self, name: str) -> Decimal:
        """Return the number of a line that must have one."""
        try:
            return read_number(self.needed(name, RuleBroken(N_("Say a number, such as 12,5"))))
        except RuleBroken as broken:
            raise Wrong(name, broken) from broken

    # --- what is wrong

    def _blame(self, name: str, error: RuleBroken) -> None:
        named = _ABOUT.get(error.template, name)
        super()._blame(named if self.has(named) else name, error)

    def _place(self, name: str) -> QWidget:
        return self._texts[name].editor if name in self._texts else super()._place(name)


def read_number(words: str) -> Decimal:
    """Return a number as people write it, with a comma or a point; raises RuleBroken for no number."""
    typed = words.strip()
    plain = typed.replace("\N{MINUS SIGN}", "-").replace(",", ".")
    plain = "".join(letter for letter in plain if not letter.isspace())
    try:
        found = Decimal(plain)
    except InvalidOperation:
        raise RuleBroken(N_("”{words}” is no number; write it as 12,5"), words=typed[:_SHOWN]) from None
    if not found.is_finite():
        raise RuleBroken(N_("”{words}” is no number; write it as 12,5"), words=typed[:_SHOWN])
    return found


def item_options(items: Iterable[Presented], day_of: Callable[[date], str]) -> list[tuple[object, str]]:
    """Return items as they are offered: `12 mars § 4 Uppföljning`; of what is confidential no title."""
    found: list[tuple[object, str]] = []
    for each in items:
        sign = number_sign(each.number) if each.number is not None else ""
        title = "" if each.confidential else each.title
        found.append((each.item, " ".join(filter(None, (day_of(each.day), sign, title)))))
    return found
