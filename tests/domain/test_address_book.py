"""Whom the names mean that paragraphs list as their recipients."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.meetings import body
from klubban.domain.address_book import AddressBook, check_circle, folded
from klubban.domain.afterwards import Addressee, DispatchWay
from klubban.domain.body import Person
from klubban.domain.errors import RuleBroken

BOOK = AddressBook(
    addressees=(
        Addressee(id=1, name="Kultur- och fritidsnämnden", email="kultur@ekby.example"),
        Addressee(id=2, name="Polismyndigheten", address="Box 1\n999 99 Ekby"),
        Addressee(id=3, name="Samtliga nämnder", members=("KS", "Kultur- och fritidsnämnden", "Övriga")),
        Addressee(id=4, name="Övriga", members=("Samtliga nämnder", "Kultur- och fritidsnämnden", "Akten")),
    ),
    bodies=(body(),),
    people=(Person(id=7, key="p", name="Samira Haddadi", email="samira@ekby.example"),),
)


@pytest.mark.parametrize(
    ("said", "name", "way"),
    [
        ("kultur- och  FRITIDSNÄMNDEN.", "Kultur- och fritidsnämnden", DispatchWay.MAIL),
        ("Kultur- och fritidsnämnden för kännedom", "Kultur- och fritidsnämnden", DispatchWay.MAIL),
        ("Polismyndigheten, lokalpolisområde Ekby", "Polismyndigheten", DispatchWay.POST),
        ("Kommunstyrelsen (minoritetsåterremiss)", "Kommunstyrelsen", DispatchWay.INTERNAL),
        ("ks", "Kommunstyrelsen", DispatchWay.INTERNAL),
        ("Samira Haddadi (M)", "Samira Haddadi", DispatchWay.MAIL),
        ("Sökanden, med överklagandehänvisning", "Sökanden", DispatchWay.POST),
    ],
)
def test_a_name_is_known_however_a_paragraph_writes_it(said: str, name: str, way: DispatchWay) -> None:
    [found] = BOOK.find(said)

    assert (found.name, found.way) == (name, way)


@pytest.mark.parametrize("said", ["Akten", " akten. ", "", "–"])
def test_the_file_itself_is_nobody_to_send_to(said: str) -> None:
    assert BOOK.find(said) == ()


def test_a_group_is_opened_once_and_each_in_it_is_there_once() -> None:
    found = BOOK.find("Samtliga nämnder för kännedom")

    assert [each.name for each in found] == ["Kommunstyrelsen", "Kultur- och fritidsnämnden"]


def test_who_is_in_no_list_lacks_an_address() -> None:
    [found] = BOOK.find("Säljaren")

    assert found.lacks_address
    assert not found.by(DispatchWay.HANDED).lacks_address


def test_groups_that_hold_one_another_manifold_are_opened_once() -> None:
    held = {
        f"{side}{number}": (f"a{number + 1}", f"b{number + 1}") for number in range(2000) for side in "ab"
    }
    listed = tuple(
        Addressee(id=place, name=name, members=members) for place, (name, members) in enumerate(held.items())
    )

    assert [each.name for each in AddressBook(listed).find("a0")] == ["a2000", "b2000"]


def test_a_group_that_would_hold_itself_by_way_of_another_is_refused() -> None:
    others = [Addressee(id=1, name="Nämnder", members=("Alla",))]

    with pytest.raises(RuleBroken, match="Alla"):
        check_circle("Alla", ["Polisen", "nämnder"], others)


@settings(max_examples=40, deadline=None)
@given(
    groups=st.dictionaries(
        st.sampled_from("ABCDE"), st.lists(st.sampled_from("ABCDEXYZ"), min_size=1, max_size=4), max_size=5
    ),
    said=st.sampled_from("ABCDEXYZ"),
)
def test_groups_are_opened_without_end_or_doubles_whatever_they_hold(
    groups: dict[str, list[str]], said: str
) -> None:
    listed = (
        Addressee(id=place, name=name, members=tuple(held))
        for place, (name, held) in enumerate(groups.items())
    )

    found = [each.name for each in AddressBook(addressees=tuple(listed)).find(said)]

    assert len({folded(each) for each in found}) == len(found)
    assert not set(found) & set(groups)
