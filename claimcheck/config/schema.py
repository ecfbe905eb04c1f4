"""rules.yaml as one table: every key, its shape and its meaning. Also the JSON Schema made from it."""

from decimal import Decimal
from typing import TypeAlias, assert_never

from claimcheck.config.shapes import Choice, Day, Flag, Key, Listing, Number, Record, Regex, Shape, Table, Text
from claimcheck.model.quantity import Dimension, Qualifier

Json: TypeAlias = "bool | int | str | Decimal | list[Json] | dict[str, Json] | None"

SEVERITIES = Choice(what="severity", values=("error", "warning", "note"))
SETTINGS = Choice(what="severity", values=("error", "warning", "note", "off"))
SOURCE_KINDS = Choice(what="kind of source", values=("primary", "wire", "outlet"))
DIMENSIONS = Choice(what="dimension", values=tuple(Dimension))
WIDENED = Choice(what="qualifier", values=(Qualifier.ABOUT, Qualifier.NEARLY))
VERDICTS = Choice(what="expectation", values=("conflict", "agree"))

_TEXTS = Listing(item=Text(), single=True)
_REGEXES = Listing(item=Regex(), single=True)
_PROPORTION = Number(low=Decimal(0), high=Decimal(1))

OPERATION = Record(
    what="operation",
    unique="name",
    keys={
        "name": Key(shape=Text(), required=True, doc="What reports call the event."),
        "aliases": Key(shape=_TEXTS, doc="Other names, matched as whole words, whatever the case."),
        "patterns": Key(shape=_REGEXES, doc="Regular expressions that mean this event."),
        "period": Key(shape=Text(), doc="When it was: a day, month, year or two of them with .. between."),
        "scope": Key(shape=Text(), doc="Where it was, or what part of the world it covers."),
        "agencies": Key(shape=_TEXTS, doc="Who acted or published."),
        "excludes": Key(shape=_TEXTS, doc="Words that mean another event when they stand in the sentence or title."),
    },
)
METRIC = Record(
    what="metric",
    unique="name",
    keys={
        "name": Key(shape=Text(), required=True, doc="What is measured, as reports call it."),
        "nouns": Key(shape=_TEXTS, doc="Nouns that name it, in the singular."),
        "verbs": Key(shape=_TEXTS, doc="Verbs that imply it, in the infinitive."),
        "dimension": Key(shape=DIMENSIONS, doc="What its figures are measured in."),
        "grows": Key(
            shape=Flag(),
            doc="Whether it can only rise as reports come in, as a death toll does: a lower figure of an earlier day is"
            " then superseded and no conflict.",
        ),
        "tolerance": Key(shape=_PROPORTION, doc="Relative difference that still agrees: 0.02 is two percent."),
        "severity": Key(shape=SEVERITIES, doc="The severity of every finding about it; stronger than checks."),
    },
)
SOURCE = Record(
    what="source",
    unique=None,
    keys={
        "pattern": Key(shape=Regex(), required=True, doc="Searched in an article's source, url and path."),
        "kind": Key(shape=SOURCE_KINDS, doc="primary published the figure first-hand; wire is copied by others."),
        "weight": Key(shape=Number(low=Decimal(0)), doc="Multiplies its say when sides are weighed; 1 is usual."),
    },
)
EXAMPLE = Record(
    what="example",
    unique=None,
    keys={
        "text": Key(shape=Listing(item=Text(), single=True), required=True, doc="A passage, or several to compare."),
        "operation": Key(shape=Text(), doc="The operation that its figures must resolve to."),
        "metric": Key(shape=Text(), doc="The metric that its figures must resolve to."),
        "expect": Key(shape=VERDICTS, doc="Whether the passages must agree or conflict."),
    },
)


def root(packs: tuple[str, ...], checks: tuple[str, ...]) -> Record:
    """The whole file, for an installation with these vocabulary packs and check codes."""
    return Record(
        what="rules file",
        unique=None,
        keys={
            "extends": Key(
                shape=Listing(item=Choice(what="pack", values=packs, file=True), single=True),
                doc="What to build on: vocabulary packs by name, other rules files by their path.",
            ),
            "operations": Key(shape=Listing(item=OPERATION), doc="Named events."),
            "metrics": Key(shape=Listing(item=METRIC), doc="Measures, beyond those of the packs."),
            "sources": Key(shape=Listing(item=SOURCE), doc="What kind of source an article is."),
            "qualifiers": Key(
                shape=Table(keys=WIDENED, value=_PROPORTION),
                doc="Half-width of an approximate figure, relative to it: about: 0.1 is ten percent either side.",
            ),
            "loose_bound_ratio": Key(
                shape=Number(low=Decimal(1)),
                doc="How far beyond a bound a figure may lie before it is a loose bound, which is no conflict; usually"
                ' 2. At 2, "more than 600" is close to anything up to 1,200.',
            ),
            "checks": Key(
                shape=Table(keys=Choice(what="check", values=checks), value=SETTINGS),
                doc="How grave the findings of a check are, in place of its own judgement, or off. CC301: note"
                " switches that check on.",
            ),
            "examples": Key(shape=Listing(item=EXAMPLE), doc="Passages that hold these rules to their purpose."),
        },
    )


def json_schema(record: Record) -> dict[str, Json]:
    """The JSON Schema (2020-12) of a rules file, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "claimcheck rules",
        "description": "What a newsroom tells claimcheck: events, measures, sources, severities.",
        **_record(record),
    }


def _record(record: Record) -> dict[str, Json]:
    properties: dict[str, Json] = {
        name: {"description": key.doc, **_schema(key.shape)} for name, key in record.keys.items()
    }
    required: list[Json] = [name for name, key in record.keys.items() if key.required]
    schema: dict[str, Json] = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**schema, "required": required} if required else schema


def _schema(shape: Shape) -> dict[str, Json]:
    match shape:
        case Text():
            return {"type": "string", "minLength": 1}
        case Regex():
            return {"type": "string", "format": "regex", "minLength": 1}
        case Flag():
            return {"type": "boolean"}
        case Day():
            return {"type": "string", "format": "date"}
        case Number():
            return _number(shape)
        case Choice():
            return _choice(shape)
        case Listing():
            return _listing(shape)
        case Table():
            properties: dict[str, Json] = {key: _schema(shape.value) for key in shape.keys.values}
            return {"type": "object", "additionalProperties": False, "properties": properties}
        case Record():
            return _record(shape)
        case _:
            assert_never(shape)


def _choice(shape: Choice) -> dict[str, Json]:
    named: dict[str, Json] = {"enum": list(shape.values)}
    return {"anyOf": [named, {"type": "string", "pattern": r"\.ya?ml$"}]} if shape.file else named


def _number(shape: Number) -> dict[str, Json]:
    ends: dict[str, Json] = {}
    if shape.low is not None:
        ends["minimum"] = shape.low
    if shape.high is not None:
        ends["maximum"] = shape.high
    return {"type": "number", **ends}


def _listing(shape: Listing) -> dict[str, Json]:
    many: dict[str, Json] = {"type": "array", "items": _schema(shape.item)}
    return {"anyOf": [_schema(shape.item), many]} if shape.single else many
