"""The dispatch note of a meeting: who was sent which paragraphs, how and when, and who waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import dispatch_words, front_page, meeting_words, wording
from klubban.documents.tree import Grouped, Heading, Quiet
from klubban.domain.dispatching import sent
from klubban.domain.errors import RuleBroken
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.tree import Document, Node
    from klubban.domain.dispatching import Line, Plan, Sent
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts

_WIDTHS = (120.0, 58.0, 187.0)


def build(meeting: Meeting, plan: Plan, *, language: str = "sv") -> Document:
    """Return the note; raises RuleBroken where nobody is to be sent a paragraph of the meeting."""
    if not plan.lines and not sent(meeting):
        raise RuleBroken("No paragraph of this meeting has anybody to be sent to")
    texts = texts_of(language)
    kind = texts.gettext("Dispatch note")
    return front_page.document(meeting, kind, _nodes(meeting, plan, kind, texts), texts, plain=True)


def _nodes(meeting: Meeting, plan: Plan, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    yield Quiet(meeting_words.named(meeting, texts))
    told, waiting = sent(meeting), [line for line in plan.lines if any(each.due for each in line.parts)]
    yield Text(runs_of(_summary(len(told), len(waiting), texts)))
    head = (
        texts.pgettext("of a decision", "Recipient"),
        texts.pgettext("of a protocol", "Paragraphs"),
        texts.pgettext("column", "How"),
        texts.pgettext("column", "Sent"),
    )
    groups = (
        (texts.gettext("Dispatched"), tuple(_row(meeting, each, texts) for each in told)),
        (texts.gettext("Not dispatched yet"), tuple(_waiting(meeting, each, texts) for each in waiting)),
    )
    shown = tuple(group for group in groups if group[1])
    if shown:
        yield Grouped(head, shown, widths=_WIDTHS, titled=True)


def _summary(done: int, waiting: int, texts: Texts) -> str:
    sentences = [
        texts.ngettext("{count} extract was dispatched.", "{count} extracts were dispatched.", done).format(
            count=done
        )
        if done
        else texts.gettext("Nothing has been dispatched yet.")
    ]
    if waiting:
        sentences.append(
            texts.ngettext(
                "{count} recipient waits for theirs.", "{count} recipients wait for theirs.", waiting
            ).format(count=waiting)
        )
    return " ".join(sentences)


def _row(meeting: Meeting, each: Sent, texts: Texts) -> tuple[str, ...]:
    where = ", ".join((each.address or "").splitlines())
    moment = each.sent_on.isoformat()
    if each.sent_at is not None:
        moment = f"{moment} {texts.time(each.sent_at)}"
    told = [moment, *([each.by] if each.by else [])]
    if each.returned_on is not None:
        told.append(texts.gettext("came back {date}").format(date=each.returned_on.isoformat()))
    return (
        "\n".join(filter(None, (each.recipient, each.note))),
        dispatch_words.signs(meeting, each.numbers),
        "\n".join(filter(None, (wording.capital(dispatch_words.way(each.way, texts)), where))),
        "\n".join(told),
    )


def _waiting(meeting: Meeting, line: Line, texts: Texts) -> tuple[str, ...]:
    due = [each for each in line.parts if each.due]
    how = wording.capital(dispatch_words.way(line.recipient.way, texts))
    if line.recipient.lacks_address:
        how = texts.gettext("No address")
    signs = dispatch_words.signs(meeting, (each.number for each in due))
    return line.recipient.name, signs, how, ""  # who sends it notes by hand when
