"""The form of a plan or promise: what is asked when it is noted, and all that can be changed later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from klubban.documents import commitment_words as say
from klubban.domain.commitment import CommitmentKind
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, current, pgettext
from klubban.operations import commitments
from klubban.ui.plans import words
from klubban.ui.plans.plan_form import PlanForm, item_options
from klubban.ui.registers.days import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.commitment import Commitment
    from klubban.store.database import Database
    from klubban.ui.plans.book import Book

_NEW = {
    CommitmentKind.AGREEMENT: (
        *("title", "parties", "from_date", "to_date", "responsible", "belongs_to", "text", "decided_on"),
    ),
    CommitmentKind.ACTIVITY_PLAN: ("title", "text", "from_date", "to_date", "responsible", "decided_on"),
    CommitmentKind.PROMISE: ("title", "area", "responsible", "from_date", "to_date", "text"),
    CommitmentKind.STEERING_DOCUMENT: (
        *("title", "decided_on", "decided_by", "review_months", "review", "responsible", "source"),
    ),
    CommitmentKind.RECOMMENDATION: ("title", "parties", "text", "answer_due", "responsible"),
}
"""What is asked when one is noted."""
_MORE = ("area", "decided_on", "decided_by", "registry_number", "item", "source", "reports_to", "belongs_to")
_REVIEWED = ("review_months", "review")
_DAYS = ("from_date", "to_date", "decided_on", "review", "answer_due")
_LINES = ("title", "area", "decided_by", "registry_number", "source")


class FactForm(PlanForm):
    """Asks for the facts of one kind."""

    def __init__(
        self,
        name: str,
        submit: str,
        act: Callable[[], object],
        kind: CommitmentKind,
        book: Book,
        one: Commitment | None = None,
        items: list[tuple[object, str]] | None = None,
    ) -> None:
        super().__init__(name, submit, act, about="title")
        self._kind, self._book, self._one = kind, book, one
        self._items = items or []
        self._asked: list[str] = []

    def ask(self, *names: str) -> None:
        """Ask for facts, each once."""
        for name in names:
            if name not in self._asked:
                self._asked.append(name)
                self._add(name)

    def _now(self, name: str) -> Any:
        return getattr(self._one, name) if self._one is not None else None

    def _add(self, name: str) -> None:
        label, hint, now = *_label(name, self._kind), self._now(name)
        if name in _LINES:
            self.add_words(name, label, now or "", hint)
        elif name in _DAYS:
            self.add_words(name, label, written(now), hint)
        elif name == "text":
            self.add_text(name, label, hint, now or ())
        elif name == "responsible":
            cell = self.add_names(name, label, hint, self._book.known)
            cell.show_people([now] if now else [])
        elif name == "parties":
            self.add_names(name, label, hint, ()).show_words(", ".join(now or ()))
        elif name == "review_months":
            self.add_words(name, label, str(now or ""), hint)
        elif name == "reports_to":
            self.add_body(name, label, hint, self._book.all_bodies).show_value(now)
        elif name == "belongs_to":
            found = [each.commitment for each in self._book.followed if each.commitment != self._one]
            self.add_few(name, label, hint, [(each.id, each.title) for each in found], now)
        else:
            self.add_few(name, label, hint, self._items, now)

    def _read(self, name: str) -> Any:
        if name == "title":
            return self.needed(name, RuleBroken(N_("Say what it is called")))
        if name in _LINES:
            return self.words(name) or None
        if name in _DAYS:
            return self.optional_day(name)
        ways: dict[str, Callable[[str], object]] = {
            "text": self.blocks,
            "responsible": self.whom,
            "parties": self.several,
            "review_months": self.whole,
        }
        return ways.get(name, self.choice)(name)

    def facts(self) -> dict[str, Any]:
        """Return what stands in the lines."""
        return {name: self._read(name) for name in self._asked}


def new(
    database: Database, kind: CommitmentKind, body_id: int | None, book: Book, made: Callable[[int], object]
) -> FactForm:
    """Return the form in which a plan or promise is noted."""

    def act() -> None:
        body, facts = form.needed_body("body"), form.facts()
        made(commitments.add_commitment(database, body, kind, facts.pop("title"), **facts))

    titles = {
        CommitmentKind.AGREEMENT: _("New agreement"),
        CommitmentKind.ACTIVITY_PLAN: _("New activity plan"),
        CommitmentKind.PROMISE: _("New promise"),
        CommitmentKind.STEERING_DOCUMENT: _("New steering document"),
        CommitmentKind.RECOMMENDATION: _("New recommendation"),
    }
    form = FactForm(titles[kind], pgettext("plan", "Note it"), act, kind, book)
    form.ask(*_NEW[kind])
    watched = _("the body, by its first letters")
    only = book.all_bodies[0].id if len(book.all_bodies) == 1 else None
    form.add_body("body", pgettext("plan", "Watched by"), watched, book.all_bodies).show_value(
        body_id or only
    )
    return form


def change(database: Database, one: Commitment, book: Book) -> FactForm:
    """Return the form that asks for the facts of a plan anew."""

    def act() -> None:
        changed = {name: value for name, value in form.facts().items() if value != getattr(one, name)}
        if changed:
            commitments.change_commitment(database, one.id, **changed)

    items = item_options(book.items(database, one.body), partial(words.day, today=book.today))
    at = book.at.get(one.item or 0)
    if at is not None and one.item not in [id_ for id_, _words in items]:
        items.insert(0, (one.item, words.where(at)))
    title = say.kind(one.kind, current())
    form = FactForm(title, _("Save"), act, one.kind, book, one, items)
    form.ask(*_NEW[one.kind])
    if one.kind in (CommitmentKind.ACTIVITY_PLAN, CommitmentKind.STEERING_DOCUMENT):
        form.ask(*_REVIEWED)
    form.ask(*_MORE)
    return form


def _label(name: str, kind: CommitmentKind) -> tuple[str, str]:
    """Return what a fact is called, and a word on what is written."""
    audit = kind is CommitmentKind.RECOMMENDATION
    promise = kind is CommitmentKind.PROMISE
    such = _("such as 2026-12-31")
    return {
        "title": (pgettext("promise", "Promise"), _("what is promised, in a sentence"))
        if promise
        else (pgettext("plan", "Name"), ""),
        "text": (pgettext("plan", "What it says"), _("in a few lines")),
        "area": (pgettext("plan", "Area"), _("such as traffic, narcotics, the centre")),
        "responsible": (pgettext("plan", "Responsible"), _("a name, an office or an organisation")),
        "parties": (pgettext("recommendation", "By"), _("such as the auditors"))
        if audit
        else (pgettext("plan", "Parties"), _("with commas: the municipality, the police district")),
        "from_date": (pgettext("plan", "From"), such),
        "to_date": (pgettext("plan", "To"), such),
        "decided_on": (pgettext("plan", "Decided on"), such),
        "decided_by": (pgettext("plan", "Decided by"), _("the body or office")),
        "registry_number": (pgettext("plan", "Registry number"), ""),
        "item": (pgettext("plan", "Decided at"), _("words of the item, or its day")),
        "review": (pgettext("plan", "Next looked at"), _("a day; nothing counts it from the decision")),
        "review_months": (pgettext("plan", "Every so many months"), _("24 is every second year")),
        "source": (pgettext("plan", "Wanted by"), _("a statute or a decision")),
        "reports_to": (pgettext("plan", "Reported to"), _("the body, by its first letters")),
        "answer_due": (pgettext("plan", "Answered by"), such),
        "belongs_to": (pgettext("plan", "Belongs to"), _("words of the agreement or plan it is part of")),
    }[name]
