"""Reads the labelled stories: articles, `key.yaml` and `figures.yaml`. All faults of all files are reported at once."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TypedDict

import yaml

from evaluation.model import Bound, ItemList, KeyClaim, KeyItem, Label, NoClaim, Place, Story

HERE = Path(__file__).resolve().parent
STORIES = HERE / "stories"
APART = HERE / "scoring" / "apart.yaml"
SUFFIXES = (".md", ".txt")


class StoryError(Exception):
    """The labels do not fit the articles; `faults` names each place."""

    def __init__(self, faults: Collection[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class _RawClaim(TypedDict, total=False):
    doc: str
    quote: str
    nth: int
    side: str


class _RawItem(TypedDict, total=False):
    metric: str
    kind: str
    why: str
    claims: list[_RawClaim]
    check: str
    suspect: str


class _RawFigure(TypedDict, total=False):
    quote: str
    nth: int
    value: float
    low: float
    high: float
    unit: str
    bound: str
    open: bool
    reason: str


@dataclass(slots=True)
class _Reader:
    """One story's folder while it is read. Quotes are looked for from `begin` on."""

    name: str
    documents: dict[str, str]
    faults: list[str] = field(default_factory=list)

    def place(self, where: str, doc: str, quote: str, nth: int, begin: int) -> Place | None:
        """The nth occurrence of `quote` (overlapping ones count); a fault when there is none."""
        text, at = self.documents.get(doc), begin - 1
        if text is None:
            self.faults.append(f"{self.name}/{where}: no article {doc}")
            return None
        for _ in range(nth):
            at = text.find(quote, at + 1)
            if at == -1:
                self.faults.append(f"{self.name}/{where}: {doc}: no occurrence {nth} of {quote!r}")
                return None
        return Place(doc, at, at + len(quote))

    def body(self, doc: str) -> int:
        """Where the article begins after its front matter."""
        return body_start(self.documents.get(doc, ""))


def body_start(text: str) -> int:
    """The offset after the front matter; 0 without one."""
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    return 0 if end == -1 else end + 5


def story_names(root: Path = STORIES) -> list[str]:
    """The folders that have a key, in order."""
    return sorted(p.parent.name for p in root.glob("*/key.yaml"))


def load_stories(names: Collection[str], root: Path = STORIES) -> list[Story]:
    """The named stories. Raises StoryError with all that is wrong in any of them."""
    apart: dict[str, list[str]] = yaml.safe_load(APART.read_text(encoding="utf-8")) or {}
    stories: list[Story] = []
    faults: list[str] = []
    for name in names:
        try:
            stories.append(load_story(root / name, frozenset(apart.get(name, []))))
        except StoryError as found:
            faults.extend(found.faults)
    if faults:
        raise StoryError(faults)
    return stories


def load_story(folder: Path, apart: frozenset[str] = frozenset()) -> Story:
    """The story of one folder; `apart` names compatible items whose claims are not one thing. Raises StoryError."""
    key = yaml.safe_load((folder / "key.yaml").read_text(encoding="utf-8"))
    elsewhere: str | None = key.get("articles")
    listed = [d["doc"] for d in key.get("documents") or []]
    reader = _Reader(folder.name, _read_articles((folder / (elsewhere or ".")).resolve(), listed))
    items = tuple(_items(reader, key, apart))
    begins = {doc: reader.body(doc) if elsewhere else 0 for doc in reader.documents}
    labels, no_claims = _figures(reader, folder / "figures.yaml", begins)
    reader.faults += [f"{folder.name}: apart.yaml: no such item: {m}" for m in apart - {i.metric for i in items}]
    rules = (folder / key["rules"]).resolve() if key.get("rules") else None
    if rules is not None and not rules.exists():
        reader.faults.append(f"{folder.name}/key.yaml: no rules file {rules}")
    if reader.faults:
        raise StoryError(reader.faults)
    return Story(
        name=folder.name,
        known=bool(key.get("known")),
        documents=reader.documents,
        items=items,
        labels=labels,
        no_claims=no_claims,
        unlabelled_before=begins,
        rules=rules,
    )


def _read_articles(root: Path, listed: list[str]) -> dict[str, str]:
    """The articles that the key lists, or all that lie there when it lists none. Line ends stay as they are."""
    found = {p.relative_to(root).as_posix(): p for p in sorted(root.rglob("*")) if p.suffix in SUFFIXES}
    return {doc: p.read_bytes().decode("utf-8") for doc, p in found.items() if not listed or doc in listed}


def _items(reader: _Reader, key: dict[str, list[_RawItem]], apart: frozenset[str]) -> Iterator[KeyItem]:
    for which in ItemList:
        for raw in key.get(which) or []:
            yield KeyItem(
                list=which,
                metric=raw["metric"],
                kind=raw.get("kind", ""),
                why=raw["why"],
                claims=tuple(_key_claims(reader, raw["claims"])),
                check=raw.get("check"),
                suspect=raw.get("suspect"),
                apart=which is ItemList.COMPATIBLE and raw["metric"] in apart,
            )


def _key_claims(reader: _Reader, raw: list[_RawClaim]) -> Iterator[KeyClaim]:
    for c in raw:
        place = reader.place("key.yaml", c["doc"], c["quote"], c.get("nth") or 1, reader.body(c["doc"]))
        if place is not None:
            yield KeyClaim(place=place, quote=c["quote"], side=c.get("side"))


def _figures(
    reader: _Reader, path: Path, begins: dict[str, int]
) -> tuple[tuple[Label, ...] | None, tuple[NoClaim, ...]]:
    """Labels and numbers that are no claims; None for labels where there is no such file."""
    if not path.exists():
        return None, ()
    raw = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    skipped = raw.pop("_skipped", None) or {}
    return tuple(_labels(reader, raw, begins)), tuple(_no_claims(reader, skipped, begins))


def _labels(reader: _Reader, raw: dict[str, list[_RawFigure]], begins: dict[str, int]) -> Iterator[Label]:
    for doc, figures in raw.items():
        for f in figures or []:
            nth = f.get("nth") or 1
            place = reader.place("figures.yaml", doc, f["quote"], nth, begins.get(doc, 0))
            value = f.get("value")
            low, high = (f.get("low"), f.get("high")) if value is None else (value, value)
            if low is None or high is None or f.get("bound") not in list(Bound):
                reader.faults.append(f"{reader.name}/figures.yaml: {doc}: {f['quote']!r} lacks a value or a bound")
            elif place is not None:
                yield Label(
                    place=place,
                    quote=f["quote"],
                    nth=nth,
                    low=Decimal(str(low)),
                    high=Decimal(str(high)),
                    unit=f.get("unit", "count"),
                    bound=Bound(f["bound"]),
                    open=bool(f.get("open")),
                )


def _no_claims(reader: _Reader, raw: dict[str, list[_RawFigure]], begins: dict[str, int]) -> Iterator[NoClaim]:
    for doc, numbers in raw.items():
        for n in numbers or []:
            place = reader.place("figures.yaml", doc, n["quote"], n.get("nth") or 1, begins.get(doc, 0))
            if place is not None:
                yield NoClaim(place=place, reason=n["reason"])
