"""Units in words."""

from decimal import Decimal

from claimcheck.model.quantity import Dimension, Unit

_IRREGULAR = {"foot": "feet", "inch": "inches", "percent": "percent", "hertz": "hertz", "horsepower": "horsepower"}


def unit_name(unit: Unit, value: Decimal) -> str:
    """The unit's name for so many of it: "pounds", "square miles", "degrees Celsius", "1 foot"."""
    if value == 1 or unit.dimension is Dimension.MONEY:
        return unit.id
    words = unit.id.split(" ")
    at = 0 if words[0] == "degree" else len(words) - 1
    if " per " in unit.id:
        at = words.index("per") - 1
    words[at] = _IRREGULAR.get(words[at], f"{words[at]}s")
    return " ".join(words)
