from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.domain.errors import RuleBroken
from klubban.domain.rules import (
    FIXED,
    PRESETS,
    BodyKind,
    DayCount,
    Right,
    Rules,
    Series,
    check_own,
    differing,
    plain_rules,
    rule_value,
    rules_of,
)
from klubban.domain.service import OrderOfCall

flags = {each.name: some.booleans() for each in fields(Rules) if isinstance(each.default, bool)}
counts = {each.name: some.integers(0, 400) for each in fields(Rules) if type(each.default) is int}
kinds = some.sampled_from(BodyKind)
rules = some.builds(
    Rules,
    **flags,
    **counts,
    series=some.sampled_from(Series),
    alternates=some.sampled_from(OrderOfCall),
    summons_count=some.sampled_from(DayCount),
    alternates_may=some.lists(some.sampled_from(Right), unique=True).map(tuple),
)


def test_every_kind_has_a_preset() -> None:
    assert set(PRESETS) == set(BodyKind)


@given(kinds, rules)
def test_only_what_differs_from_the_preset_is_kept_and_gives_the_same_rules(
    kind: BodyKind, own: Rules
) -> None:
    kept = differing(kind, own)

    assert rules_of(kind, kept) == own
    assert differing(kind, PRESETS[kind]) == {}
    assert all(value != plain_rules(PRESETS[kind])[name] for name, value in kept.items())


def test_an_unknown_rule_is_refused_by_its_name() -> None:
    with pytest.raises(RuleBroken, match="quorums"):
        rules_of(BodyKind.COMMITTEE, {"quorums": True})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("quorum", 1),
        ("verifiers", True),
        ("verifiers", -1),
        ("verifiers", "2"),
        ("alternates", "by_lot"),
        ("alternates_may", ["vote"]),
        ("alternates_may", "attend"),
        ("summons_count", None),
    ],
)
def test_a_value_of_another_sort_is_refused(name: str, value: object) -> None:
    with pytest.raises(RuleBroken, match=name):
        rule_value(name, value)


@pytest.mark.parametrize(
    ("kind", "decides"), [(BodyKind.COMMITTEE, True), (BodyKind.COUNCIL, False), (BodyKind.FORUM, False)]
)
def test_only_bodies_that_decide_announce_and_are_appealed(kind: BodyKind, *, decides: bool) -> None:
    assert PRESETS[kind].announced is PRESETS[kind].appealable is decides


def test_the_assembly_is_as_the_law_has_it() -> None:
    assembly = PRESETS[BodyKind.ASSEMBLY]

    assert (assembly.returns, assembly.quorum_despite_disqualification) == (False, True)
    assert (assembly.summons_days, assembly.summons_count) == (7, DayCount.CALENDAR)
    assert (
        replace(
            assembly,
            summons_days=0,
            quorum_despite_disqualification=False,
            disqualified_leave=True,
            minority=False,
            public=False,
            must_decide=True,
        )
        == PRESETS[BodyKind.COMMITTEE]
    )


@pytest.mark.parametrize(
    ("kind", "name", "statute"),
    [(kind, name, statute) for kind, fixed in FIXED.items() for name, statute in fixed.items()],
)
def test_what_is_law_for_a_kind_is_refused_with_its_statute_and_free_elsewhere(
    kind: BodyKind, name: str, statute: str
) -> None:
    with pytest.raises(RuleBroken, match=statute):
        check_own(kind, name)

    check_own(BodyKind.COUNCIL, name)
