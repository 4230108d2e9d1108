"""How what is typed on a body's page is read, and written again: chains, the chair's turns, the invited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klubban.domain.body import Invited
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, sort_key
from klubban.ui.registers import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.body import Body
    from klubban.ui.registers.sheet import Registers

_YEAR = re.compile(r"(\d{4})\b(.*)")


def chains_written(body: Body) -> str:
    """Return the chains, a line for each party: `S: MP, V`."""
    return "\n".join(f"{party}: {', '.join(chain)}" for party, chain in body.chains.items())


def read_chains(typed: str) -> dict[str, list[str]]:
    """Return the chains that lines say; raises RuleBroken for a line without a colon, or a party twice."""
    found: dict[str, list[str]] = {}
    for line in typed.splitlines():
        party, colon, chain = (part.strip() for part in line.partition(":"))
        if not (party and colon):
            raise RuleBroken(N_("Write ”S: MP, V”: a party, a colon, and whose alternates come next"))
        if party in found:
            raise RuleBroken(N_("{party} has two lines; write one for each party"), party=party)
        found[party] = [each.strip() for each in chain.split(",") if each.strip()]
    return found


def read_number(typed: str) -> int | None:
    """Return a whole number, none for no words; raises RuleBroken."""
    words_ = typed.strip()
    if words_ and not words_.isdigit():
        raise RuleBroken(N_("Write a whole number, in digits"))
    return int(words_) if words_ else None


def rotation_written(body: Body) -> str:
    """Return the chair's turns, a line for each authority with its first year: `2025 Polisen`."""
    return _with_years(body.rotation, body.rotation_from)


def read_rotation(typed: str) -> tuple[list[str], int | None]:
    """Return the authorities and the year of the first; raises RuleBroken when no year begins the first.

    Later lines may begin with theirs, which must be the next.
    """
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if not lines:
        return [], None
    first, authorities = 0, []
    for place, line in enumerate(lines):
        year, authority = _year_first(line)
        if place == 0 and (year is None or not authority):
            raise RuleBroken(N_("Begin with the year in which the first chairs: 2025 Ekby kommun"))
        if place == 0:
            first = year or 0
        elif year not in (None, first + place):
            told = N_("”{line}” comes after {before}; write it as {year}")
            raise RuleBroken(told, line=line, before=first + place - 1, year=first + place)
        if authority:
            authorities.append(authority)
    return authorities, first


def _year_first(line: str) -> tuple[int | None, str]:
    """Return the year that begins a line, if one does, and the rest of it."""
    found = _YEAR.fullmatch(line)
    return (int(found[1]), found[2].strip()) if found else (None, line)


def respelled_rotation(typed: str) -> str:
    """Return the chair's turns with every year, however they were typed; slips stay as they are."""
    try:
        return _with_years(*read_rotation(typed))
    except RuleBroken:
        return typed


def _with_years(authorities: Sequence[str], first: int | None) -> str:
    if first is None:
        return "\n".join(authorities)
    return "\n".join(f"{first + place} {authority}" for place, authority in enumerate(authorities))


def turns(body: Body, year: int) -> str:
    """Return whose turn it is to chair, this year and the next, where the lines do not say this year."""
    if body.rotation_from is not None and body.rotation_from <= year < body.rotation_from + len(
        body.rotation
    ):
        return ""
    now, then = body.chaired_by(year), body.chaired_by(year + 1)
    if not now or not then:
        return ""
    told = _("In {year} {authority} chairs, in {next} {other}.")
    return told.format(year=year, authority=now, next=year + 1, other=then)


def invited_name(one: Invited, registers: Registers) -> str:
    """Return who is invited, as it is typed."""
    if one.person is not None:
        person = registers.person(one.person)
        return words.named(person) if person else ""
    body = registers.body(one.body)
    return body.name if body else one.name or ""


def read_invited(typed: Sequence[str], registers: Registers) -> list[Invited]:
    """Return who is meant by each line: a person, all of a body, or else an office by its name."""
    people = {sort_key(words.named(each)): each.id for each in registers.people}
    names: dict[str, list[int]] = {}
    for each in registers.people:
        names.setdefault(sort_key(each.name), []).append(each.id)
    people |= {name: ids[0] for name, ids in names.items() if len(ids) == 1}
    bodies = {sort_key(each.name): each.id for each in registers.bodies}
    found = []
    for line in typed:
        key = sort_key(" ".join(line.split()))
        if key in people:
            found.append(Invited(id=0, person=people[key]))
        elif key in bodies:
            found.append(Invited(id=0, body=bodies[key]))
        elif key:
            found.append(Invited(id=0, name=line.strip()))
    return found


def invited_told(invited: Sequence[Invited], registers: Registers) -> str:
    """Return who is invited, in a sentence."""
    told = []
    for one in invited:
        body = registers.body(one.body)
        if body is not None:
            told.append(_("all in {body}").format(body=body.name))
        else:
            told.append(invited_name(one, registers))
    return _("Invited: {names}").format(names=words.enumerated(told)) if told else ""
