"""Gathers the targets of a story: from its key, from what two articles print alike, and every figure there is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import yaml

from evaluation.model import ItemList, KeyItem, Place, Story
from evaluation.mutations.agree import one_figure
from evaluation.mutations.figures import Figure, Hedge, Part, figure_at, read_figures
from evaluation.mutations.targets import RANGE, RANGE_WORDS, TELLING, Material, Target
from evaluation.mutations.words import words
from evaluation.stories import STORIES, body_start

SHINGLE = 6
COPY_SHARE = 0.4
"""Runs of so many words, and the share of them, by which two articles are one origin."""


def material(story: Story, root: Path = STORIES) -> Material:
    """Everything read of one story of the folder `root`."""
    key = yaml.safe_load((root / story.name / "key.yaml").read_text(encoding="utf-8"))
    near = frozenset(d["doc"] for d in key.get("documents") or [] if d.get("near_miss"))
    return Material(
        story=story,
        figures={doc: tuple(_headline_and_body(doc, text)) for doc, text in story.documents.items()},
        dates={doc: _date(text) for doc, text in story.documents.items()},
        origin_of=origins(story.documents),
        near_misses=near,
    )


def targets(known: Material) -> list[Target]:
    """Every figure of the key's compatible items, and telling figures that two articles print alike; in text order.

    Figures of conflicts and of items that the key leaves open are left out.
    """
    closed = [
        c.place for i in known.story.items if i.list in (ItemList.CONFLICTS, ItemList.AMBIGUOUS) for c in i.claims
    ]
    items = [(i, _figures_of(known, i)) for i in known.story.items if i.list is ItemList.COMPATIBLE]
    in_key = {f for _, figures in items for f in figures}
    found = [_from_key(known, figure, items) for figure in in_key]
    found += _printed_alike(known, [c.place for i in known.story.items for c in i.claims])
    open_ones = [t for t in found if not any(_on(t.figure, place) for place in closed)]
    return sorted(open_ones, key=lambda t: (t.figure.doc, t.figure.start))


def everything(known: Material) -> list[Target]:
    """Every figure and every range of the articles, but those of conflicts and open items: for errors that an article
    gives away by itself.
    """
    closed = [
        c.place for i in known.story.items if i.list in (ItemList.CONFLICTS, ItemList.AMBIGUOUS) for c in i.claims
    ]
    figures = [f for doc, own in known.figures.items() for f in (*own, *_ranges(doc, known.story.documents[doc]))]
    return [Target(material=known, figure=f) for f in figures if not any(_on(f, place) for place in closed)]


def _ranges(doc: str, text: str) -> Iterator[Figure]:
    for found in RANGE_WORDS.finditer(text, body_start(text)):
        low = re.sub(r"[^\d.]", "", found["first"].partition(" ")[0]).strip(".")
        high = re.sub(r"[^\d.]", "", found["second"].partition(" ")[0])
        alike = bool(found["a"]) == bool(found["b"]) and found["first"][0].isdigit() == found["second"][0].isdigit()
        if alike and Decimal(low) < Decimal(high) and not re.fullmatch(r"(?:19|20)\d\d", high):
            words_of = Part(start=found.start(), end=found.end(), text=found[0])
            yield Figure(
                doc=doc,
                start=found.start(),
                end=found.end(),
                number=words_of,
                value=Decimal(low),
                step=Decimal(1),
                unit=RANGE,
                noun="",
            )


def origins(documents: Mapping[str, str]) -> dict[str, str]:
    """Each article's origin: the first article that holds two fifths of its runs of six words, or it of theirs."""
    runs = {doc: _runs(text[body_start(text) :]) for doc, text in documents.items()}
    home = {doc: doc for doc in documents}
    for a, b in combinations(documents, 2):
        shared = len(runs[a] & runs[b])
        if shared and shared >= COPY_SHARE * min(len(runs[a]), len(runs[b])):
            home = {doc: home[a] if h == home[b] else h for doc, h in home.items()}
    return home


def _headline_and_body(doc: str, text: str) -> Iterator[Figure]:
    body = body_start(text)
    title = re.search(r"^title:\s*(.+)$", text[:body], re.MULTILINE)
    if title is not None:
        yield from read_figures(doc, text, *title.span(1))
    yield from read_figures(doc, text, body)


def _runs(text: str) -> set[tuple[str, ...]]:
    found = re.findall(r"\w+", text.lower())
    return {tuple(found[n : n + SHINGLE]) for n in range(len(found) - SHINGLE + 1)}


