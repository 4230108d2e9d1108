"""`klubban stage`: where a meeting stands, and its deadlines as dates."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from builders import minutes, snapshot
from klubban.documents.stage_words import lines
from klubban.domain.meeting import Stage
from klubban.i18n import texts
from klubban.operations import session
from klubban.store.database import Database
from running import Run


def told(database: Database, today: date) -> list[str]:
    """Return what is said in English on a day."""
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines(snapshot(database), today, texts("en"))]


def test_the_real_meeting_tells_each_day(run: Run, real: Path) -> None:
    said = run("stage", real, "--body", "KS", "--date", "2016-02-22")

    assert said.code == 0
    for day in ("2016-02-25", "2016-02-26", "2016-03-18", "2016-03-21"):
        assert day in said.out
    assert "§§ 1–21" in said.out
    assert "Mikael Jämstved (MP) valdes att justera och finns inte bland dem som undertecknat" in said.out


def test_what_is_late_says_so(database: Database) -> None:
    ids = minutes(database, number=None)
    session.open_meeting(database, ids.meeting, time(18, 30))
    session.close_meeting(database, ids.meeting, time(20))

    assert "  Verify by: 2016-03-07, in 5 days" in told(database, date(2016, 3, 2))
    assert "  Verify by: 2016-03-07, 3 days late" in told(database, date(2016, 3, 10))
    assert told(database, date(2016, 3, 2))[0] == "Kommunstyrelsen 2016-02-22: closed"


@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.SUMMONED])
def test_before_a_meeting_only_what_comes_before_it_is_told(database: Database, stage: Stage) -> None:
    ids = minutes(database, number=None)
    with database.change("Stand") as change:
        change.update("meeting", ids.meeting, stage=stage)

    assert len(told(database, date(2016, 2, 1))) == 1
