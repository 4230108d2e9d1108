from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from domain.copies import did, items, lent, moved, now, only
from klubban.documents.chairs_copy_words import told
from klubban.domain.chairs_copy import Copy, CopyItem, Does, Off
from klubban.domain.merging import Now
from klubban.i18n import texts

_HERE = items("abcde")


def _with(key: str, **facts: object) -> Now:
    return now([replace(each, **facts) if each.key == key else each for each in _HERE])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("copy", "there", "words"),
    [
        (
            moved(lent(), "e", "a"),
            now("abcde"),
            "can be taken. Move item 5, Item e, to after item 1, Item a."
            " Item 5, Item e, after item 4, Item d",
        ),
        (
            moved(lent(), "e", None),
            now("aebcd"),
            "conflicts. Move item 5, Item e, to the first place. Item 2, Item e, after item 1, Item a."
            " Since the copy was lent, item 5 has been moved to place 2. Taken nevertheless, it comes first.",
        ),
        (
            moved(lent(), "b", "e"),
            now("acde"),
            "conflicts. Move item 2, Item b, to after item 5, Item e. Not on the agenda."
            " Since the copy was lent, the item has been removed; this cannot be done.",
        ),
        (
            did(lent(), Does.WITHDRAW, "b", text="Not ready"),
            _with("b", off=Off.POSTPONED),
            "conflicts. Withdraw item 2, Item b. ”Not ready”. Item 2, Item b: is postponed."
            " Since the copy was lent, the item has been postponed.",
        ),
        (
            did(lent(), Does.TIME, "b", minutes=20, start=time(9, 30)),
            _with("b", minutes=5),
            "conflicts. Set the time for item 2, Item b: 20 min, at 9.30. Item 2, Item b: 5 min."
            " Since the copy was lent, the time has been changed: 5 min.",
        ),
        (
            did(lent(), Does.ADD, title="New", after="b", minutes=10),
            now((*_HERE, CopyItem(key="z", number="6", title="New"))),
            "conflicts. Add ”New” after item 2, Item b (10 min). Item 6, New."
            " Since the copy was lent, an item with the same title has come."
            " Taken nevertheless, it comes after item 2, Item b.",
        ),
        (
            did(lent(), Does.COMMENT, "b", text="Why?"),
            now("abcde", sent=1),
            "can be taken. Remark on item 2, Item b. ”Why?”. Item 2, Item b",
        ),
    ],
)
def test_a_change_is_told_with_what_stands_and_what_is_in_its_way(copy: Copy, there: Now, words: str) -> None:
    assert told(only(copy, there), texts("en")).whole == words


def test_a_title_that_looks_like_a_template_is_words() -> None:
    copy = did(lent(), Does.ADD, title="{item} {0} {anchor.key}")

    assert (
        told(only(copy, now("abcde")), texts("en")).wants
        == "Add ”{item} {0} {anchor.key}” in the first place"
    )
