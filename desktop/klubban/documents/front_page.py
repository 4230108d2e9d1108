"""What the first page of a protocol, its extracts and notes states: where, when, who, and who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import attending, doors, drafts, presiding, public_words, signing, wording
from klubban.documents.tree import (
    Contents,
    Document,
    Facts,
    Heading,
    Names,
    Node,
    Quiet,
    Running,
)
from klubban.domain import notices, presided
from klubban.domain.agenda import ItemKind
from klubban.domain.masking import unmasked
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.public_record import PublicRecord
from klubban.domain.text import Text, runs_of
from klubban.domain.who_signs import most_verifiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.verification import Verification
    from klubban.i18n import Texts

Row = tuple[str, tuple[Text | Names, ...]]

_INFORMING = (ItemKind.PROCEDURE, ItemKind.INFORMATION, ItemKind.DISCUSSION, ItemKind.REPORT)


def row(label: str, *lines: str) -> Row:
    """Return one labelled fact, each line a text of its own."""
    return label, tuple(Text(runs_of(line)) for line in lines if line)


def filled(rows: Iterable[Row]) -> Facts:
    """Return the facts that are known; a label without anything after it is left out."""
    return Facts(tuple(each for each in rows if each[1]))


def kind_of_record(meeting: Meeting, texts: Texts) -> str:
    """Return what the body keeps: a protocol or notes."""
    return texts.gettext("Protocol") if meeting.body.rules.protocol else texts.pgettext("document", "Notes")


def head(meeting: Meeting, texts: Texts) -> tuple[Node, ...]:
    """Return the body's name and the days of the meeting."""
    told = wording.enumerated([wording.long_date(day, texts) for day in wording.held_on(meeting)], texts)
    return (Heading(1, meeting.body.name), Quiet(texts.gettext("Meeting on {date}").format(date=told)))


def facts(meeting: Meeting, texts: Texts, *, listed: bool = False) -> tuple[Row, ...]:
    """Return the rows that KL 5 kap. 66 § and custom ask for; empty ones among them.

    Those who were there are left to the attendance list where it is part of the document.
    """
    took_part = (
        texts.gettext("Deciding") if meeting.body.rules.protocol else texts.pgettext("people", "Present")
    )
    return (
        row(texts.gettext("Place and time"), *wording.places_and_times(meeting, texts)),
        row(texts.gettext("Audience"), doors.told(meeting, texts)),
        *(_listed if listed else _named)(meeting, took_part, texts),
        row(texts.gettext("Presiding"), *presiding.sentences(meeting, texts)),
        *_verification_rows(meeting, texts),
    )


def _named(meeting: Meeting, took_part: str, texts: Texts) -> tuple[Row, ...]:
    told = [str(absence.who) for absence in meeting.absent if absence.told]
    untold = [str(absence.who) for absence in meeting.absent if not absence.told]
    return (
        _names(took_part, attending.deciding(meeting, texts)),
        row(texts.gettext("Others present"), *attending.others_present(meeting, texts)),
        row(texts.gettext("Absence told"), ", ".join(told)),
        row(texts.gettext("Absent"), ", ".join(untold)),
    )


def _listed(meeting: Meeting, took_part: str, texts: Texts) -> tuple[Row, ...]:
    look = meeting.organisation.look
    chairs = [
        f"{wording.with_party(turn.who, look)}, {presiding.after_name(meeting, turn.who, texts)}"
        for turn in presided.turns(meeting)
    ]
    see = texts.gettext("See the attendance list, appendix 1")
    return row(took_part, *chairs, see), row(texts.gettext("Others present"), see)


def _names(label: str, names: Sequence[str]) -> Row:
    return label, (Names(tuple(names)),) if names else ()


