"""The points of a checklist: what is pointed out, and where it is put right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.domain.body import Named
    from klubban.domain.habits import Part


class PointKind(StrEnum):
    """What is pointed out, in the order in which it is told: of the meeting, and then of an item."""

    NOT_CLOSED = "not_closed"
    TIMES = "times"
    """The times run backwards."""
    NOBODY_PRESENT = "nobody_present"
    NO_CHAIR = "no_chair"
    OPEN_MEETING = "open_meeting"
    """A committee met with open doors, which the assembly has not allowed (KL 6 kap. 25 §)."""
    CLOSED_MEETING = "closed_meeting"
    """The assembly met behind closed doors, which it decides for single matters (KL 5 kap. 42 §)."""
    NUMBER_SKIPPED = "number_skipped"
    """A number of the series that no paragraph has."""
    NO_VERIFIERS = "no_verifiers"
    """Nobody, or too few beside the chair."""
    VERIFIER_ABSENT = "verifier_absent"
    """Verifies paragraphs at which they were not there."""
    VERIFIER_UNSIGNED = "verifier_unsigned"
    """Was chosen to verify, and is not among those who signed."""
    NOT_COVERED = "not_covered"
    """Paragraphs that no verification is planned of."""
    VERIFICATION_DAY = "verification_day"
    """It is before the meeting ended, or after the fourteenth day (KL 5 kap. 69 §)."""

    NO_NUMBER = "no_number"
    NO_OUTCOME = "no_outcome"
    NO_DECISION = "no_decision"
    NOT_ANNOUNCED = "not_announced"
    """The assembly decided what came after the announcement (KL 5 kap. 52 §)."""
    MOTION_WITHOUT_MOVER = "motion_without_mover"
    MOTION_WITHOUT_WORDS = "motion_without_words"
    MOTION_NOT_PUT = "motion_not_put"
    MOVED_ASIDE = "moved_aside"
    """A motion of one who was disqualified, or did not serve and may not propose."""
    TWO_PROPOSALS = "two_proposals"
    """Motions to approve are for different proposals, which are put as one."""
    NO_REASONS = "no_reasons"
    """A minority referred it back, and it is not said why (KL 5 kap. 50 §)."""
    NOT_FOUND = "not_found"
    """A question was put, and it is not noted what the chair found."""
    DIVISION_MEANINGS = "division_meanings"
    """It is not said what yes or no means."""
    DIVISION_EMPTY = "division_empty"
    DIVISION_ANSWERS = "division_answers"
    """Somebody who may vote has no answer."""
    DIVISION_NOT_SERVING = "division_not_serving"
    DIVISION_TWICE = "division_twice"
    DIVISION_TIE = "division_tie"
    DIVISION_BROKEN = "division_broken"
    """A tie in an open vote was broken by lot, or one in a ballot by the chair (KL 5 kap. 54, 56 §§)."""
    DIVISION_TOTALS = "division_totals"
    """More votes than there were voters."""
    OPEN_ITEM = "open_item"
    """A committee handled a matter about an individual with open doors (KL 6 kap. 25 §)."""
    MUST_DECIDE = "must_decide"
    """Took no part in exercise of authority (KL 4 kap. 26 §)."""
    ELECTION_VOTES = "election_votes"
    """Elected with fewer votes than somebody who was not."""
    ELECTION_TIE = "election_tie"
    """Elected with as many votes as somebody who was not, and not by lot (KL 5 kap. 56 §)."""
    QUORUM = "quorum"
    AGAINST_RULE = "against_rule"
    RESERVED = "reserved"
    """A reservation by one who took no part in the decision (KL 4 kap. 27 §)."""
    RESERVED_FOR_WINNER = "reserved_for_winner"
    """A reservation in favour of what was adopted."""
    RESERVED_LATE = "reserved_late"
    """A reservation that was lodged when the meeting had ended (KL 4 kap. 27 §)."""
    AWAITED = "awaited"
    """Written reasons were announced, and never came."""
    VERIFIER_DISQUALIFIED = "verifier_disqualified"
    VERIFIER_PRESIDED = "verifier_presided"
    UNSIGNED = "unsigned"
    """It is to be verified at once, and nobody has signed."""
    NO_RECIPIENTS = "no_recipients"
    NOT_SAID_DONE = "not_said_done"
    """An assignment was noted as done at the item, and no text of it says so."""
    LEFT_OVER = "left_over"
    """Words of a template that were never filled in."""
    NO_SUCH_DAY = "no_such_day"
    WRONG_WEEKDAY = "wrong_weekday"
    STALE = "stale"
    """A text that no longer says what was recorded."""
    SCRATCH = "scratch"
    """Lines that wait to be sorted in."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is pointed out, and where it is put right: of the meeting where no item is named."""

    kind: PointKind
    item: int | None = None
    part: Part | None = None
    who: Named | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    """What the sentence needs besides, by name."""
