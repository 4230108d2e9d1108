"""What the mails of an inquiry say: that letter and form go with it, and that an answer is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import inquiry_words as say
from klubban.documents.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.inquiry_words import Asked
    from klubban.domain.referral import Referee
    from klubban.i18n import Texts


def subject(about: Asked, words: Texts) -> str:
    """Return what a mail is about, with our registry number."""
    number = about.inquiry.registry_number
    told = say.subject(about, words)
    return f"{told} ({number})" if number else told


def letter(about: Asked, referee: Referee, words: Texts) -> str:
    """Return the mail that letter and form go with."""
    return "\n\n".join(_letter(about, referee, words))


def reminder_subject(about: Asked, words: Texts) -> str:
    """Return what a reminder is about."""
    return words.gettext("Reminder: {subject}").format(subject=subject(about, words))


def reminder(about: Asked, referee: Referee, words: Texts) -> str:
    """Return the mail that reminds."""
    return "\n\n".join(_reminder(about, referee, words))


def _letter(about: Asked, referee: Referee, words: Texts) -> Iterator[str]:
    due = words.date(about.inquiry.due_of(referee))
    facts = {"body": capital(about.body.name), "title": about.inquiry.title, "due": due}
    if about.reports:
        told = words.gettext("{body} asks for your report: {title}. We need it by {due}.")
    else:
        told = words.gettext("{body} wishes your opinion on {title}. We need your answer by {due}.")
    yield told.format(**facts)
    yield words.gettext(
        "The letter with the questions goes with this mail, and a form to answer in: as a Word document and"
        " as a web page. Choose the one that suits you, and send it to {whom}."
    ).format(whom=say.answer_to(about))
    yield _signed(about, words)


def _reminder(about: Asked, referee: Referee, words: Texts) -> Iterator[str]:
    due = about.inquiry.due_of(referee)
    facts = {"title": about.inquiry.title, "due": words.date(due)}
    if due < about.day:
        told = words.gettext("We have not had your answer to {title}, which was due on {due}.")
    else:
        told = words.gettext("Your answer to {title} is due on {due}.")
    yield told.format(**facts)
    yield words.gettext(
        "The form goes with this mail once more. If you need more time, or do not mean to answer, tell us so:"
        " {whom}."
    ).format(whom=say.answer_to(about))
    yield _signed(about, words)


def _signed(about: Asked, words: Texts) -> str:
    contact = about.contact
    name = contact.name if contact else capital(about.body.name)
    return "\n".join((words.gettext("Yours sincerely"), name))
