"""Days below each other: the day, what it is of, and a word where it is near or past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents.plan_words import day_in_year, full_day
from klubban.i18n import current
from klubban.ui.widgets.basics import TOP, Pill, Text, spaced

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from klubban.ui.theme import Tone

_WHEN = 170


class Dated(QWidget):
    """The day at the left, what it is of, and a pill where it is near or past."""

    def __init__(self, days: Iterable[tuple[date, str, str, Tone]], today: date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=6)
        for day, told, pill, tone in days:
            row = QHBoxLayout()
            spaced(row, gap=12)
            usual = day_in_year if day.year == today.year else full_day
            when = Text(usual(day, current()), "strong")
            when.setMinimumWidth(_WHEN)
            row.addWidget(when, 0, TOP)
            row.addWidget(Text(told, wrap=True), 1, TOP)
            if pill:
                row.addWidget(Pill(pill, tone), 0, TOP)
            column.addLayout(row)
