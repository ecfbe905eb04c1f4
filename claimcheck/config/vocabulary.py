"""Read grammar, cues and vocabulary packs from claimcheck/data into one frozen Vocabulary."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from claimcheck.language.lemmas import noun_lemma
from claimcheck.model.rules import MetricRule
from claimcheck.model.vocabulary import (
    GRAMMAR_FIELDS,
    Action,
    Cues,
    Grammar,
    Qualities,
    Quality,
    Rate,
    Scale,
    Vocabulary,
    Weights,
)

_DATA = files("claimcheck") / "data"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def pack_names() -> tuple[str, ...]:
    """The packs that ship with claimcheck, sorted."""
    return tuple(sorted(p.name.removesuffix(".yaml") for p in (_DATA / "packs").iterdir() if p.name.endswith(".yaml")))


def read_vocabulary(packs: Sequence[str] = (), metrics: Iterable[MetricRule] = ()) -> Vocabulary:
    """The vocabulary of `packs` (none named: all that ship), sharpened by the newsroom's own `metrics`."""
    joined = _join(tuple(packs) or pack_names())
    rules = tuple(metrics)
    return _with_rules(joined, rules) if rules else joined


def _load(*path: str) -> Any:
    return yaml.load(_DATA.joinpath(*path).read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader either way


@cache
def _grammar() -> Grammar:
    raw = _load("en", "grammar.yaml")
    known = set(GRAMMAR_FIELDS)
    if set(raw) != known:
        raise ValueError(f"data/en/grammar.yaml: keys differ from Grammar: {sorted(set(raw) ^ known)}")
    frozen: dict[str, Any] = {k: MappingProxyType(v) if isinstance(v, dict) else frozenset(v) for k, v in raw.items()}
    frozen["verbs"] = frozenset({*raw["verbs"], *raw["irregular_verbs"].values()} - set(raw["verb_nouns"]))
    frozen["verb_nouns"] = frozenset({*raw["verbs"], *raw["irregular_verbs"].values(), *raw["verb_nouns"]})
    return Grammar(**frozen)


@cache
def _cues() -> Cues:
    raw = _load("en", "circumstances.yaml")
    status = {word: standing for standing, words in raw.pop("status").items() for word in words}
    nations = {form: nation for nation, forms in _load("en", "nations.yaml").items() for form in (nation, *forms)}
    spans = MappingProxyType({span: tuple(cues) for span, cues in raw.pop("spans").items()})
    words = {k: frozenset(v) for k, v in raw.items()}
    return Cues(status=MappingProxyType(status), nations=MappingProxyType(nations), spans=spans, **words)


@cache
def _qualities() -> Qualities:
    raw = _load("en", "qualities.yaml")
    return Qualities(
        dimensions=MappingProxyType(
            {
                dimension: tuple(_quality(name, body) for name, body in told.items())
                for dimension, told in raw["dimensions"].items()
            }
        ),
        kept=frozenset(raw["kept"]),
        amounts=frozenset(raw["amounts"]),
        events=MappingProxyType({form: event for event, forms in raw["events"].items() for form in (event, *forms)}),
    )


def _quality(name: str, body: Mapping[str, Any]) -> Quality:
    phrases = {key: frozenset(words) for key, words in body.items() if key != "plain"}
    return Quality(id=name, plain=bool(body.get("plain")), **phrases)


@cache
def _join(packs: tuple[str, ...]) -> Vocabulary:
    entities: dict[str, str] = {}
    kinds: dict[str, str] = {}
    actions: dict[str, Action] = {}
    contrasts: dict[str, list[tuple[int, str]]] = {}
    volatile: set[str] = set()
    growing: set[str] = set()
    loose: set[str] = set()
    roles: set[str] = set()
    marks: set[str] = set()
    measure_verbs: dict[str, str] = {}
    sum_nouns: dict[str, str] = {}
    sums: set[str] = set()
    sides: dict[str, str] = {}
    rates: list[Rate] = []
    row = 0
    for form, nation in _cues().nations.items():
        if noun_lemma(form.split()[-1], _grammar().irregular_nouns) == form.split()[-1]:
            contrasts[form] = [(row, nation)]  # words are told by their lemmas
    for name in packs:
        raw = _load("packs", f"{name}.yaml")
        for entity, forms in (raw.get("entities") or {}).items():
            for form in (entity, *forms):
                entities.setdefault(form, entity)
        for kind, members in (raw.get("kinds") or {}).items():
            kinds.update(dict.fromkeys(members, kind))
        for action, body in (raw.get("actions") or {}).items():
            actions[action] = _action(action, body)
        for measure, verbs in (raw.get("measures") or {}).items():
            measure_verbs.update(dict.fromkeys(verbs, measure))
        for entity, nouns in (raw.get("sums") or {}).items():
            sums.add(entity)
            sum_nouns.update(dict.fromkeys(nouns, entity))
        for side, words in (raw.get("sides") or {}).items():
            sides.update(dict.fromkeys(words, side))
        rates.extend(_rate(rate, body) for rate, body in (raw.get("rates") or {}).items())
        for words in raw.get("contrasts") or ():
            row += 1
            for word in words:
                contrasts.setdefault(word, []).append((row, word))
        volatile.update(raw.get("volatile") or ())
        growing.update(raw.get("growing") or ())
        loose.update(raw.get("loose") or ())
        roles.update(raw.get("roles") or ())
        marks.update(raw.get("marks") or ())
    frozen = _frozen(entities, kinds, actions, contrasts, volatile, growing, loose)
    return replace(
        frozen,
        measure_verbs=MappingProxyType(measure_verbs),
        sum_nouns=MappingProxyType(sum_nouns),
        sums=frozenset(sums),
        sides=MappingProxyType(sides),
        rates=tuple(rates),
        roles=frozenset(roles),
        marks=frozenset(marks),
    )


_ARTICLES = frozenset({"the", "a", "an", "their", "its"})


def _rate(name: str, body: Mapping[str, Any]) -> Rate:
    cues = {key: tuple(tuple(cue.split()) for cue in body.get(key) or ()) for key in ("does", "done", "unless")}
    return Rate(id=name, of=frozenset(body.get("of") or ()), bare=bool(body.get("bare")), **cues)


def _action(name: str, body: Mapping[str, Any]) -> Action:
    phrases = tuple(body.get("phrases") or ())
    only = {form: frozenset(kinds) for form, kinds in (body.get("only") or {}).items()}
    short = {told: phrase for phrase in phrases if (told := _headlined(phrase)) is not None and told not in phrases}
    return Action(
        id=name,
        verbs=frozenset(body.get("verbs") or ()),
        nouns=frozenset((*(body.get("nouns") or ()), *(body.get("persons") or ()))),
        persons=frozenset(body.get("persons") or ()),
        holders=frozenset(body.get("holders") or ()),
        by_name=frozenset(body.get("by_name") or ()),
        events=frozenset(body.get("events") or ()),
        states=frozenset(body.get("states") or ()),
        stock=frozenset(body.get("stock") or ()),
        phrases=(*phrases, *short),
        object=body.get("object"),
        called=body.get("called"),
        dimension=body.get("dimension"),
        told_as=body.get("as"),
        of=frozenset(body.get("of") or ()),
        never=frozenset(body.get("never") or ()),
        only=MappingProxyType(only | {told: only[phrase] for told, phrase in short.items() if phrase in only}),
        place=bool(body.get("place")),
        agent=bool(body.get("agent")),
        grows=bool(body.get("grows")),
        volatile=bool(body.get("volatile")),
    )


def _headlined(phrase: str) -> str | None:
    """The phrase as headlines have it, without its articles: "in dark"; None for one that has none or is left too short
    to say anything.
    """
    words = [word for word in phrase.split() if word not in _ARTICLES]
    return " ".join(words) if 1 < len(words) < len(phrase.split()) else None


def _breadth(action: Action, form: str, kinds: frozenset[str]) -> tuple[bool, bool, bool]:
    """The narrower sense of a form is asked first: limited to certain things, then to `kinds` of them, then to none."""
    return form not in action.only, not kinds.isdisjoint(action.only.get(form, ())), not action.of


def _frozen(
    entities: Mapping[str, str],
    kinds: Mapping[str, str],
    actions: Mapping[str, Action],
    contrasts: Mapping[str, list[tuple[int, str]]],
    volatile: Iterable[str],
    growing: Iterable[str],
    loose: Iterable[str],
) -> Vocabulary:
    def forms(field: str) -> Mapping[str, str]:
        return MappingProxyType({f: a.id for a in actions.values() for f in getattr(a, field)})

    senses: dict[str, list[str]] = {}
    phrases_from: dict[str, list[str]] = {}
    for action in actions.values():
        for form in {*action.verbs, *action.states, *action.phrases}:
            senses.setdefault(form, []).append(action.id)
        for phrase in action.phrases:
            phrases_from.setdefault(phrase.split()[0], []).append(phrase)
    spoken = {verb.split()[0] for action in actions.values() for verb in action.verbs}
    grammar = _grammar()
    named = frozenset(kinds.values())
    return Vocabulary(
        grammar=replace(grammar, verbs=grammar.verbs | spoken, verb_nouns=grammar.verb_nouns | spoken),
        cues=_cues(),
        qualities=_qualities(),
        entities=MappingProxyType(dict(entities)),
        entity_kinds=MappingProxyType(dict(kinds)),
        actions=MappingProxyType(dict(actions)),
        verb_actions=forms("verbs"),
        noun_actions=forms("nouns"),
        state_actions=forms("states"),
        phrase_actions=forms("phrases"),
        phrases_from=MappingProxyType({k: tuple(dict.fromkeys(v)) for k, v in phrases_from.items()}),
        person_nouns=frozenset(noun for action in actions.values() for noun in action.persons),
        senses=MappingProxyType(
            {k: tuple(sorted(v, key=lambda a: _breadth(actions[a], k, named))) for k, v in senses.items() if len(v) > 1}
        ),
        contrasts=MappingProxyType({k: tuple(v) for k, v in contrasts.items()}),
        volatile=frozenset(volatile),
        growing=frozenset(growing),
        loose=frozenset(loose),
    )


def _with_rules(base: Vocabulary, metrics: Sequence[MetricRule]) -> Vocabulary:
    """The newsroom's words win over the packs'."""
    entities = dict(base.entities)
    names = dict(base.names)
    growing = set(base.growing)
    for metric in metrics:
        forms = [form.lower() for form in (metric.name, *metric.nouns)]
        known = next((entities[form] for form in forms if form in entities), metric.name.lower())
        entities.update({form: known for form in forms if form not in base.noun_actions})
        names[known] = metric.name
        for form in (*forms, *(verb.lower() for verb in metric.verbs)):
            action = base.noun_actions.get(form) or base.verb_actions.get(form)
            if action is not None:
                names[f"{base.actions[action].object or action}/{action}"] = metric.name
        if metric.grows:
            growing.add(known)
    return replace(base, entities=MappingProxyType(entities), names=MappingProxyType(names), growing=frozenset(growing))


@cache
def read_weights() -> Weights:
    """The scales of linking from data/linking.yaml."""
    raw = _load("linking.yaml")
    return Weights(
        stories=_scale(raw["stories"]),
        agree=_scale(raw["agree"]),
        differ=_scale(raw["differ"]),
        slack=Decimal(str(raw["slack"])),
    )


def _scale(raw: Mapping[str, Any]) -> Scale:
    numbers = {name: float(value) for name, value in raw.items()}
    return Scale(threshold=numbers.pop("threshold"), weights=MappingProxyType(numbers))
