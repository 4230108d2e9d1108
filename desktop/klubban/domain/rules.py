"""What applies to a body: a preset for each kind, from statute and custom, and what is its own to change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, cast

from klubban.domain.errors import RuleBroken
from klubban.domain.service import OrderOfCall


class BodyKind(StrEnum):
    """What sort of group meets; the kind only chooses the preset of rules."""

    ASSEMBLY = "assembly"
    COMMITTEE = "committee"
    SUBCOMMITTEE = "subcommittee"
    COUNCIL = "council"
    FORUM = "forum"
    GROUP = "group"


class Series(StrEnum):
    """Within what paragraphs are numbered in one series."""

    YEAR = "year"
    """A calendar year: the custom."""
    TERM = "term"
    MEETING = "meeting"


class DayCount(StrEnum):
    """Which days a time of notice counts."""

    CALENDAR = "calendar"
    WORKING = "working"


class Right(StrEnum):
    """What somebody may do who does not decide; four different rights (KL 4 kap. 28 §, 6 kap. 17 §)."""

    ATTEND = "attend"
    SPEAK = "speak"
    PROPOSE = "propose"
    NOTE = "note"
    """Have an opinion noted in the protocol."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What applies to one body. Code asks these, never the kind."""

    protocol: bool = True
    """A protocol is kept; otherwise notes."""
    numbered: bool = True
    """Items become paragraphs."""
    series: Series = Series.YEAR
    """Within what the numbers of paragraphs run on."""
    number_with_year: bool = False
    """A paragraph is called `§ 63/20`."""
    quorum: bool = True
    """More than half of the seats must be filled (KL 5 kap. 45 §, 6 kap. 27 §)."""
    quorum_least: int = 0
    """So many must serve, by a local rule; 0 for more than half of the seats."""
    quorum_vacant: bool = True
    """Vacant seats count among the seats that more than half is taken of."""
    quorum_despite_disqualification: bool = False
    """Those disqualified do not break the quorum: the assembly alone (KL 5 kap. 46 §)."""
    alternates: OrderOfCall = OrderOfCall.PARTY_CHAIN
    """In which order alternates are called, if there are any (KL 5 kap. 18 §, 6 kap. 16 §)."""
    returns: bool = False
    """Who left may serve again that day: never in the assembly (KL 5 kap. 20 §), elsewhere a local rule."""
    balance: bool = False
    """A late alternate of the seat's own party takes over from one of another party (a common local rule)."""
    alternates_may: tuple[Right, ...] = (Right.ATTEND,)
    """What alternates may do who do not serve (KL 6 kap. 17 §)."""
    disqualified_leave: bool = True
    """Who is disqualified may not be present (KL 6 kap. 30 §); in the assembly they may stay in the room."""
    minority: bool = False
    """A third of those present can have an item referred back or postponed: the assembly (KL 5 kap. 50 §)."""
    must_decide: bool = False
    """Who handles a matter of authority over an individual takes part in deciding (KL 4 kap. 26 §)."""
    remote: bool = False
    """Members may take part remotely; the assembly decides so (KL 5 kap. 16 §, 6 kap. 24 §)."""
    verified: bool = True
    """The protocol is verified within fourteen days (KL 5 kap. 69 §)."""
    verifiers: int = 2
    """So many verify beside the chair."""
    announced: bool = True
    """The verification is announced on the notice board (KL 8 kap. 12 §)."""
    appealable: bool = True
    """Decisions may be taken to legality review (KL 13 kap. 2 §)."""
    summons_days: int = 0
    """The summons is out so many days before (KL 5 kap. 13 §; elsewhere a local rule); 0 for no rule."""
    summons_count: DayCount = DayCount.CALENDAR
    """Which days those are."""
    papers_days: int = 0
    """Papers are in so many days before the summons goes out, counted as it is; 0 for no rule."""
    information_apart: bool = False
    """The agenda has information apart from what is decided."""
    meetings_a_year: int = 0
    """The body meets at least so often; 0 for no rule."""
    public: bool = False
    """Its meetings are open to the public (KL 5 kap. 42 §); a committee's are not, unless the assembly has
    allowed it (KL 6 kap. 25 §)."""
    signed_digitally: bool = False
    """Its protocol is signed digitally and not by pen, which the assembly decides (KL 5 kap. 69 §)."""


_ADVISING = Rules(
    quorum=False,
    alternates=OrderOfCall.NONE,
    returns=True,
    remote=True,
    verifiers=1,
    announced=False,
    appealable=False,
)
_AGREEING = replace(_ADVISING, protocol=False, numbered=False, verified=False, verifiers=0)

