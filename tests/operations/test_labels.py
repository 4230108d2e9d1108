"""Address labels for those who are called, and the addresses that people have."""

from __future__ import annotations

import pytest

from called import Called, seated
from klubban.documents import tree
from klubban.domain.errors import RuleBroken
from klubban.operations import people
from klubban.operations.export import prepare
from klubban.operations.import_members import import_members, preview_members
from klubban.operations.labels import labels_of
from klubban.store import reads
from klubban.store.database import Database


@pytest.fixture
def ks(database: Database) -> Called:
    return seated(database, members=("Åsa Ek (S)", "Bo Ask (M)", "vacant (V)"), alternates=("Ada Öst (S)",))


def give(database: Database, name: str, address: str) -> None:
    with database.read() as read:
        (person,) = [each for each in reads.people(read) if each.name == name]
    people.change_person(database, person.id, address=address)


def addresses(document: tree.Document) -> tuple[tuple[str, ...], ...]:
    (node,) = document.nodes
    assert isinstance(node, tree.Labels)
    return node.addresses


def test_those_called_who_have_an_address_have_a_label_and_the_others_are_told(
    database: Database, ks: Called
) -> None:
    give(database, "Åsa Ek", "Gränd 1 \n\n 123 45   Ekby")
    give(database, "Ada Öst", "Box 7\n123 46 Ekby")
    people.add_person(database, "Ivar Utanför", address="Bortgatan 2")

    made = labels_of(database, ks.meeting)

    assert addresses(made.document) == (
        ("Åsa Ek", "Gränd 1", "123 45 Ekby"),
        ("Ada Öst", "Box 7", "123 46 Ekby"),
    )
    assert made.lacking == ("Bo Ask",)


def test_labels_are_exported_and_never_public(database: Database, ks: Called) -> None:
    give(database, "Bo Ask", "Gränd 1")

    (prepared,) = prepare(database, ks.meeting, "labels")

    assert prepared.stem == "ks-2016-02-22-adressetiketter"
    with pytest.raises(RuleBroken, match="never public"):
        prepare(database, ks.meeting, "labels", public=True)


def test_without_an_address_or_on_no_label_there_are_none(database: Database, ks: Called) -> None:
    with pytest.raises(RuleBroken, match="postal address"):
        labels_of(database, ks.meeting)
    with pytest.raises(RuleBroken, match="labels 1 to"):
        labels_of(database, ks.meeting, first=25)


@pytest.mark.parametrize(
    ("listed", "address"),
    [
        ("Namn;Adress\nBo Ask;Gränd 1, 123 45 Ekby", "Gränd 1\n123 45 Ekby"),
        ("Namn;Gatuadress;Postnr;Ort\nBo Ask;Gränd 1;123 45;Ekby", "Gränd 1\n123 45 Ekby"),
        ("Namn;Postadress\nBo Ask;Gården 4, Norr", "Gården 4, Norr"),
    ],
)
def test_a_list_of_members_brings_addresses_along(
    database: Database, ks: Called, listed: str, address: str
) -> None:
    import_members(database, ks.body, preview_members(database, ks.body, listed.encode(), "lista.csv"))

    with database.read() as read:
        assert {each.name: each.address for each in reads.people(read)}["Bo Ask"] == address
