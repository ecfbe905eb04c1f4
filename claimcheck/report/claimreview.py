"""Drafts of ClaimReview markup (schema.org, JSON-LD) for the findings that nobody has silenced.

What is rated is that reports differ, never that one of them is false: claimcheck does not know who is right. Each is
marked as a draft and has no author and no url; docs/formats.md says what a newsroom adds before it publishes one.
"""

import re

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.printable import one_line
from claimcheck.protocols import RenderOptions, View
from claimcheck.report.jsontext import Json, dumps
from claimcheck.report.spots import leading, live, others
from claimcheck.report.view import Places

NAMES = ("claimreview",)
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""JSON-LD stands in a script element: nothing in it may end that."""

ODD_ONE = "Differs from other reports"
BALANCED = "Reports differ"
ALONE = "To be checked"


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`."""
    places = Places(report.articles)
    if options.view is View.EXTRACT:
        graph: list[Json] = [_claim(claim, places) for claim in report.claims]
    else:
        graph = [_review(finding, places) for finding in live(report.findings) if finding.claims]
    found: dict[str, Json] = {"@context": "https://schema.org", "@graph": graph}
    text = dumps(found)
    return "".join(_SCRIPT.get(character, character) for character in text) + "\n"


def _review(finding: Finding, places: Places) -> dict[str, Json]:
    """The suspect is reviewed where there is one, else a claim of every side, with what each is held against."""
    sides = [side[0] for side in finding.sides if side]
    reviewed = [finding.suspect] if finding.suspect else sides
    lead = leading(finding) or sides[0]
    against = others(finding) if finding.suspect else tuple(c for c in finding.claims if c not in reviewed)
    rating = ODD_ONE if finding.suspect else BALANCED if len(sides) > 1 else ALONE
    items = [_claim(claim, places) for claim in reviewed]
    hint = f" Hint: {one_line(finding.suggestion)}." if finding.suggestion else ""
    found: dict[str, Json] = {
        "@type": "ClaimReview",
        "identifier": finding.id,
        "creativeWorkStatus": "Draft",
        "claimReviewed": one_line(lead.sentence.text),
        "reviewAspect": f"{finding.metric}, {finding.operation}",
        "reviewBody": f"{one_line(finding.message)}.{hint}",
        "reviewRating": {"@type": "Rating", "alternateName": rating, "ratingExplanation": one_line(finding.message)},
        "itemReviewed": items[0] if len(items) == 1 else items,
    }
    if against:
        found["isBasedOn"] = [_claim(claim, places) for claim in against]
    return found


def _claim(claim: Claim, places: Places) -> dict[str, Json]:
    article = places.article(claim.article)
    found: dict[str, Json] = {"@type": "Claim", "text": one_line(claim.sentence.text)}
    found["author"] = {"@type": "Organization", "name": places.source(claim)}
    if article.date is not None:
        found["datePublished"] = article.date.isoformat()
    work: dict[str, Json] = {"@type": "Article", "headline": one_line(article.title or article.path)}
    if article.url and _WEB.fullmatch(article.url):
        work["url"] = article.url
    found["appearance"] = work
    return found
