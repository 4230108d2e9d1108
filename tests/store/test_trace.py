"""Who did what when with a protocol, as the journal has it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from builders import write
from klubban.domain.signing import SigningWay
from klubban.operations import signing, undo
from klubban.store.database import Database
from klubban.store.trace import done
from to_sign import NOW, begun, file_of_it

if TYPE_CHECKING:
    from pathlib import Path


def test_the_steps_of_the_protocol_are_told_newest_first_and_changed_texts_are_not(path: Path) -> None:
    path.write_bytes(file_of_it())
    with closing(Database.open(path, "Anna Berg")) as database:
        out = begun(database, SigningWay.SERVICE)
        signing.withdraw_signing(database, out.signing, "Fel datum", NOW)
        write(database, 1, "Annat")
        again = begun(database, SigningWay.PEN)
        undo.undo(database)

        with database.read() as read:
            found = [(each.kind, each.label, each.who) for each in done(read, 1)]

    assert again.signing > out.signing
    assert found[:4] == [
        ("undo", "Print {what} to be signed", "Anna Berg"),
        ("change", "Print {what} to be signed", "Anna Berg"),
        ("change", "Withdraw {what} from being signed: {because}", "Anna Berg"),
        ("change", "Send {what} to be signed", "Anna Berg"),
    ]
    assert "Mark the protocol of {date} as ready" in [label for _kind, label, _who in found]
