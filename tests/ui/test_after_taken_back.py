"""What was noted is changed or taken back by keys: who is trusted, a correction, a comment on the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import findings, snapshot
from documents.signing.authority import authority
from klubban.domain.signing import SigningWay
from klubban.domain.text import Run, Text, from_plain
from klubban.operations import corrections, drafts
from klubban.operations.signing_by_pen import finish_pen, record_signature
from klubban.operations.trusted import trust, trusted_issuers
from klubban.ui.after.steps import Step
from to_sign import BO, TODAY, begun, signed, verification
from ui.helpers import held, press, settle, type_text
from ui.test_after_signing import CTRL, ENTER, TAB, database, go_to, room

if TYPE_CHECKING:
    from klubban.store.database import Database
    from klubban.ui.after.page import AfterPage

_ = database, room  # fixtures


def do(words: str) -> None:
    """Go by Tab to what can be done, and do it."""
    for _step in range(40):
        if getattr(held(), "text", str)() == words:
            break
        QTest.keyClick(held(), TAB)
    assert getattr(held(), "text", str)() == words
    press(held(), ENTER)
    settle()


def write_on(words: str) -> None:
    """Write at the end of the line in hand, and save."""
    QTest.keyClick(held(), Qt.Key.Key_End, CTRL)
    type_text(held(), words)
    QTest.keyClick(held(), ENTER, CTRL)
    settle()


def test_an_issuer_is_trusted_no_longer(room: AfterPage, database: Database) -> None:
    trust(database, "Ekby prov-CA", authority().data, "Anna Berg", TODAY)
    trust(database, "Annan CA", b"another", "Anna Berg", TODAY)
    begun(database, SigningWay.SERVICE)
    room.reload()
    go_to(room, Step.VERIFY, verification(database))

    do("Show the 2 trusted issuers")
    do("Trust Ekby prov-CA no longer")

    assert [each.name for each in trusted_issuers(database)] == ["Annan CA"]
    assert getattr(held(), "text", str)() == "Hide the trusted issuers"
    assert room.foot.said == "Certificates by Ekby prov-CA are trusted no longer."
    assert findings(database) == []


def test_a_comment_is_changed_before_it_is_settled(room: AfterPage, database: Database) -> None:
    drafts.send_draft(database, 1, on=TODAY, comments_by=None)
    item = snapshot(database).items[1].id
    drafts.add_comment(database, 1, BO, from_plain("Stavfel"), on=TODAY, item=item)
    room.reload()
    go_to(room, Step.DRAFT)

    do("Change …")
    press(held(), ENTER)
    write_on(" i beslutet.")

    [comment] = snapshot(database).objections
    assert (comment.text, comment.item, comment.on) == (from_plain("Stavfel i beslutet."), item, TODAY)
    assert findings(database) == []


def test_a_correction_is_changed_as_it_is_masked_and_taken_back(room: AfterPage, database: Database) -> None:
    begun(database, SigningWay.PEN)
    for each in signed(database).signatures:
        record_signature(database, each.id, TODAY, today=TODAY)
    finish_pen(database, signed(database).id, today=TODAY)
    masked = Text((Run("Det var "), Run("Bo", masked=True), Run(" Ek")))
    corrections.add_correction(database, 1, (masked,), "Fel namn", made_on=TODAY)
    room.reload()
    own = snapshot(database).corrections[0].verification
    assert own is not None
    go_to(room, Step.VERIFY, own.id)

    do("Change …")
    write_on(".")
    [changed] = snapshot(database).corrections
    do("Take back")

    assert changed.text == (Text((Run("Det var "), Run("Bo", masked=True), Run(" Ek."))),)
    assert snapshot(database).corrections == ()
    assert findings(database) == []
