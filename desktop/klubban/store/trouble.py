"""Known trouble with a file: what happened, what it means, what to do next."""

from __future__ import annotations


class Trouble(Exception):
    """Something outside the program stands in the way; three sentences, as templates to translate."""

    def __init__(self, what: str, means: str, next_step: str, /, **facts: object) -> None:
        """Keep the English templates and the facts that fill them."""
        super().__init__(what, means, next_step, facts)
        self.what = what
        self.means = means
        self.next_step = next_step
        self.facts = facts

    @property
    def sentences(self) -> tuple[str, str, str]:
        """Return the three templates in the order they are said."""
        return self.what, self.means, self.next_step

    def __str__(self) -> str:
        """Return the English sentences on one line, for logs and tests."""
        return " ".join(sentence.format(**self.facts) for sentence in self.sentences)
