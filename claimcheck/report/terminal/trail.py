"""The trail of one finding as text, from the JSON document that holds it: `claimcheck explain FINDING-ID`."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import StringIO

from rich.text import Text

from claimcheck.model.finding import Verdict
from claimcheck.report.node import Node
from claimcheck.report.terminal.screen import NARROWEST, console_on
from claimcheck.report.view import SUSPECT, passage_at, plural

_PASSAGE = 240
_SMALL = Decimal("0.5")
_FACETS = (
    ("scope", "scope", "the whole"),
    ("period", "period", "the event's own"),
    ("status", "status", "–"),
    ("aspect", "aspect", "–"),
    ("attribution", "claimant", "nobody's word in particular"),
    ("as_of", "as of", "unknown"),
)
"""Field, name, and what its null means."""

Lines = Iterator[tuple[str, str]]
"""Style and line."""


def draw(document: Node, finding: Node, *, width: int, color: bool) -> str:
    """Everything that the document says of how `finding`, one of its findings, came about; ends in a line end."""
    stream = StringIO()
    console = console_on(stream, width, color=color)
    for style, line in _Trail(document, finding, max(width, NARROWEST)).lines():
        console.print(Text(line, style=style), soft_wrap=True)
    return stream.getvalue()


class _Trail:
    """One finding, its claims numbered: those of its sides first, then others that its ties lead to."""

    def __init__(self, document: Node, finding: Node, width: int) -> None:
        self._finding, self._trail, self._width = finding, finding["trail"], width
        self._documents = {str(entry["id"]): entry for entry in document["documents"]}
        self._claims = {str(entry["id"]): entry for entry in document["claims"]}
        ends = (str(tie[end]) for tie in self._trail["ties"] for end in ("a", "b"))
        told = dict.fromkeys((*finding["claims"].texts(), *ends))
        self._number = {claim: number for number, claim in enumerate(told, 1)}

    def lines(self) -> Lines:
        yield from self._head()
        sections: Iterable[tuple[str, Lines]] = (
            ("The claims", self._passages()),
            ("Why they stand together", self._ties()),
            ("What they were compared on", self._facets()),
            ("How the pairs were judged", self._pairs()),
            ("What it would take", self._unless()),
            ("Which copy changed it", self._copies()),
            ("Why this cause", self._causes()),
            ("Who says so", self._sides()),
            ("Why this severity", self._severity()),
            ("What the check saw", self._items("steps")),
        )
        for title, body in sections:
            told = list(body)
            if told:
                yield from (("", ""), ("bold", title), *told)

    def _head(self) -> Lines:
        finding = self._finding
        yield "bold", f"{finding['id']}: {finding['name']}, {finding['severity']}"
        yield from self._wrapped(str(finding["message"]), "  ", "  ")
        if finding["suggestion"].given:
            yield from self._wrapped(f"hint: {finding['suggestion']}", "  ", "    ")
        if finding["suppressed"].given:
            held = finding["suppressed"]
            yield from self._wrapped(f"suppressed by {held['by']}: {held['reason']}", "  ", "    ")

    def _passages(self) -> Lines:
        suspect = str(self._finding["suspect"]) if self._finding["suspect"].given else None
        own = set(self._finding["claims"].texts())
        for claim, number in self._number.items():
            entry = self._entry(claim)
            mark = SUSPECT if claim == suspect else " "
            outside = "" if claim in own else " (of the group, on no side)"
            place = f"{self._document(claim)['path']}:{entry['span']['line'].number}:{entry['span']['column'].number}"
            head = f"[{number}]"
            yield from self._wrapped(f"{head:<5}{mark} {self._source(claim)}{outside}", "  ", " " * 9)
            yield "dim", f"{'':9}{place}"
            yield from self._wrapped(self._passage(entry), " " * 9, " " * 9)

    def _ties(self) -> Lines:
        sides = [set(side.texts()) for side in self._finding["sides"]]
        across = [tie for tie in self._trail["ties"] if not any({str(tie["a"]), str(tie["b"])} <= s for s in sides)]
        if len(sides) > 1 and not across:
            yield from self._wrapped(
                "Each claim's strongest tie is to its own side; the figures were joined whole.", "  "
            )
        for tie in self._trail["ties"]:
            a, b = str(tie["a"]), str(tie["b"])
            yield from self._wrapped(f"{self._figure(a)} and {self._figure(b)}: {_signed(tie['score'])} in all", "  ")
            reasons = [(reason["weight"].number, str(reason["says"])) for reason in tie["reasons"]]
            for weight, says in reasons:
                if abs(weight) >= _SMALL:
                    yield from self._wrapped(f"{weight:+8.2f}  {says}", "  ", " " * 12)
            small = [(weight, says) for weight, says in reasons if abs(weight) < _SMALL]
            if small:
                words = "; ".join(f"{says} {weight:+.2f}" for weight, says in small)
                total = sum((weight for weight, _ in small), Decimal(0))
                yield from self._wrapped(f"{total:+8.2f}  in small pieces: {words}", "  ", " " * 12)

    def _facets(self) -> Lines:
        facets = list(self._trail["facets"])
        for field, name, absent in _FACETS if facets else ():
            values = [(str(f["claim"]), str(f[field]) if f[field].given else absent) for f in facets]
            yield from self._row(name, self._usual(values))
        told: dict[str, list[str]] = {}
        for facet in facets:
            for evidence in facet["evidence"].texts():
                told.setdefault(evidence, []).append(str(facet["claim"]))
        for evidence, claims in told.items():
            name = "passed over" if " passed over" in evidence else "read as"
            yield from self._row(name, f"{', '.join(self._refs(claims))} {evidence}")

    def _usual(self, values: Sequence[tuple[str, str]]) -> str:
        """The value that most have, then the others with their claims."""
        counts = Counter(value for _, value in values)
        usual = max(counts, key=lambda value: (counts[value], value), default="–")
        others = [value for value in counts if value != usual]
        told = [f"{', '.join(self._refs(c for c, v in values if v == value))} {value}" for value in others]
        return "; ".join((usual, *told)) if told else usual

    def _pairs(self) -> Lines:
        before: dict[tuple[int, str], str] = {}
        for pair in self._trail["comparisons"]:
            many = int(pair["pairs"].number)
            more = f" ({plural(many, 'pair')} of claims with these figures)" if many > 1 else ""
            ends = f"{self._figure(str(pair['a']))} against {self._figure(str(pair['b']))}"
            yield from self._wrapped(f"{ends}: {pair['verdict']}{more}", "  ")
            yield from self._wrapped(str(pair["why"]), "    ")
            rungs = {(n, str(rung["verdict"])): str(rung["fails"]) for n, rung in enumerate(pair["rungs"])}
            new = {rung: fails for rung, fails in rungs.items() if before.get(rung) != fails}
            for (_, verdict), fails in new.items():
                label = "comparable" if verdict == Verdict.NOT_COMPARABLE else f"not {verdict}"
                yield from self._row(label, fails, indent=4, room=16)
            if before and rungs and len(new) < len(rungs):
                yield "dim", "    for the rest as above"
            before = rungs or before
        left_out = int(self._trail["left_out"].number)
        if left_out:
            yield "dim", f"  and {plural(left_out, 'pair')} of figures more"

    def _unless(self) -> Lines:
        """What would change the verdict of the leading pair, told by what it would come to."""
        lead = next((pair for pair in self._trail["comparisons"] if list(pair["rungs"])), None)
        if lead is None:
            return
        ends = f"{self._figure(str(lead['a']))} and {self._figure(str(lead['b']))}"
        found = [(str(rung["verdict"]), rung["unless"].texts()) for rung in lead["rungs"]]
        harmless = [(verdict, unless) for verdict, unless in found if unless and verdict != Verdict.DISPUTED]
        if harmless:
            yield from self._wrapped(f"{ends} would be no conflict, but …", "  ")
        for verdict, unless in harmless:
            yield from self._row(f"… {verdict}", "if " + "; or if ".join(unless), indent=4, room=18)
        for _, unless in (entry for entry in found if entry[1] and entry[0] == Verdict.DISPUTED):
            yield from self._wrapped(f"and a dispute if {'; or if '.join(unless)}.", "  ")

    def _copies(self) -> Lines:
        for copy in self._trail["copies"]:
            mine, theirs = str(copy["copy"]), str(copy["original"])
            verb = "copies" if copy["directed"].holds else "has the same words as"
            told = f"{self._path(mine)} {verb} {self._path(theirs)} and has {self._text(mine)} where that has"
            alike = f"{copy['alike'].number * 100:.0f} percent of the words in one order"
            why = "the articles are one origin" if copy["one_origin"].holds else alike
            yield from self._item(f"{told} {self._text(theirs)} ({why})")

    def _causes(self) -> Lines:
        for rank, cause in zip(("chosen", "runner-up"), self._trail["causes"], strict=False):
            words = f": {cause['words']}" if str(cause["words"]) else ""
            yield from self._row(rank, f"{cause['check']} {cause['name']}, fit {cause['fit'].number}{words}")

    def _sides(self) -> Lines:
        for side in self._trail["sides"]:
            claims, origins = side["claims"].texts(), side["origins"].texts()
            names = ", ".join(self._name(origin) for origin in origins)
            among = " among them" if len(origins) > 1 else ""
            primary = f", a primary source{among}" if side["primary"].holds else ""
            independent = "1 origin" if len(origins) == 1 else f"{len(origins)} independent origins"
            head = f"{', '.join(self._refs(claims))}: {independent}{primary}, weight {side['weight'].number}"
            yield from self._wrapped(f"{head} ({names})", "  ")
        suspect = self._finding["suspect"]
        if self._trail["suspect"].given:
            who = f"suspect {self._figure(str(suspect))}: " if suspect.given else ""
            yield from self._wrapped(f"{who}{self._trail['suspect']}", "  ")

    def _severity(self) -> Lines:
        yield from self._items("severity")
        for doubt in self._trail["doubts"].texts():
            yield from self._item(f"doubt: {doubt}")

    def _items(self, field: str) -> Lines:
        for step in self._trail[field].texts():
            yield from self._item(step)

    def _entry(self, claim: str) -> Node:
        found = self._claims.get(claim)
        return found if found is not None else self._finding[f"claim {claim}"]

    def _document(self, claim: str) -> Node:
        name = str(self._entry(claim)["document"])
        found = self._documents.get(name)
        return found if found is not None else self._finding[f"document {name}"]

    def _path(self, claim: str) -> str:
        return str(self._document(claim)["path"])

    def _source(self, claim: str) -> str:
        document = self._document(claim)
        return str(document["source"]) if document["source"].given else str(document["path"])

    def _name(self, origin: str) -> str:
        document = self._documents.get(origin)
        return origin if document is None or not document["source"].given else str(document["source"])

    def _text(self, claim: str) -> str:
        return f'"{self._entry(claim)["quantity"]["text"]}"'

    def _figure(self, claim: str) -> str:
        return f"[{self._number[claim]}] {self._text(claim)}" if claim in self._number else self._text(claim)

    def _refs(self, claims: Iterable[str]) -> list[str]:
        return [f"[{self._number[claim]}]" for claim in claims if claim in self._number]

    def _passage(self, entry: Node) -> str:
        sentence, at = entry["sentence"].text, int(entry["at"].number)
        shown = passage_at(sentence, at, at + len(entry["quantity"]["text"].text), _PASSAGE)
        return f"{shown.before}»{shown.figure}«{shown.after}"

    def _item(self, text: str) -> Lines:
        yield from self._wrapped(f"- {text}", "  ", "    ")

    def _row(self, name: str, text: str, *, indent: int = 2, room: int = 12) -> Lines:
        yield from self._wrapped(f"{name:<{room}} {text}", " " * indent, " " * (indent + room + 1))

    def _wrapped(self, text: str, first: str, rest: str | None = None) -> Lines:
        lines = textwrap.wrap(
            text,
            self._width,
            initial_indent=first,
            subsequent_indent=f"{first}  " if rest is None else rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from (("", line) for line in lines)


def _signed(number: Node) -> str:
    return f"{number.number:+.2f}"
