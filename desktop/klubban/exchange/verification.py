"""The open format's verifications, notices and corrections, and what happens to items after a meeting."""

from __future__ import annotations

from pydantic import Field, StrictBool, model_validator

from klubban.domain.afterwards import AppealStepKind, DispatchWay
from klubban.domain.matched_signers import may_be_one
from klubban.domain.signing import SigningEnd, SigningWay, SignsAs, Verdict
from klubban.exchange.habits import OpenHabits
from klubban.exchange.parts import Part, Somebody
from klubban.exchange.refused import Misfit
from klubban.exchange.registers import OpenOrganisationThen
from klubban.exchange.texts import TextBlocks
from klubban.exchange.values import (
    Clock,
    Day,
    Hash,
    ItemName,
    Key,
    Line,
    Number,
    ParagraphSet,
    Words,
)
from klubban.i18n import N_


class OpenSignature(Part):
    """One signature on a document; without a day it is awaited."""

    person: Somebody
    signs_as: SignsAs = Field(alias="as")
    paragraphs: ParagraphSet | None = None
    on: Day | None = None
    at: Clock | None = None
    field: Line | None = None
    certificate: Line | None = None
    """Whom the certificate names."""
    issuer: Line | None = None
    fingerprint: Hash | None = None
    """SHA-256 of the certificate."""
    time_stamped: StrictBool = False


class OpenSigning(Part):
    """One attempt to have a document signed; files are named by their SHA-256, and travel beside."""

    way: SigningWay
    on: Day
    at: Clock | None = None
    original: Hash | None = None
    signatures: tuple[OpenSignature, ...] = ()
    ended: SigningEnd | None = None
    ended_on: Day | None = None
    ended_because: Words | None = None
    returned: Hash | None = None
    type: Line | None = None
    verdict: Verdict | None = None
    accepted_by: Line | None = None
    accepted_on: Day | None = None
    report: TextBlocks = ()


class OpenWithdrawal(Part):
    """That a verification was registered by mistake: two people say so."""

    on: Day
    by: Line
    and_by: Line
    because: Words

    @model_validator(mode="after")
    def _by_two(self) -> OpenWithdrawal:
        if may_be_one(self.by, self.and_by):
            raise Misfit(
                N_("Two different people say that a verification was registered by mistake; name both")
            )
        return self


class OpenVerification(Part):
    """The signing of a protocol, or of some of its paragraphs, as correct."""

    paragraphs: ParagraphSet | None = None
    verifiers: tuple[Somebody, ...] = ()
    signed_by: tuple[Somebody, ...] = ()
    place: Line | None = None
    date: Day | None = None
    time: Clock | None = None
    immediate: StrictBool = False
    ready_on: Day | None = None
    control: Line | None = None
    """The head of the journal's chain when it became ready."""
    moved_to: Day | None = None
    """The day of the meeting that it was put off to."""
    moved_because: Words | None = None
    withdrawn: OpenWithdrawal | None = None
    signings: tuple[OpenSigning, ...] = ()


class OpenNotice(Part):
    """The announcement that a protocol, or some of its paragraphs, has been verified."""

    verification: Number | None = None
    """The number, from 1, of the verification in the meeting's list."""
    paragraphs: ParagraphSet | None = None
    posted: Day | None = None
    removed: Day | None = None
    kept_at: Line | None = None
    signed_by: Somebody | None = None
    board: Words | None = None
    """The address of the notice board that it was posted on."""
    last_day: Day | None = None
    """The last day for appeal as the posted notice said it."""
    flawed: Words | None = None
    replaces: Number | None = None
    """The number, from 1, of the notice in whose place it was posted."""


class OpenCorrection(Part):
    """A visible, dated and signed addition to what is verified."""

    on: Day
    item: ItemName | None = None
    """Without it the first page is corrected."""
    by: Somebody | None = None
    text: TextBlocks = ()
    because: Words
    verification: OpenVerification | None = None


class OpenBodyThen(Part):
    """The body as it was when its protocol was verified."""

    name: Line
    short: Line | None = None
    habits: OpenHabits = Field(default_factory=OpenHabits)


class OpenAsVerified(Part):
    """What a verified protocol says of organisation and body, whatever they are called later."""

    organisation: OpenOrganisationThen
    body: OpenBodyThen


class OpenArchived(Part):
    """That a meeting was put into an archive package."""

    on: Day
    name: Line
    manifest: Hash | None = None


class OpenAppealStep(Part):
    """What became known of an appeal, or of there being none."""

    kind: AppealStepKind
    on: Day
    court: Line | None = None
    case_number: Line | None = None
    by: Line | None = None
    final: StrictBool = False
    note: Words | None = None


class OpenReceipt(Part):
    """That a party got the decision."""

    person: Somebody
    on: Day
    how: Line | None = None


class OpenDispatch(Part):
    """That a recipient was sent the paragraph."""

    to: Line
    way: DispatchWay
    on: Day
    at: Clock | None = None
    address: Words | None = None
    body: Key | None = None
    by: Line | None = None
    sha256: Hash | None = None
    returned_on: Day | None = None
    note: Words | None = None


class OpenAddressee(Part):
    """Somebody whom decisions are sent to; or, with members, a group of such names."""

    name: Line
    email: Line | None = None
    address: Words | None = None
    body: Key | None = None
    members: tuple[Line, ...] = ()


class OpenTrustedIssuer(Part):
    """A certificate whose holder is trusted to say who signs."""

    name: Line
    sha256: Hash
    accepted_by: Line | None = None
    accepted_on: Day | None = None
