"""Drafts: the draft trial (CC302, CC304), and every article of the stories held against the others (CC304)."""

from functools import partial

from claimcheck.api import review_drafts
from claimcheck.model.finding import Finding
from claimcheck.model.rules import Rules
from evaluation.drafts import FOLDER, PLANTED, STORIES, Mark, read_key, review
from evaluation.mutations.answers import article_of, place_of
from evaluation.precision.keys import alone
from evaluation.precision.material import Asked, Work, agreeing, known, told
from evaluation.precision.outcomes import Case, On, Outcome

SOURCELESS = "CC304"
RIGHT_ON = {"CC302": frozenset({"qualifier lost"}), SOURCELESS: frozenset({"contradicted"})}
"""The standings of planted errors of which a note of the check is true."""


def on_trial(asked: Asked) -> list[Work]:
    """The drafts that were written from one of the stories asked for."""
    return [partial(_tried, draft) for draft, (story, _) in read_key().items() if story in asked.stories]


def _tried(draft: str) -> list[Case]:
    story, marks = read_key()[draft]
    document = review(FOLDER / draft, STORIES / story)
    spans = {claim["id"]: claim["span"] for claim in document["claims"]}
    own = {figure["claim"] for figure in document["drafts"][0]["figures"]}
    cases = []
    for finding in document["findings"]:
        if finding["check"] in RIGHT_ON:
            here = [spans[claim] for claim in finding["claims"] if claim in own]
            touched = [m for m in marks for span in here if span["start"] < m.end and m.start < span["end"]]
            outcome = _by_marks(finding["check"], touched)
            cases.append(
                Case(code=finding["check"], on=On.TRIAL, outcome=outcome, detail=f"{draft}: {finding['message']}")
            )
    return cases


def _by_marks(code: str, marks: list[Mark]) -> Outcome:
    if not marks:
        return Outcome.UNKNOWN
    if any(mark.group == PLANTED and mark.standing in RIGHT_ON[code] for mark in marks):
        return Outcome.NAMED
    return Outcome.OTHER_CAUSE if any(mark.group == PLANTED for mark in marks) else Outcome.HARMLESS


def on_articles(asked: Asked) -> list[Work]:
    """Every article that has another origin's beside it."""
    return [partial(_as_draft, name, doc) for name in asked.stories for doc in known(name).story.documents]


def _as_draft(name: str, draft: str) -> list[Case]:
    story = known(name)
    documents, home = story.story.documents, story.origin_of
    sources = tuple(doc for doc in documents if home[doc] != home[draft])
    if not sources:
        return []
    report = review_drafts(
        [article_of(draft, documents[draft])], [article_of(doc, documents[doc]) for doc in sources], Rules()
    )
    return [_case(name, finding, sources) for finding in report.findings if finding.check == SOURCELESS]


def _case(name: str, finding: Finding, sources: tuple[str, ...]) -> Case:
    story, places = known(name), tuple(map(place_of, finding.claims))
    outcome = alone(story, agreeing(name), places, sources)
    return Case(code=SOURCELESS, on=On.DRAFTS, outcome=outcome, detail=told(name, story.story.documents, [places]))
