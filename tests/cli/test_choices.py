"""What the words of a command mean."""

from __future__ import annotations

import pytest

from klubban.cli.choices import body_named
from klubban.cli.errors import Unusable
from klubban.domain.body import Body
from klubban.domain.rules import BodyKind, Rules


def body(id_: int, name: str, short: str | None = None) -> Body:
    return Body(id=id_, key=f"b{id_}", name=name, short=short, kind=BodyKind.COUNCIL, rules=Rules())


def test_a_body_is_named_without_the_letters_that_a_keyboard_lacks() -> None:
    bodies = [body(1, "Brottsförebyggande rådet", "Brå"), body(2, "Chefssamrådet")]

    assert [body_named(bodies, wanted).id for wanted in ("BRA", "brå", "chefssamradet", "b2")] == [1, 1, 2, 2]
    both = [*bodies, body(3, "Branschrådet", "Bra")]
    assert body_named(both, "bra").id == 3
    with pytest.raises(Unusable):
        body_named(both, "BRÄ")
