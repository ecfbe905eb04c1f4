"""What the vocabulary packs tell apart and bring together, held to the tables of tests/cases/vocabulary.

A case either reads one figure (text, figure, entity, action: null for nothing done, any for not looked at) or puts two
sentences of one event side by side (same or apart, with their figures). `wrong` says what the program makes of it
today where the packs alone cannot put it right; such a case must fail.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from factories import article

from claimcheck.api import extract_claims
from claimcheck.config.vocabulary import pack_names, read_vocabulary, read_weights
from claimcheck.group import group, origins
from claimcheck.model.claim import Claim
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article

CASES = Path(__file__).parents[1] / "cases" / "vocabulary"
LEDE = "Operation Lantern was told of on a quiet afternoon."
ANY = "any"
MIN_READINGS = 15
MIN_PAIRS = 8
Case = dict[str, Any]


def _table(pack: str) -> list[Case]:
    cases: list[Case] = yaml.load((CASES / f"{pack}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return cases


def _params(*kinds: str) -> list[Any]:
    found: list[Any] = []
    for pack in pack_names():
        for case in _table(pack):
            kind = next((k for k in kinds if k in case), None)
            if kind is None:
                continue
            told = case["text"] if kind == "text" else " | ".join(case[kind])
            marks = [pytest.mark.xfail(strict=True, reason=case["wrong"])] if "wrong" in case else []
            found.append(pytest.param(case, id=f"{pack}: {told}", marks=marks))
    return found


def _news(name: str, text: str) -> Article:
    """Every article tells of one event, so that only the words around the figures decide."""
    told = replace(article(name, f"{LEDE}\n\n{text}"), title="Operation Lantern ends")
    return replace(told, date=date(2025, 9, 8))


def _figure(claims: tuple[Claim, ...], name: str, printed: str) -> Claim:
    found = [c for c in claims if c.article == name and c.quantity.surface == printed]
    assert found, (printed, [c.quantity.surface for c in claims if c.article == name])
    return found[0]


@pytest.mark.parametrize("case", _params("text"))
def test_reading(case: Case) -> None:
    claims = extract_claims([_news("a.md", case["text"])], Rules()).claims
    metric = _figure(claims, "a.md", case["figure"]).metric
    assert case["entity"] in (ANY, metric.entity)
    assert case["action"] in (ANY, metric.action)


@pytest.mark.parametrize("case", _params("same", "apart"))
def test_pair(case: Case) -> None:
    kind = "same" if "same" in case else "apart"
    articles = [_news(name, text) for name, text in zip(("a.md", "b.md"), case[kind], strict=True)]
    claims = extract_claims(articles, Rules()).claims
    a, b = (_figure(claims, name, f) for name, f in zip(("a.md", "b.md"), case["figures"], strict=True))
    clusters = group(claims, origins(articles), read_vocabulary(), read_weights()).clusters
    assert any(a in c.claims and b in c.claims for c in clusters) == (kind == "same"), (a.metric, b.metric)


@pytest.mark.parametrize("pack", pack_names())
def test_a_pack_has_enough_examples(pack: str) -> None:
    cases = _table(pack)
    assert sum("text" in case for case in cases) >= MIN_READINGS
    assert sum("text" not in case for case in cases) >= MIN_PAIRS
    told = [str(case.get("text") or case.get("same") or case.get("apart")) for case in cases]
    assert len(set(told)) == len(told)
