"""Messages are written where the catalogues' reader finds them."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCES = Path(__file__).parents[1] / "desktop"
MESSAGES = {"_", "N_", "gettext", "ngettext", "pgettext", "npgettext"}


def called(node: ast.AST) -> str:
    """Return the name of what is called, if anything is."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def test_no_message_stands_inside_another_string() -> None:
    """Babel does not see it there on Python 3.11, and so it is never translated."""
    unseen = [
        f"{path.relative_to(SOURCES)}:{string.lineno}"
        for path in SOURCES.rglob("*.py")
        for string in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for node in ast.walk(string)
        if called(node) in MESSAGES and isinstance(node.args[0], ast.Constant)  # type: ignore[attr-defined]
    ]

    assert unseen == []
