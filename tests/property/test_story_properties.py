"""What holds of real stories, whatever their files are called."""

from random import Random

import pytest

from claimcheck.api import compare_articles
from claimcheck.model.rules import Rules
from evaluation.mutations.answers import article_of
from evaluation.stories import load_stories

STORIES = ("measles-disneyland", "swiss-quota-vote", "cutro-wreck", "china-population", "netflix-first-quarter")


def findings(documents: dict[str, str], names: dict[str, str]) -> set[tuple[object, ...]]:
    """What every finding says, of which figures; articles are known by `names`."""
    report = compare_articles([article_of(doc, text) for doc, text in documents.items()], Rules())
    return {
        (
            f.check,
            f.severity,
            f.message,
            f.suggestion,
            f.suspect and (names[f.suspect.article.rpartition("/")[2]], f.suspect.span),
            frozenset(frozenset((names[c.article.rpartition("/")[2]], c.span) for c in side) for side in f.sides),
            f.id,
        )
        for f in report.findings
    }


@pytest.mark.parametrize("name", STORIES)
def test_renamed_files_give_the_same_findings(name: str) -> None:
    story = load_stories([name])[0]
    docs = sorted(story.documents)
    for seed in range(2):
        called = [f"{n:02}.{doc.rpartition('.')[2]}" for n, doc in enumerate(docs)]
        Random(seed).shuffle(called)  # noqa: S311 an order, no secret
        renamed = {new: story.documents[doc] for new, doc in zip(called, docs, strict=True)}
        names = dict(zip(called, docs, strict=True))
        assert findings(renamed, names) == findings(dict(story.documents), {doc: doc for doc in docs}), seed
