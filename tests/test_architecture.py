"""The house's rules about who may know whom, as pyproject.toml has them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return where the graph of imports is kept from one contract to the next."""
    return str(tmp_path_factory.mktemp("imports"))


@pytest.mark.parametrize("contract", [each["id"] for each in CONTRACTS])
def test_the_rooms_keep_to_their_contract(
    contract: str, cache: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # It sets up logging for a program of its own, and so would silence ours for the tests that follow.
    monkeypatch.setattr("importlinter.cli.logging_config.dictConfig", lambda _config: None)

    kept = lint_imports(str(ROOT / "pyproject.toml"), limit_to_contracts=(contract,), cache_dir=cache) == 0

    assert kept, capsys.readouterr().out


def test_the_contracts_are_those_of_the_design() -> None:
    assert {each["id"] for each in CONTRACTS} >= {"layers", "qt", "database", "pdf", "exchange", "domain"}
