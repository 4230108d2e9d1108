"""What the domain says when a rule is broken."""


class RuleBroken(Exception):
    """A rule says no; the sentence is a template, which whoever shows it translates."""

    def __init__(self, template: str, /, **facts: object) -> None:
        """Keep the English template and the facts that fill it."""
        super().__init__(template, facts)
        self.template = template
        self.facts = facts

    def __str__(self) -> str:
        """Return the English sentence, for logs and tests."""
        return self.template.format(**self.facts)
