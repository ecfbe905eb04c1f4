"""Check codes that articles name in their comments."""

from collections.abc import Iterable, Iterator

from claimcheck.config.suggest import unknown
from claimcheck.config.tables import check_codes
from claimcheck.errors import Fault, Place
from claimcheck.model.baseline import acceptable
from claimcheck.model.text import Article


def unknown_ignores(articles: Iterable[Article]) -> Iterator[Fault]:
    """A fault for every comment that asks for a check that does not exist, or for one that cannot be ignored so."""
    known = tuple(code for code in check_codes() if acceptable(code))
    for article in articles:
        for ignore in article.ignores:
            place = Place(ignore.at.path, ignore.at.line, ignore.at.column)
            if ignore.code not in check_codes():
                yield Fault(place, *unknown("check", ignore.code, known))
            elif ignore.code not in known:
                hint = f"take out what no longer holds, or set {ignore.code}: off under checks in rules.yaml"
                yield Fault(place, f"{ignore.code} is about decisions and cannot be ignored by one", hint)
