"""The sample's way from closed to archived: each command that there is for it, and operations between."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest

from builders import snapshot
from documents.signing.authority import LONG, PASSPHRASE, Authority
from klubban.domain.afterwards import AppealStep, AppealStepKind
from klubban.domain.appeals import appeal_of
from klubban.domain.meeting import Appeal, Stage
from klubban.domain.signing import SigningWay
from klubban.exchange import bag
from klubban.operations import legal_force, notices, signing, signing_by_service, trusted, verifying
from klubban.store import reads
from klubban.store.database import Database
from running import Run

WAY = ("--body", "KS", "--date", "2026-11-16")
MET, READY = date(2026, 11, 16), date(2026, 11, 24)
SIGNED, POSTED, DOWN = date(2026, 11, 26), date(2026, 11, 27), date(2026, 12, 21)
Clock = Callable[[date], datetime]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return what lets the commands think that it is three in the afternoon of a day."""

    def set_to(day: date) -> datetime:
        now = datetime.combine(day, time(15), timezone(timedelta(hours=1)))
        for command in ("choices", "dispatch", "sign", "verify"):
            monkeypatch.setattr(f"klubban.cli.{command}.datetime", SimpleNamespace(now=lambda _zone: now))
        return now

    return set_to


def _met(database: Database) -> int:
    with database.read() as read:
        (meeting,) = (each.id for each in reads.meetings(read) if each.date == MET)
    return meeting


def _stage(database: Database) -> Stage:
    return snapshot(database, _met(database)).stage


def test_the_sample_goes_from_closed_to_the_archive(
    run: Run, sample: Path, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened() -> closing[Database]:
        return closing(Database.open(sample, "Helena Sävborg"))

    clock(READY)
    with opened() as database:
        verifying.make_ready(database, _met(database), ready=False, today=READY)
    assert run("stage", sample, *WAY).out.startswith("Kommunstyrelsen 2026-11-16: avslutat")

    authority = Authority("Ekby prov-CA")
    with opened() as database:
        verifying.make_ready(database, _met(database), today=READY)
        trusted.trust(database, "Ekby prov-CA", authority.data, "Helena Sävborg", READY)
        (_, main) = snapshot(database, _met(database)).verifications
        sent = signing.begin(database, main.id, SigningWay.SERVICE, clock(READY))
        out = snapshot(database, _met(database)).verifications[1].signing
    assert out is not None
    told = run("stage", sample, *WAY).out
    assert "§§ 143–150, 152–156: klart för justering" in told
    assert f"Kontrollnummer: {_control(sample)}" in told

    now = clock(SIGNED)
    paper = tmp_path / sent.file_name
    paper.write_bytes(sent.data)
    for each in out.signatures:
        assert each.who is not None
        key = tmp_path / f"{each.signs_as}.p12"
        key.write_bytes(authority.issue(each.who.name, valid=LONG).p12)
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\n"))
        signed = run("sign", paper, "--p12", key, "--as", each.signs_as.value)
        assert (signed.code, signed.err) == (0, "")
        paper = Path(signed.out.strip())
    verified = run("verify", paper, "--file", sample)
    assert (verified.code, verified.out.count("Håller")) == (0, 3)

    with opened() as database:
        assert signing_by_service.take_back(database, out.id, paper.read_bytes(), now=now).finished
        assert _stage(database) is Stage.VERIFIED
        notices.post(database, main.id, POSTED, today=POSTED)
        assert _stage(database) is Stage.ANNOUNCED
        for notice in snapshot(database, _met(database)).notices:
            notices.take_down(database, notice.id, DOWN, today=DOWN)
        meeting = snapshot(database, _met(database))
        items = [each.id for each in meeting.items if appeal_of(meeting, each) is Appeal.LEGALITY]
        answer = AppealStep(id=0, kind=AppealStepKind.NONE_FILED, day=DOWN, final=True)
        legal_force.note_step(database, items, answer, today=DOWN)
    clock(DOWN)
    assert "laga kraft sedan 2026-12-19" in run("stage", sample, *WAY).out

    dispatched = run("dispatch", sample, *WAY, "--out", tmp_path / "ut")
    assert dispatched.code == 0
    assert "KS 2026-11-16 § 153 Ekbybostäder AB.pdf" in dispatched.out

    archived = run("archive", sample, *WAY, "--out", tmp_path / "arkiv")
    assert archived.code == 0
    package = Path(archived.out.strip())
    bag.check(package)
    assert paper.read_bytes() in [each.read_bytes() for each in package.rglob("*.pdf")]
    assert run("stage", sample, *WAY).out.startswith("Kommunstyrelsen 2026-11-16: arkiverat")
    assert run("check", sample, "--control", _control(sample)).code == 0


def _control(sample: Path) -> str:
    """Return the control number of what is ready."""
    with closing(Database.open(sample, read_only=True)) as database:
        control = snapshot(database, _met(database)).verifications[1].control
    assert control is not None
    return control