def _verification_rows(meeting: Meeting, texts: Texts) -> tuple[Row, ...]:
    """Return who verifies, where and when; several verifications say which paragraphs each is for.

    What is published has no signatures, and says who verified the original and where it is.
    """
    if isinstance(meeting, PublicRecord):
        return _original(meeting, texts)
    several = len(meeting.verifications) > 1
    names = [signing.verifiers(meeting, each, texts) for each in meeting.verifications]
    same = len(set(names)) == 1
    verifiers, places = [], []
    for verification, who in zip(meeting.verifications, names, strict=True):
        numbers = notices.covered(meeting, verification) if several else None
        covered = wording.signs_in(meeting, numbers) if numbers else ""
        place = wording.verification_line(verification, texts)
        at_once = wording.small(texts.gettext("Immediate verification")) if verification.immediate else ""
        verifiers.append(who if same else ", ".join(part for part in (who, covered) if part and who))
        places.append(", ".join(part for part in (place, covered, at_once) if part and place))
    verifiers = verifiers[:1] if same else verifiers
    return (
        row(texts.ngettext("Verifier", "Verifiers", most_verifiers(meeting)), *verifiers),
        row(texts.gettext("Verification"), *places),
    )


def with_control(
    rows: Iterable[Row], meeting: Meeting, verifications: Iterable[Verification], texts: Texts
) -> Iterator[Row]:
    """Walk the rows, and then what number the journal's chain had when each verification became ready."""
    yield from rows
    told: dict[str, set[int]] = {}
    for each in verifications:
        if each.control:
            told.setdefault(each.control, set()).update(notices.covered(meeting, each) or ())
    lines = []
    for control, numbers in told.items():
        covered = Paragraphs.of(numbers) if len(told) > 1 else None
        lines.append(f"{control}, {wording.signs_in(meeting, covered)}" if covered else control)
    yield row(texts.gettext("Control number"), *lines)


def _original(meeting: Meeting, texts: Texts) -> tuple[Row, ...]:
    if not meeting.body.rules.protocol:
        return (row(texts.gettext("Notes taken by"), str(meeting.secretary or "")),)
    kept_at = next((each.kept_at for each in meeting.notices if each.kept_at), None)
    return (
        row(texts.gettext("Verification"), *public_words.verified(meeting, texts)),
        row(texts.gettext("Protocol kept at"), kept_at or meeting.organisation.protocol_kept_at or ""),
    )


def contents(
    headings: Sequence[tuple[Item, Heading]], texts: Texts, appended: Sequence[Heading] = ()
) -> Contents:
    """Return the list of paragraphs, decisions before information and procedure, and of the appendices."""
    decisions = tuple(heading for item, heading in headings if item.kind not in _INFORMING)
    others = tuple(heading for item, heading in headings if item.kind in _INFORMING)
    groups = (
        (texts.pgettext("in contents", "Decisions"), decisions),
        (texts.gettext("Information and procedure"), others),
        (texts.pgettext("in contents", "Appendices"), tuple(appended)),
    )
    return Contents(tuple(group for group in groups if group[1]))


def document(
    meeting: Meeting,
    kind: str,
    nodes: Iterable[Node],
    texts: Texts,
    *,
    extract: bool = False,
    plain: bool = False,
    draft: bool = False,
    always_public: bool = False,
) -> Document:
    """Return a document about the meeting; an extract is certified, a plain one has nothing at its foot.

    Initials and lines are for pen and paper. What is published has no place for a hand, and says what it is,
    unless there is no other version of its kind.
    """
    day, public = meeting.date.isoformat(), isinstance(meeting, PublicRecord)
    kind = kind if always_public else public_words.kind_of(kind, meeting, texts)
    pen = not (plain or public or meeting.body.rules.signed_digitally)
    by_hand = meeting.body.rules.protocol and pen
    boxes = (len(presided.within(meeting, None)) or 1) + most_verifiers(meeting)
    verified = meeting.body.rules.verified or bool(meeting.verifications)
    initials = by_hand and not extract and verified and not signing.is_signed(meeting)
    running = Running(
        left=(meeting.organisation.on_paper, meeting.body.name),
        right=(kind, day),
        initials=(texts.gettext("Initials of those verifying"), boxes) if initials else None,
        certification=texts.gettext("Extract certified") if by_hand else None,
        draft=drafts.sign(texts) if draft else "",
    )
    made = Document(
        title=f"{kind}, {meeting.body.name} {day}",
        author=meeting.organisation.name,
        language=texts.tag,
        running=running,
        nodes=tuple(map(unmasked, nodes)),
        date=meeting.last_day,
        look=meeting.organisation.look,
        arms=meeting.organisation.arms,
    )
    if public:
        return public_words.filled(made) if always_public else public_words.told_of(made, texts)
    return made
