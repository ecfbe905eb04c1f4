"""The hours that articles give for a deed: "a quake struck at 4:30 p.m.", "it took off at 10.52am local time"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from claimcheck.checks.moments import with_bracket
from claimcheck.model.policy import WordingPolicy
from claimcheck.model.text import Article, Span

_HOUR, _NOON = 60, 12
_DAY = 24 * _HOUR
UTC = "utc"
"""The zone in which hours of all zones are told whose distance from it is known."""
_ROUND = ((15, 10), (5, 5), (1, 1))
"""Minutes: what is written as a multiple of the first may be off by the second."""
_HEDGED, _ASIDE = 12, 20
"""Minutes that "around 10 p.m." and "shortly after 10 p.m." may be off."""
_NOONS = 30
"""Minutes that "noon" and "midnight" may be off."""
_REACH, _COMMA, _JOINT = 110, 15, 100
"""Characters between an hour and its verb at most, and what a comma or the beginning of a clause between them adds."""
_NOUN_REACH = 24
_SENTENCE = 600
"""Characters to either side in which a sentence begins and ends."""
_ENDS = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour in an article: the `minute` of the day, which may be off by `slack`, in the time `zone`: "" is that of
    the place, and a zone whose hours ahead of UTC are known is told in `UTC`. `printed` is the hour as it stands there.
    `deed` names what happened then, by the row of `timed_deeds` or by what began ("count"), `days` are the days of the
    week that the sentence names.
    """

    article: Article
    span: Span
    number: Span
    printed: int
    minute: int
    slack: int
    zone: str
    deed: str
    days: frozenset[str]

    def fits(self, other: "Hour") -> bool:
        """Whether both can be one hour of the clock."""
        apart = abs(self.minute - other.minute)
        return min(apart, _DAY - apart) <= self.slack + other.slack

    def contradicts(self, other: "Hour") -> bool:
        """Whether one deed cannot have happened at both. What may be one moment in two zones that nobody names (7:33
        and 10:33) is no contradiction, unless half a day lies between.
        """
        apart = abs(self.minute - other.minute)
        unnamed = not self.zone and not other.zone and apart != _DAY // 2
        zones = unnamed and apart % _HOUR == 0 and self.minute % _HOUR != 0
        return not self.fits(other) and not zones

    @property
    def is_loose(self) -> bool:
        """Whether it is told as a little before or after an hour."""
        return self.slack >= _ASIDE and self.slack != _NOONS

    def on_another_day(self, other: "Hour") -> bool:
        """Whether the two name different days of the week."""
        return bool(self.days and other.days) and self.days.isdisjoint(other.days)


class _Words(NamedTuple):
    """The patterns of an hour and of what stands around it; `deed` has what each verb and noun tells of,
    `zones` each time zone's name for all of its names, and the minutes that it is ahead.
    """

    clock: re.Pattern[str]
    zone: re.Pattern[str]
    local: re.Pattern[str]
    lead: re.Pattern[str]
    bound: re.Pattern[str]
    hedge: re.Pattern[str]
    aside: re.Pattern[str]
    cleft: re.Pattern[str]
    joint: re.Pattern[str]
    restating: re.Pattern[str]
    deeds: re.Pattern[str]
    nouns: re.Pattern[str]
    days: re.Pattern[str]
    short: re.Pattern[str]
    openers: re.Pattern[str]
    event: str
    events: frozenset[str]
    deed: Mapping[str, str]
    zones: Mapping[str, tuple[str, int]]


def hours(article: Article, wording: WordingPolicy) -> Iterator[Hour]:
    """The hours of the article that stand with a deed, in order. Limits ("until 6 p.m.") and spans are none."""
    words = _words(wording)
    before: re.Match[str] | None = None
    for found in words.clock.finditer(article.text, article.body.start):
        restated = before is not None and words.restating.fullmatch(article.text, before.end(), found.start())
        before = before if restated else found
        hour = _hour(found, before or found, article, words)
        if hour is not None:
            yield hour


