"""The rules of a body as they stand: what each says, what else it could say, and its source."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum, auto
from typing import TYPE_CHECKING

from klubban.domain.rules import FIXED, PRESETS, BodyKind, Rules
from klubban.domain.service import OrderOfCall
from klubban.i18n import _
from klubban.ui.registers.rule_choices import OPTIONS, Said, rights_said
from klubban.ui.registers.rule_numbers import NUMBERS

if TYPE_CHECKING:
    from klubban.domain.body import Body


class Asks(Enum):
    """How a rule is changed."""

    ONE = auto()
    """One out of several."""
    SOME = auto()
    """Any of several."""
    NUMBER = auto()
    """A number; 0 for no rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it stands for one body."""

    name: str
    now: Said
    source: str
    own: bool
    """It is not as the kind's preset has it."""
    law: str | None
    """The statute that settles it for the kind, so that it is not the body's to change."""
    asks: Asks
    options: tuple[Said, ...]


GROUPS = (
    ("protocol", "numbered", "series", "number_with_year"),
    ("quorum", "quorum_least", "quorum_vacant", "quorum_despite_disqualification"),
    ("alternates", "returns", "balance", "alternates_may"),
    ("disqualified_leave", "must_decide", "minority", "remote", "public"),
    ("verified", "verifiers", "signed_digitally", "announced", "appealable"),
    ("summons_days", "summons_count", "papers_days", "information_apart", "meetings_a_year"),
)
"""The rules by what they are about; every field of Rules stands in one."""


def group_titles() -> tuple[str, ...]:
    """Return what each group is called."""
    return (
        _("Protocol"),
        _("Quorum"),
        _("Alternates"),
        _("Taking part"),
        _("Verification and notice"),
        _("Meetings"),
    )


def rules_of(body: Body) -> dict[str, Rule]:
    """Return the rules that apply to a body, by name; those that others make idle are left out."""
    shown = {}
    for field in fields(Rules):
        if _idle(field.name, body.rules) and not _own(field.name, body):
            continue
        shown[field.name] = _rule(field.name, body)
    return shown


def _own(name: str, body: Body) -> bool:
    return bool(getattr(body.rules, name) != getattr(PRESETS[body.kind], name))


def _idle(name: str, rules: Rules) -> bool:
    """Tell whether a rule says nothing, since another says that there is nothing for it."""
    no_alternates = rules.alternates is OrderOfCall.NONE
    idle = {
        "numbered": not rules.protocol,
        "series": not rules.numbered,
        "number_with_year": not rules.numbered,
        "quorum_least": not rules.quorum,
        "quorum_vacant": not rules.quorum or rules.quorum_least > 0,
        "quorum_despite_disqualification": not rules.quorum,
        "returns": no_alternates,
        "balance": no_alternates,
        "alternates_may": no_alternates,
        "verifiers": not rules.verified,
        "announced": not rules.verified,
        "signed_digitally": not rules.verified,
        "summons_count": not rules.summons_days,
        "papers_days": not rules.summons_days,
    }
    return idle.get(name, False)


def _rule(name: str, body: Body) -> Rule:
    value = getattr(body.rules, name)
    asks = Asks.SOME if isinstance(value, tuple) else Asks.NUMBER if type(value) is int else Asks.ONE
    options = OPTIONS[name](body) if name in OPTIONS else ()
    now = (
        NUMBERS[name](value, body)
        if asks is Asks.NUMBER
        else rights_said(value)
        if asks is Asks.SOME
        else next(option for option in options if option.value == value)
    )
    law = FIXED.get(body.kind, {}).get(name)
    return Rule(name, now, _source(name, body.kind), _own(name, body), law, asks, options)


def _source(name: str, kind: BodyKind) -> str:
    """Return where a rule comes from."""
    assembly = kind is BodyKind.ASSEMBLY
    of_law = {
        "quorum": "KL 5 kap. 45 §" if assembly else "KL 6 kap. 27 §",
        "quorum_despite_disqualification": "KL 5 kap. 46 §" if assembly else "KL 6 kap. 27 §",
        "alternates": "KL 5 kap. 18 §" if assembly else "KL 6 kap. 16 §",
        "alternates_may": _("local rule") if assembly else "KL 6 kap. 17 §",
        "disqualified_leave": "KL 5 kap. 47 §" if assembly else "KL 6 kap. 30 §",
        "must_decide": "KL 4 kap. 26 §",
        "remote": "KL 5 kap. 16 §" if assembly else "KL 6 kap. 24 §",
        "protocol": "KL 5 kap. 65 §" if assembly else "KL 6 kap. 35 §",
        "public": "KL 5 kap. 42 §" if assembly else "KL 6 kap. 25 §",
        "verified": "KL 5 kap. 69 §",
        "signed_digitally": "KL 5 kap. 69 §",
        "announced": "KL 8 kap. 12 §",
        "appealable": "KL 13 kap. 2 §",
    }
    if name == "returns":
        return "KL 5 kap. 20 §" if assembly else _("local rule")
    if name == "summons_days":
        return "KL 5 kap. 13 §" if assembly else _("local rule")
    if name == "minority":
        return "KL 5 kap. 50 §" if assembly else "KL 6 kap. 33 §"
    decides = kind in (BodyKind.ASSEMBLY, BodyKind.COMMITTEE, BodyKind.SUBCOMMITTEE)
    return of_law[name] if name in of_law and decides else _("local rule")
