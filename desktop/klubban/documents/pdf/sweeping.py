"""Whatever acts or holds a file is taken out of a PDF file, in whatever object and however deep it lies."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

_ACTING = ("/AA", "/AF", "/EF", "/JS", "/OpenAction", "/OPI", "/PieceInfo", "/XFA")
_OUTSIDE = ("/F", "/FFilter", "/FDecodeParms", "/Ref")
"""In a stream: its content is in another file."""
_ACTIONS = frozenset({
    "/GoToR", "/GoToE", "/GoToDp", "/Launch", "/Thread", "/Sound", "/Movie", "/Hide", "/Named", "/SubmitForm",
    "/ResetForm", "/ImportData", "/JavaScript", "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView",
    "/RichMediaExecute",
})  # fmt: skip
"""All that lead or do something (ISO 32000-2, 12.6.4) but those that links are allowed."""
_FILES = frozenset({"/Filespec", "/EmbeddedFile"})


def sweep(file: pikepdf.Pdf) -> None:
    """Take out of every object what acts, holds a file, or has its content in another one."""
    for each in file.objects:
        _sweep(each)


def _sweep(thing: Any) -> None:
    """Sweep an object and those that are written inside it; those that it refers to have their own turn."""
    if isinstance(thing, Array):
        within = list(thing)
    elif isinstance(thing, Dictionary | Stream):
        within = _swept(thing)
    else:
        return
    for each in within:
        if isinstance(each, Array | Dictionary) and not each.is_indirect:
            _sweep(each)


def _swept(thing: Any) -> list[Any]:
    """Sweep a dictionary or a stream, and return what is left in it."""
    keys = set(thing.keys())
    if _says(thing, "/S", _ACTIONS) or _says(thing, "/Type", _FILES):
        outside = keys
        if isinstance(thing, Stream):
            thing.write(b"")
            outside = set(thing.keys()) - {"/Length"}
    else:
        outside = keys.intersection(_ACTING)
        if isinstance(thing, Stream):
            outside |= keys.intersection(_OUTSIDE)
    for key in outside:
        del thing[key]
    return [thing[key] for key in keys - outside if key in thing]


def _says(thing: Any, key: str, names: frozenset[str]) -> bool:
    value = thing.get(key)
    return isinstance(value, Name) and str(value) in names
