from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from builders import findings_in, unverify
from klubban.store.database import Database
from running import Run


def test_a_protocol_with_something_left_over_is_told_of_with_its_paragraph(run: Run, real: Path) -> None:
    with closing(Database.open(real, "Anna Berg")) as database, unverify(database).change("Write") as change:
        item = change.rows("item")[0]["id"]
        change.update("item", int(item or 0), number=19, title="Svar till <namn>")

    said = run("checklist", real, "--body", "KS", "--date", "2016-02-22")

    assert said.code == 1
    assert any(line.startswith("§ 19: ") and "<namn>" in line for line in said.out.splitlines())
    assert said.out.splitlines()[-1].startswith(str(len(said.out.splitlines()) - 1))
    assert findings_in(real) == []


def test_a_meeting_with_nothing_to_remark_on_is_said_so(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "ekby.klubban"
    with closing(Database.create(file, "Anna Berg")) as database, database.change("Begin") as change:
        body = change.insert("body", key="f", name="Chefssamråd", short="CS", kind="forum")
        meeting = change.insert("meeting", body_id=body, date=date(2026, 2, 2), stage="closed")
        change.insert("attendance", meeting_id=meeting, position=0, name="Eva Asp", attends_as="member")

    said = run("checklist", file, "--body", "CS", "--date", "2026-02-02")

    assert (said.code, len(said.out.splitlines())) == (0, 1)


def test_a_day_without_a_meeting_is_refused(run: Run, real: Path) -> None:
    assert "2016-02-22" in run("checklist", real, "--body", "KS", "--date", "2016-02-23").refusal


def test_the_last_look_prints_what_the_protocol_says_beside_the_record(run: Run, real: Path) -> None:
    said = run("checklist", real, "--body", "KS", "--date", "2016-02-22", "--last-look")

    lines = said.out.splitlines()
    assert any(line.startswith("  Kst 2015/503 – ") and "Trygghetsskapande program" in line for line in lines)
    assert any(line.startswith("  2016-02-05 – ") and "17" in line for line in lines)
