"""What can go wrong. An exception means "could not check", never "falls short"."""


class CreditlineError(Exception):
    """Base of every error that the tool raises on purpose.

    `code` is stable and goes into the JSON report; the message is for people.
    """

    code = "error"

    def __init__(self, message: str, code: str | None = None) -> None:
        super().__init__(message)
        if code:
            self.code = code


class UsageError(CreditlineError):
    """The call is wrong: an unknown rule pack, an option that does not fit. Exit code 2."""

    code = "usage"


class RulesError(UsageError):
    """A rule pack or a wording file is wrong. Exit code 2."""

    code = "bad_rules"


class TargetError(CreditlineError):
    """One target could not be read; the others go on. Exit code 3."""

    code = "unreadable"


class EvidenceError(CreditlineError):
    """What was kept of a run is not there (`no_evidence`), or is not what it was (`tampered`): a verdict cannot be judged again from it."""

    code = "no_evidence"
