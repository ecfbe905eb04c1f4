"""The errors themselves. Each operator is one function from a target and chance to edits of the target's article, or
None where the error cannot be made there; `base.operator` puts it into the table by its name, and every file of this
folder is looked into.
"""

from importlib import import_module
from pkgutil import iter_modules

from evaluation.mutations.operators.base import OPERATORS, Operator, Outcome

__all__ = ["OPERATORS", "Operator", "Outcome"]

for _found in iter_modules(__path__):
    import_module(f"{__name__}.{_found.name}")
