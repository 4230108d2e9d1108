"""The certificate that decisions have legal force (`lagakraftbevis`): it prints when they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import front_page, wording
from klubban.documents.tree import Facts, Grouped, Heading, Quiet, Signature, Signatures
from klubban.domain import legal_force, notices
from klubban.domain.appeals import appeal_of
from klubban.domain.errors import RuleBroken
from klubban.domain.legal_force import Standing
from klubban.domain.meeting import Appeal
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.public_record import PublicRecord, Withheld
from klubban.domain.text import Text, runs_of
from klubban.i18n import N_
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from klubban.documents.front_page import Row
    from klubban.documents.tree import Document, Node
    from klubban.domain.afterwards import AppealStep
    from klubban.domain.meeting import Item, Meeting
    from klubban.i18n import Texts

_WIDTHS = (110.0, 270.0)
"""The second column begins below what stands beside the labels."""

_LACKING = {
    Standing.NOT_APPEALABLE: N_("{item} cannot be appealed against; there is no legal force to certify"),
    Standing.NOT_VERIFIED: N_("{item} is not verified yet"),
    Standing.NOT_ANNOUNCED: N_(
        "The time for appeal against {item} does not run: no notice of it stands that is as it should be"
        " (KL 13 kap. 5 §)"
    ),
    Standing.NOT_RECEIVED: N_("Nobody is noted as having got the decision in {item} (FL 44 §)"),
    Standing.WAITING: N_("The time for appeal against {item} goes on to the end of {day}"),
    Standing.RUN_OUT: N_(
        "The time for appeal against {item} is over; ask whether anybody has appealed, and note the answer"
    ),
    Standing.ASKED: N_("The court was asked about {item} on {day}; note its answer first"),
    Standing.APPEALED: N_("{item} is appealed against; note what became of the appeal first"),
    Standing.QUASHED: N_("{item} was annulled on {day}"),
}


def build(
    meeting: Meeting, today: date, numbers: Iterable[int] | None = None, *, language: str = "sv"
) -> Document:
    """Return the certificate of one paragraph or several; without numbers, of all that have legal force.

    Raises RuleBroken that says what is missing.
    """
    texts = texts_of(language)
    items = _chosen(meeting, today, numbers)
    kind = texts.gettext("Certificate of legal force")
    return front_page.document(meeting, kind, _nodes(meeting, items, kind, texts), texts, plain=True)


def _chosen(meeting: Meeting, today: date, numbers: Iterable[int] | None) -> tuple[Item, ...]:
    if numbers is None:
        items = tuple(item for item in meeting.items if legal_force.force_since(meeting, item))
        if not items:
            raise RuleBroken("No paragraph of this meeting has legal force, as far as is noted")
        return items
    wanted = set(numbers)
    for number in sorted(wanted):
        if meeting.item(number) is None:
            named = wording.number_in(meeting, number)
            raise RuleBroken("There is no § {number} in the protocol of this meeting", number=named)
    items = tuple(item for item in meeting.items if item.number in wanted)
    for item in items:
        state = legal_force.state_of(meeting, item, today)
        if state.standing is not Standing.IN_FORCE:
            raise RuleBroken(_LACKING[state.standing], item=wording.sign_of(meeting, item), day=state.day)
    return items


def _nodes(meeting: Meeting, items: Sequence[Item], kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    lead = texts.ngettext(
        "It is certified that the decision below has legal force.",
        "It is certified that the decisions below have legal force.",
        len(items),
    )
    yield Text(runs_of(lead))
    body = front_page.row(texts.pgettext("document", "Body"), meeting.body.name)
    day = front_page.row(texts.gettext("Date of the meeting"), meeting.date.isoformat())
    numbers = Paragraphs.of(item.number for item in items if item.number is not None)
    signs = wording.signs_in(meeting, numbers) if numbers else ""
    told = [tuple(row for row in _rows(meeting, item, texts) if row[1]) for item in items]
    shared = tuple(row for row in told[0] if len(items) > 1 and all(row in each for each in told))
    covered = front_page.row(texts.pgettext("of a protocol", "Paragraphs"), signs if len(items) > 1 else "")
    yield front_page.filled((body, day, covered, *shared))
    if len(items) > 1 and not any(_own(rows, shared) for rows in told):
        yield _listed(meeting, items, texts)
    else:
        for item, rows in zip(items, told, strict=True):
            yield from _told(meeting, item, _own(rows, shared), texts)
    if not isinstance(meeting, PublicRecord):
        digital = meeting.body.rules.signed_digitally
        lines = (Signature(texts.gettext("Signature"), ""), Signature(texts.gettext("Date"), ""))
        yield Signatures(lines[:1] if digital else lines, digital=digital)  # the signature holds the day


def _own(rows: Sequence[Row], shared: Sequence[Row]) -> tuple[Row, ...]:
    """Return what is told of one paragraph and not of all."""
    return tuple(row for row in rows if row not in shared)


def _listed(meeting: Meeting, items: Iterable[Item], texts: Texts) -> Grouped:
    """Return paragraphs of which the same is told, as a list that may go on on the next page."""
    head = (
        texts.pgettext("column", "Paragraph"),
        texts.pgettext("column", "Matter"),
        texts.pgettext("column", "Registry number"),
    )
    rows = tuple((wording.sign_of(meeting, item), _title(item), _registered_as(item)) for item in items)
    return Grouped(head, (("", rows),), widths=_WIDTHS)


def _told(meeting: Meeting, item: Item, rows: tuple[Row, ...], texts: Texts) -> Iterator[Node]:
    yield Heading(2, _title(item), wording.sign_of(meeting, item))
    if registered := _registered_as(item):
        number = texts.gettext("Registry no. {number}").format(number=registered)
        yield Quiet(number.replace(" ", wording.NBSP))
    if rows:
        yield Facts(rows)


def _title(item: Item) -> str:
    return item.public_title or item.title if item.confidential else item.title


def _registered_as(item: Item) -> str:
    return wording.held(item.registered_as or "") if not isinstance(item, Withheld) else ""


def _rows(meeting: Meeting, item: Item, texts: Texts) -> Iterator[Row]:
    verification, state = notices.verification_at(meeting, item), legal_force.settled(meeting, item)
    yield _dated(texts.gettext("Protocol verified"), verification.date if verification else None)
    if appeal_of(meeting, item) is Appeal.LEGALITY:
        notice = notices.notice_at(meeting, item)
        yield _dated(texts.gettext("Notice posted"), notice.posted if notice else None)
    else:
        received = max((each.received_on for each in item.receipts), default=None)
        yield _dated(texts.gettext("Received by the last party"), received)
    yield _dated(texts.gettext("Last day for appeal"), legal_force.last_day(meeting, item))
    if state and state.step:
        yield front_page.row(texts.pgettext("of legal force", "According to"), _source(state.step, texts))
    yield _dated(texts.gettext("Legal force since"), legal_force.force_since(meeting, item))


def _dated(label: str, day: date | None) -> Row:
    return front_page.row(label, day.isoformat() if day else "")


def _source(step: AppealStep, texts: Texts) -> str:
    """Return who said so, in which case and when: `Förvaltningsrätten i Ekby, mål 1234-26, 2026-06-25`."""
    case = texts.gettext("case {number}").format(number=step.case_number) if step.case_number else ""
    return ", ".join(filter(None, (step.court or step.by, case, step.day.isoformat())))
