"""The attendance list of a meeting: who was there or should have been, in what capacity, for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import attending, front_page, presiding, spans, wording
from klubban.documents.tree import Grouped, Heading, Quiet
from klubban.domain.attendance import Service
from klubban.domain.meeting import AttendsAs
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import OnRollAs
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from klubban.documents.tree import Document, Node
    from klubban.domain.body import Named
    from klubban.domain.meeting import Absence, Attendee, Meeting
    from klubban.domain.roll import RollLine
    from klubban.i18n import Texts

Line = tuple[str, str, str, str]
"""Name, organisation, capacity, and what was attended."""


def build(meeting: Meeting, *, language: str = "sv") -> Document:
    """Return the list: seat by seat with those who served in it, then the others in groups."""
    texts = texts_of(language)
    kind = texts.gettext("Attendance list")
    return front_page.document(meeting, kind, _nodes(meeting, kind, texts), texts, plain=True)


def _nodes(meeting: Meeting, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    yield Quiet(wording.which_meeting(meeting, texts))
    found = list(table(meeting, texts))
    yield from found or [Text(runs_of(texts.gettext("Nobody is noted as present.")))]


def table(meeting: Meeting, texts: Texts) -> Iterator[Node]:
    """Walk the table of everybody, which has a column for organisations where somebody represents one."""
    groups = [(title, lines) for title, lines in _groups(meeting, texts) if lines]
    if not groups:
        return
    head = (
        texts.gettext("Name"),
        texts.gettext("Organisation"),
        texts.gettext("Capacity"),
        texts.gettext("Took part"),
    )
    columns = [place for place in range(len(head)) if place != 1 or _has_organisations(groups)]

    def cut(line: Sequence[str]) -> tuple[str, ...]:
        return tuple(line[place] for place in columns)

    yield Grouped(cut(head), tuple((title, tuple(map(cut, lines))) for title, lines in groups))


def _has_organisations(groups: Iterable[tuple[str, Iterable[Line]]]) -> bool:
    return any(line[1] for _, lines in groups for line in lines)


def _groups(meeting: Meeting, texts: Texts) -> Iterator[tuple[str, list[Line]]]:
    """Walk the groups in the order that they are printed in."""
    by_kind = {
        kind: [_line(meeting, one, texts) for one in meeting.attendance if one.attends_as is kind]
        for kind in AttendsAs
    }
    secretary = attending.unlisted_secretary(meeting)
    if secretary and meeting.attendance:
        role = wording.small(texts.gettext("Secretary"))
        by_kind[AttendsAs.OFFICIAL].append((str(secretary), "", role, texts.gettext("the whole meeting")))
    seated = {line.id for line in meeting.roll.lines if line.role.has_seat}
    others = [
        _line(meeting, one, texts)
        for one in meeting.attendance
        if one.attends_as is AttendsAs.OTHER and one.id not in seated
    ]
    members = list(_by_seat(meeting, texts) if meeting.roll.lines else _as_listed(meeting, texts))
    served = by_kind[AttendsAs.SERVING_ALTERNATE]
    yield texts.gettext("Members and serving alternates") if served else texts.gettext("Members"), members
    yield texts.gettext("Alternates"), by_kind[AttendsAs.ALTERNATE]
    yield texts.pgettext("people", "Co-opted"), by_kind[AttendsAs.CO_OPTED]
    yield texts.gettext("Staff representatives"), by_kind[AttendsAs.STAFF_REPRESENTATIVE]
    yield texts.gettext("Officials"), by_kind[AttendsAs.OFFICIAL]
    yield texts.pgettext("people", "Invited"), by_kind[AttendsAs.GUEST]
    yield texts.gettext("Others"), others
    away = [each for each in meeting.absent if not _has_seat(meeting, each.who)]
    alternates = all(_is_alternate(meeting, each.who) for each in away)
    title = texts.gettext("Absent alternates") if alternates else texts.pgettext("people", "Absent")
    yield title, [_missing(meeting, each, texts) for each in away]


def _by_seat(meeting: Meeting, texts: Texts) -> Iterator[Line]:
    """Walk the seats of the roll: the member or their absence, and below them who served for them."""
    for seat in meeting.roll.lines:
        if not seat.role.has_seat:
            continue
        own = [one for one in meeting.attendance if one.id == seat.id]
        yield from (_line(meeting, one, texts) for one in own)
        absence = next((each for each in meeting.absent if each.who.is_same(seat.who)), None)
        if not own:
            yield _empty(meeting, seat, absence, texts)
        yield from (_line(meeting, one, texts) for one in _serving(meeting, seat))


def _empty(meeting: Meeting, seat: RollLine, absence: Absence | None, texts: Texts) -> Line:
    """Return the line of a seat whose member was not there."""
    office = presiding.office(meeting, seat, texts) or texts.gettext("member")
    if seat.who is None:
        return attending.vacant_seat(seat, texts), seat.represents or "", office, "–"
    why = _absent(absence, texts) if absence else texts.gettext("absent")
    return str(seat.who), seat.represents or "", office, why


def _serving(meeting: Meeting, seat: RollLine) -> Iterator[Attendee]:
    """Walk those who served in a seat; in a vacant one they serve for nobody who could be named."""
    served: set[int | None] = set()
    if seat.who is None:
        sittings = Service(meeting.roll, meeting.agenda, meeting.body).sittings
        served = {sits.person for sitting in sittings for sits in sitting if sits.seat.id == seat.id}
    for one in meeting.attendance:
        if one.attends_as is AttendsAs.SERVING_ALTERNATE:
            in_vacant = one.serves_for is None and one.id in served
            if in_vacant or (seat.who and seat.who.is_same(one.serves_for)):
                yield one


def _as_listed(meeting: Meeting, texts: Texts) -> Iterator[Line]:
    """Walk those deciding as they were listed, where there is no roll."""
    return (_line(meeting, one, texts) for one in meeting.attendance if one.decides)


def _line(meeting: Meeting, one: Attendee, texts: Texts) -> Line:
    extent = _but_disqualified(meeting, one, texts) or spans.attended(meeting, one, texts)
    parts = [extent or texts.gettext("the whole meeting"), texts.gettext("remotely") if one.remote else ""]
    took_part = ", ".join(part for part in parts if part)
    return str(one.who), attending.organisation(meeting, one), _capacity(meeting, one, texts), took_part


def _but_disqualified(meeting: Meeting, one: Attendee, texts: Texts) -> str:
    """Return `hela sammanträdet utom § 111 (jäv)` of somebody who missed nothing else; or nothing."""
    there = spans.places_attended(meeting, one)
    if one.partly or there is None or (meeting.minuted and meeting.minuted != _numbers(meeting)):
        return ""
    missed = [place for place in range(1, len(meeting.items) + 1) if place not in there]
    aside = Paragraphs.of(missed)
    kept_out = (meeting.items[place - 1].kept_out for place in missed)
    if aside is None or not all(any(one.who.is_same(who) for who in people) for people in kept_out):
        return ""
    line = texts.gettext("the whole meeting except {paragraphs} (disqualification)")
    return line.format(paragraphs=spans.listed(meeting, aside, texts))


def _numbers(meeting: Meeting) -> Paragraphs | None:
    return Paragraphs.of(item.number for item in meeting.items if item.number is not None)


def _capacity(meeting: Meeting, one: Attendee, texts: Texts) -> str:
    """Return what somebody was there as: `ordförande`, `ersätter Eva Asp (C)`, `kommundirektör`."""
    if one.serves_for:
        return texts.gettext("for {member}").format(member=one.serves_for)
    offices = attending.offices_of(meeting, one, texts) if one.decides else []
    if offices:
        return ", ".join(offices)
    line = attending.line_of(meeting, one)
    if one.attends_as is AttendsAs.OTHER and line and line.role.has_seat:
        return texts.gettext("does not serve")
    return wording.small(one.title) if one.title else _words(texts)[one.attends_as]


def _missing(meeting: Meeting, absence: Absence, texts: Texts) -> Line:
    line = presiding.line_of(meeting, absence.who)
    capacity = "–"
    if line:
        capacity = wording.small(line.title) if line.title else _words(texts)[AttendsAs(line.role.value)]
    represents = (line.represents or "") if line else ""
    why = texts.gettext("absence told") if absence.told else texts.gettext("absent")
    return str(absence.who), represents, capacity, why


def _absent(absence: Absence, texts: Texts) -> str:
    return texts.gettext("absent, absence told") if absence.told else texts.gettext("absent")


def _has_seat(meeting: Meeting, who: Named) -> bool:
    line = presiding.line_of(meeting, who)
    return line is not None and line.role.has_seat


def _is_alternate(meeting: Meeting, who: Named) -> bool:
    line = presiding.line_of(meeting, who)
    return line is not None and line.role is OnRollAs.ALTERNATE


def _words(texts: Texts) -> dict[AttendsAs, str]:
    return {
        AttendsAs.MEMBER: texts.gettext("member"),
        AttendsAs.SERVING_ALTERNATE: texts.gettext("serving alternate"),
        AttendsAs.ALTERNATE: texts.gettext("alternate"),
        AttendsAs.CO_OPTED: texts.gettext("co-opted"),
        AttendsAs.STAFF_REPRESENTATIVE: texts.gettext("staff representative"),
        AttendsAs.OFFICIAL: texts.gettext("official"),
        AttendsAs.GUEST: texts.gettext("invited"),
        AttendsAs.OTHER: texts.gettext("other"),
    }
