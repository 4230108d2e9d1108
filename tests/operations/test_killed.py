"""The program is killed in the midst of what cannot be undone: the file is as before, or all is done."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from builders import findings, new_file, rows, snapshot
from documents.signing.authority import authority, holder
from klubban.documents.pdf.signatures import fields_of, sign
from klubban.domain.examined import Stamp
from klubban.domain.signing import SigningWay
from klubban.exchange import bag
from klubban.operations import archive, notices, signing_by_pen, signing_by_service, trusted
from klubban.store.database import Database
from operations.announced import AFTER, POSTED, REGISTRAR, verified
from to_sign import NOW, TODAY, begun, file_of_it, signed

Act = Callable[[Database], object]
POINTS = (1, 2, 4, 7, 12, 20, 33, 54, 88)
"""Writes after which it is killed."""


def killed_at(path: Path, point: int, act: Act) -> bool:
    """Do something in a process that is killed at a write; tell whether it came to its end before."""
    child = os.fork()
    if child:
        _pid, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
        return os.WIFEXITED(status)
    signal.alarm(60)
    try:
        with closing(Database.open(path, "Anna Berg")) as database:
            event.listen(Engine, "before_cursor_execute", _Killer(point))
            act(database)
        os._exit(0)
    finally:
        os._exit(1)


class _Killer:
    def __init__(self, left: int) -> None:
        self.left = left

    def __call__(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def kill_everywhere(path: Path, act: Act) -> None:
    """Kill it at one write after the other, each on the same file; at last let it be done."""
    whole = path.read_bytes()
    with closing(Database.open(path, read_only=True)) as database:
        before = rows(database)
    for point in (*POINTS, 10_000):
        path.write_bytes(whole)
        for beside in path.parent.glob(f"{path.name}-*"):
            beside.unlink()
        done = killed_at(path, point, act)
        with closing(Database.open(path, "Anna Berg")) as database:
            assert findings(database) == []
            assert (rows(database) == before) is not done
        if done:
            return
    pytest.fail("it never came to its end")


def test_taking_back_a_signed_file_is_done_or_not(path: Path) -> None:
    path.write_bytes(file_of_it())
    with closing(Database.open(path, "Anna Berg")) as database:
        trusted.trust(database, "Ekby prov-CA", authority().data, "Anna Berg", TODAY)
        out = begun(database, SigningWay.SERVICE)
        data = out.data
        for name, field in zip(("Kim Lind", "Asp, Eva", "BO EK"), fields_of(data), strict=True):
            data = sign(data, field.name, holder(name).opens, Stamp(name=name, role=field.role), at=NOW)
        found = signing_by_service.to_examine(database, out.signing, data, NOW).done()

    def act(database: Database) -> None:
        assert signing_by_service.take_back(database, out.signing, data, now=NOW, examined=found).finished

    kill_everywhere(path, act)


def test_what_was_signed_by_pen_is_verified_or_not(path: Path) -> None:
    path.write_bytes(file_of_it())
    with closing(Database.open(path, "Anna Berg")) as database:
        out = begun(database, SigningWay.PEN)
        for each in signed(database).signatures:
            signing_by_pen.record_signature(database, each.id, TODAY, today=TODAY)

    kill_everywhere(path, lambda database: signing_by_pen.finish_pen(database, out.signing, today=TODAY))


def test_a_notice_is_posted_or_not(path: Path) -> None:
    with closing(new_file(path)) as database:
        verified(database)
        (verification,) = snapshot(database).verifications

    def act(database: Database) -> None:
        notices.post(database, verification.id, POSTED, today=AFTER, posting=REGISTRAR)

    kill_everywhere(path, act)


def test_a_package_is_noted_or_not_and_what_was_left_is_swept(path: Path, tmp_path: Path) -> None:
    with closing(new_file(path)) as database:
        meeting = verified(database).meeting
    out = tmp_path / "arkiv"

    def act(database: Database) -> None:
        package = archive.package_of_meeting(database, meeting, AFTER)
        if not (out / package.name).exists():
            archive.write_package(package, out, AFTER, because="Prov")
        made = bag.Bag(out / package.name, 1, 1, "0" * 64)
        archive.note_archived(database, [meeting], made, AFTER, "Prov")

    kill_everywhere(path, act)


def test_a_package_killed_on_its_way_leaves_nothing_that_the_next_one_does_not_sweep(
    path: Path, tmp_path: Path
) -> None:
    with closing(new_file(path)) as database:
        meeting = verified(database).meeting
    out = tmp_path / "arkiv"

    def killed(done: int, _of: int) -> bool:
        if done:
            os.kill(os.getpid(), signal.SIGKILL)
        return True

    def pack(database: Database, report: bag.Progress) -> None:
        package = archive.package_of_meeting(database, meeting, AFTER)
        archive.write_package(package, out, AFTER, because="Prov", report=report)

    assert not killed_at(path, 10_000, lambda database: pack(database, killed))
    assert list(out.iterdir())
    assert killed_at(path, 10_000, lambda database: pack(database, lambda _done, _of: True))
    assert [each.suffix for each in out.iterdir()] == [""]
