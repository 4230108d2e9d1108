"""Packages for an archive: whole and as they were handed in, or not there."""

from __future__ import annotations

import errno
import hashlib
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from klubban.domain.errors import RuleBroken
from klubban.exchange import bag
from klubban.exchange.bag import Held

INFO = {"Source-Organization": "Ekby kommun", "External-Description": "Protokoll\nX-Forged: ja"}


def held(**files: bytes) -> list[Held]:
    """Return files to be packed, by their names."""
    return [Held(f"ks/{name}.txt", partial(bytes, data)) for name, data in files.items()]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return bag.write(tmp_path / "ks-2016", held(protokoll=b"Beslut", bilaga="Å ä ö".encode()), INFO).path


def test_every_file_is_in_both_lists_with_the_hash_that_another_program_finds(package: Path) -> None:
    payload = {path.relative_to(package).as_posix() for path in (package / "data").rglob("*.txt")}
    tags = {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt"}

    for kind, wanted in (("manifest", payload), ("tagmanifest", tags)):
        for name in ("sha256", "sha512"):
            lines = (package / f"{kind}-{name}.txt").read_text(encoding="utf-8").splitlines()
            told = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
            assert told == {
                path: hashlib.new(name, (package / path).read_bytes()).hexdigest() for path in wanted
            }


def test_what_is_told_of_a_package_stands_on_a_line_each(package: Path) -> None:
    lines = (package / "bag-info.txt").read_text(encoding="utf-8").splitlines()

    assert lines == [
        "Source-Organization: Ekby kommun",
        "External-Description: Protokoll X-Forged: ja",
        "Payload-Oxum: 14.2",
    ]
    assert (package / "bagit.txt").read_text().startswith("BagIt-Version: 1.0\n")


def _one_bit(package: Path) -> None:
    (package / "data/ks/protokoll.txt").write_bytes(b"Beslus")


def _one_gone(package: Path) -> None:
    (package / "data/ks/bilaga.txt").unlink()


def _one_more(package: Path) -> None:
    (package / "data/ks/tillagt.txt").write_bytes(b"")


def _other_info(package: Path) -> None:
    info = package / "bag-info.txt"
    info.write_text(info.read_text().replace("Ekby", "Norrby"))


def _both_changed(package: Path) -> None:
    """Change a file and its line in the list; the list of the lists finds it."""
    _one_bit(package)
    for name in ("sha256", "sha512"):
        listed = package / f"manifest-{name}.txt"
        was, now = (hashlib.new(name, data).hexdigest() for data in (b"Beslut", b"Beslus"))
        listed.write_text(listed.read_text().replace(was, now))


def _no_list(package: Path) -> None:
    for name in ("sha256", "sha512"):
        (package / f"manifest-{name}.txt").unlink()


@pytest.mark.parametrize("tamper", [_one_bit, _one_gone, _one_more, _other_info, _both_changed, _no_list])
def test_a_package_that_was_tampered_with_is_found(package: Path, tamper: Callable[[Path], None]) -> None:
    bag.check(package)

    tamper(package)

    with pytest.raises(RuleBroken, match="package"):
        bag.check(package)


def test_a_folder_that_is_no_package_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="no package"):
        bag.check(tmp_path)


def test_what_is_there_is_never_written_over(package: Path) -> None:
    before = sorted(package.rglob("*"))

    with pytest.raises(RuleBroken, match="is there already"):
        bag.write(package, held(annat=b"x"), INFO)

    assert sorted(package.rglob("*")) == before


def _fails(code: int) -> Callable[[], bytes]:
    def make() -> bytes:
        raise OSError(code, "no room")

    return make


def test_a_full_disk_leaves_no_litter(tmp_path: Path) -> None:
    files = [*held(protokoll=b"Beslut"), Held("ks/bilaga.txt", _fails(errno.ENOSPC))]

    with pytest.raises(OSError, match="no room"):
        bag.write(tmp_path / "ks-2016", files, INFO)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("until", [0, 1, 2])
def test_a_package_that_is_given_up_leaves_no_litter(tmp_path: Path, until: int) -> None:
    with pytest.raises(bag.Cancelled):
        bag.write(tmp_path / "ks-2016", held(a=b"1", b=b"2"), INFO, lambda done, _of: done < until)

    assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_is_taken_away_before_the_package_is_written_again(tmp_path: Path) -> None:
    (tmp_path / ".ks-2016.0123.part").mkdir()
    (tmp_path / ".other.0123.part").mkdir()

    bag.write(tmp_path / "ks-2016", held(a=b"1"), INFO)

    assert sorted(path.name for path in tmp_path.iterdir()) == [".other.0123.part", "ks-2016"]


@pytest.mark.parametrize("path", ["../ut.txt", "/etc/passwd", "ks/../../ut.txt", "ks/con.txt", ""])
def test_a_path_that_leads_out_is_never_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match=r"\A"):
        bag.write(tmp_path / "ks-2016", [Held(path, lambda: b"x")], INFO)

    assert list(tmp_path.iterdir()) == []


@settings(max_examples=50)
@given(some.lists(some.text(max_size=300), min_size=1, max_size=4))
def test_any_names_make_a_safe_path(names: list[str]) -> None:
    path = bag.safe_path("ks", *names)

    parts = path.split("/")
    assert len(parts) == len(names) + 1
    assert all(part not in ("", ".", "..") and len(part.encode()) <= 255 for part in parts)
    assert not set(path) & set('\\<>:"|?*%\r\n\0')
    assert unicodedata.is_normalized("NFC", path)
    assert bag.safe_path(*parts) == path


def test_names_that_differ_in_case_alone_are_told_apart() -> None:
    taken: set[str] = set()

    found = [bag.unlike(f"ks/{name}", taken) for name in ("Karta.pdf", "karta.pdf", "KARTA.pdf", "Plan.pdf")]

    assert found == ["ks/Karta.pdf", "ks/karta-2.pdf", "ks/KARTA-3.pdf", "ks/Plan.pdf"]
