"""Articles and rules from disk, with every fault of both told at once."""

import os

from claimcheck.config.discover import Settings, discover
from claimcheck.config.rules import RulesFile, read_rules
from claimcheck.errors import ClaimcheckError, Fault, InputFaults, Place
from claimcheck.load import load
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article

CORPUS = "corpus"


def read_inputs(paths: tuple[str, ...], rules_path: str | None) -> tuple[tuple[Article, ...], Rules, Settings]:
    """Articles, rules and settings. Raises InputFaults with every fault in any of them."""
    faults: list[Fault] = []
    settings, rules = Settings(), RulesFile(path=None, rules=Rules())
    try:
        settings = discover()
        rules = read_rules(rules_path or settings.rules)
    except InputFaults as error:
        faults += error.faults
    loaded = load(paths or _bundled())
    faults += loaded.faults
    if faults:
        raise InputFaults(faults)
    return loaded.articles, rules.rules, settings


def _bundled() -> tuple[str, ...]:
    if os.path.isdir(CORPUS):
        return (CORPUS,)
    hint = "name the articles to check: claimcheck compare PATH…"
    raise ClaimcheckError(Place(f"{CORPUS}/"), "no path given, and the working folder has no corpus/", hint)
