from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import PRESETS, BodyKind, Rules, differing, rules_of

kinds = some.sampled_from(BodyKind)
rules = some.builds(Rules, *(some.booleans() for _ in range(6)))


def test_every_kind_has_a_preset() -> None:
    assert set(PRESETS) == set(BodyKind)


@given(kinds, rules)
def test_only_what_differs_from_the_preset_is_kept_and_gives_the_same_rules(
    kind: BodyKind, own: Rules
) -> None:
    kept = differing(kind, own)

    assert rules_of(kind, kept) == own
    assert differing(kind, PRESETS[kind]) == {}


def test_an_unknown_rule_is_refused_by_its_name() -> None:
    with pytest.raises(RuleBroken, match="quorums"):
        rules_of(BodyKind.COMMITTEE, {"quorums": True})


@pytest.mark.parametrize(
    ("kind", "decides"), [(BodyKind.COMMITTEE, True), (BodyKind.COUNCIL, False), (BodyKind.FORUM, False)]
)
def test_only_bodies_that_decide_announce_and_are_appealed(kind: BodyKind, decides: bool) -> None:  # noqa: FBT001 - a column of the table
    assert PRESETS[kind].announced is PRESETS[kind].appealable is decides


def test_a_name_is_said_with_its_party() -> None:
    assert str(Named("Claes Thunblad", "S")) == "Claes Thunblad (S)"
    assert str(Named("Christina Rapp Lundahl")) == "Christina Rapp Lundahl"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Named("Eva Ek", "M", 1), Named("Eva Ek-Lund", None, 1), True),
        (Named("Eva Ek", "M", 1), Named("Eva Ek", "M", 2), False),
        (Named("Eva Ek", "M", 1), Named("Eva Ek", "M"), True),
        (Named("Eva Ek", "M"), Named("Eva Ek", "S"), False),
        (Named("Eva Ek", "M"), Named("Eva Ek"), True),
        (Named("Eva Ek", "M"), None, False),
    ],
)
def test_a_person_is_known_by_who_it_is_before_what_it_was_called(
    one: Named, other: Named | None, *, same: bool
) -> None:
    assert one.is_same(other) is same
