"""Packages for an archive: folders by BagIt 1.0 (RFC 8493), each file with its SHA-256 and SHA-512.

Every file is hashed on its way to the disk. Once all is written the package is checked twice before it gets
its name: by the library bagit, and file by file against what was handed in.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from glob import escape
from pathlib import Path, PurePosixPath
from uuid import uuid4

from klubban.domain.errors import RuleBroken
from klubban.domain.file_name import safe_name

_HASHES = ("sha256", "sha512")
_PIECE = 1 << 20
_PART = ".part"
_BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
Progress = Callable[[int, int], object]
"""Is told how many files are written, of how many; returning False cancels."""


class Cancelled(Exception):
    """Whoever waits for the package waits no longer; nothing of it is left."""


@dataclass(frozen=True, slots=True)
class Held:
    """One file of a package: its path, such as `KS-2016-02-22/protokoll.pdf`, and what makes its bytes."""

    path: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Bag:
    """A package that was written, and found to be as it should."""

    path: Path
    files: int
    octets: int
    manifest: str
    """SHA-256 of the list of files and hashes."""


def safe_path(*parts: str) -> str:
    """Return a path inside a package of parts that are each a plain name on any system, in NFC.

    A percent sign would have to be written as a code that not all readers undo.
    """
    return str(PurePosixPath(*(safe_name(part.replace("%", "_").replace("/", "-")) for part in parts)))


def unlike(path: str, taken: set[str]) -> str:
    """Return a path, with a number where one that differs in case alone is taken; it is taken from now on."""
    whole = PurePosixPath(path)
    number, free = 1, path
    while free.casefold() in taken:
        number += 1
        free = str(whole.with_name(f"{whole.stem}-{number}{whole.suffix}"))
    taken.add(free.casefold())
    return free


def write(
    target: Path, held: Iterable[Held], info: Mapping[str, str], report: Progress = lambda _done, _of: True
) -> Bag:
    """Write a package and return it; it has its name only once it is whole and checked.

    Raises RuleBroken where something of that name is there, OSError when it cannot be written, Cancelled;
    then nothing of it is left.
    """
    check_free(target)
    sweep(target)
    fresh = target.with_name(f".{target.name}.{uuid4().hex}{_PART}")
    try:
        fresh.mkdir(parents=True)
        bag = _written(fresh, tuple(held), info, report)
        _put(fresh, target)
    finally:
        with suppress(OSError):
            shutil.rmtree(fresh, ignore_errors=True)
    return Bag(target, bag.files, bag.octets, bag.manifest)


def sweep(target: Path) -> None:
    """Take away what is left of writing a package, where that ended in the midst of it."""
    for left in target.parent.glob(f".{escape(target.name)}.*{_PART}"):
        shutil.rmtree(left, ignore_errors=True)


def check_free(target: Path) -> None:
    """Raise RuleBroken where something has the name of a package already."""
    if os.path.lexists(target):
        name = target.name
        raise RuleBroken("{folder} is there already; choose another place for the package", folder=name)


def _put(fresh: Path, target: Path) -> None:
    """Give it its name, unless something has got that meanwhile."""
    check_free(target)
    fresh.rename(target)
    _sync_folder(target.parent)


def _written(fresh: Path, held: tuple[Held, ...], info: Mapping[str, str], report: Progress) -> Bag:
    sums: dict[str, dict[str, str]] = {}
    octets = 0
    for done, each in enumerate(held):
        if report(done, len(held)) is False:
            raise Cancelled
        path = f"data/{_checked(each.path)}"
        data = each.make()
        sums[path] = _put_file(fresh / path, data)
        octets += len(data)
    if report(len(held), len(held)) is False:
        raise Cancelled
    tags = {"bagit.txt": _BAGIT, "bag-info.txt": _info(info, octets, len(sums))}
    tags |= {f"manifest-{name}.txt": _manifest(sums, name) for name in _HASHES}
    tag_sums = {name: _put_file(fresh / name, text.encode()) for name, text in tags.items()}
    for name in _HASHES:
        _put_file(fresh / f"tagmanifest-{name}.txt", _manifest(tag_sums, name).encode())
    check(fresh)
    _check_each(fresh, sums | tag_sums)
    return Bag(fresh, len(sums), octets, tag_sums["manifest-sha256.txt"]["sha256"])


def _checked(path: str) -> str:
    """Return a path that stays inside; one that does not is a fault of the program."""
    parts = PurePosixPath(path).parts
    if not parts or any(part != safe_path(part) for part in parts):
        raise ValueError(path)
    return unicodedata.normalize("NFC", path)


def _put_file(path: Path, data: bytes) -> dict[str, str]:
    """Write a file, on the disk, and return its hashes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return {name: hashlib.new(name, data).hexdigest() for name in _HASHES}


def _manifest(sums: Mapping[str, Mapping[str, str]], name: str) -> str:
    return "".join(f"{sums[path][name]}  {path}\n" for path in sorted(sums))


def _info(info: Mapping[str, str], octets: int, files: int) -> str:
    lines = {**info, "Payload-Oxum": f"{octets}.{files}"}
    return "".join(f"{label}: {' '.join(words.split())}\n" for label, words in lines.items() if words.strip())


def _check_each(folder: Path, sums: Mapping[str, Mapping[str, str]]) -> None:
    """Read each file back and compare it with what was handed in."""
    for path, expected in sums.items():
        if _sums_of(folder / path) != expected:
            raise OSError(path)


def _sums_of(path: Path) -> dict[str, str]:
    found = {name: hashlib.new(name) for name in _HASHES}
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            for each in found.values():
                each.update(piece)
    return {name: each.hexdigest() for name, each in found.items()}


def check(folder: Path) -> None:
    """Raise RuleBroken for a package that is not whole, or not as it was written."""
    import bagit  # type: ignore[import-untyped] # the library has no types

    logging.getLogger("bagit").disabled = True  # what it found is told here
    try:
        bagit.Bag(str(folder)).validate()
    except bagit.BagValidationError as error:
        raise RuleBroken(
            "The package {folder} is not as it was written: {what}",
            folder=folder.name,
            what="; ".join(dict.fromkeys(_told(error))) or str(error),
        ) from error
    except (bagit.BagError, UnicodeError) as error:
        raise RuleBroken("{folder} is no package that can be checked", folder=folder.name) from error


def _told(error: Exception) -> Iterator[str]:
    """Walk the paths that are concerned."""
    for each in getattr(error, "details", ()):
        yield str(getattr(each, "path", each))


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # not on every system can a folder be opened
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
