"""A claim as a passage: who says it, when, the sentence with its figure marked, and where it stands."""

from collections.abc import Iterable, Sequence

from claimcheck.errors import Place
from claimcheck.model.claim import Claim
from claimcheck.report.differing import NONE, Odd, number, slip
from claimcheck.report.html.markup import Html, join, lines, tag, web_address, words
from claimcheck.report.view import Places, circumstances, figure, passage


def passage_block(claim: Claim, places: Places, *, label: str = "", odd: Odd = NONE) -> Html:
    """The passage with everything that a reader needs to judge it. `label` is a word about it ("suspect")."""
    day = places.as_of(claim)
    told = circumstances(claim)
    who = join(
        [
            tag("cite", places.source(claim)),
            tag("b", label, class_="side") if label else "",
            tag("time", day.isoformat()) if day else "",
        ],
        " ",
    )
    return tag(
        "div",
        lines(
            tag("p", who, class_="by"),
            tag("blockquote", sentence(claim, odd)),
            tag("p", told, class_="told") if told else "",
            tag("p", where(claim, places), class_="at"),
        ),
        class_="passage",
    )


def sentence(claim: Claim, odd: Odd = NONE) -> Html:
    """The sentence with the figure marked, and in it the digits in `odd`."""
    shown = passage(claim)
    return join([shown.before, tag("mark", _figure(claim, odd)), shown.after])


def where(claim: Claim, places: Places) -> Html:
    """Path, line and column, and a link to the article where it has a web address."""
    url = web_address(places.article(claim.article).url)
    link = tag("a", "article", href=url, rel="noopener noreferrer", target="_blank") if url else ""
    return join([place_code(places.of(claim)), *([" ", link] if link else [])])


def place_code(place: Place) -> Html:
    """A place that breaks after a folder or before the line, where it has to."""
    path = str(Place(place.path))
    numbers = str(place).removeprefix(path)
    parts = [*path.replace("/", "/\n").split("\n"), tag("span", numbers) if numbers else ""]
    return tag("code", join((part for part in parts if part), tag("wbr")))


def odd_digits(claim: Claim, others: Iterable[Claim]) -> Odd:
    """Which characters of the claim's number differ from the number it is a slip of; none where it is no slip."""
    found = slip(claim, others)
    return found[0] if found else NONE


def distinct(claims: Sequence[Claim]) -> list[Claim]:
    """One claim for each figure as printed, in order."""
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(figure(claim), claim)
    return list(found.values())


def _figure(claim: Claim, odd: Odd) -> Html:
    printed = number(claim)
    start = claim.quantity.number.start - claim.span.start
    if not odd or not printed or claim.quantity.surface[start : start + len(printed)] != printed:
        return words(figure(claim))
    before, after = claim.quantity.surface[:start], claim.quantity.surface[start + len(printed) :]
    return join([before, *(tag("u", char) if at in odd else char for at, char in enumerate(printed)), after])