@cache
def _words(wording: WordingPolicy) -> _Words:
    morning, afternoon = (row.split() for row in wording.meridiems)
    noon, midnight = (row.split() for row in wording.noons)
    known = dict(_zones(wording.zones))
    zones = _any(known)
    clock = (
        r"(?<![\d.:,$£€/–-])(?:"
        rf"(?P<twelve>1[0-2]|0?[1-9])(?:[:.](?P<minutes>[0-5]\d))?\s?(?:{_any(morning)}|(?P<pm>{_any(afternoon)}))(?!\w)"
        r"|(?P<hour>[01]?\d|2[0-3]):(?P<past>[0-5]\d)(?![\d:.%])"
        rf"|(?P<noon>(?<!\w)(?:{_any(noon)}|(?P<midnight>{_any(midnight)})))(?!\w)"
        rf"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s(?:{zones})\b))"
    )
    names = [row.split("|")[0].strip() for row in wording.timed_nouns]
    deeds, nouns = (dict(_rows(rows, names)) for rows in (wording.timed_deeds, wording.timed_nouns))
    months = [form for row in wording.months for form in row.split()]
    weekdays = [row.split()[0] for row in wording.weekdays]
    of_an_hour = rf"(?:{_any((*morning, *afternoon))})\s+(?={_any((*weekdays, *known, *months))})"
    return _Words(
        clock=_pattern(clock),
        zone=_pattern(rf"[\s(,]*(?P<zone>{zones})\b"),
        local=_pattern(rf"[\s(,]*(?:{_any(wording.local_zones)})\b"),
        lead=_pattern(rf"\b(?:{_any(wording.hour_leads)})\s+$"),
        bound=_pattern(rf"(?:^|[\s(])(?:{_any(wording.hour_bounds)})\s*$"),
        hedge=_pattern(rf"\b(?:{_any(wording.hour_hedges)})\s+$"),
        aside=_pattern(rf"\b(?:{_any(wording.hour_sides)})\s+$"),
        cleft=_pattern(rf"\b(?:{_any(wording.hour_clefts)})\s+$"),
        joint=_pattern(rf"\b(?:{_any(wording.hour_joints)})\b|[;:—]"),
        restating=_pattern(rf"[\s,]*(?:{zones}|{_any(wording.local_zones)})?\s*[(/]\s*"),
        deeds=_pattern(rf"\b(?:{_any((*deeds, *wording.untimed_verbs))})\b"),
        nouns=_pattern(rf"\b(?:{_any(nouns)})\b"),
        days=_pattern(rf"\b(?:{_any(weekdays)})\b"),
        short=_pattern(rf"\b(?:(?:{_any(months)})\.\s+|{of_an_hour})"),
        openers=_pattern(rf"(?P<what>[^\W\d_]+)\s+(?:had\s+)?(?:{_any(wording.hour_openers)})$"),
        event=names[0],
        events=frozenset(wording.hour_subjects),
        deed={**nouns, **deeds},
        zones=known,
    )


