"""Which articles tell of one event: names they share, names they give the event, rare exact figures, and time.

Record linkage over articles: candidate pairs share a name or a rare figure; evidence for and against is weighed and
summed; articles are joined pair by pair, best first, while the average evidence between two stories stays above the
threshold.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log, sqrt

from claimcheck.model.claim import Mention
from claimcheck.model.quantity import Dimension
from claimcheck.model.text import Article, ArticleId
from claimcheck.model.vocabulary import Vocabulary, Weights

_NAME = re.compile(r"\b[A-Z][\w’'-]*[\w]")
_COMMON_SHARE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What an article is about. `names` weigh each proper name (headline and first lines count more), `events` are the
    names it gives to events ("gifford fire"), `prints` its rare exact figures, `words` the nouns of its headline and
    first lines.
    """

    article: Article
    names: Mapping[str, float]
    events: Mapping[str, int]
    prints: frozenset[tuple[str, Decimal]]
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles of one event. `focus` are the names that carry it, strongest first; `name` is for people."""

    id: str
    name: str
    named: bool
    articles: tuple[ArticleId, ...]
    focus: tuple[str, ...]


def profile(article: Article, mentions: Sequence[Mention], vocabulary: Vocabulary) -> Profile:
    """What `article` is about."""
    body = article.body.of(article.text)
    lede_end = _lede_end(body)
    names: Counter[str] = Counter()
    lowered = {w for w in re.findall(r"\b[a-z][a-z’'-]+\b", body)}
    for text, weight in ((article.title, 3.0), (body[:lede_end], 2.0), (body[lede_end:], 1.0)):
        for match in _NAME.finditer(text):
            name = match.group().lower().replace("’", "'").removesuffix("'s")
            if name in vocabulary.grammar.common_capitals or len(name) < 2 or name in lowered:
                continue
            names[name] += weight  # type: ignore[assignment] # Counter's values are weights here
    return Profile(
        article=article,
        names={n: 1.0 + log(w) for n, w in names.items()},
        events=_events(f"{article.title}. {body}", vocabulary),
        prints=frozenset(_prints(mentions)),
        words=frozenset(w for w in re.findall(r"[a-z]{4,}", (article.title + " " + body[:lede_end]).lower())),
    )


def _lede_end(body: str) -> int:
    stripped = len(body) - len(body.lstrip())
    end = body.find("\n\n", stripped)
    return min(end if end != -1 else len(body), stripped + 600)


def _events(text: str, vocabulary: Vocabulary) -> Mapping[str, int]:
    """Names of events: "Operation Last Mile", "Hurricane Ian", "the Gifford Fire", and how often each is said."""
    found: Counter[str] = Counter()
    for match in re.finditer(r"\b(?:Operation|Hurricane|Typhoon|Cyclone|Storm)((?: [A-Z][\w-]+){1,3})", text):
        found[match.group().lower()] += 1
    for match in re.finditer(r"\b((?:[A-Z][\w’'-]+ ){1,3})([A-Z][a-z]+)\b", text):
        if match.group(2).lower() in vocabulary.cues.event_nouns:
            words = [w for w in match.group(1).lower().split() if w not in vocabulary.grammar.common_capitals]
            if words:
                found[" ".join((*words, match.group(2).lower()))] += 1
    return found


def _prints(mentions: Iterable[Mention]) -> Iterable[tuple[str, Decimal]]:
    for mention in mentions:
        quantity = mention.quantity
        if quantity.value is None or quantity.value == 0 or quantity.unit.dimension is Dimension.DURATION:
            continue
        digits = len(quantity.value.normalize().as_tuple().digits)
        if digits >= 3:
            yield quantity.unit.id, quantity.value


def stories(profiles: Sequence[Profile], weights: Weights) -> tuple[Story, ...]:
    """Join articles into stories, in order of their first article."""
    scores = _pair_scores(profiles, weights)
    groups = _agglomerate(len(profiles), scores, float(weights["story.threshold"]))
    return tuple(_story(number, [profiles[i] for i in members]) for number, members in enumerate(groups))


def _pair_scores(profiles: Sequence[Profile], weights: Weights) -> dict[tuple[int, int], float]:
    index: defaultdict[object, list[int]] = defaultdict(list)
    for number, p in enumerate(profiles):
        for key in (*p.names, *p.prints, *p.events):
            index[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for members in index.values():
        if 1 < len(members) <= _COMMON_SHARE:
            pairs.update((a, b) for i, a in enumerate(members) for b in members[i + 1 :])
    rarity = {key: log(1 + len(profiles) / len(m)) for key, m in index.items() if isinstance(key, str)}
    return {pair: similarity(profiles[pair[0]], profiles[pair[1]], rarity, weights) for pair in sorted(pairs)}


def similarity(a: Profile, b: Profile, rarity: Mapping[object, float], weights: Weights) -> float:
    """Weighed evidence that two articles tell of one event; 0 is indifferent."""
    score = float(weights["story.names"]) * _cosine(a.names, b.names, rarity)
    shared = len(a.prints & b.prints)
    score += float(weights["story.print"]) * min(3, shared)
    overlap = len(a.words & b.words) / (1 + min(len(a.words), len(b.words)))
    score += float(weights["story.words"]) * overlap
    score += _event_evidence(a, b, weights)
    score += float(weights["story.day"]) * _days_apart(a, b, shared)
    return score + float(weights["story.base"])


def _event_evidence(a: Profile, b: Profile, weights: Weights) -> float:
    main_a, main_b = _main_event(a), _main_event(b)
    if main_a is None or main_b is None:
        return 0.0
    if main_a == main_b or (main_a in b.events and main_b in a.events):
        return float(weights["story.same_event"])
    if main_a.split()[-1] == main_b.split()[-1] or main_a.split()[0] == main_b.split()[0]:
        return float(weights["story.other_event"])
    return 0.0


def _main_event(p: Profile) -> str | None:
    if not p.events:
        return None
    name, count = max(p.events.items(), key=lambda item: (item[1], item[0]))
    return name if count > 1 or name.split()[0] in p.article.title.lower() else None


def _days_apart(a: Profile, b: Profile, shared: int) -> float:
    """0 to 1: how much time lies between two articles, on a scale that is full after two months."""
    if a.article.date is None or b.article.date is None:
        return 0.0
    days = abs((a.article.date - b.article.date).days)
    if shared >= 2:
        days //= 4
    return min(1.0, sqrt(max(0, days - 3) / 57))


def _cosine(a: Mapping[str, float], b: Mapping[str, float], rarity: Mapping[object, float]) -> float:
    if not a or not b:
        return 0.0
    dot = sum(w * b[n] * rarity.get(n, 1.0) ** 2 for n, w in a.items() if n in b)
    norm = sqrt(sum((w * rarity.get(n, 1.0)) ** 2 for n, w in a.items()))
    norm *= sqrt(sum((w * rarity.get(n, 1.0)) ** 2 for n, w in b.items()))
    return dot / norm if norm else 0.0


def _agglomerate(count: int, scores: Mapping[tuple[int, int], float], threshold: float) -> list[list[int]]:
    """Average linkage, best pair first; deterministic: ties go to the smaller indices."""
    members = {i: [i] for i in range(count)}
    home = list(range(count))
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < threshold:
            break
        left, right = sorted((home[a], home[b]))
        if left == right:
            continue
        between = [scores.get((min(i, j), max(i, j)), 0.0) for i in members[left] for j in members[right]]
        if sum(between) / len(between) < threshold:
            continue
        for i in members[right]:
            home[i] = left
        members[left] = sorted(members[left] + members.pop(right))
    return [members[key] for key in sorted(members)]


def _story(number: int, profiles: Sequence[Profile]) -> Story:
    names: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for p in profiles:
        for name, weight in p.names.items():
            names[name] += weight  # type: ignore[assignment] # Counter's values are weights here
        events.update(p.events)
    focus = tuple(n for n, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))[:8])
    title, named = _title(profiles, events)
    return Story(
        id=f"story-{number + 1}",
        name=title,
        named=named,
        articles=tuple(p.article.id for p in profiles),
        focus=focus,
    )


def _title(profiles: Sequence[Profile], events: Counter[str]) -> tuple[str, bool]:
    if events:
        name, count = max(events.items(), key=lambda item: (item[1], item[0]))
        if count > 1 and count * 2 >= len(profiles):
            return _capitals(name, profiles), True
    first = profiles[0].article
    return first.title or first.id, False


def _capitals(name: str, profiles: Sequence[Profile]) -> str:
    pattern = re.compile(r"\b" + r"\W+".join(map(re.escape, name.split())) + r"\b", re.IGNORECASE)
    for p in profiles:
        match = pattern.search(f"{p.article.title}. {p.article.body.of(p.article.text)}")
        if match:
            return " ".join(match.group().split())
    return name.title()
