"""How what is typed on a body's page is read, and written again: chains, the chair's turns, the invited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.body import Invited
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, sort_key
from klubban.ui.registers import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.body import Body
    from klubban.ui.registers.sheet import Registers


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
    """Return the chair's turns, a line for each authority, the first with its year: `2025 Polisen`."""
    first, *others = body.rotation or ("",)
    begins = f"{body.rotation_from} {first}" if body.rotation_from and first else first
    return "\n".join(filter(None, (begins, *others)))


def read_rotation(typed: str) -> tuple[list[str], int | None]:
    """Return the authorities and the year of the first; raises RuleBroken when no year begins the first."""
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if not lines:
        return [], None
    year, _space, first = lines[0].partition(" ")
    if not (year.isdigit() and first.strip()):
        raise RuleBroken(N_("Begin with the year in which the first chairs: 2025 Ekby kommun"))
    return [first.strip(), *lines[1:]], int(year)


def turns(body: Body, year: int) -> str:
    """Return whose turn it is to chair, this year and the next."""
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
