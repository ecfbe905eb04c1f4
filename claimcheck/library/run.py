"""Articles and rules from paths or from memory, and the report on them."""

import os
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from claimcheck.api import compare_articles, extract_claims, review_drafts
from claimcheck.config.baseline import read_baseline, unread
from claimcheck.config.codes import unknown_ignores
from claimcheck.config.discover import discover
from claimcheck.config.rules import read_rules
from claimcheck.config.suggest import unknown
from claimcheck.config.tables import check_codes
from claimcheck.errors import ClaimcheckError, Fault, InputFaults, Place
from claimcheck.library.report import Extraction, Report
from claimcheck.load import LoadResult, load, registry
from claimcheck.model.baseline import NO_DECISIONS, Decisions
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article

Path: TypeAlias = str | os.PathLike[str]
Source: TypeAlias = str | os.PathLike[str] | Article
"""A file, a folder that is walked, or an article that is already loaded."""


def compare(
    articles: Source | Iterable[Source],
    *,
    rules: Path | Rules | None = None,
    drafts: Source | Iterable[Source] = (),
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    baseline: Path | None = None,
    today: date | None = None,
) -> Report:
    """Every figure of the articles put beside those that speak of the same thing, and what disagrees: the run of
    `claimcheck compare`.

    `rules` is a rules file or `Rules`; None means the rules file that the command would find, from the working folder
    upwards, and `Rules()` none at all. With `drafts` the articles are their sources; a draft that is also among these
    is left out of them. `select` and `ignore` hold check codes or their beginnings. `baseline` is a file of accepted
    findings; its entries hold for good unless `today` is given, the day on which they are looked at.

    Raises ClaimcheckError with every fault of the articles and the rules.
    """
    held, faults = _rules(rules)
    sources, more = _some_articles(articles)
    reviewed, wrong = _articles(drafts)
    own = {os.path.realpath(draft.path) for draft in reviewed}
    sources = [source for source in sources if os.path.realpath(source.path) not in own]
    chosen, ignored = _codes(select, faults), _codes(ignore, faults)
    faults += dict.fromkeys((*more, *wrong))
    decided = _decisions(baseline, today, (*reviewed, *sources), faults)
    if reviewed and not sources and not faults:
        faults.append(Fault(Place(reviewed[0].path), "no sources beside the draft", "name the articles it was made of"))
    if faults:
        raise InputFaults(faults)
    if reviewed:
        return Report.of(review_drafts(reviewed, sources, held, select=chosen, ignore=ignored, decisions=decided))
    return Report.of(compare_articles(sources, held, select=chosen, ignore=ignored, decisions=decided))


def extract(articles: Source | Iterable[Source], *, rules: Path | Rules | None = None) -> Report:
    """Every figure of the articles and what it was taken for, nothing compared: the run of `claimcheck extract`.

    `rules` as for `compare`. Raises ClaimcheckError with every fault of the articles and the rules.
    """
    held, faults = _rules(rules)
    read, more = _some_articles(articles)
    if faults or more:
        raise InputFaults([*faults, *more])
    return Extraction.of(extract_claims(read, held))


def article(text: str, name: str = "article.md") -> Article:
    """An article from memory, read as a file of this name would be, front matter included; the suffix says how.

    Names tell articles apart: give each its own. Raises ClaimcheckError with every fault in it.
    """
    suffix = os.path.splitext(name)[1].lower()
    if suffix not in registry.suffixes():
        hint = "articles have names that end in " + " or ".join(sorted(registry.suffixes()))
        raise ClaimcheckError(Place(name), f'no loader for "{suffix}"', hint)
    found = registry.loader_for(suffix).read(name, text.encode("utf-8", "surrogatepass"))
    if isinstance(found, Article):
        return found
    raise InputFaults(found)


def _some_articles(given: Source | Iterable[Source]) -> tuple[list[Article], list[Fault]]:
    """As `_articles`, and none at all is a fault: an empty report would read as a clean one."""
    found, faults = _articles(given)
    if not found and not faults:
        faults.append(Fault(None, "no articles given", "name files or folders, or hand in articles"))
    return found, faults


def _articles(given: Source | Iterable[Source]) -> tuple[list[Article], list[Fault]]:
    """The articles, each once, and the faults of those that cannot be used."""
    items = [given] if isinstance(given, str | os.PathLike | Article) else list(given)
    found = [item for item in items if isinstance(item, Article)]
    paths = [item for item in items if not isinstance(item, Article)]
    loaded = load(paths) if paths else LoadResult((), ())
    by_name: dict[str, Article] = {}
    faults = [_twice(item) for item in (*found, *loaded.articles) if by_name.setdefault(item.id, item) != item]
    return list(by_name.values()), [*faults, *loaded.faults, *unknown_ignores(by_name.values())]


def _twice(article: Article) -> Fault:
    """Claims of two articles of one name could not be told apart."""
    return Fault(Place(article.path), "two articles have this name", "claimcheck.article(text, name) gives another")


def _rules(given: Path | Rules | None) -> tuple[Rules, list[Fault]]:
    if isinstance(given, Rules):
        return given, []
    try:
        return read_rules(discover().rules if given is None else os.fspath(given)).rules, []
    except InputFaults as error:
        return Rules(), list(error.faults)


def _decisions(path: Path | None, today: date | None, articles: Iterable[Article], faults: list[Fault]) -> Decisions:
    """What the baseline has decided; the faults in it are added to the others."""
    if path is None:
        return NO_DECISIONS
    name = os.fspath(path)
    try:
        accepted = read_baseline(name)
    except InputFaults as error:
        faults += error.faults
        return NO_DECISIONS
    missing = unread(accepted, name, [os.path.realpath(article.path) for article in articles])
    return Decisions(accepted=accepted, baseline=name, today=today, unread=missing)


def _codes(given: str | Iterable[str], faults: list[Fault]) -> frozenset[str]:
    """The codes in upper case; one that no check begins with is added to the faults."""
    words = given.split(",") if isinstance(given, str) else given
    codes = frozenset(word.strip().upper() for word in words if word.strip())
    known = check_codes()
    faults += [
        Fault(None, *unknown("check", code, known))
        for code in sorted(codes)
        if not any(name.startswith(code) for name in known)
    ]
    return codes
