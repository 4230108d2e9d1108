"""How a body's meetings come again, put together of words that are chosen and read as a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from klubban.documents import plan_words as say
from klubban.documents.wording import capital
from klubban.domain.agenda import Moves, Pattern
from klubban.domain.errors import RuleBroken
from klubban.domain.planning import check_pattern
from klubban.i18n import _, current, pgettext
from klubban.operations.planning import put_pattern
from klubban.ui.planning.times import read_start
from klubban.ui.registers.body_facts import read_number
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.chips import OneOf, SomeOf

if TYPE_CHECKING:
    from typing import Any

    from klubban.domain.body import Body
    from klubban.store.database import Database

_NTH = (1, 2, 3, 4, 5, -1)
_MONTHS = tuple(range(1, 13))
_USUAL = Pattern(id=0, weekday=0)


class PatternForm(Form):
    """Asks for one way in which meetings come again; the sentence above follows what is chosen."""

    def __init__(self, database: Database, body: Body, pattern: Pattern | None) -> None:
        super().__init__(
            _("When {body} meets").format(body=body.name),
            _("Save") if pattern else _("Add"),
            lambda: put_pattern(database, body.id, pattern.id if pattern else None, **self._facts()),
        )
        now, texts = pattern or _USUAL, current()
        self._says = Text("", "strong", wrap=True)
        self.add(_("So"), self._says)
        self._which = SomeOf(_("Which"), [(each, say.ordinal(each, texts)) for each in _NTH], now.nth)
        days = [(each, say.weekday(each, texts)) for each in range(7)]
        self._weekday = OneOf(_("Day of the week"), days, now.weekday)
        months = [(each, say.month(each, texts)) for each in _MONTHS]
        self._months = SomeOf(_("Months"), months, now.months or _MONTHS)
        moves = [
            (Moves.LATER, pgettext("a holiday moves it", "later")),
            (Moves.EARLIER, pgettext("a holiday moves it", "earlier")),
            (Moves.SKIP, pgettext("a holiday moves it", "there is no meeting")),
        ]
        self._moves = OneOf(_("On a holiday"), moves, now.moves)
        types = [(None, _("any")), *((each.id, each.name) for each in body.meeting_types)]
        self._type = OneOf(_("Sort of meeting"), types, now.meeting_type)
        self.add(_("Which"), self._which, focus=self._which.chips[0])
        self.add(_("Day of the week"), self._weekday)
        self.add(_("Months"), self._months)
        weeks = self.add_line(
            "weeks", _("Or every … weeks"), str(now.weeks or ""), _("6, instead of in which week")
        )
        first = self.add_line("first", _("Counted from"), written(now.first), "2027-01-14")
        self.add(_("On a holiday"), self._moves)
        if body.meeting_types:
            self.add(_("Sort of meeting"), self._type)
        start = now.start.isoformat("minutes") if now.start else ""
        lines = [weeks, first, self.add_line("start", _("Start"), start, "13.00")]
        lines.append(self.add_line("place", _("Place"), now.place or ""))
        for line in lines:
            line.edited.connect(self._show)
        for chips in (self._which, self._months):
            chips.chosen.connect(self._show)
        for one in (self._weekday, self._moves, self._type):
            one.chosen.connect(self._show)
        self._show()

    def _facts(self) -> dict[str, Any]:
        """Return the facts of the pattern; raises RuleBroken for what is typed and says nothing."""
        weeks = read_number(self.words("weeks"))
        months = cast("tuple[int, ...]", self._months.values)
        first = read_day(self.words("first"))
        return {
            "weekday": first.weekday() if weeks and first else self._weekday.value,
            "nth": () if weeks else self._which.values,
            "months": () if months == _MONTHS else months,
            "weeks": weeks,
            "first": first,
            "start": read_start(self.words("start")),
            "place": self.words("place"),
            "moves": self._moves.value,
            "meeting_type": self._type.value,
        }

    def _show(self, _chosen: object = None) -> None:
        """Say what is chosen, as far as it says anything."""
        try:
            pattern = replace(_USUAL, **self._facts())
            check_pattern(pattern)
        except RuleBroken:
            self._says.setText(_("Choose which day it is, or how many weeks there are from one to the next."))
            return
        self._says.setText(
            f"{capital(say.pattern(pattern, current()))}. {say.moves(pattern.moves, current())}"
        )
