"""claimcheck finds the figures that disagree across news articles.

    report = claimcheck.compare("story/")

docs/python-api.md has the whole interface. What is named here is imported when it is first used.
"""

import sys
from types import ModuleType

__version__ = "0.1.0"
__all__ = ["Article", "ClaimcheckError", "Report", "Rules", "__version__", "article", "compare", "extract"]

TYPE_CHECKING = False  # typing is slow to import, and type checkers know the name
if TYPE_CHECKING:
    from claimcheck.errors import ClaimcheckError
    from claimcheck.library.report import Report
    from claimcheck.library.run import article, compare, extract
    from claimcheck.model.rules import Rules
    from claimcheck.model.text import Article

_HOMES = {
    "Article": "claimcheck.model.text",
    "ClaimcheckError": "claimcheck.errors",
    "Report": "claimcheck.library.report",
    "Rules": "claimcheck.model.rules",
    "article": "claimcheck.library.run",
    "compare": "claimcheck.library.run",
    "extract": "claimcheck.library.run",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


class _Package(ModuleType):
    """Two stages are called as two functions are, `compare` and `extract`. Importing a stage would put it in the place
    of the function; here the function stays, and the stage is reached as `from claimcheck.compare import …`.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
