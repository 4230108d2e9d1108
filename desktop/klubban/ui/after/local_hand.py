"""Signing here: one after another, each with a certificate in a file or on a card."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.documents.pdf.signatures import Card, Pkcs12
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, pgettext
from klubban.operations.signing_locally import finish_local, keep_signed, to_sign
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.after import verify_words as words
from klubban.ui.after.hand import INSET, Hand, chief
from klubban.ui.after.jobs import FileSigned, SignFile
from klubban.ui.after.secret_line import SecretLine
from klubban.ui.after.trusted_list import TrustedList
from klubban.ui.registers.form import Form
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.key_foot import KeyName
from klubban.ui.widgets.options import Toggle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.signing import Signature
    from klubban.operations.signing_locally import Signed
    from klubban.ui.after.part import Chief
    from klubban.ui.after.verify_part import VerifyPart
    from klubban.ui.registers.form import FormLine

_CERTIFICATES = (".p12", ".pfx")


class LocalHand(Hand):
    """Each who signs has a line; Enter asks for the key."""

    module = ""
    """The library of the card that was used last; never what opens it."""

    def __init__(self, part: VerifyPart) -> None:
        """Begin with nobody's key."""
        super().__init__(part)
        self.files: dict[int, str] = {}
        """The certificate that each was about to sign with."""
        self._trusted = TrustedList(self)

    def build(self) -> None:
        """Show who has signed, and what else can be done."""
        self.list = self.signers((Qt.Key.Key_K,))
        self.list.taken.connect(self._ask)
        self.list.keyed.connect(lambda id_, _key: self._ask(id_, card=True))
        self.part.add(_("Who signs"), self.list, INSET)
        told = _("They sign in any order. What opens a key is never kept.")
        server = self.sheet.meeting.organisation.time_stamp_server
        told += " " + (
            _("The time comes from {server}.").format(server=server)
            if server
            else _("The time is that of this computer’s clock.")
        )
        self.part.add("", Text(told, "small", QUIET, wrap=True))
        some = self.signing.awaited and len(self.signing.awaited) < len(self.signing.signatures)
        more = [(_("Somebody is not going to sign …"), self._ask_missing)] if some else []
        self._trusted.add()
        self.add_way_out(*more)
        self.add_report()
        self.add_before()

    def chief(self) -> Chief | None:
        """Let the next one sign."""
        awaited = self.signing.awaited
        if self.sheet.locked or not awaited:
            return None
        return chief(_("Sign as {name}").format(name=awaited[0].who.name), self._ask, awaited[0].id)

    def keys(self) -> Sequence[KeyName]:
        """Name the keys."""
        return (
            KeyName(_("Enter"), pgettext("key", "sign with a file")),
            KeyName("K", pgettext("key", "sign with a card")),
        )

    def enter(self) -> bool:
        """Begin at the first who has not signed."""
        self.list.enter()
        return True

    def take_files(self, paths: Sequence[Path]) -> bool:
        """Take a dropped certificate, for the one in hand or the next."""
        awaited = self.signing.awaited
        if paths[0].suffix.lower() not in _CERTIFICATES or not awaited:
            return False
        id_ = self._held() or awaited[0].id
        self.files[id_] = str(paths[0])
        self._ask(id_)
        return True

    # --- the key

    def _held(self) -> int | None:
        awaited = {each.id for each in self.signing.awaited}
        return next((id_ for id_, row in self.list.rows.items() if row.hasFocus() and id_ in awaited), None)

    def _ask(self, id_: int, *, card: bool = False, told: str = "", another: bool = False) -> None:
        """Ask for the key of one who signs; `told` says why the last one could not be used."""
        if self.part.working.busy:  # Enter was pressed twice
            return
        of = next((each for each in self.sheet.signatures if each.id == id_), None)
        if of is None:  # it was taken back meanwhile
            self.context.say(told)
            return
        if of.signed_on is not None or self.sheet.locked:
            self.context.say(_("{name} has signed already.").format(name=of.who))
            return
        name = _("{name} signs").format(name=words.signature(of, self.sheet.meeting))
        same = Toggle(
            _("It is the certificate of {name} all the same").format(name=of.who.name),
            _("Under another name: a former one, or one that is written otherwise."),
        )

        def sign() -> None:
            self._sign(of, form, secret, card=card, another=same.isChecked())

        form = Form(name, _("Sign"), sign)
        if card:
            form.add_line("module", _("Library"), self.module, _("the path of the card’s PKCS#11 library"))
            secret = SecretLine(_("PIN"), _("the code of the card"))
            form.add(_("PIN"), secret, focus=secret)
        else:
            hint = _("the certificate: a file ending in .p12 or .pfx")
            line = form.add_line("file", _("File"), self.files.get(id_, ""), hint)
            choose = Link(_("Choose the file …"), "item_strong", flush=True)
            choose.clicked.connect(partial(self._choose, line, id_))
            form.add("", choose)
            secret = SecretLine(_("Passphrase"), _("what opens the certificate"))
            form.add(_("Passphrase"), secret, focus=secret)
        secret.returnPressed.connect(form.submit)
        if another:
            form.add("", same)
        self.context.ask(form)
        if told:
            form.tell(told)
        if self.module if card else self.files.get(id_):
            secret.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, line: FormLine, id_: int, *_checked: bool) -> None:
        def take(path: Path) -> None:
            self.files[id_] = str(path)
            line.show_words(str(path))

        endings = " ".join(f"*{each}" for each in _CERTIFICATES)
        filters = [_("Certificates ({endings})").format(endings=endings)]
        self.choose_file(_("The certificate to sign with"), filters, take)

    def _sign(self, of: Signature, form: Form, secret: SecretLine, *, card: bool, another: bool) -> None:
        key: Pkcs12 | Card
        if card:
            self.module = form.words("module")
            key = Card(self.module, secret.taken())
        else:
            self.files[of.id] = form.words("file")
            key = Pkcs12(_content(self.files[of.id]), secret.taken())
        wanted = to_sign(self.context.database, of.id, clock.now())
        self.part.working.do(
            SignFile(wanted, key),
            _("Signing as {name} …").format(name=of.who),
            partial(self._keep, of, card=card, another=another),
            lambda told: self._ask(of.id, card=card, told=told),
        )

    def _keep(self, of: Signature, answer: object, *, card: bool, another: bool) -> None:
        if not isinstance(answer, FileSigned):
            return
        signed: Signed = answer.signed
        try:
            last = keep_signed(self.context.database, of.id, signed, now=clock.now(), another_name=another)
        except RuleBroken as broken:
            self._ask(of.id, card=card, told=sentence(broken), another=True)
            return
        except Trouble as trouble:
            self.context.room.failed.emit(trouble)
            return
        self.part.changed()
        if not last:
            self.list.enter()

    def _ask_missing(self) -> None:
        def finish(without: dict[int, str]) -> None:
            finish_local(self.context.database, self.signing.id, now=clock.now(), without=without)

        self.ask_about_missing(self.signing.awaited, finish)


def _content(name: str) -> bytes:
    """Return the bytes of a file; raises RuleBroken where it cannot be read."""
    if not name:
        raise RuleBroken(N_("Choose the certificate to sign with"))
    try:
        path = Path(name).expanduser()
        if path.is_file() and path.stat().st_size > _MOST:
            raise RuleBroken(N_("{file} is too large to be a certificate"), file=path.name)
        if path.is_file():  # a pipe would be waited for
            return path.read_bytes()
    except (OSError, ValueError, RuntimeError) as error:  # a home of nobody is a RuntimeError
        raise RuleBroken(N_("{file} cannot be read"), file=name) from error
    raise RuleBroken(N_("{file} cannot be read"), file=name)


_MOST = 1_000_000
"""Bytes; a certificate with its chain has some thousands."""
