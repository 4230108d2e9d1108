"""The open format's referrals and rounds of reports, and referrals that others sent."""

from __future__ import annotations

from types import MappingProxyType

from pydantic import Field, StrictBool

from klubban.domain.referral import InquiryKind
from klubban.exchange.parts import SomebodyOrName
from klubban.exchange.plans import OpenItemAt, OpenMeetingAt
from klubban.exchange.row import Row
from klubban.exchange.texts import TextBlocks
from klubban.exchange.values import Day, FileName, Hash, Key, Line, Number, Words


class OpenQuestion(Row):
    """One question of an inquiry."""

    TABLE = "question"

    text: Words
    withdrawn_on: Day | None = None
    withdrawn_because: Words | None = None


class OpenReplyText(Row):
    """The answer to one question, by its number from 1."""

    TABLE = "reply_text"

    number: Number = Field(alias="question")
    text: TextBlocks = ()


class OpenReply(Row):
    """What a referee answered."""

    TABLE = "reply"
    CHILDREN = MappingProxyType({"texts": OpenReplyText})

    received_on: Day = Field(alias="on")
    by: Line | None = None
    text: TextBlocks = ()
    """What was said beside the questions."""
    texts: tuple[OpenReplyText, ...] = ()
    sha256: Hash | None = None
    media_type: Line | None = Field(default=None, alias="type")
    file_name: FileName | None = Field(default=None, alias="file")
    from_form: StrictBool = False


class OpenReferee(Row):
    """Who is asked, or is to report."""

    TABLE = "referee"
    NAMED = MappingProxyType({"who": ""})
    REFERS = MappingProxyType({"body": "body"})
    CHILDREN = MappingProxyType({"replies": OpenReply})
    SINGLE = MappingProxyType({"reminders": ("reminder", "day")})

    who: SomebodyOrName
    email: Line | None = None
    body: Key | None = None
    sent_on: Day | None = None
    due: Day | None = None
    """A day of its own."""
    due_because: Words | None = None
    reminders: tuple[Day, ...] = ()
    declined_on: Day | None = None
    declined_because: Words | None = None
    replies: tuple[OpenReply, ...] = ()


class OpenInquiry(Row):
    """A referral that was sent out, or a round of reports: questions to several by a date, and replies."""

    TABLE = "inquiry"
    REFERS = MappingProxyType({"body": "body", "matter": "matter"})
    CHILDREN = MappingProxyType({"questions": OpenQuestion, "referees": OpenReferee})

    key: Key
    body: Key
    kind: InquiryKind
    title: Line
    due: Day
    text: TextBlocks = ()
    """What the letter says before the questions."""
    registry_number: Line | None = None
    answer_to: Words | None = None
    matter: Key | None = None
    item: OpenItemAt | None = None
    """The item that decided it."""
    meeting: OpenMeetingAt | None = None
    """The meeting that is to have the answers."""
    sent_on: Day | None = None
    closed_on: Day | None = None
    questions: tuple[OpenQuestion, ...] = ()
    referees: tuple[OpenReferee, ...] = ()


class OpenReceivedReferral(Row):
    """A referral that came from others, which the matter is about."""

    TABLE = "received_referral"

    sender: Line = Field(alias="from")
    received_on: Day = Field(alias="on")
    due: Day | None = None
    their_number: Line | None = None
    questions: tuple[Words, ...] = ()
    extended_to: Day | None = None
    extended_because: Words | None = None
    answered_on: Day | None = None
    answered_how: Line | None = None
    item: OpenItemAt | None = None
    """The item by which it was answered."""