def _date(text: str) -> date | None:
    found = re.search(r"^date:\s*[\"']?(\d{4}-\d{2}-\d{2})", text[: body_start(text)], re.MULTILINE)
    return date.fromisoformat(found[1]) if found else None


def _figures_of(known: Material, item: KeyItem) -> list[Figure]:
    """The first figure inside each of the item's quotes."""
    found = []
    for claim in item.claims:
        place = claim.place
        figure = figure_at(place.doc, known.story.documents[place.doc], place.start, place.end)
        if figure is not None and figure not in found:
            found.append(figure)
    return found


def _from_key(known: Material, figure: Figure, items: Sequence[tuple[KeyItem, list[Figure]]]) -> Target:
    mine = [(item, figures) for item, figures in items if figure in figures]
    others = list(dict.fromkeys(f for _, figures in mine for f in figures if f != figure))
    home = known.origin_of
    return Target(
        material=known,
        figure=figure,
        peers=tuple(f for f in others if home[f.doc] != home[figure.doc] and one_figure(figure, f)),
        others=tuple(others),
        earlier=tuple(f for item, figures in mine if _over_time(item) for f in _stale(known, figure, figures)),
        parts=tuple(f for item, figures in mine if _composite(item) for f in _adding_up(figure, figures)),
        same=tuple(
            f
            for item, figures in mine
            if not _composite(item)
            for f in figures
            if f != figure and f.doc == figure.doc and one_figure(f, figure) and not _loose(f, figure)
        ),
    )


def _loose(a: Figure, b: Figure) -> bool:
    """Whether only a hedge makes them agree."""
    return a.value != b.value and Hedge.ABOUT in (a.hedge, b.hedge)


def _composite(item: KeyItem) -> bool:
    told = f"{item.metric} {item.why}".lower()
    return item.apart or any(phrase in told for phrase in words().composite)


def _over_time(item: KeyItem) -> bool:
    told = f"{item.metric} {item.why}".lower()
    return any(phrase in told for phrase in words().over_time)


def _stale(known: Material, figure: Figure, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Values of an earlier day that an article of a day between had already replaced, in a row that goes one way."""
    day = known.dates[figure.doc]
    row = [
        (d, f) for f in figures if (d := known.dates[f.doc]) and f.unit == figure.unit and f.hedge is not Hedge.UPPER
    ]
    if day is None or figure.hedge.is_bound or not (_goes(row, 1) or _goes(row, -1)):
        return
    for early, old in row:
        between = [f for d, f in row if early < d < day and f.value != old.value]
        if between and old.value != figure.value:
            yield old


def _goes(row: Sequence[tuple[date, Figure]], way: int) -> bool:
    """Whether every later day's figure lies beyond every earlier day's, or equals it."""
    return all(way * (b.value - a.value) >= 0 for d, a in row for e, b in row if d < e)


def _adding_up(figure: Figure, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of its own article that make an exact sum with it; none when there is no such sum."""
    own = [f for f in figures if f.doc == figure.doc and f.unit == figure.unit and not f.hedge.is_bound]
    for total in own:
        rest = [f for f in own if f != total]
        for size in range(2, len(rest) + 1):
            for parts in combinations(rest, size):
                if sum(p.value for p in parts) == total.value and figure in (total, *parts):
                    return tuple(f for f in (total, *parts) if f != figure)
    return ()


def _printed_alike(known: Material, keyed: Sequence[Place]) -> Iterator[Target]:
    """Telling figures that two articles on the event print alike and the key does not speak of."""
    free = {
        doc: [f for f in figures if _telling(f) and not any(_on(f, p) for p in keyed)]
        for doc, figures in known.figures.items()
        if doc not in known.near_misses
    }
    every = [f for figures in free.values() for f in figures]
    for figure in every:
        home = known.origin_of[figure.doc]
        peers = [f for f in every if known.origin_of[f.doc] != home and _alike(figure, f)]
        if peers:
            yield Target(material=known, figure=figure, peers=tuple(peers), others=tuple(peers))


def _telling(figure: Figure) -> bool:
    return bool(figure.digits) and not figure.hedge.is_bound and figure.significant >= TELLING - bool(figure.unit)


def _alike(a: Figure, b: Figure) -> bool:
    same_thing = bool(a.noun) and a.noun.rstrip("s") == b.noun.rstrip("s")
    return a.value == b.value and a.unit == b.unit and (same_thing or (bool(a.unit) and a.significant >= TELLING))


def _on(figure: Figure, place: Place) -> bool:
    return figure.doc == place.doc and figure.number.start < place.end and place.start < figure.number.end
