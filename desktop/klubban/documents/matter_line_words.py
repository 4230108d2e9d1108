"""What happened to a matter, each thing in one sentence; for the page and the document alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import matter_words as say
from klubban.documents import progress_words
from klubban.documents.public_words import signs
from klubban.documents.wording import enumerated
from klubban.domain.afterwards import AppealStepKind
from klubban.domain.matter_history import Happened
from klubban.domain.matter_since import Since

if TYPE_CHECKING:
    from klubban.domain.matter_history import Event, Handled
    from klubban.domain.matter_since import Noted
    from klubban.domain.meeting import Matter
    from klubban.i18n import Texts

_MOST = 280
"""Characters of what was decided or told; where it stands has all of it."""


def where(event: Event, texts: Texts) -> str:
    """Return the body and paragraph of an event: `Kommunstyrelsen § 74`; nothing where it has none."""
    of = event.handled or (event.noted.around if event.noted else None)
    if of is None:
        return event.noted.body if event.noted else ""
    return f"{of.body_name} {say.place(of, texts)}"


def what(event: Event, matter: Matter, texts: Texts) -> str:
    """Return what happened, in a sentence or two."""
    if event.handled is not None:
        return _handled(event.handled, texts)
    if event.noted is not None:
        return told(event.noted, texts)
    if event.happened is Happened.RAISED and matter.submission:
        kind, by = say.kind(matter.submission.kind, texts), matter.submission.by
        return texts.gettext("{kind} by {name}").format(kind=kind, name=by) + "." if by else f"{kind}."
    if event.happened is Happened.DELEGATED and event.delegated:
        of = event.delegated
        by = ", ".join(filter(None, (of.by, of.basis)))
        line = texts.gettext("Decided by delegation: {decision}").format(decision=of.title)
        return f"{line} ({by})." if by else f"{line}."
    closed = texts.pgettext("matter", "Closed")
    return f"{closed}: {matter.closed_because}." if matter.closed_because else f"{closed}."


def decision(of: Handled, texts: Texts) -> str:
    """Return what was decided, shortened; of what is confidential only that it is."""
    if of.confidential:
        return signs(texts).title
    return shortened(of.decision)


def _handled(of: Handled, texts: Texts) -> str:
    outcome = say.outcome(of, texts)
    return ": ".join(filter(None, (outcome[:1].upper() + outcome[1:], decision(of, texts)))) or (
        texts.pgettext("item", "On the agenda.")
    )


def shortened(words: str) -> str:
    """Return words that are not too many for a line of events."""
    return words if len(words) <= _MOST else words[:_MOST].rsplit(" ", 1)[0] + " …"


def told(of: Noted, texts: Texts) -> str:
    """Return what happened beside a meeting; of what is confidential only that it happened."""
    noted = of.shown()
    if noted.appeal is not None:
        return _appeal(noted, texts)
    template, words = _line(noted, texts), shortened(noted.words)
    facts = {
        "who": enumerated(noted.who, texts),
        "what": words if template.endswith("{what}") else words.rstrip(" ."),
        "until": texts.date(noted.until) if noted.until else "",
        "because": noted.because.rstrip(" ."),
        "body": say.small_name(noted.body),
        "progress": _progress(noted, texts),
    }
    line, beside = template.format(**facts), _beside(noted, texts).format(**facts)
    if beside.startswith("("):
        return f"{line.rstrip('.')} {beside}."
    return f"{line} {beside}".strip()


def _line(of: Noted, texts: Texts) -> str:  # noqa: C901, PLR0911 - a kind of event a line
    """Return the template of what happened: the whole sentence, or the bare one of what is confidential."""
    if of.confidential:
        return _bare(of.what, texts)
    match of.what:
        case Since.ASKED if of.until:
            return texts.gettext("Sent for comments to {who}, to be answered by {until}: {what}.")
        case Since.GIVEN if of.until:
            return texts.gettext("{who} is to do by {until}: {what}.")
        case Since.MOVED if of.until is None:
            return texts.gettext("No longer has a last day: {what}.")
        case Since.STUCK if of.body:
            return texts.gettext("Got stuck between {who}, and taken to {body}: {what}.")
        case Since.RECEIVED if of.until:
            return texts.gettext("{who} asks for an opinion by {until}.")
        case Since.FOLLOWED_UP if of.progress:
            return texts.gettext("Followed up: {what}, {progress}.")
        case Since.COMPILED if not of.who:
            return texts.gettext("The round of answers ended: {what}.")
        case Since.BEGUN if of.until:
            return texts.gettext("Holds to {until}: {what}.")
        case Since.VERIFIED:
            return texts.gettext("Verified by {who}.")
        case Since.ANSWERED if not of.words:
            return texts.gettext("{who} answered.")
    return _whole(of.what, texts)


def _whole(what: Since, texts: Texts) -> str:
    return {
        Since.ASKED: texts.gettext("Sent for comments to {who}: {what}."),
        Since.ANSWERED: texts.gettext("{who} answered: {what}"),
        Since.DECLINED: texts.gettext("{who} will not answer."),
        Since.COMPILED: texts.gettext("The answers of {who} were put together: {what}."),
        Since.RECEIVED: texts.gettext("{who} asks for an opinion."),
        Since.REPLIED: texts.gettext("{who} was answered."),
        Since.GIVEN: texts.gettext("{who} is to do: {what}."),
        Since.REPORTED: texts.gettext("{who} reported: {what}"),
        Since.MOVED: texts.gettext("Moved to {until}: {what}."),
        Since.HANDED: texts.gettext("Handed over to {who}: {what}."),
        Since.STUCK: texts.gettext("Got stuck between {who}: {what}."),
        Since.FREED: texts.gettext("No longer stuck: {what}."),
        Since.DONE: texts.gettext("Done: {what}."),
        Since.CANCELLED: texts.gettext("Cancelled: {what}."),
        Since.REOPENED: texts.gettext("Opened again: {what}."),
        Since.CORRECTED: texts.gettext("The protocol was corrected."),
        Since.DISPATCHED: texts.gettext("The decision was sent to {who}."),
        Since.BEGUN: texts.gettext("Holds from now: {what}."),
        Since.FOLLOWED_UP: texts.gettext("Followed up: {what}."),
        Since.ENDED: texts.gettext("No longer holds: {what}."),
    }.get(what) or _bare(what, texts)


def _bare(what: Since, texts: Texts) -> str:
    """Return what happened without a word about whom and what."""
    return {
        Since.ASKED: texts.gettext("Sent for comments."),
        Since.ANSWERED: texts.gettext("An answer came."),
        Since.DECLINED: texts.gettext("Somebody will not answer."),
        Since.COMPILED: texts.gettext("The answers were put together."),
        Since.RECEIVED: texts.gettext("An opinion is asked for."),
        Since.REPLIED: texts.gettext("The opinion was given."),
        Since.GIVEN: texts.gettext("An assignment was given."),
        Since.REPORTED: texts.gettext("An assignment was reported on."),
        Since.MOVED: texts.gettext("An assignment was moved."),
        Since.HANDED: texts.gettext("An assignment was handed over."),
        Since.STUCK: texts.gettext("An assignment is stuck."),
        Since.FREED: texts.gettext("An assignment is no longer stuck."),
        Since.DONE: texts.gettext("An assignment is done."),
        Since.CANCELLED: texts.gettext("An assignment was cancelled."),
        Since.REOPENED: texts.gettext("An assignment was opened again."),
        Since.VERIFIED: texts.gettext("Verified."),
        Since.POSTED: texts.gettext("Announced on the notice board."),
        Since.REMOVED: texts.gettext("The notice was taken down."),
        Since.CORRECTED: texts.gettext("The protocol was corrected."),
        Since.DISPATCHED: texts.gettext("The decision was sent out."),
        Since.BEGUN: texts.gettext("A plan or promise holds from now."),
        Since.FOLLOWED_UP: texts.gettext("A plan or promise was followed up."),
        Since.ENDED: texts.gettext("A plan or promise no longer holds."),
        Since.APPEAL: "",
    }[what]


def _beside(of: Noted, texts: Texts) -> str:
    """Return the template of what is said after the sentence: the reason, the last day for appeal."""
    if of.what is Since.POSTED and of.until:
        return texts.gettext("The last day for appeal is {until}.")
    if of.what is Since.RECEIVED:
        number = texts.gettext("Their number is {what}.") if of.words else ""
        later = texts.gettext("It was put off: {because}.") if of.because else ""
        return " ".join(filter(None, (number, later)))
    if of.what is Since.REPLIED and of.words:
        return "({what})"
    return "({because})" if of.because else ""


def _progress(of: Noted, texts: Texts) -> str:
    if of.progress is None or of.kind is None:
        return ""
    return progress_words.progress(of.progress, of.kind, texts)


def _appeal(of: Noted, texts: Texts) -> str:
    step = of.appeal
    if step is None:
        return ""
    line = {
        AppealStepKind.ASKED: texts.gettext("The court was asked whether anybody has appealed"),
        AppealStepKind.NONE_FILED: texts.gettext("Nobody has appealed, the court answered"),
        AppealStepKind.FILED: texts.gettext("Somebody has appealed"),
        AppealStepKind.TOO_LATE: texts.gettext("An appeal came too late"),
        AppealStepKind.DISMISSED: texts.gettext("The appeal was dismissed"),
        AppealStepKind.REJECTED: texts.gettext("The appeal was rejected"),
        AppealStepKind.QUASHED: texts.gettext("The decision was annulled"),
        AppealStepKind.WITHDRAWN: texts.gettext("The appeal was withdrawn"),
    }[step.kind]
    beside = ", ".join(filter(None, (step.court, step.case_number)))
    return f"{line} ({beside})." if beside else f"{line}."
