"""Which articles tell of one event: names they share, names they give the event, rare exact figures, and time.

Record linkage over articles: candidate pairs share a name or a rare figure; evidence for and against is weighed and
summed; articles are joined pair by pair, best first, while the average evidence between two stories stays above the
threshold.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import log, log2, sqrt

from claimcheck.linkage import agglomerate, pairs_between
from claimcheck.model.claim import Mention
from claimcheck.model.digits import significant_digits
from claimcheck.model.quantity import Dimension
from claimcheck.model.text import Article, ArticleId
from claimcheck.model.vocabulary import Scale, Vocabulary
from claimcheck.resolve.dates import days_named, told_day

_NAME = re.compile(r"\b[A-Z][\w’'-]*[\w]")
_SPELLED_OUT = re.compile(r"(?:\b[A-Z][a-z]+\b ?){3,5}")
_BARE_SUBJECT = re.compile(
    r"(?:^|[.!?][”\"’']?\s+)"
    r"(?:([A-Z][a-z]{2,}[a-rt-z]) (?:[a-z]+ed|got|won|took|saw|said)\b"
    r"|([A-Z][a-z]{3,}) (?:says|claims|estimates|admits)\b)",
    re.MULTILINE,
)
_INSIDE = re.compile(r"(?<=[\w,;(’'-] )[“\"‘']?([A-Z][\w’'-]*\w)|(?<=[“\"‘'(])([A-Z][\w’'-]*\w)")
_DATELINE = re.compile(r"^\s*[A-Z][^.\n]{2,60}?(?: --? | [–—] ?|: )")
_TELLING_DIGITS = 3
_PAIR_RARITY = log2(3)  # a name that two articles share weighs 1, one that many share less
_UNSHARED = 0.4  # a name that only one article says tells little: every article has its own
_SHARED_BY_CHANCE = frozenset({Dimension.COUNT, Dimension.PROPORTION, Dimension.POINTS, Dimension.MULTIPLE})
_COMMON_SHARE = 200
_FOCUS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What an article is about. `names` weigh each proper name (headline and first lines count more), `events` are the
    names it gives to events ("gifford fire"), `day` the day that it is about, `prints` its rare exact figures, `words`
    the nouns of its headline and first lines.
    """

    article: Article
    names: Mapping[str, float]
    events: Mapping[str, int]
    prints: frozenset[tuple[str, Decimal]]
    days: frozenset[date]
    day: date | None
    words: frozenset[str]
    leading: frozenset[str]
    main_event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles of one event. `focus` are the names that carry it (a third of the articles open with them), strongest
    first; `name` is for people.
    """

    id: str
    name: str
    named: bool
    articles: tuple[ArticleId, ...]
    focus: tuple[str, ...]


def profile(article: Article, mentions: Sequence[Mention], proper: frozenset[str], vocabulary: Vocabulary) -> Profile:
    """What `article` is about. `proper` are the words that the folder uses as proper names."""
    body = _DATELINE.sub(lambda m: " " * len(m.group()), article.body.of(article.text), count=1)
    lede_end = _lede_end(body)
    names: Counter[str] = Counter()
    for text, weight in ((article.title, 3), (body[:lede_end], 2), (body[lede_end:], 1)):
        for match in _NAME.finditer(text):
            name = _plain(match.group())
            if name in proper:
                names[name] += weight
        for match in _SPELLED_OUT.finditer(text):
            initials = "".join(word[0] for word in match.group().split()).lower()
            if initials in proper:
                names[initials] += weight
    return Profile(
        article=article,
        names={n: 1.0 + log(w) for n, w in names.items()},
        events=_events(f"{article.title}. {body}", vocabulary),
        prints=frozenset(_prints(mentions)),
        days=days_named(body, article.date),
        day=told_day(body[:lede_end], article.date),
        leading=frozenset(_plain(m.group()) for m in _NAME.finditer(f"{article.title} {body[:lede_end]}")),
        words=frozenset(re.findall(r"[a-z]{4,}", (article.title + " " + body[:lede_end]).lower())),
    )


def proper_names(articles: Iterable[Article], vocabulary: Vocabulary) -> frozenset[str]:
    """Words that some article capitalises inside a sentence, or uses as a singular subject without an article
    ("Renfrewshire voted …"), and that none writes small: an ordinary word is capitalised only where a sentence begins.
    """
    common = vocabulary.grammar.common_capitals
    found: set[str] = set()
    lowered: Counter[str] = Counter()
    for article in articles:
        text = f"{article.title}\n{article.body.of(article.text)}"
        lowered.update(re.findall(r"\b[a-z][a-z’'-]+\b", text))
        spoken = "\n".join(line for line in text.splitlines() if not line.isupper())
        found.update(_plain(m.group(1) or m.group(2)) for m in _INSIDE.finditer(spoken))
        subjects = ((m.group(1) or m.group(2)).lower() for m in _BARE_SUBJECT.finditer(text))
        found.update(s for s in subjects if s not in vocabulary.entities and s not in vocabulary.noun_actions)
    return frozenset(n for n in found if n not in common and not lowered[n] and len(n) > 1)


def _plain(name: str) -> str:
    return name.lower().replace("’", "'").removesuffix("'s")


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
        digits = len(significant_digits(quantity.value))
        measured = quantity.unit.dimension not in _SHARED_BY_CHANCE and quantity.value % 1 != 0
        if digits >= _TELLING_DIGITS or (measured and digits == _TELLING_DIGITS - 1):
            yield quantity.unit.id, quantity.value


def stories(profiles: Sequence[Profile], scale: Scale) -> tuple[Story, ...]:
    """Join articles into stories, in order of their first article."""
    scores = _pair_scores(profiles, scale)

    def may_join(left: Sequence[int], right: Sequence[int]) -> bool:
        between = [scores.get(pair, 0.0) for pair in pairs_between(left, right)]
        return sum(between) / len(between) >= scale.threshold

    groups = agglomerate(len(profiles), scores, scale.threshold, may_join)
    return tuple(_story(number, [profiles[i] for i in members]) for number, members in enumerate(groups))


def _pair_scores(profiles: Sequence[Profile], scale: Scale) -> dict[tuple[int, int], float]:
    index: defaultdict[object, list[int]] = defaultdict(list)
    for number, p in enumerate(profiles):
        for key in (*p.names, *p.prints, *p.events):
            index[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for members in index.values():
        if 1 < len(members) <= _COMMON_SHARE:
            pairs.update((a, b) for i, a in enumerate(members) for b in members[i + 1 :])
    rarity: dict[object, float] = {
        key: _PAIR_RARITY / log2(1 + len(m)) for key, m in index.items() if isinstance(key, str) and len(m) > 1
    }
    profiles = [replace(p, main_event=_main_event(p, rarity)) for p in profiles]
    return {pair: similarity(profiles[pair[0]], profiles[pair[1]], rarity, scale) for pair in sorted(pairs)}


def similarity(a: Profile, b: Profile, rarity: Mapping[object, float], scale: Scale) -> float:
    """Weighed evidence that two articles tell of one event; 0 is indifferent."""
    score = scale["names"] * _cosine(a.names, b.names, rarity)
    shared = len(a.prints & b.prints)
    score += scale["print"] * min(3, shared)
    overlap = len(a.words & b.words) / (1 + min(len(a.words), len(b.words)))
    score += scale["words"] * overlap
    score += _event_evidence(a, b, scale)
    score += scale["focus"] * len(_leading(a, rarity) & _leading(b, rarity))
    score += scale["other_lead"] * (_led_by_another(a, b) and _led_by_another(b, a))
    same_day = bool(a.days & b.days)
    score += scale["same_day"] * same_day
    score += scale["day"] * _days_apart(a, b, shared + 2 * same_day)
    return score + scale["base"]


def _unnamed(named: Profile, other: Profile, scale: Scale) -> float:
    """Evidence against when one article keeps naming its event and the other never says that name."""
    words = frozenset((named.main_event or "").split())
    silent = named.events.get(named.main_event or "", 0) > 1 and not words & other.names.keys()
    return scale["unnamed"] if silent else 0.0


def _led_by_another(a: Profile, b: Profile) -> bool:
    """Whether the name that carries `b` is missing from the headline and first lines of `a`."""
    lead = max(b.names, key=lambda n: (b.names[n], n), default=None)
    return lead is not None and lead not in a.leading


def _leading(p: Profile, rarity: Mapping[object, float]) -> frozenset[str]:
    """The three names that carry an article most, among those that other articles know too."""
    known = sorted((n for n in p.names if n in rarity), key=lambda n: (-p.names[n], n))
    return frozenset(known[:3])


def _event_evidence(a: Profile, b: Profile, scale: Scale) -> float:
    main_a, main_b = a.main_event, b.main_event
    if main_a is None and main_b is None:
        return 0.0
    if main_a is None or main_b is None:
        return _unnamed(a if main_a is not None else b, b if main_a is not None else a, scale)
    if main_a == main_b or (main_a in b.events and main_b in a.events):
        return scale["same_event"]
    if main_a.split()[-1] == main_b.split()[-1] or main_a.split()[0] == main_b.split()[0]:
        return scale["other_event"]
    return 0.0


def _main_event(p: Profile, rarity: Mapping[object, float]) -> str | None:
    """The event an article names most, first named first; one named once counts when other articles name it too."""
    for name, count in sorted(p.events.items(), key=lambda item: -item[1]):
        if count > 1 or name in rarity or name.split()[0] in p.article.title.lower():
            return name
    return None


def _days_apart(a: Profile, b: Profile, shared: int) -> float:
    """How much time lies between what two articles are about: 0 within three days, 1 after two months, 2.5 from a year
    on.
    """
    if a.day is None or b.day is None:
        return 0.0
    days = abs((a.day - b.day).days)
    if shared >= 2:
        days //= 2
    return min(2.5, sqrt(max(0, days - 3) / 57))


def _cosine(a: Mapping[str, float], b: Mapping[str, float], rarity: Mapping[object, float]) -> float:
    if not a or not b:
        return 0.0
    dot = sum(w * b[n] * rarity[n] ** 2 for n, w in a.items() if n in b)
    norm = sqrt(sum((w * rarity.get(n, _UNSHARED)) ** 2 for n, w in a.items()))
    norm *= sqrt(sum((w * rarity.get(n, _UNSHARED)) ** 2 for n, w in b.items()))
    return dot / norm if norm else 0.0


def _story(number: int, profiles: Sequence[Profile]) -> Story:
    names: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for p in profiles:
        for name, weight in p.names.items():
            names[name] += weight  # type: ignore[assignment] # Counter's values are weights here
        events.update(p.events)
    spread = Counter(name for p in profiles for name in p.leading)
    enough = 1 if len(profiles) == 1 else max(2, (len(profiles) + 2) // 3)
    ranked = sorted((n for n in names if spread[n] >= enough), key=lambda n: (-names[n], n))
    focus = tuple(ranked[:_FOCUS])
    title, named = _title(sorted(profiles, key=_told), events)
    return Story(
        id=f"story-{number + 1}",
        name=title,
        named=named,
        articles=tuple(p.article.id for p in profiles),
        focus=focus,
    )


def _told(p: Profile) -> tuple[date, str, str]:
    """The order in which articles were published; the file's name comes in last."""
    return (p.article.date or date.max, p.article.title, p.article.id)


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
