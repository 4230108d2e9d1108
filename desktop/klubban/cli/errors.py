"""What a command says when it cannot go on."""

from __future__ import annotations


class Unusable(Exception):
    """An argument cannot be used; a template to translate, and its facts."""

    def __init__(self, template: str, /, **facts: object) -> None:
        """Keep the English template and the facts that fill it."""
        super().__init__(template, facts)
        self.template = template
        self.facts = facts
