"""What should be on an agenda and is not: what stands, recurs, was postponed, proposed, or falls due."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from klubban.domain.agenda import CameFrom, Delegated, ItemKind, Origin, StandingItem
from klubban.domain.falling_due import FallingDue
from klubban.domain.following_up import FollowingUp
from klubban.domain.incoming import Asked, AskedOf, Assigned, Elsewhere, Incoming, Known, Sat, ToFollow
from klubban.domain.meeting import Matter, Outcome, SubmissionKind


class _OfMatter(Protocol):
    @property
    def matter(self) -> int | None: ...
    @property
    def registry_number(self) -> str | None: ...


def _is_about(thing: _OfMatter, matter: int | None, registry_number: str | None) -> bool:
    """Tell whether something is the same matter, in the register or by its number."""
    return (matter is not None and thing.matter == matter) or (
        registry_number is not None and thing.registry_number == registry_number
    )


@dataclass(frozen=True)
class Waiting:
    """What is known of a body, from which it follows what waits for one of its meetings."""

    meeting: Sat
    meetings: tuple[Sat, ...]
    """All of the body's, this one among them."""
    items: tuple[Known, ...] = ()
    """On all its agendas."""
    body: str = ""
    assembly: bool = False
    """Members raise matters in it that name no other body."""
    body_id: int = 0
    standing: tuple[StandingItem, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    assigned: tuple[Assigned, ...] = ()
    asked: tuple[Asked, ...] = ()
    asked_of: tuple[AskedOf, ...] = ()
    to_follow: tuple[ToFollow, ...] = ()
    delegated: tuple[Delegated, ...] = ()
    raised: tuple[Matter, ...] = ()
    """Matters that members or citizens raised."""
    today: dt.date | None = None
    """A meeting before this day that was never opened holds nothing back."""

    def all(self) -> tuple[Incoming, ...]:
        """Return what waits, in the order in which it would be put there; nothing once it is over."""
        if self.meeting.over or self.meeting.cancelled:
            return ()
        return (
            *self._standing(),
            *self._duties(),
            *self._put_off(),
            *self._from_elsewhere(),
            *self._raised(),
            *self._falling_due(),
            *self._followed_up(),
            *self._by_delegation(),
        )

    def offered(self) -> tuple[Incoming, ...]:
        """Return what waits, without what an earlier meeting that is to be held could take.

        Standing items and duties are each meeting's own.
        """
        own = (Origin.STANDING, Origin.DUTY)
        return tuple(each for each in self.all() if each.origin in own or self.is_first_for(each))

    # --- what there is

    @cached_property
    def _meetings(self) -> dict[int, Sat]:
        return {each.id: each for each in self.meetings}

    @cached_property
    def _here(self) -> tuple[Known, ...]:
        return tuple(item for item in self.items if item.meeting == self.meeting.id)

    @cached_property
    def _live(self) -> tuple[Known, ...]:
        """Return the items that are, or were, taken up: here, or elsewhere unless withdrawn or cancelled."""
        return tuple(
            item
            for item in self.items
            if item.meeting == self.meeting.id
            or not (self._meetings[item.meeting].cancelled or item.outcome is Outcome.WITHDRAWN)
        )

    @cached_property
    def _begun(self) -> frozenset[int | None]:
        """Return the items that others go on from, whatever became of those."""
        return frozenset(item.origin_item for item in self.items)

    @cached_property
    def _going_on(self) -> tuple[Known, ...]:
        """Return the items that were not dropped, here or where they went."""
        later: dict[int | None, list[Known]] = defaultdict(list)
        for item in self.items:
            later[item.origin_item].append(item)
        return tuple(item for item in self.items if self._goes_on(item, later, frozenset()))

    def _goes_on(
        self, item: Known, later: Mapping[int | None, Sequence[Known]], seen: frozenset[int]
    ) -> bool:
        if item.meeting == self.meeting.id:
            return True
        if item.outcome is Outcome.WITHDRAWN or item.id in seen:
            return False
        left = item.outcome is Outcome.POSTPONED or self._meetings[item.meeting].cancelled
        after = later.get(item.id, ()) if left else ()
        return not after or any(self._goes_on(one, later, seen | {item.id}) for one in after)

    @cached_property
    def _taken(self) -> tuple[Known, ...]:
        """Return the items that are, or were, taken up, here or where they went when they were postponed."""
        going_on = {item.id for item in self._going_on}
        return tuple(item for item in self._live if item.id in going_on)

    def _day(self, item: Known) -> dt.date:
        return self._meetings[item.meeting].date

    def _taken_up(
        self, matter: int | None, number: str | None, since: dt.date, beside: Collection[int]
    ) -> bool:
        """Tell whether a matter is on an agenda from a day on.

        It may be there more than once: an item goes on with one of those of the same meeting, `beside`, and
        not with the others.
        """
        return any(
            _is_about(item, matter, number)
            and self._day(item) >= since
            and item.id not in beside
            and item.origin_item not in beside
            for item in self._live
        )

    # --- what comes again

    def _standing(self) -> Iterator[Incoming]:
        there = {item.standing for item in self._here} | {_same(item.title) for item in self._here}
        for each in self.standing:
            if not each.months and self._has(each) and not there & {each.id, _same(each.title)}:
                yield _of_template(each, Origin.STANDING)

    def _has(self, each: StandingItem, meeting: Sat | None = None) -> bool:
        """Tell whether a meeting is of the type that has a standing item."""
        return each.meeting_type in (None, (meeting or self.meeting).type)

    def _duties(self) -> Iterator[Incoming]:
        """Walk the duties of the month, or of an earlier one since which the body has not met."""
        titles = {_same(item.title) for item in self._here}
        for each in self.standing:
            if not each.months or not self._has(each) or _same(each.title) in titles:
                continue
            since, until = due_months(each.months, self.meeting.date)
            if any(item.standing == each.id and since <= self._day(item) < until for item in self._taken):
                continue
            own = [one for one in self.meetings if not one.cancelled and self._has(each, one)]
            earlier = [one for one in own if one.when < self.meeting.when]
            between = any(one.date >= since for one in earlier)
            this_month = (since.year, since.month) == (self.meeting.date.year, self.meeting.date.month)
            # What was due before the file knew of the body may have been done on paper.
            if this_month or any(one.date < since for one in earlier):
                yield _of_template(each, Origin.DUTY, since=since, by_itself=this_month or not between)

    # --- what was begun

    def _put_off(self) -> Iterator[Incoming]:
        """Walk what the body postponed, what was on the agenda of a cancelled meeting, and what returns."""
        reporting = {each.item for each in self.delegated}
        reporting |= {item.origin_item for item in self.items if item.id in reporting}
        for item in self.items:
            sat = self._meetings[item.meeting]
            cancelled = sat.cancelled and item.outcome is None and not self._waits_for_itself(item)
            put_off = cancelled or item.outcome in (Outcome.POSTPONED, Outcome.REFERRED_BACK)
            if not put_off or sat.when >= self.meeting.when or item.id in self._begun | reporting:
                continue
            if item.standing is not None and (cancelled or item.origin is not Origin.DUTY):
                continue
            if cancelled and item.origin in (Origin.DELEGATED, Origin.URGENT):
                continue  # What it was to report waits for itself.
            back = item.outcome is Outcome.REFERRED_BACK
            if back and self.assembly and item.origin_item is not None:
                continue  # It goes to those who prepared it (KL 5 kap. 26 §), and comes from them again.
            beside = {one.id for one in self.items if one.meeting == item.meeting}
            if self._taken_up(item.matter, item.registry_number, sat.date, beside):
                continue
            yield Incoming(
                origin=Origin.REFERRED_BACK if back else Origin.POSTPONED,
                title=item.title,
                matter_id=item.matter,
                registry_number=item.registry_number,
                item_id=item.id,
                assignment_id=item.assignment,
                commitment_id=item.commitment,
                inquiry_id=item.inquiry,
                standing_id=item.standing,
                since=sat.date,
                by_itself=not back,
                cancelled=cancelled,
                came=CameFrom(
                    item=item.id, meeting=sat.id, body=self.body, date=sat.date, number=item.number
                ),
            )

    def _waits_for_itself(self, item: Known) -> bool:
        """Tell whether what an item is about falls due, and so comes again without it."""
        return (
            item.origin is Origin.ASSIGNMENT
            or item.assignment is not None
            or item.inquiry in {each.id for each in self.asked}
            or item.commitment in {each.due.commitment for each in self.to_follow}
        )

    def _from_elsewhere(self) -> Iterator[Incoming]:
        continued = {item.origin_item for item in self._going_on}
        for each in self.elsewhere:
            came = each.came
            since = each.dispatched or came.date
            if each.came_again or came.item in continued or since > self.meeting.date:
                continue
            beside = {one.came.item for one in self.elsewhere if one.came.meeting == came.meeting}
            if self._taken_up(each.matter, each.registry_number, came.date, beside):
                continue
            yield Incoming(
                origin=Origin.REFERRED_BACK if each.returned else Origin.PROPOSED,
                title=each.title,
                kind=ItemKind.REPORT if each.dispatched else ItemKind.DECISION,
                matter_id=each.matter,
                registry_number=each.registry_number,
                item_id=came.item,
                proposal=each.proposal,
                since=since,
                by_itself=not (each.returned or each.dispatched) and came.item not in self._begun,
                came=came,
                dispatched=each.dispatched is not None,
            )

    def _raised(self) -> Iterator[Incoming]:
        """Walk what members and citizens raised, and the body has not treated for the first time."""
        last = max((one.date for one in self.meetings if self._was_before(one)), default=None)
        for matter in self.raised:
            by = matter.submission
            here = matter.body == self.body_id or (matter.body is None and self.assembly)
            if by is None or not here or matter.closed or self._is_known(matter):
                continue
            if by.date and by.date > self.meeting.date:
                continue
            talk = by.kind in (SubmissionKind.INTERPELLATION, SubmissionKind.QUESTION)
            yield Incoming(
                origin=Origin.SUBMISSION,
                title=matter.title,
                kind=ItemKind.DISCUSSION if talk else ItemKind.DECISION,
                matter_id=matter.id,
                registry_number=matter.registry_number,
                since=by.date,
                # What came in before the last meeting may have been treated on paper.
                by_itself=bool(by.date and last and by.date >= last),
                who=by.by,
                submission=by.kind,
            )

    def _is_known(self, matter: Matter) -> bool:
        """Tell whether a matter is on an agenda, or comes there as another body's proposal."""
        known: list[_OfMatter] = [*self._going_on]
        known += [one for one in self.elsewhere if not one.returned and one.came.date <= self.meeting.date]
        return any(_is_about(one, matter.id, matter.registry_number) for one in known)

    def _was_before(self, one: Sat) -> bool:
        return not one.cancelled and one.when < self.meeting.when

    def _falling_due(self) -> Iterator[Incoming]:
        return FallingDue(self.meeting, self._meetings, self._taken, self.assigned).all()

    def _followed_up(self) -> Iterator[Incoming]:
        known = self.asked, self.asked_of, self.to_follow
        return FollowingUp(self.meeting, self.meetings, self._taken, *known).all() if any(known) else iter(())

    def _by_delegation(self) -> Iterator[Incoming]:
        waiting = self.unreported
        for origin in (Origin.URGENT, Origin.DELEGATED):
            found = [each for each in waiting if each.urgent is (origin is Origin.URGENT)]
            if found:
                yield Incoming(
                    origin=origin,
                    kind=ItemKind.REPORT,
                    delegated_ids=tuple(each.id for each in found),
                    since=min((each.on for each in found if each.on), default=None),
                )

    @property
    def unreported(self) -> tuple[Delegated, ...]:
        """Return the decisions by delegation up to this meeting's day that no agenda reports."""
        put_off = {item.id for item in self.items if item.outcome is Outcome.POSTPONED}
        reporting = {item.id for item in self._live} - put_off
        return tuple(
            each
            for each in self.delegated
            if each.item not in reporting and (each.on is None or each.on <= self.meeting.date)
        )

    @property
    def unreported_urgent(self) -> tuple[Delegated, ...]:
        """Return the urgent decisions that are reported neither here nor before, though the law says so.

        KL 6 kap. 40 §: at the next meeting; a later agenda, or an item taken off this one, is not enough.
        """
        in_time = {
            item.id
            for item in self.items
            if item.outcome not in (Outcome.WITHDRAWN, Outcome.POSTPONED)
            if not (sat := self._meetings[item.meeting]).cancelled and sat.when <= self.meeting.when
        }
        return tuple(
            each
            for each in self.delegated
            if each.urgent and each.item not in in_time
            if each.on is None or each.on <= self.meeting.date
        )

    def is_first_for(self, each: Incoming) -> bool:
        """Tell whether no earlier meeting that is still to be held could take what waits."""
        reporting = {one.item for one in self.delegated if one.id in each.delegated_ids}
        put_off_at = {
            item.meeting
            for item in self.items
            if item.outcome in (Outcome.WITHDRAWN, Outcome.POSTPONED)
            if item.id in reporting
            or (item.origin, item.standing, item.assignment)
            == (each.origin, each.standing_id, each.assignment_id)
        }
        return not any(
            one.when < self.meeting.when
            and one.id not in put_off_at
            and not (one.over or one.cancelled or (self.today and one.date < self.today))
            and (each.since is None or one.date >= each.since)
            and (each.came is None or one.when > self._came_at(each.came))
            for one in self.meetings
        )

    def _came_at(self, came: CameFrom) -> tuple[dt.date, dt.time, int]:
        own = self._meetings.get(came.meeting)
        return own.when if own else (came.date, dt.time(), 0)


def due_months(months: Sequence[int], day: dt.date) -> tuple[dt.date, dt.date]:
    """Return when a duty of these months fell due last, on a day, and when it falls due next."""
    firsts = [dt.date(day.year + year, month, 1) for year in (-1, 0, 1) for month in sorted(months)]
    return max(each for each in firsts if each <= day), min(each for each in firsts if each > day)


def _of_template(
    each: StandingItem, origin: Origin, *, since: dt.date | None = None, by_itself: bool = True
) -> Incoming:
    return Incoming(
        origin=origin,
        title=each.title,
        kind=each.kind,
        standing_id=each.id,
        minutes=each.minutes,
        proposal=each.proposal,
        presenters=each.presenters,
        since=since,
        by_itself=by_itself,
        source=each.source,
    )


def _same(title: str) -> str:
    return title.casefold()
