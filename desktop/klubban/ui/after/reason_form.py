"""Why something is sent although it is not verified yet, or is confidential and goes by mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class ReasonForm(Form):
    """Asks for the reason, which is noted with what is sent."""

    def __init__(self, about: Sequence[str], act: Callable[[str], object]) -> None:
        super().__init__(_("Send it all the same"), _("Send and note the reason"), self._try)
        self._send = act
        self.add(_("What speaks against it"), Text("\n".join(about), "small", wrap=True))
        self.add_line("because", _("Why"), "", _("the party must act before the verification …"))

    def _try(self) -> None:
        because = self.words("because")
        if not because:
            raise RuleBroken(N_("Say why; it is noted with what is sent"))
        self._send(because)
