"""What a PDF file holds beside its pages: files inside it, and what would act when it is opened."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pikepdf

_ACTIONS = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/Hide", "/SetOCGState")
_SCRIPTS = ("/JS", "/AA", "/XFA")
_FILLED_IN = ("/Tx", "/Btn", "/Ch")
"""Fields whose value is shown, and may be another one tomorrow."""
_MOST_OBJECTS = 200_000


def holds(pdf: bytes, original: bytes) -> bool:
    """Tell whether a file is inside another, byte for byte, as an attachment."""
    with _objects(pdf) as objects:
        return any(
            _unpacks_to(each, original)
            for each in objects
            if isinstance(each, pikepdf.Stream) and _is_file(each)
        )


def acts(pdf: bytes) -> bool:
    """Tell whether a file has scripts, actions or fields that change what is seen."""
    with _objects(pdf) as objects:
        for each in objects:
            found = each.stream_dict if isinstance(each, pikepdf.Stream) else each
            if isinstance(found, pikepdf.Dictionary) and any(map(_acts, _dictionaries(found))):
                return True
    return False


@contextmanager
def _objects(pdf: bytes) -> Iterator[Iterator[Any]]:
    """Give the objects of a file; none of one that cannot be read so."""
    try:
        with pikepdf.open(BytesIO(pdf), suppress_warnings=True) as file:
            count = len(file.objects)
            yield iter(file.objects) if count <= _MOST_OBJECTS else iter(())
    except (pikepdf.PdfError, RuntimeError, ValueError):
        yield iter(())


def _is_file(stream: Any) -> bool:
    return stream.get("/Type") == "/EmbeddedFile" or "/Params" in stream


def _unpacks_to(stream: Any, wanted: bytes) -> bool:
    """Unpack no more of a stream than is wanted."""
    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    raw = bytes(stream.get_raw_stream_buffer())
    if filters is None:
        return raw == wanted
    if filters != "/FlateDecode" or "/DecodeParms" in stream:
        return False
    try:
        unpacked = zlib.decompressobj().decompress(raw, len(wanted) + 1)
    except zlib.error:
        return False
    return unpacked == wanted


def _dictionaries(found: Any, depth: int = 0) -> Iterator[Any]:
    """Walk the dictionaries in an object, without following references."""
    deepest = 30
    if isinstance(found, pikepdf.Dictionary):
        yield found
        below = [found[key] for key in found.keys()]  # noqa: SIM118 - it is no mapping
    elif isinstance(found, pikepdf.Array):
        below = list(found)
    else:
        return
    for each in below:
        if depth < deepest and isinstance(each, (pikepdf.Dictionary, pikepdf.Array)) and not each.is_indirect:
            yield from _dictionaries(each, depth + 1)


def _acts(found: Any) -> bool:
    return (
        str(found.get("/S", "")) in _ACTIONS
        or str(found.get("/FT", "")) in _FILLED_IN
        or any(key in found for key in _SCRIPTS)
    )
