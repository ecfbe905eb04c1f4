"""Bare millions that are money: "for whom Liverpool paid 13 million", in an article of one currency."""

from collections.abc import Sequence

from claimcheck.extract.restated import swapped
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import Mention, MentionKind
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import COUNT_UNIT, Dimension, UnitId
from claimcheck.model.text import Sentence

_LARGE = ("million", "billion", "m", "bn", "mln", "bln", "millones")
_MASS_POUND, _STERLING = UnitId("pound"), UnitId("GBP")
_NAMES = 3
_BOUGHT_REACH = 9
_TELLING = frozenset(("of", "is", "was", "at", "de"))
_TOWARD = frozenset(("for", "por"))


def settle_paid(mentions: Sequence[Mention], sentences: Sequence[Sentence], lex: Lexicon) -> list[Mention]:
    """Bare millions as money of the article's one currency where the words say that they were paid, or are the size of
    a fee, a price or a bid, and where nothing stands behind them that they could count: "paid 13 million people".
    """
    currencies = {m.quantity.unit.id: m.quantity.unit for m in mentions if m.quantity.unit.dimension is Dimension.MONEY}
    if len(currencies) != 1:
        return list(mentions)
    (unit,) = currencies.values()
    texts = {sentence.index: sentence for sentence in sentences}

    def paid(mention: Mention) -> bool:
        quantity = mention.quantity
        bare = quantity.unit is COUNT_UNIT and quantity.per is None and mention.kind is MentionKind.AMOUNT
        if not bare or not quantity.surface.lower().endswith(_LARGE):
            return False
        before, after = _around(mention, texts[mention.sentence])
        return _counts_nothing(after, lex) and (
            _is_paid(before, lex) or _names_sum(before, lex) or _is_price(before, lex)
        )

    return [swapped(m, {COUNT_UNIT.id: unit}) if paid(m) else m for m in mentions]


def settle_paid_pounds(mentions: Sequence[Mention], sentences: Sequence[Sentence], lex: Lexicon) -> list[Mention]:
    """Millions of pounds that were paid as sterling: "Rovers paid 42 million pounds for Holt"; not "pounds of beef"."""
    texts = {sentence.index: sentence for sentence in sentences}

    def paid(mention: Mention) -> bool:
        quantity = mention.quantity
        if quantity.unit.id != _MASS_POUND or quantity.per is not None:
            return False
        before, after = _around(mention, texts[mention.sentence])
        large = any(word in quantity.surface.lower().split() for word in _LARGE)
        told = _is_paid(before, lex) or (large and (_names_sum(before, lex) or _is_price(before, lex)))
        return told and after.low[0] not in lex.numerals.of

    return [swapped(m, {_MASS_POUND: lex.units.by_id[_STERLING]}) if paid(m) else m for m in mentions]


def _around(mention: Mention, sentence: Sentence) -> tuple[Tokens, Tokens]:
    """The words of the sentence before the figure and behind it."""
    span, first = mention.quantity.span, sentence.span.start
    return Tokens(sentence.text[: span.start - first]), Tokens(sentence.text[span.end - first :])


def _counts_nothing(after: Tokens, lex: Lexicon) -> bool:
    """Whether no noun, and no "of" one, stands behind the figure."""
    low = after.low[0]
    return low not in lex.numerals.of and (not after.is_word(0) or low in lex.cues.function_words)


def _is_paid(before: Tokens, lex: Lexicon) -> bool:
    """As in "paid 13 million", "cost Santos 5 million"."""
    at = before.n - 1
    while at > 0 and before.is_capital(at) and before.n - at <= _NAMES:
        at -= 1
    return at >= 0 and before.low[at] in lex.units.paying


def _names_sum(before: Tokens, lex: Lexicon) -> bool:
    """As in "a fee of 120 million", "the price was 15 million"."""
    last = before.n - 1
    return last > 0 and before.low[last] in _TELLING and before.low[last - 1] in lex.units.sums


def _is_price(before: Tokens, lex: Lexicon) -> bool:
    """As in "he bought it for 1.8 million"."""
    last = before.n - 1
    if last < 1 or before.low[last] not in _TOWARD:
        return False
    reach = before.low[max(0, last - _BOUGHT_REACH) : last]
    return any(low in lex.units.buying for low in reach)
