"""Klubban is under EUPL-1.2; everything that it is shipped with must go with that."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

LOCK = Path(__file__).parents[1] / "packaging" / "requirements.txt"
GOES_WITH_EUPL = re.compile(
    r"\b(MIT|BSD|Apache|PSF|Python Software|LGPL|MPL|OFL|ISC|HPND|Unlicense|Public Domain)\b", re.IGNORECASE
)


def locked() -> list[str]:
    """Return the names of what a person installs with the program, and of what makes its fonts."""
    return re.findall(r"^([A-Za-z0-9_.-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", locked())
def test_every_dependency_goes_with_the_licence(name: str) -> None:
    try:
        facts = metadata(name)
    except PackageNotFoundError:
        pytest.skip("for another system")
    told = [*(facts.get_all("License-Expression") or []), *(facts.get_all("License") or [])]
    told += [each for each in facts.get_all("Classifier") or [] if each.startswith("License")]

    assert any(GOES_WITH_EUPL.search(each[:200]) for each in told), told
