"""The errors themselves. Each operator is one function from a target and chance to edits of the target's article, or
None where the error cannot be made there; `base.operator` puts it into the table by its name.
"""

from evaluation.mutations.operators import bounds, digits, elsewhere, inside, rewrites, scales, units, wording
from evaluation.mutations.operators.base import OPERATORS, Operator, Outcome

__all__ = [
    "OPERATORS",
    "Operator",
    "Outcome",
    "bounds",
    "digits",
    "elsewhere",
    "inside",
    "rewrites",
    "scales",
    "units",
    "wording",
]
