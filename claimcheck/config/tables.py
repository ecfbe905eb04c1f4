"""The names of the checks that this installation has, by the files that define them."""

import re
from functools import cache
from importlib.resources import files

_CHECK_FILE = re.compile(r"(cc\d{3})_\w+\.py")


@cache
def check_codes() -> tuple[str, ...]:
    """The codes of all checks, read off the file names so that no check has to be imported to validate rules."""
    names = (entry.name for entry in (files("claimcheck") / "checks").iterdir())
    return tuple(sorted(found[1].upper() for name in names if (found := _CHECK_FILE.fullmatch(name))))
