"""Attacks on the bytes of a signed file: on what a signature covers, and on the signature itself."""

from __future__ import annotations

import re

_RANGE = re.compile(rb"/ByteRange \[[\d ]+\]")


def flipped(pdf: bytes) -> bytes:
    """Change one byte of what was signed."""
    place = pdf.index(b"stream\n") + 60
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def appended_without_list(pdf: bytes) -> bytes:
    """Append objects that no list of parts names (incremental saving, the variant without a list)."""
    return pdf + b"\n3 0 obj\n<</Type /Catalog /Pages 4 0 R>>\nendobj\n"


def appended_with_trailer(pdf: bytes) -> bytes:
    """Append objects and a trailer, which some readers take for the newest."""
    return pdf + b"\n900 0 obj\n<</Type /Catalog>>\nendobj\ntrailer\n<</Root 900 0 R>>\nstartxref\n1\n%%EOF\n"


def wrapped(pdf: bytes) -> bytes:
    """Signature wrapping: move what was signed last to the end, and put something else in its place."""
    match = list(_RANGE.finditer(pdf))[-1]
    _, one, two, length = (int(each) for each in match[0].split(b"[")[1].rstrip(b"]").split())
    added = b"\n901 0 obj\n<</Type /Catalog>>\nendobj\n"
    moved = two + len(added)
    told = b"/ByteRange [0 %d %d %d]" % (one, moved, length)
    if len(told) > len(match[0]):
        told = told[: len(match[0])]
    head = pdf[: match.start()] + told.ljust(len(match[0])) + pdf[match.end() : two]
    return head + added + pdf[two:]


def without_range(pdf: bytes) -> bytes:
    """Universal forgery: what the signature covers is not said."""
    match = list(_RANGE.finditer(pdf))[-1]
    return pdf[: match.start()] + match[0].replace(b"/ByteRange", b"/ByteRenge") + pdf[match.end() :]


def _ranged(pdf: bytes, told: bytes) -> bytes:
    match = list(_RANGE.finditer(pdf))[-1]
    return pdf[: match.start()] + (b"/ByteRange " + told).ljust(len(match[0])) + pdf[match.end() :]


def range_null(pdf: bytes) -> bytes:
    return _ranged(pdf, b"null")


def range_negative(pdf: bytes) -> bytes:
    return _ranged(pdf, b"[0 -1 5 9]")


def range_of_nothing(pdf: bytes) -> bytes:
    return _ranged(pdf, b"[0 0 0 0]")


def range_too_long(pdf: bytes) -> bytes:
    return _ranged(pdf, b"[0 9 9 99999999]")


def _contents(pdf: bytes) -> tuple[int, int]:
    match = list(_RANGE.finditer(pdf))[-1]
    _, one, two, _ = (int(each) for each in match[0].split(b"[")[1].rstrip(b"]").split())
    return one, two


def contents_empty(pdf: bytes) -> bytes:
    """Universal forgery: the signature itself is nothing."""
    one, two = _contents(pdf)
    return pdf[:one] + b"<>".ljust(two - one) + pdf[two:]


def contents_zero(pdf: bytes) -> bytes:
    one, two = _contents(pdf)
    return pdf[:one] + b"<" + b"0" * (two - one - 2) + b">" + pdf[two:]


def gap_used(pdf: bytes) -> bytes:
    """Signature wrapping: write something into what the signature leaves out."""
    one, two = _contents(pdf)
    own = pdf[one + 1 : two - 1].rstrip(b"0")
    own += b"0" * (len(own) % 2)
    return pdf[:one] + (b"<" + own + b"> /Reason (AVSLAG)").ljust(two - one) + pdf[two:]


def padding_used(pdf: bytes) -> bytes:
    """Write something behind the signature, in the room that was left for it."""
    _, two = _contents(pdf)
    return pdf[: two - 9] + b"C0FFEE00>" + pdf[two:]


def contents_of_another(pdf: bytes) -> bytes:
    """Put the signature of another document in the place of the last."""
    one, two = _contents(pdf)
    first = next(_RANGE.finditer(pdf))
    start, end = (int(each) for each in first[0].split(b"[")[1].split()[1:3])
    other = pdf[start:end][1:-1].rstrip(b"0")
    return pdf[:one] + b"<" + other.ljust(two - one - 2, b"0")[: two - one - 2] + b">" + pdf[two:]


def list_turned(pdf: bytes) -> bytes:
    """Have the end of the file point at a list of parts that is not the last."""
    first = re.search(rb"startxref\s+(\d+)", pdf)
    assert first
    return pdf + b"\nstartxref\n" + first[1] + b"\n%%EOF\n"
