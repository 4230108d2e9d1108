from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest

from builders import Minutes, minutes, names_in, new_file
from documents import sent_papers as papers
from klubban.store import attachments
from running import Run

KS = ("--body", "KS", "--date", "2016-02-22")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file with a meeting that has an open, a confidential and a broken document."""
    path = tmp_path / "ekby.klubban"
    with closing(new_file(path)) as database:
        ids: Minutes = minutes(database, ("Budget",), number=None)
        with database.change("Keep") as change:
            for number, data in enumerate((papers.pdf("a"), papers.pdf("b"), papers.encrypted()), 1):
                change.insert(
                    "document",
                    item_id=ids.item,
                    position=number,
                    number=number,
                    title=f"Handling {number}",
                    sha256=attachments.keep(change, data),
                    confidential=number == 2,
                )
    return path


def pages(path: str) -> int:
    found = pypdfium2.PdfDocument(path)
    count = len(found)
    found.close()
    return count


def test_a_bundle_names_what_is_not_in_it_and_is_done(run: Run, file: Path, tmp_path: Path) -> None:
    said = run("export", file, "bundle", *KS, "--out", tmp_path / "out")

    [path] = said.out.splitlines()
    assert said.code == 0
    assert pages(path) == 4
    assert said.err.count("\n") == 1
    assert "Handling 3" in said.err


def test_confidential_documents_come_in_copies(run: Run, file: Path, tmp_path: Path) -> None:
    said = run("export", file, "bundle", *KS, "--confidential", "--copies", 3, "--out", tmp_path / "out")

    assert said.code == 0
    assert [pages(path) for path in said.out.splitlines()] == [2, 2, 2]


@pytest.mark.parametrize("kind", ["summons", "announcement"])
def test_what_goes_out_before_a_meeting_is_written(run: Run, file: Path, tmp_path: Path, kind: str) -> None:
    said = run("export", file, kind, *KS, "--out", tmp_path / "out")

    assert said.code == 0
    assert Path(said.out.strip()).read_bytes().startswith(b"%PDF")


def test_a_supplement_to_nothing_is_refused_by_a_rule(run: Run, file: Path, tmp_path: Path) -> None:
    said = run("export", file, "supplement", *KS, "--out", tmp_path / "out")

    assert (said.code, said.out) == (1, "")
    assert names_in(tmp_path) == ["ekby.klubban", "ekby.klubban.lock"] or not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "options",
    [
        ("terms", "--public"),
        ("summons", "--max-mb", "5"),
        ("bundle", "--public", "--confidential"),
        ("bundle", "--copies", "3"),
        ("bundle", "--confidential", "--copies", "0"),
        ("bundle", "--confidential", "--copies", "2", "--to", "Bo"),
        ("bundle", "--max-mb", "-1"),
        ("bundle", "--max-mb", "nan"),
        ("bundle", "--max-mb", "0"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    run: Run, file: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    kind, *rest = options

    assert run("export", file, kind, *KS, *rest, "--out", tmp_path / "out").refusal
    assert not (tmp_path / "out").exists()
