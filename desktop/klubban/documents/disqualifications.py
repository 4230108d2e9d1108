"""What a paragraph says of disqualification and of a lacking quorum (KL 5 kap. 45 §, 6 kap. 27-30 §§)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from klubban.documents import presiding, wording
from klubban.domain import quorum
from klubban.domain.grounds import GROUNDS
from klubban.domain.roll import Deviates
from klubban.domain.text import Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.body import Named
    from klubban.domain.meeting import Disqualification, Item, Meeting
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def disqualifications(meeting: Meeting, item: Item, texts: Texts) -> Blocks:
    """Return who stayed away and on what ground, who took part all the same, and who stepped in."""
    kept_out = [each for each in item.disqualifications if _is_among(each.who, item.kept_out)]
    sentences: list[str] = []
    for _, alike in groupby(kept_out, key=lambda each: _sort(meeting, each)):
        sentences += _stayed_away(meeting, list(alike), texts)
    sentences += _took_part(item, texts)
    sentences += _stepped_in(meeting, item, texts)
    sentences.append(presiding.at_item(meeting, item, texts))
    return tuple(Text(runs_of(sentence)) for sentence in sentences if sentence)


def no_quorum(meeting: Meeting, item: Item, texts: Texts) -> Blocks:
    """Return that there was no quorum, and what was noted of it."""
    reasons = [each.reason for each in item.deviations if each.rule is Deviates.QUORUM]
    if not reasons:
        return ()
    line = texts.gettext("{body} does not have a quorum.").format(body=meeting.body.name)
    return tuple(Text(runs_of(sentence)) for sentence in (line, *map(_sentence, reasons)) if sentence)


def _sort(meeting: Meeting, one: Disqualification) -> tuple[str, str, bool, bool]:
    """Return what those have alike who are named in one sentence."""
    themselves = _raised_themselves(one)
    by = "" if themselves else one.raised_by or ""
    return one.ground or "", by, themselves, themselves or _decides(meeting, one.who)


def _stayed_away(meeting: Meeting, alike: Sequence[Disqualification], texts: Texts) -> Iterator[str]:
    first = alike[0]
    who = wording.named([each.who for each in alike], texts)
    if first.raised_by and not _raised_themselves(first):
        raised = texts.gettext("The question of the disqualification of {who} is raised by {by}.")
        by = first.raised_by
        by = wording.small(by) if by.casefold() == meeting.body.name.casefold() else by
        yield raised.format(who=who, by=by)
    ground = _ground(first.ground, texts)
    if _raised_themselves(first):
        plain = texts.ngettext(
            "{who} reports a disqualification and takes no part in the matter.",
            "{who} report a disqualification and take no part in the matter.",
            len(alike),
        )
        grounded = texts.ngettext(
            "{who} reports a disqualification ({ground}) and takes no part in the matter.",
            "{who} report a disqualification ({ground}) and take no part in the matter.",
            len(alike),
        )
    elif not _decides(meeting, first.who) and meeting.body.rules.disqualified_leave:
        plain = texts.gettext("{who} is not present during this paragraph because of disqualification.")
        grounded = texts.gettext(
            "{who} is not present during this paragraph because of disqualification ({ground})."
        )
    else:
        plain = texts.gettext("{who} takes no part in the matter because of disqualification.")
        grounded = texts.gettext("{who} takes no part in the matter because of disqualification ({ground}).")
    yield (grounded if ground else plain).format(who=who, ground=ground)


def _ground(ground: str | None, texts: Texts) -> str:
    """Return the ground: one of the four by its number, or in the words that were noted."""
    if ground in GROUNDS:
        return texts.gettext("Local Government Act 6:28, ground {ground}").format(ground=ground)
    return ground or ""


def _raised_themselves(one: Disqualification) -> bool:
    return one.raised_by in (one.who.name, str(one.who))


def _decides(meeting: Meeting, who: Named) -> bool:
    """Tell whether somebody decides at the meeting, or nothing is known of them."""
    known = [one for one in meeting.attendance if who.is_same(one.who)]
    if not known:
        line = presiding.line_of(meeting, who)
        return line is None or line.role.has_seat
    return any(one.decides for one in known)


def _took_part(item: Item, texts: Texts) -> Iterator[str]:
    """Walk those who took part although they were disqualified, with the reason that was noted."""
    for deviation in item.deviations:
        if deviation.rule is Deviates.DISQUALIFIED and deviation.who:
            line = texts.gettext("{who} is disqualified and takes part in the matter all the same.")
            yield f"{line.format(who=deviation.who)} {_sentence(deviation.reason)}".strip()


def _stepped_in(meeting: Meeting, item: Item, texts: Texts) -> Iterator[str]:
    """Walk those who served in the seats of those disqualified."""
    seats = [each for who in item.kept_out for each in (who, *_serves_for(meeting, who))]
    line = texts.gettext("{name} serves for {member} during this paragraph.")
    for one in quorum.serving(meeting, item):
        if one.serves_for and _is_among(one.serves_for, seats):
            yield line.format(name=one.who, member=one.serves_for)


def _serves_for(meeting: Meeting, who: Named) -> Iterator[Named]:
    for one in meeting.attendance:
        if one.serves_for and who.is_same(one.who):
            yield one.serves_for


def _is_among(who: Named, people: Sequence[Named]) -> bool:
    return any(who.is_same(other) for other in people)


def _sentence(words: str) -> str:
    """Return what was noted as a sentence."""
    words = wording.capital(words.strip())
    return words if words.endswith((".", "!", "?", "…")) or not words else f"{words}."
