"""What the room says of plans, promises and goals, in few words: how far, what comes next, how late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import commitment_words as say
from klubban.documents import goal_words, plan_words, progress_words
from klubban.documents.wording import NBSP, capital
from klubban.domain.commitment import CommitmentKind, Progress
from klubban.domain.commitments_due import Follows
from klubban.domain.index import Colour, latest
from klubban.i18n import _, current, ngettext, pgettext

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.commitment import Activity, Commitment
    from klubban.domain.commitments_due import FollowUpDue
    from klubban.domain.goal import Goal
    from klubban.domain.noted_at import NotedAt
    from klubban.ui.theme import Tone

TONES: dict[Progress, Tone] = {
    Progress.PLANNED: "plain",
    Progress.UNDER_WAY: "accent",
    Progress.PARTLY: "soon",
    Progress.DONE: "done",
    Progress.CANCELLED: "plain",
    Progress.MOVED: "soon",
}
COLOURS: dict[Colour, Tone] = {Colour.RED: "late", Colour.YELLOW: "soon", Colour.GREEN: "done"}
_LATE = "▲"


def marked_late(words: str) -> str:
    """Return words with the shape of what is late."""
    return f"{_LATE}{NBSP}{words}"


def day(of: date, today: date) -> str:
    """Return a day, with its year where that is another."""
    return plan_words.near(of, today, current())


def progress(of: Progress, kind: CommitmentKind) -> tuple[str, Tone]:
    """Return how far a plan or promise has come, with its shape."""
    word = progress_words.progress(of, kind, current())
    return f"{progress_words.SHAPES[of]}{NBSP}{word}", TONES[of]


def activity(of: Activity, today: date) -> tuple[str, Tone]:
    """Return how far an activity has come, with its shape; one past its day is late."""
    if progress_words.is_late(of, today):
        return marked_late(pgettext("activity", "late")), "late"
    word = progress_words.activity_progress(of.progress, current())
    return f"{progress_words.SHAPES[of.progress]}{NBSP}{word}", TONES[of.progress]


def pill(one: Commitment, late: FollowUpDue | None) -> tuple[str, Tone]:
    """Return how a plan or promise stands, in the words of a pill; none where nobody has said so yet."""
    if one.closed_on is not None and not progress_words.is_known(one):
        return pgettext("plan", "closed"), "plain"
    if late is not None:
        return marked_late(pgettext("plan", "late")), "late"
    return progress(one.progress, one.kind) if progress_words.is_known(one) else ("", "plain")


def comes(due: FollowUpDue, today: date) -> str:
    """Return what is done when: `följs upp 15 mars`."""
    lines = {
        Follows.CHECKPOINT: _("followed up {day}"),
        Follows.REVIEW: _("looked at again {day}"),
        Follows.ENDS: _("ends {day}"),
        Follows.ANSWER: _("answered by {day}"),
        Follows.ACTIVITY: _("an activity by {day}"),
        Follows.YEARLY: _("followed up by {day}"),
        Follows.REPORT: _("reported by {day}"),
    }
    return lines[due.what].format(day=day(due.day, today))


def sentence(due: FollowUpDue, today: date, reports_to: str = "") -> str:
    """Return what is to be done, when, and which statute wants it."""
    told = {
        Follows.CHECKPOINT: _("Followed up {day}."),
        Follows.REVIEW: _("Looked at again {day}."),
        Follows.ENDS: _("Ends {day}; renew it or let it end."),
        Follows.ANSWER: _("The auditors are answered by {day}."),
        Follows.ACTIVITY: _("{what} is done by {day}."),
        Follows.YEARLY: _("Followed up each year, next by {day}."),
        Follows.REPORT: _("Reported to {body} by {day}."),
    }[due.what]
    found = told.format(day=day(due.day, today), what=due.detail or "–", body=reports_to or "–")
    beside = [due.detail if due.what is Follows.CHECKPOINT else None, due.statute]
    parts = ", ".join(filter(None, beside))
    return f"{found[:-1]} ({parts})." if parts else found


def how_late(due: FollowUpDue, today: date) -> str:
    """Return what is late, and how late: `Följ upp: 12 dagar för sent`."""
    return f"{say.to_do(due, current())}: {say.late(due.day, today, current())}"


def activities(one: Commitment) -> str:
    """Return how many activities of a plan are over: `3 av 13 avslutade`."""
    if not one.activities:
        return ""
    done = sum(each.progress.is_over for each in one.activities)
    line = pgettext("activities", "{done} of {count} over")
    return line.format(done=done, count=len(one.activities))


def goal_pill(one: Goal) -> tuple[str, Tone]:
    """Return a goal's last index with its colour as shape and word."""
    found = latest(one)
    if found is None or found.colour is None:
        return "", "plain"
    return f"{goal_words.marked(found.colour, current())} {found.value}", COLOURS[found.colour]


def goal_note(one: Goal) -> str:
    """Return where a goal's index went."""
    found = latest(one)
    if found is None:
        return _("not measured yet")
    went = goal_words.trend(found, current()) if found.trend is not None else ""
    return ", ".join(filter(None, (str(found.year), went)))


def where(at: NotedAt) -> str:
    """Return at which paragraph something was noted, with its title: `Brå 2025-05-03 § 4 Uppföljning`."""
    return " ".join(filter(None, (say.at(at), at.title)))


def counted(plans: int, late: int, goals: int) -> str:
    """Return how many there are, in a few words."""
    parts = []
    if plans:
        line = ngettext("{count} plan or promise", "{count} plans and promises", plans)
        parts.append(line.format(count=plans))
    if late:
        parts.append(ngettext("{count} is late", "{count} are late", late).format(count=late))
    if goals:
        parts.append(ngettext("{count} goal", "{count} goals", goals).format(count=goals))
    return ", ".join(parts)


def as_sentence(words: str) -> str:
    """Return words as a sentence."""
    return f"{capital(words)}." if words else ""
