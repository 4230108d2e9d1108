"""Layers of other people's pages: those that were hidden stay hidden when files are bound."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

_OFF = "/KlubbanOff"
"""In a cleaned file: a layer that is not seen."""


def mark(file: pikepdf.Pdf) -> None:
    """Say with each layer that is off that it is, since the list of them is not bound with the pages."""
    found = file.Root.get("/OCProperties")
    if not isinstance(found, Dictionary):
        return
    groups, default = _groups(found.get("/OCGs")), found.get("/D")
    for group in _off(default, groups) if isinstance(default, Dictionary) else []:
        group[_OFF] = True


def gather(file: pikepdf.Pdf) -> None:
    """List the layers that are in a file, and which are off."""
    every, off = [], []
    for each in file.objects:
        if isinstance(each, Dictionary) and each.get("/Type") == "/OCG":
            every.append(each)
            if _OFF in each:
                del each[_OFF]
                off.append(each)
    if every:
        file.Root.OCProperties = Dictionary(OCGs=Array(every), D=Dictionary(OFF=Array(off)))


def _groups(found: Any) -> list[Any]:
    listed = list(found) if isinstance(found, Array) else []
    return [each for each in listed if isinstance(each, Dictionary) and each.is_indirect]


def _off(default: Any, groups: list[Any]) -> list[Any]:
    if default.get("/BaseState") == "/OFF":
        on = [each.objgen for each in _groups(default.get("/ON"))]
        return [each for each in groups if each.objgen not in on]
    return _groups(default.get("/OFF"))
