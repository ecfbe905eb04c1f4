"""Decisions last: what was accepted stays accepted when the bundled articles are moved about, told anew or fewer."""

import textwrap
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.api import compare_articles
from claimcheck.load import load
from claimcheck.load.markdown import read
from claimcheck.model.baseline import NO_DECISIONS, BaselineState, Decisions
from claimcheck.model.finding import Finding
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article
from claimcheck.triage.accept import Word, accept

CORPUS = Path(__file__).parents[2] / "corpus"
FOLDERS = tuple(sorted(path.name for path in CORPUS.iterdir() if path.is_dir()))
few = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def articles(folder: str) -> tuple[Article, ...]:
    return load([CORPUS / folder]).articles


@cache
def accepted(folder: str) -> Decisions:
    findings = compare_articles(articles(folder), Rules()).findings
    entries = accept(findings, Word(reason="checked"), NO_DECISIONS).entries
    return Decisions(accepted=entries, baseline="claimcheck-baseline.yaml")


def again(article: Article, path: str, text: str) -> Article:
    found = read(path, text.encode())
    assert isinstance(found, Article)
    return replace(found, source=article.source)


def reflowed(text: str, width: int) -> str:
    """The same paragraphs, wrapped anew, with other quotation marks."""
    head, mark, body = text.rpartition("\n---\n")
    blocks = [textwrap.fill(block, width, break_on_hyphens=False) for block in body.split("\n\n")]
    plain = "\n\n".join(blocks).translate(str.maketrans("“”’", '""\''))
    return f"{head}{mark}{plain}"


def new(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.message for finding in findings if finding.state is BaselineState.NEW and finding.claims]


@few
@given(st.sampled_from(FOLDERS), st.randoms(use_true_random=False))
def test_other_names_and_another_order_change_no_id(folder: str, random: Random) -> None:
    known = list(articles(folder))
    names = [f"{number:02}.md" for number in range(len(known))]
    random.shuffle(names)
    moved = [again(article, name, article.text) for article, name in zip(known, names, strict=True)]
    report = compare_articles(moved, Rules(), decisions=accepted(folder))
    assert {f.id for f in report.findings} == {entry.id for entry in accepted(folder).accepted}
    assert (new(report.findings), report.absent) == ([], ())


@few
@given(st.sampled_from(FOLDERS), st.integers(66, 100))
def test_other_line_ends_and_quotes_change_nothing(folder: str, width: int) -> None:
    moved = [again(article, article.path, reflowed(article.text, width)) for article in articles(folder)]
    report = compare_articles(moved, Rules(), decisions=accepted(folder))
    assert (new(report.findings), report.absent) == ([], ())


@few
@given(st.sampled_from(FOLDERS), st.data())
def test_an_article_that_merely_agreed_can_go_and_come(folder: str, data: st.DataObject) -> None:
    """What is found with and without it is one finding, whichever of the two was accepted."""
    known = articles(folder)
    gone = data.draw(st.sampled_from(known))
    less = compare_articles([article for article in known if article.id != gone.id], Rules())
    full = compare_articles(known, Rules())
    for before, after in ((full, less), (less, full)):
        entries = accept(before.findings, Word(reason="checked"), NO_DECISIONS).entries
        decisions = Decisions(accepted=entries, baseline="claimcheck-baseline.yaml")
        told = compare_articles(after.articles, Rules(), decisions=decisions).findings
        for finding in told:
            if any(_same_passages(finding, other) for other in before.findings):
                assert finding.state is BaselineState.UNCHANGED, finding.message


def _same_passages(one: Finding, other: Finding) -> bool:
    """Whether the two hold some passages against each other in common: as places, which matching knows nothing of."""
    if one.check[:3] != other.check[:3] or (not one.check.startswith("CC1") and one.check != other.check):
        return False
    a, b = ([{(c.article, c.span) for c in side} for side in f.sides] for f in (one, other))
    return len(a) > 1 and all(any(x & y for y in b) for x in a) and all(any(x & y for x in a) for y in b)
