"""What keeps a run from checking, told where GitHub looks for it."""

from collections.abc import Callable
from functools import wraps

from claimcheck.cli.options import Gating
from claimcheck.errors import ClaimcheckError
from claimcheck.triage.gate import ExitStatus


def annotating(check: Callable[[Gating], ExitStatus]) -> Callable[[Gating], ExitStatus]:
    """`check`, which also annotates what keeps it from checking where annotations are the result asked for."""

    @wraps(check)
    def checked(given: Gating) -> ExitStatus:
        try:
            return check(given)
        except ClaimcheckError as error:
            from claimcheck.cli.output import ANNOTATIONS, write
            from claimcheck.cli.site import site
            from claimcheck.report.github import faults

            if given["format"] == ANNOTATIONS:
                write(faults(error.faults, site(None)), None)
            raise

    return checked