def _rows(rows: Iterable[str], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name, row in zip(names, rows, strict=True):
        yield from ((form.strip(), name) for form in row.split("|"))


def _zones(rows: Iterable[str]) -> Iterator[tuple[str, tuple[str, int]]]:
    for row in rows:
        names = [name.strip() for name in row.split("|")]
        ahead = names.pop() if names[-1].lstrip("-").isdecimal() else None
        yield from ((name, (names[0] if ahead is None else UTC, int(ahead or 0) * _HOUR)) for name in names)


def _any(forms: Iterable[str]) -> str:
    """One of the forms, the longest that fits."""
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _hour(found: re.Match[str], told: re.Match[str], article: Article, words: _Words) -> Hour | None:
    """The hour; `told` is the one that it restates in another zone, or itself."""
    sentence = _sentence(article.text, found, words)
    before = article.text[sentence.start : told.start()]
    behind = article.text[found.end() : sentence.end]
    aside = words.aside.search(before)
    softened = aside or words.hedge.search(before)
    lead = before[: softened.start()] if softened else before
    zone = words.zone.match(behind)
    placed = zone or words.local.match(behind)
    if (aside is None and words.bound.search(lead)) or not (
        found["twelve"] or softened or placed or words.lead.search(lead)
    ):
        return None
    deed = _deed(lead, behind[placed.end() :] if placed else behind, words)
    if deed is None:
        return None
    printed = _minute(found)
    name, ahead = words.zones[zone["zone"].casefold()] if zone else ("", 0)
    minute = (printed - ahead) % _DAY
    slack = next(off for step, off in _ROUND if minute % step == 0)
    number = next(name for name in ("twelve", "hour", "military", "noon") if found[name])
    return Hour(
        article=article,
        span=with_bracket(article.text, Span(found.start(), found.end() + (placed.end() if placed else 0))),
        number=Span(found.start(number), found.end(number)),
        printed=printed // _HOUR,
        minute=minute,
        slack=max(slack, _NOONS if found["noon"] else 0, (_ASIDE if aside else _HEDGED) if softened else 0),
        zone=name,
        deed=deed,
        days=frozenset(day.casefold() for day in words.days.findall(sentence.of(article.text))),
    )


def _deed(lead: str, tail: str, words: _Words) -> str | None:
    """What happened at the hour between `lead` and `tail`: by the verb that stands nearest, or by a noun right before.
    None where that is a verb of no row.
    """
    opened = words.cleft.search(lead) is not None
    near = [(_cost(lead[found.end() :], words), lead[: found.end()], found) for found in words.deeds.finditer(lead)]
    for found in words.deeds.finditer(tail):
        gap = tail[: found.start()]
        cost = _cost(words.joint.sub(" ", gap, count=1) if opened else gap, words)
        near.append((cost, tail[: found.end()], found))
    beside = ((len(lead) - found.end(), lead[: found.end()], found) for found in words.nouns.finditer(lead))
    near.extend(one for one in beside if one[0] <= _NOUN_REACH)
    if not near:
        return None
    cost, before, found = min(near, key=lambda one: one[0])
    if cost > _REACH:
        return None
    began = words.openers.search(before)
    return words.deed.get(found.group().casefold()) if began is None else _begun(began, words)


def _begun(began: re.Match[str], words: _Words) -> str:
    """What a subject that began tells of: an attack that began is the event, a count is its own."""
    clause = words.joint.split(began.string[: began.end("what")])[-1].casefold().split()
    event = any(word in words.events or words.deed.get(word) == words.event for word in clause)
    return words.event if event else began["what"].casefold()


def _cost(gap: str, words: _Words) -> int:
    return len(gap) + _COMMA * gap.count(",") + _JOINT * len(words.joint.findall(gap))


def _minute(found: re.Match[str]) -> int:
    if found["noon"]:
        return 0 if found["midnight"] else _NOON * _HOUR
    if found["twelve"]:
        return (int(found["twelve"]) % _NOON + (_NOON if found["pm"] else 0)) * _HOUR + int(found["minutes"] or 0)
    if found["hour"]:
        return int(found["hour"]) * _HOUR + int(found["past"])
    return int(found["military"][:2]) * _HOUR + int(found["military"][2:])


def _sentence(text: str, found: re.Match[str], words: _Words) -> Span:
    """The sentence around the hour; "4:30 p.m. Sunday" and "Nov. 3" end none."""
    around = max(0, found.start() - _SENTENCE), found.end() + _SENTENCE
    first = max(text.rfind("\n", around[0], found.start()) + 1, around[0])
    last = text.find("\n", found.end(), around[1])
    line = text[first : around[1] if last < 0 else last]
    short = {found.end() for found in words.short.finditer(line)}
    ends = [end for end in _ENDS.finditer(line) if end.end() not in short]
    start = max((end.end() for end in ends if first + end.end() <= found.start()), default=0)
    end = min((end.start() for end in ends if first + end.start() + 1 >= found.end()), default=len(line))
    return Span(first + start, first + end)
