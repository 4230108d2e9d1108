"""An import's organisation, bodies, people, seats and matters; and who is meant by a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from klubban.domain.body import Body, Named, Person
from klubban.domain.meeting import Matter, Submission
from klubban.domain.rules import differing, rules_of
from klubban.exchange.checking_agendas import NO_STANDING_ITEM
from klubban.exchange.items import OpenAssignment
from klubban.exchange.open_format import OpenDocument, Refused, refusal, unresolved
from klubban.exchange.parts import Who
from klubban.i18n import N_
from klubban.operations.bodies import insert_body
from klubban.operations.import_bodies import body_facts, put_meeting_types
from klubban.operations.import_seats import SeatsImport
from klubban.operations.registers import matter_columns, put_organisation
from klubban.store import reads
from klubban.store.change import Change, id_of

Known = TypeVar("Known", Body, Person, Matter)


class RegisterImport:
    """Brings the registers into the file, and knows from then on what is behind the document's keys."""

    def __init__(self, change: Change, document: OpenDocument) -> None:
        """Take the change that is open, and look at what the file holds already."""
        self.change = change
        self.document = document
        self._taken: dict[tuple[type, int], str] = {}
        self._bodies = reads.bodies(change.connection)
        self._people = reads.people(change.connection)
        self._matters = reads.matters(change.connection)
        self.bodies = {body.key: body.id for body in self._bodies}
        self.people = {person.key: Named(person.name, person.party, person.id) for person in self._people}
        self.matters = {matter.key: matter.id for matter in self._matters}
        self.given: list[tuple[int, OpenAssignment]] = []
        """The assignments that came in, by their ids; see import_follow_up."""
        self.standing: dict[str, list[int]] = {}
        """By body, the standing items that the document numbers; see `standing_item`."""

    def run(self) -> None:
        """Bring everything in that meetings refer to; raises Refused."""
        self._resolve()
        self._put_organisation()
        self._put_bodies()
        self._put_people()
        self._put_meeting_types()
        SeatsImport(self.change, self.document, self.bodies, self._person_ids()).run()
        self._put_matters()

    def standing_item(self, body: str, number: int | None, where: str) -> int | None:
        """Return a body's standing item by its number in the document's list, or else in the file's."""
        if number is None:
            return None
        if body not in self.standing:
            rows = self.change.rows("standing_item", body_id=self.bodies[body])
            self.standing[body] = [id_of(row) for row in rows]
        if number > len(self.standing[body]):
            raise Refused(where, NO_STANDING_ITEM, number=number)
        return self.standing[body][number - 1]

    def who(self, who: Who) -> Named:
        """Return who is meant, as named on the day."""
        person = self.people.get(who.key or "")
        if person is None:
            return Named(who.name or who.key or "", who.party)
        return person if who.name is None else Named(who.name, who.party, person.person)

    def who_or_none(self, who: Who | None) -> Named | None:
        """Return who is meant, if anybody."""
        return None if who is None else self.who(who)

    def everybody(self, people: Sequence[Who]) -> list[Named]:
        """Return who are meant, in their order."""
        return [self.who(each) for each in people]

    def _resolve(self) -> None:
        """Refuse a reference to somebody or something that neither the document nor the file knows."""
        known = {"body": set(self.bodies), "person": set(self.people), "matter": set(self.matters)}
        for missing in unresolved(self.document):
            if missing.kind in known and missing.key not in known[missing.kind]:
                raise refusal(missing)

    def _put_organisation(self) -> None:
        given = self.document.organisation
        here = reads.organisation(self.change.connection)
        if given and (here is None or here.name == given.name):
            facts = given.model_dump(exclude_unset=True, exclude={"arms"})
            if given.arms:
                facts |= {"arms": given.arms.sha256, "arms_say": given.arms.says}
            put_organisation(self.change, **facts)

    def _put_bodies(self) -> None:
        for place, each in enumerate(self.document.bodies):
            where = self.document.place("bodies", place)
            known = self._find(self._bodies, each.key, where, each.name, _named(each.name))
            facts, rules = body_facts(each), rules_of(each.kind, each.rules)
            if known is None:
                id_ = insert_body(self.change, each.key, kind=each.kind, rules=rules, **facts)
            else:
                id_ = known.id
                facts |= {"rules": differing(each.kind, rules)} if each.rules else {}
                self.change.update("body", id_, kind=each.kind, **facts)
            self.bodies[each.key] = id_
        for each in self.document.bodies:
            if each.parent:
                self.change.update("body", self.bodies[each.key], parent_id=self.bodies[each.parent])
            if each.reports_to:
                self.change.update("body", self.bodies[each.key], reports_to_id=self.bodies[each.reports_to])

    def _put_people(self) -> None:
        for place, each in enumerate(self.document.people):
            where = self.document.place("people", place)
            who = Named(each.name, each.party)
            known = self._find(self._people, each.key, where, str(who), _same_person(who))
            facts = _said(each.model_dump(exclude={"key"}))
            if known is None:
                id_ = self.change.insert("person", key=each.key, **facts)
            else:
                id_ = known.id
                self.change.update("person", id_, **facts)
            self.people[each.key] = Named(each.name, each.party or (known.party if known else None), id_)

    def _put_meeting_types(self) -> None:
        people = self._person_ids()
        for each in self.document.bodies:
            put_meeting_types(self.change, self.bodies[each.key], each, self.bodies, people)

    def _person_ids(self) -> dict[str, int]:
        return {key: named.person for key, named in self.people.items() if named.person is not None}

    def _put_matters(self) -> None:
        for place, each in enumerate(self.document.matters):
            where = self.document.place("matters", place)
            number = each.registry_number
            alike = _registered(number) if number else _never
            known = self._find(self._matters, each.key, where, number or each.title, alike)
            submission = Submission(**each.submission.model_dump()) if each.submission else None
            facts = _said(
                {
                    **matter_columns(each.title, number, submission),
                    "body_id": None if each.body is None else self.bodies[each.body],
                    "closed": each.closed,
                    "closed_because": each.closed_because,
                }
            )
            if known is None:
                id_ = self.change.insert("matter", key=each.key, **facts)
            else:
                id_ = known.id
                self.change.update("matter", id_, **facts)
            self.matters[each.key] = id_

    def _find(
        self, known: Sequence[Known], key: str, where: str, name: str, alike: Callable[[Known], bool]
    ) -> Known | None:
        """Return the one with the key, else the one alike; raises Refused when it may be one of several."""
        found = [each for each in known if each.key == key] or [each for each in known if alike(each)]
        if len(found) > 1:
            raise Refused(where, N_("{name} may be any of {count} in the file"), name=name, count=len(found))
        for each in found:
            taken = self._taken.setdefault((type(each), each.id), where)
            if taken != where:
                raise Refused(
                    where, N_("{name} may be the same as {other} in the file"), name=name, other=taken
                )
            return each
        return None


def _said(facts: dict[str, Any]) -> dict[str, Any]:
    """Return what a document says; what it leaves out says nothing against what the file knows."""
    return {name: value for name, value in facts.items() if value is not None}


def _named(name: str) -> Callable[[Body], bool]:
    return lambda known: known.name == name


def _same_person(who: Named) -> Callable[[Person], bool]:
    return lambda known: (known.name, known.party) == (who.name, who.party)


def _registered(number: str) -> Callable[[Matter], bool]:
    return lambda known: known.registry_number == number


def _never(_known: Matter) -> bool:
    return False