PRESETS: Mapping[BodyKind, Rules] = {
    BodyKind.ASSEMBLY: Rules(
        quorum_despite_disqualification=True,
        disqualified_leave=False,
        minority=True,
        summons_days=7,
        public=True,
    ),
    BodyKind.COMMITTEE: Rules(must_decide=True),
    BodyKind.SUBCOMMITTEE: Rules(alternates=OrderOfCall.COMMON_LIST, must_decide=True, verifiers=1),
    BodyKind.COUNCIL: _ADVISING,
    BodyKind.FORUM: _AGREEING,
    BodyKind.GROUP: _AGREEING,
}

FIXED: Mapping[BodyKind, Mapping[str, str]] = {
    BodyKind.ASSEMBLY: {
        "quorum": "KL 5 kap. 45 §",
        "quorum_least": "KL 5 kap. 45 §",
        "quorum_despite_disqualification": "KL 5 kap. 46 §",
        "returns": "KL 5 kap. 20 §",
        "minority": "KL 5 kap. 50 §",
        "public": "KL 5 kap. 42 §",
    },
    BodyKind.COMMITTEE: {
        "quorum": "KL 6 kap. 27 §",
        "quorum_despite_disqualification": "KL 6 kap. 27 §",
        "disqualified_leave": "KL 6 kap. 30 §",
        "minority": "KL 6 kap. 33 §",
        "must_decide": "KL 4 kap. 26 §",
    },
}
"""The rules that are law for a kind, and not the body's own to change, each with its statute."""


def check_own(kind: BodyKind, name: str) -> None:
    """Raise RuleBroken for a rule that is law for a kind."""
    statute = FIXED.get(kind, {}).get(name)
    if statute:
        raise RuleBroken("The law has settled this ({statute})", statute=statute)


def check_value(kind: BodyKind, seats: int | None, name: str, value: Any) -> None:
    """Raise RuleBroken for a value that the law, or the number of seats, does not let a rule have."""
    places = seats or 0
    match name, kind:
        case "alternates_may", BodyKind.COMMITTEE if Right.ATTEND not in value:
            raise RuleBroken("Alternates always have the right to attend (KL 6 kap. 17 §)")
        case "summons_days", BodyKind.ASSEMBLY if value < _WEEK:
            raise RuleBroken("The assembly is summoned at least a week before (KL 5 kap. 13 §)")
        case "quorum_least", _ if value > places > 0:
            raise RuleBroken("No more than the {seats} who have seats can be needed to decide", seats=places)
        case "quorum_least", BodyKind.COMMITTEE if 0 < value <= places // 2:
            raise RuleBroken(
                "More than half of the {seats} seats must be filled (KL 6 kap. 27 §)", seats=places
            )


_WEEK = 7


def rules_of(kind: BodyKind, differing: Mapping[str, Any]) -> Rules:
    """Return the preset of a kind with what differs for one body, in the plain values that JSON has.

    Raises RuleBroken for an unknown rule, or a value that the rule cannot have.
    """
    return replace(PRESETS[kind], **{name: rule_value(name, value) for name, value in differing.items()})


def rule_value(name: str, value: object) -> Any:
    """Return a rule's value out of a plain one; raises RuleBroken when it is unknown or of another sort."""
    if name not in _RULES:
        raise RuleBroken("There is no rule called {name}", name=name)
    kind = type(getattr(Rules(), name))
    try:
        if isinstance(value, list | tuple) and kind is tuple:
            return tuple(dict.fromkeys(Right(each) for each in value))
        if issubclass(kind, StrEnum) and isinstance(value, str):
            return kind(value)
    except ValueError:
        pass
    else:
        # A bool is an int to Python, not to those who write rules.
        if type(value) is kind and not (kind is int and cast("int", value) < 0):
            return value
    raise RuleBroken("The rule {name} cannot be {value}", name=name, value=value)


def plain_rule(value: object) -> object:
    """Return a rule's value as JSON has it."""
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return str(value) if isinstance(value, StrEnum) else value


def differing(kind: BodyKind, rules: Rules) -> dict[str, Any]:
    """Return the rules of one body that are not its kind's, in plain values."""
    return {
        name: value for name, value in plain_rules(rules).items() if value != plain_rules(PRESETS[kind])[name]
    }


def plain_rules(rules: Rules) -> dict[str, Any]:
    """Return all rules in plain values."""
    return {name: plain_rule(getattr(rules, name)) for name in _RULES}


_RULES = tuple(field.name for field in fields(Rules))
