"""Every check, held to the table of its code in tests/cases/checks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest
import yaml
from factories import article, claim, cluster

from claimcheck.api import compare_articles
from claimcheck.checks.engine import judge_decisions, ran, run_checks
from claimcheck.checks.registry import all_checks
from claimcheck.checks.selection import Selection
from claimcheck.compare import compare
from claimcheck.config.policy import default_policy
from claimcheck.load.markdown import read as read_markdown
from claimcheck.model.baseline import NO_DECISIONS, Decisions
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Cluster, Finding
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article, ArticleId, Ignore, Span, Spot
from claimcheck.triage.accept import Word, accept
from claimcheck.triage.decisions import lapsed, weigh

CASES = Path(__file__).parents[1] / "cases" / "checks"
Case = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a case sets up: clusters, every claim by article, the articles."""

    clusters: tuple[Cluster, ...]
    claims: dict[ArticleId, tuple[Claim, ...]]
    articles: dict[ArticleId, Article]


def _cases() -> list[tuple[str, Case]]:
    found: list[tuple[str, Case]] = []
    for path in sorted(CASES.glob("*.yaml")):
        cases = cast("list[Case]", yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
        found.extend((path.stem, case) for case in cases)
    return found


def _scene(case: Case) -> Scene:
    grouped = list(_claims(case.get("claims", {})))
    lone = list(_in_sentence(case)) if "sentence" in case else []
    every: dict[ArticleId, tuple[Claim, ...]] = {}
    for one in (*grouped, *lone, *_claims(case.get("beside", {}))):
        every[one.article] = (*every.get(one.article, ()), one)
    origins = cast("dict[str, str]", case.get("origins", {}))
    urls = cast("dict[str, str]", case.get("urls", {}))
    clusters = ((cluster(grouped, origins),) if grouped else ()) + tuple(cluster([one]) for one in lone)
    return Scene(clusters=clusters, claims=every, articles={name: article(name, url=urls.get(name)) for name in every})


def _claims(table: object) -> Iterable[Claim]:
    for name, figures in cast("dict[str, object]", table).items():
        for spec in figures if isinstance(figures, list) else [figures]:
            yield _claim(spec, article=name)


def _claim(spec: object, **fields: object) -> Claim:
    given = dict(cast("Case", spec)) if isinstance(spec, dict) else {"text": spec}
    return claim(str(given.pop("text")), **{**fields, **given})


def _in_sentence(case: Case) -> Iterable[Claim]:
    text, at = str(case["sentence"]), 0
    for number, spec in enumerate(cast("list[object]", case["figures"])):
        printed = str(spec["text"] if isinstance(spec, dict) else spec)
        at = text.index(printed, at)
        yield _claim(spec, article="a", at=at, sentence=text, metric=f"metric {number}")
        at += len(printed)


def _printed(case: Case) -> tuple[Finding, ...]:
    """What the whole run finds in articles given as they are printed: `text`, under `title`, and those `printed`
    beside it.
    """
    texts = {"a": str(case["text"]), **cast("dict[str, str]", case.get("printed", {}))}
    loaded = [_as_printed(name, str(case.get("title", "News")), text) for name, text in texts.items()]
    return compare_articles(loaded, Rules()).findings


def _as_printed(name: str, title: str, text: str) -> Article:
    page = f"---\ntitle: {title}\nsource: {name}\ndate: 2024-05-07\n---\n{text}\n"
    loaded = read_markdown(f"{name}.md", page.encode())
    assert isinstance(loaded, Article)
    return loaded


def _run(case: Case) -> tuple[Finding, ...]:
    if "text" in case:
        return _printed(case)
    scene, policy = _scene(case), default_policy()
    groups = tuple(compare(one, policy, scene.claims) for one in scene.clusters)
    selection = Selection(
        select=tuple(cast("list[str]", case.get("select", []))),
        drafts=frozenset(ArticleId(name) for name in cast("list[str]", case.get("drafts", []))),
    )
    found = run_checks(groups, scene.articles, scene.claims, policy, selection)
    return (*found, *_about_decisions(case, found, scene, selection))


def _about_decisions(case: Case, found: tuple[Finding, ...], scene: Scene, selection: Selection) -> Iterable[Finding]:
    """What is said of the decisions of a case: `accepted` is a baseline of what was found in its `claims`, or in those
    of the case; `ignores` are comments that cover a whole article.
    """
    policy, given = default_policy(), cast("Case", case.get("accepted", {}))
    before = _run({"claims": given["claims"]}) if "claims" in given else found
    word = Word(reason="checked", expires=cast("date | None", given.get("expires")))
    entries = accept(before, word, NO_DECISIONS).entries if given else ()
    decisions = Decisions(
        accepted=entries,
        baseline="claimcheck-baseline.yaml" if given else None,
        today=cast("date | None", case.get("today")),
        unread=frozenset(e.id for e in entries) if given.get("unread") else frozenset(),
    )
    articles = [_ignoring(one, cast("dict[str, str]", case.get("ignores", {}))) for one in scene.articles.values()]
    done = lapsed(weigh(found, articles, decisions), articles, decisions, ran(policy, selection))
    return judge_decisions(done, policy, selection)


def _ignoring(one: Article, codes: Mapping[str, str]) -> Article:
    if one.id not in codes:
        return one
    spot = Spot(one.path, 1, 1)
    ignore = Ignore(code=codes[one.id], reason="checked", span=Span(0, 0), at=spot, covers=Span(0, 10_000))
    return replace(one, ignores=(ignore,))


@pytest.mark.parametrize(("code", "case"), _cases(), ids=lambda x: x if isinstance(x, str) else str(x["name"]))
def test_findings(code: str, case: Case) -> None:
    expected = cast("list[Case]", case["expect"])
    found = _run(case)
    assert sorted(f.check for f in found) == sorted(str(e["check"]) for e in expected), [f.message for f in found]
    unmatched = list(found)
    for wanted in expected:
        match = next((f for f in unmatched if _matches(f, wanted)), None)
        assert match is not None, (code, wanted, [_told(f) for f in unmatched])
        unmatched.remove(match)


def _matches(finding: Finding, wanted: Case) -> bool:
    told = _told(finding)
    same = all(
        wanted[key] == told[key] for key in ("check", "severity", "metric", "suspect", "suggestion") if key in wanted
    )
    return same and str(wanted.get("says", "")) in finding.message


def _told(finding: Finding) -> Case:
    suspect = finding.suspect.quantity.surface if finding.suspect else None
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "metric": finding.metric,
        "suspect": suspect,
        "suggestion": finding.suggestion,
        "message": finding.message,
    }


@pytest.mark.parametrize("code", [check.info.code for check in all_checks()])
def test_every_check_has_hits_and_near_misses(code: str) -> None:
    cases = [case for stem, case in _cases() if stem == code.lower()]
    fires = [any(e["check"] == code for e in cast("list[Case]", case["expect"])) for case in cases]
    assert any(fires), f"{code} has no case in which it fires"
    assert not all(fires), f"{code} has no near miss"
