"""Puts questions in the panel for the row in hand, and does what is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from klubban.domain.roll import Deviates
from klubban.domain.service import OrderOfCall
from klubban.i18n import _, ngettext
from klubban.ui.roll import acts, call_up, choosing, person, questions, words
from klubban.ui.roll.call_up import Asker
from klubban.ui.roll.choosing import Chooser
from klubban.ui.roll.drafts import Drafts
from klubban.ui.roll.forms import Form, LineForm
from klubban.ui.roll.keys import Act
from klubban.ui.roll.person import About, AboutPerson

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from klubban.domain.asking import Candidate
    from klubban.domain.roll import RollLine
    from klubban.ui.roll.new_person import NewPerson
    from klubban.ui.roll.page import RollPage


_OF_PEOPLE = (
    Act.PRESENT, Act.TOLD, Act.REMOTE, Act.CAME, Act.WENT, Act.OUT, Act.SENT, Act.PRESIDES,
)  # fmt: skip


class Answers(QObject):
    """What is asked at one time: a form that a key opened, or else what the row in hand needs."""

    def __init__(self, page: RollPage) -> None:
        super().__init__(page)
        self._page = page
        self._form: Form | None = None
        self._instead = False
        """Who steps in is asked although the member serves."""
        self._drafts = Drafts()
        page.panel.replaced.connect(self._keep)

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
        self._tell_kept()

    def _keep(self, part: QWidget) -> None:
        """Keep what was typed in a part that another one takes the place of."""
        if isinstance(part, Chooser | Form):
            self._drafts.keep(part)

    def _tell_kept(self) -> None:
        if self._drafts.news():
            self._page.foot.say(_("What you typed is not noted yet; it waits where you typed it."))

    def _lay(self) -> None:
        panel, chosen = self._page.panel, self._page.lines()
        one = len(chosen) == 1
        question = self._question() if one else None
        asked = self._asked() if one else None
        if question is not None:
            panel.lay("part", question, lambda: self._chooser(question))
        elif asked is not None:
            panel.lay("part", asked, lambda: self._asker(asked))
        elif chosen:
            told = self._about(chosen)
            panel.lay("part", told, lambda: self._person(told))
        else:
            panel.lay("part", None, lambda: None)

    def _about(self, chosen: Sequence[RollLine]) -> About:
        if len(chosen) == 1:
            return person.about(self._page.sheet, chosen[0], self._page.place)
        title = ngettext("{count} is marked", "{count} are marked", len(chosen)).format(count=len(chosen))
        return About(title, tuple(words.name(line) for line in chosen))

    def _person(self, told: About) -> AboutPerson:
        made = AboutPerson(told)
        made.took_part.connect(self._ask_took_part)
        return made

    def _question(self) -> choosing.Question | None:
        """Return who steps in, where somebody must, has been let in by the chair, or E asked."""
        hand, held = self._page.list.hand(), self._page.sheet
        if hand is None or hand.seat is None or not held.begun:
            return None
        sits = held.sits(hand.seat, self._page.place)
        waits = self._instead or self._drafts.waits((hand.seat, self._page.place))
        if sits is not None and sits.person == hand.seat and not waits:
            return None
        return choosing.question(held, hand.seat, self._page.place)

    def _chooser(self, question: choosing.Question) -> Chooser:
        made, page = Chooser(question), self._page
        made.agreed.connect(page.back)
        made.took_part.connect(self._ask_took_part)
        made.decided.connect(
            lambda line, reason: self.answer(
                lambda: acts.decide(page.database, page.sheet, question.seat, question.place, line, reason)
            )
        )
        made.withdrawn.connect(lambda id_: self.answer(lambda: acts.withdraw_ruling(page.database, id_)))
        self._drafts.give_back(made)
        return made

    def _asked(self) -> call_up.Wanted | None:
        """Return whom to ask before the meeting, where the one in hand will not come."""
        hand, held = self._page.list.hand(), self._page.sheet
        if hand is None or hand.seat is None or held.begun:
            return None
        return call_up.wanted(held, hand.seat, self._page.clock())

    def _asker(self, asked: call_up.Wanted) -> Asker:
        made = Asker(asked)
        made.chosen.connect(self._ask_or_answer)
        return made

    def _ask_or_answer(self, who: Candidate) -> None:
        asked = self._asked()
        if who.call_up is not None:
            self.ask(questions.answer_form(self, who.call_up))
        elif asked is not None:
            self._call_up(asked, who)

    def _call_up(self, asked: call_up.Wanted, who: Candidate) -> None:
        page = self._page
        named = who.line.who
        if named is not None:
            page.do(lambda: acts.ask(page.database, page.sheet, named, asked.of.seat.who, page.clock()))

    @property
    def page(self) -> RollPage:
        """Return the page that this asks for."""
        return self._page

    def close(self) -> None:
        """Ask nothing more than the row needs."""
        if self._form is not None:
            self._page.panel.forget()
        self._form, self._instead = None, False

    def give_up(self) -> None:
        """Ask nothing more, and let what was typed go."""
        self._drafts.finish(self._page.panel.part())
        self._page.panel.forget()
        self.close()

    def enter(self) -> None:
        """Give the keyboard to what is asked."""
        part: QWidget | None = self._page.panel.part()
        if isinstance(part, Chooser | Form | Asker | AboutPerson):
            part.enter()

    # --- what a key asks for

    def act(self, act: Act) -> None:
        """Do what a key asks for, or ask what must be known first."""
        page, lines = self._page, self._page.lines()
        database, held, place = page.database, page.sheet, page.place
        at_once: dict[Act, Callable[[], object]] = {
            Act.PRESENT: lambda: acts.present_or_not(database, held, lines),
            Act.ALL: lambda: acts.all_present(database, held),
            Act.TOLD: lambda: acts.tell_absence(database, held, lines),
            Act.REMOTE: lambda: acts.change_way(database, held, lines, place),
            Act.OFF: lambda: acts.take_off(database, lines),
        }
        asking: dict[Act, Callable[[], None]] = {
            Act.CAME: lambda: self.ask(questions.moment_form(self, came=True)),
            Act.WENT: lambda: self.ask(questions.moment_form(self, came=False)),
            Act.OUT: self._out,
            Act.INSTEAD: self._ask_instead,
            Act.SENT: lambda: self.ask(questions.sent_form(self)),
            Act.PRESIDES: lambda: self.ask(questions.presides_form(self)),
            Act.ASK: self._ask_next,
        }
        if act in _OF_PEOPLE and not page.people():
            page.foot.say(_("Nobody has the seat."))
        elif act in at_once:
            page.do(at_once[act])
        elif act in asking:
            asking[act]()

    def answer(self, what: Callable[[], object]) -> None:
        """Do what was answered, and go back to the list when that could be done."""
        if self._page.do(what):
            self.give_up()
            self._page.list.setFocus()  # first: a line that has the keyboard is never laid anew
            self.refresh()

    def ask(self, form: Form) -> None:
        """Put a form in the panel and the keyboard in it."""
        self.close()
        self._form = form
        form.asks = self._page.meeting_id, form.asks
        self._page.panel.lay("part", form, lambda: form)
        self._drafts.give_back(form)
        form.enter()
        self._tell_kept()

    def _out(self) -> None:
        """Ask on what ground; or take it back, when all who are chosen are disqualified."""
        page, lines = self._page, self._page.people()
        if all(page.sheet.disqualification(line, page.place) for line in lines):
            page.do(lambda: acts.lift(page.database, page.sheet, lines, page.place))
        else:
            self.ask(questions.ground_form(self))

    def _ask_instead(self) -> None:
        """Ask who serves in the seat of the row in hand."""
        page, hand = self._page, self._page.list.hand()
        if page.sheet.meeting.body.rules.alternates is OrderOfCall.NONE:
            page.foot.say(_("The body has no alternates."))
            return
        if hand is None or hand.seat is None:
            page.foot.say(_("Choose the row of the member whose seat it is."))
            return
        self.close()
        self._instead = True
        self.refresh()
        self.enter()

    def _ask_next(self) -> None:
        """Ask the next alternate, or note what was answered."""
        asked = self._asked()
        if self._page.sheet.begun:
            self._page.foot.say(_("Alternates are asked before the meeting; E shows who steps in."))
        elif asked is None:
            self._page.foot.say(_("Note first that the member will not come: F."))
        elif asked.awaited is not None:
            self.ask(questions.answer_form(self, asked.awaited))
        elif asked.next is not None:
            self._call_up(asked, asked.next)

    def _ask_took_part(self) -> None:
        """Ask why somebody disqualified took part."""
        page, (line, *_others) = self._page, self._page.lines()
        item, who = page.sheet.item(page.place), line.who
        if item is None or who is None:
            return
        title = _("Why did {name} take part although disqualified?").format(name=who)
        form = LineForm(title, _("Reason, then Enter"))
        form.entered.connect(
            lambda why: self.answer(
                lambda: acts.note(page.database, [item.id], Deviates.DISQUALIFIED, who, why)
            )
        )
        self.ask(form)

    def add(self, new: NewPerson) -> None:
        """Put somebody on the roll, and their row in hand."""
        page = self._page
        added: list[int] = []
        if page.do(lambda: added.append(acts.add(page.database, page.sheet, page.place, new))):
            page.new.clear()
            page.new.hide()
            page.list.choose_line(added[0])
            page.list.setFocus()
