"""Puts questions in the panel for the row in hand, and does what is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from klubban.domain.roll import OnRollAs
from klubban.i18n import _, ngettext
from klubban.ui.roll import acts, choosing, person, words
from klubban.ui.roll.choosing import Chooser
from klubban.ui.roll.forms import Form, GroundForm, LineForm, MomentForm
from klubban.ui.roll.keys import Act
from klubban.ui.roll.person import About, AboutPerson

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from klubban.domain.roll import Moment, RollLine
    from klubban.ui.roll.new_person import NewPerson
    from klubban.ui.roll.page import RollPage


class Answers(QObject):
    """What is asked at one time: a form that a key opened, or else what the row in hand needs."""

    def __init__(self, page: RollPage) -> None:
        super().__init__(page)
        self._page = page
        self._form: Form | None = None
        self._instead = False
        """Who steps in is asked although the member serves."""

    # --- what the panel shows

    def refresh(self) -> None:
        """Show what is asked now; what is being answered stays."""
        part = self._page.panel.part()
        if self._form is not None or (isinstance(part, Chooser) and part.typing):
            return
        held = self._page.focus_in(part)
        self._lay()
        if held and self._page.panel.part() is not part:
            self._page.list.setFocus()

    def _lay(self) -> None:
        panel, chosen = self._page.panel, self._page.lines()
        question = self._question() if len(chosen) == 1 else None
        if question is not None:
            panel.lay("part", question, lambda: self._chooser(question))
        elif chosen:
            told = self._about(chosen)
            panel.lay("part", told, lambda: AboutPerson(told))
        else:
            panel.lay("part", None, lambda: None)

    def _about(self, chosen: Sequence[RollLine]) -> About:
        if len(chosen) == 1:
            return person.about(self._page.sheet, chosen[0])
        title = ngettext("{count} is chosen", "{count} are chosen", len(chosen)).format(count=len(chosen))
        return About(title, tuple(words.name(line) for line in chosen))

    def _question(self) -> choosing.Question | None:
        """Return who steps in, where somebody must, has been let in by the chair, or E asked."""
        hand, held = self._page.list.hand(), self._page.sheet
        if hand is None or hand.seat is None or not held.begun:
            return None
        sits = held.sits(hand.seat, self._page.place)
        if sits is not None and sits.person == hand.seat and not self._instead:
            return None
        return choosing.question(held, hand.seat, self._page.place)

    def _chooser(self, question: choosing.Question) -> Chooser:
        made, page = Chooser(question), self._page
        made.agreed.connect(page.back)
        made.decided.connect(
            lambda line, reason: self._answer(
                lambda: acts.decide(page.database, page.sheet, question.seat, question.place, line, reason)
            )
        )
        made.withdrawn.connect(lambda id_: self._answer(lambda: acts.withdraw_ruling(page.database, id_)))
        return made

    def close(self) -> None:
        """Ask nothing more than the row needs."""
        if self._form is not None:
            self._page.panel.forget()
        self._form, self._instead = None, False

    def enter(self) -> None:
        """Give the keyboard to what is asked."""
        part = self._page.panel.part()
        if isinstance(part, Chooser | Form):
            part.enter()

    def flush(self) -> bool:
        """Save what is typed and needs no Enter."""
        return True

    # --- what a key asks for

    def act(self, act: Act) -> None:
        """Do what a key asks for, or ask what must be known first."""
        simple: dict[Act, Callable[[], object]] = {
            Act.PRESENT: lambda: self._now(acts.present_or_not),
            Act.ALL: self._all,
            Act.TOLD: lambda: self._now(acts.tell_absence),
            Act.REMOTE: self._change_way,
            Act.OFF: self._take_off,
            Act.CAME: lambda: self._ask_moment(came=True),
            Act.WENT: lambda: self._ask_moment(came=False),
            Act.OUT: self._out,
            Act.INSTEAD: self._ask_instead,
            Act.SENT: self._ask_sent,
            Act.PRESIDES: self._ask_presides,
        }
        simple.get(act, lambda: None)()

    def _now(self, what: Callable[..., object]) -> None:
        page, lines = self._page, self._page.lines()
        page.do(lambda: what(page.database, page.sheet, lines))

    def _answer(self, what: Callable[[], object]) -> None:
        """Do what was answered, and go back to the list when that could be done."""
        if self._page.do(what):
            self.close()
            self.refresh()
            self._page.list.setFocus()

    def _all(self) -> None:
        page = self._page
        page.do(lambda: acts.all_present(page.database, page.sheet))

    def _change_way(self) -> None:
        page, lines = self._page, self._page.lines()
        page.do(lambda: acts.change_way(page.database, page.sheet, lines, page.place))

    def _take_off(self) -> None:
        page, lines = self._page, self._page.lines()
        page.do(lambda: acts.take_off(page.database, lines))

    def _ask(self, form: Form) -> None:
        """Put a form in the panel and the keyboard in it."""
        self.close()
        self._form = form
        self._page.panel.lay("part", form, lambda: form)
        form.enter()

    def _names(self) -> str:
        return words.listed(words.name(line) for line in self._page.lines())

    def _ask_moment(self, *, came: bool) -> None:
        page, lines = self._page, self._page.lines()
        title = (_("{names} came") if came else _("{names} left")).format(names=self._names())
        clock = all(_by_clock(line) for line in lines)
        form = MomentForm(title, words.sign(page.sheet, page.place), clock=clock)

        def answer(moment: Moment, at: dt.time | None) -> None:
            what = acts.arrive if came else acts.leave
            self._answer(lambda: what(page.database, page.sheet, lines, page.place, moment, at))

        form.chosen.connect(answer)
        self._ask(form)

    def _out(self) -> None:
        """Ask on what ground; or take it back, when all who are chosen are disqualified."""
        page, lines = self._page, self._page.lines()
        if all(page.sheet.disqualification(line, page.place) for line in lines):
            page.do(lambda: acts.lift(page.database, page.sheet, lines, page.place))
            return
        title = ngettext(
            "{names} is disqualified at {item}", "{names} are disqualified at {item}", len(lines)
        ).format(names=self._names(), item=words.sign(page.sheet, page.place))
        form = GroundForm(title, assembly=not page.sheet.meeting.body.rules.disqualified_leave)

        def answer(ground: str | None, by: str | None) -> None:
            self._answer(lambda: acts.disqualify(page.database, page.sheet, lines, page.place, ground, by))

        form.chosen.connect(answer)
        self._ask(form)

    def _ask_instead(self) -> None:
        self.close()
        self._instead = True
        self.refresh()
        self.enter()

    def _ask_sent(self) -> None:
        page, (line, *_others) = self._page, self._page.lines()
        title = _("Who comes instead of {name}?").format(name=words.name(line))
        told = _("{organisation} sends somebody else to this meeting.")
        form = LineForm(
            title,
            _("Name, then Enter"),
            told.format(organisation=line.represents) if line.represents else "",
        )
        form.entered.connect(lambda typed: self._answer(lambda: acts.send(page.database, line, typed)))
        self._ask(form)

    def _ask_presides(self) -> None:
        page, (line, *_others) = self._page, self._page.lines()
        where = words.sign(page.sheet, page.place)
        title = _("{name} presides from {item}").format(name=words.name(line), item=where)
        form = LineForm(title, _("Reason, then Enter"))
        form.entered.connect(
            lambda reason: self._answer(
                lambda: acts.preside(page.database, page.sheet, line, page.place, reason)
            )
        )
        self._ask(form)

    def add(self, new: NewPerson) -> None:
        """Put somebody on the roll, and their row in hand."""
        page = self._page
        added: list[int] = []
        if page.do(lambda: added.append(acts.add(page.database, page.sheet, page.place, new))):
            page.new.clear()
            page.new.hide()
            page.list.choose_line(added[0])
            page.list.setFocus()


def _by_clock(line: RollLine) -> bool:
    """Tell whether somebody's coming and going is noted by the clock."""
    return not line.role.has_seat and line.role is not OnRollAs.ALTERNATE
