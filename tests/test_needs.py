"""The table of needs has all of them, and every test that it names is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NEEDS = (HERE / "needs.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in NEEDS.splitlines()
    if re.match(r"\| \d+ \|", line)
]
NAMED = sorted(set(re.findall(r"`([a-z_/]+\.py)::(test_\w+)`", NEEDS)))


@cache
def names_in(file: str) -> set[str]:
    """Return the names of the tests in a file, without running anything of it."""
    parsed = ast.parse((HERE / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(parsed) if isinstance(node, ast.FunctionDef)}


def test_every_need_has_a_row_with_what_meets_it_where_and_a_test() -> None:
    assert [row[0] for row in ROWS] == [str(number) for number in range(1, 26)]
    assert [row[0] for row in ROWS if len(row) != 6 or not all(row[1:4])] == []
    assert [row[0] for row in ROWS if "::test_" not in row[4]] == []


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_test_that_is_named_is_there(file: str, name: str) -> None:
    assert name in names_in(file)
