"""Which country's dollar an article means by a bare "$" or "dollars"."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.extract.phrases import ahead
from claimcheck.extract.restated import swapped
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import Mention
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Dimension, UnitId
from claimcheck.model.text import Sentence, Span

_DOLLAR, _EURO = UnitId("USD"), UnitId("EUR")
_STERLING, _POUND = UnitId("GBP"), UnitId("pound")
_CENTS = " cent"


def settle_cents(mentions: Sequence[Mention], lex: Lexicon) -> list[Mention]:
    """Bare cents as those of the euro in a sentence that tells sums in euros and none in dollars."""
    told: dict[int, set[UnitId]] = {}
    for mention in mentions:
        if not _in_cents(mention):
            told.setdefault(mention.sentence, set()).add(mention.quantity.unit.id)
    euro = lex.units.by_id[_EURO]

    def european(mention: Mention) -> bool:
        others = told.get(mention.sentence, set())
        return _in_cents(mention) and _EURO in others and _DOLLAR not in others

    return [swapped(m, {_DOLLAR: euro}) if european(m) else m for m in mentions]


def settle_pounds(mentions: Sequence[Mention], sentences: Sequence[Sentence], lex: Lexicon) -> list[Mention]:
    """Bare pounds as money in an article that tells sterling otherwise ("£3bn", "40 pence"), unless they are of
    something: "40 pounds of cocaine".
    """
    if not any(m.quantity.unit.id == _STERLING for m in mentions):
        return list(mentions)
    texts = {sentence.index: sentence for sentence in sentences}
    sterling = lex.units.by_id[_STERLING]

    def paid(mention: Mention) -> bool:
        if mention.quantity.unit.id != _POUND or mention.quantity.per is not None:
            return False
        sentence = texts[mention.sentence]
        after = sentence.text[mention.quantity.span.end - sentence.span.start :].split(maxsplit=1)
        return not after or after[0].lower() not in lex.numerals.of

    return [swapped(m, {_POUND: sterling}) if paid(m) else m for m in mentions]


def _in_cents(mention: Mention) -> bool:
    return mention.quantity.unit.id == _DOLLAR and _CENTS in mention.quantity.surface.lower()


def settle_dollars(mentions: Sequence[Mention], sentences: Sequence[Sentence], lex: Lexicon) -> list[Mention]:
    """Bare dollars as another country's where the article leaves no doubt: it says so ("in Canadian dollars"), or it
    sets the bare sign against "US$" and names that country's places. Otherwise they stay American.
    """
    if not any(m.quantity.unit.id == _DOLLAR for m in mentions):
        return list(mentions)
    meant = _stated(sentences, lex) or _contrasted(mentions, sentences, lex)
    if meant is None:
        return list(mentions)
    unit = lex.units.by_id[meant]
    return [swapped(m, {_DOLLAR: unit}) if _is_bare(m) else m for m in mentions]


def _is_bare(mention: Mention) -> bool:
    """Whether the dollar's country is left unsaid: "$5", "5 dollars", not "US$5"."""
    quantity = mention.quantity
    if quantity.unit.dimension is not Dimension.MONEY or quantity.unit.id != _DOLLAR:
        return False
    at = quantity.surface.find("$")
    before = quantity.surface[max(0, at - 2) : at].strip()
    return not before[-1:].isalpha() and not before.endswith(".") and "U" not in quantity.surface


def _stated(sentences: Sequence[Sentence], lex: Lexicon) -> UnitId | None:
    """The dollar of a statement such as "all figures in Canadian dollars"."""
    for sentence in sentences:
        if "ollars" not in sentence.text:
            continue
        t = Tokens(sentence.text)
        for i in range(t.n):
            found = ahead(lex.units.dollar_statements, t, i)
            if found is not None:
                return found[0]
    return None


def _contrasted(mentions: Sequence[Mention], sentences: Sequence[Sentence], lex: Lexicon) -> UnitId | None:
    """The dollar of the places named, when a bare "$" is restated in "US$" or the other way round."""
    dollars = {m.quantity.span: _is_bare(m) for m in mentions if m.quantity.unit.id == _DOLLAR}
    if not _restated_in_dollars(mentions, dollars, sentences):
        return None
    named: Counter[UnitId] = Counter()
    for sentence in sentences:
        for unit, places in lex.units.other_dollars.items():
            named[unit] += sum(place in sentence.text for place in places)
    (best, count), *rest = named.most_common(2) or [(_DOLLAR, 0)]
    return best if count and (not rest or count > rest[0][1]) else None


def _restated_in_dollars(mentions: Sequence[Mention], bare: dict[Span, bool], sentences: Sequence[Sentence]) -> bool:
    texts = {sentence.index: sentence for sentence in sentences}
    for a, b in pairwise(mentions):
        if a.sentence != b.sentence or bare.get(a.quantity.span) == bare.get(b.quantity.span):
            continue
        if a.quantity.span not in bare or b.quantity.span not in bare:
            continue
        sentence = texts[a.sentence]
        start = sentence.span.start
        if sentence.text[a.quantity.span.end - start : b.quantity.span.start - start].strip() == "(":
            return True
    return False
