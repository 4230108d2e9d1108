"""What the program remembers, and that losing it harms nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_opened_is_remembered_newest_first(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a", "b", "c")]
    for file in files:
        file.touch()
        Settings(tmp_path / "s.json").opened(file)
    Settings(tmp_path / "s.json").opened(files[0])

    assert [path.name for path in Settings(tmp_path / "s.json").recent] == ["a", "c", "b"]


def test_files_and_folders_that_are_gone_are_not_offered(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.json")
    settings.opened(tmp_path / "gone")
    settings.export_folder = tmp_path / "nowhere"

    assert settings.recent == []
    assert settings.export_folder is None


def test_broken_settings_are_no_settings(tmp_path: Path) -> None:
    broken = tmp_path / "s.json"
    broken.write_text('{"recent": [1, {}], "export_folder"')

    assert Settings(broken).recent == []


def test_settings_that_cannot_be_written_are_only_forgotten(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "s.json")
    settings.export_folder = tmp_path

    assert settings.export_folder == tmp_path


def test_the_windows_place_is_remembered(tmp_path: Path) -> None:
    Settings(tmp_path / "s.json").window = b"\x01\xd9"

    assert Settings(tmp_path / "s.json").window == b"\x01\xd9"


def test_a_place_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    broken = tmp_path / "s.json"
    for written in ('"å"', '"abc"', "7"):
        broken.write_text(f'{{"window": {written}}}')

        assert Settings(broken).window == b""
