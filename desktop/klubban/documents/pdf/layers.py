"""Layers of other people's pages: those that were hidden stay hidden."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary


def copy(source: pikepdf.Pdf, target: pikepdf.Pdf) -> None:
    """Add the layers that the pages of one file have, and which of them are off, to another file."""
    found = source.Root.get("/OCProperties")
    if not isinstance(found, Dictionary):
        return
    groups = _groups(found.get("/OCGs"))
    default = found.get("/D")
    off = _off(default, groups) if isinstance(default, Dictionary) else []
    if "/OCProperties" not in target.Root:
        target.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary(OFF=Array()))
    kept = target.Root.OCProperties
    for group in groups:
        there = target.copy_foreign(group)
        kept.OCGs.append(there)
        if group.objgen in off:
            kept.D.OFF.append(there)


def _groups(found: Any) -> list[Any]:
    listed = list(found) if isinstance(found, Array) else []
    return [each for each in listed if isinstance(each, Dictionary) and each.is_indirect]


def _off(default: Any, groups: list[Any]) -> list[tuple[int, int]]:
    if default.get("/BaseState") == "/OFF":
        on = [each.objgen for each in _groups(default.get("/ON"))]
        return [each.objgen for each in groups if each.objgen not in on]
    return [each.objgen for each in _groups(default.get("/OFF"))]
