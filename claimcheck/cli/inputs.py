"""Articles and rules from disk, with every fault of both told at once."""

import os
from collections.abc import Iterable

from claimcheck.config.codes import unknown_ignores
from claimcheck.config.discover import Settings, discover
from claimcheck.config.rules import read_rules
from claimcheck.errors import ClaimcheckError, Fault, InputFaults, Place
from claimcheck.load import load
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article

CORPUS = "corpus"


def read_inputs(
    paths: tuple[str, ...], rules_path: str | None, also: Iterable[Fault] = ()
) -> tuple[tuple[Article, ...], Rules, Settings]:
    """Articles, rules and settings. Raises InputFaults with every fault in any of them, and those found elsewhere."""
    rules, settings, faults = _settings(rules_path)
    loaded = load(paths or _usual(settings))
    faults += [*also, *loaded.faults, *unknown_ignores(loaded.articles)]
    if faults:
        raise InputFaults(faults)
    return loaded.articles, rules, settings


def read_review(
    drafts: tuple[str, ...], paths: tuple[str, ...], rules_path: str | None, also: Iterable[Fault] = ()
) -> tuple[tuple[Article, ...], tuple[Article, ...], Rules, Settings]:
    """Drafts, sources, rules and settings. A draft that lies among the sources is left out of them. Raises InputFaults
    with every fault in any of them, those found elsewhere, and where no source is left.
    """
    rules, settings, faults = _settings(rules_path)
    reviewed, loaded = load(drafts), load(paths or _usual(settings))
    ignored = unknown_ignores((*reviewed.articles, *loaded.articles))
    faults += dict.fromkeys((*also, *reviewed.faults, *loaded.faults, *ignored))
    own = {os.path.realpath(draft.path) for draft in reviewed.articles}
    sources = tuple(article for article in loaded.articles if os.path.realpath(article.path) not in own)
    if not sources and not faults:
        hint = "name the articles that the draft was written from: claimcheck compare --draft FILE PATH…"
        faults.append(Fault(Place(reviewed.articles[0].path), "no sources beside the draft", hint))
    if faults:
        raise InputFaults(faults)
    return reviewed.articles, sources, rules, settings


def _settings(rules_path: str | None) -> tuple[Rules, Settings, list[Fault]]:
    """Rules and settings, and the faults that keep them from being read."""
    settings = Settings()
    try:
        settings = discover()
        return read_rules(rules_path or settings.rules).rules, settings, []
    except InputFaults as error:
        return Rules(), settings, list(error.faults)


def settled() -> Settings:
    """What the project settles. Whatever is wrong with that is told together with the other faults of the input."""
    try:
        return discover()
    except InputFaults:
        return Settings()


def _usual(settings: Settings) -> tuple[str, ...]:
    """What is read where no path is given."""
    if settings.paths:
        return settings.paths
    if os.path.isdir(CORPUS):
        return (CORPUS,)
    hint = "name the articles to check: claimcheck compare PATH…"
    raise ClaimcheckError(Place(f"{CORPUS}/"), "no path given, and the working folder has no corpus/", hint)
