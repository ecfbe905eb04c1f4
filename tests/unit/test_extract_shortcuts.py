"""The cheap tests that spare the rules must never hide what the rules would find."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from claimcheck.config.lexicon import load_lexicon
from claimcheck.extract.codes import any_code, code_at
from claimcheck.extract.digits import read_digits
from claimcheck.extract.numeral import ONE, Head, plain_numeral
from claimcheck.extract.numerals import read_numeral
from claimcheck.language.scan import Tokens

CASES = Path(__file__).parent.parent / "cases" / "extract"


def _numbers() -> Iterator[tuple[Tokens, int]]:
    for path in sorted(CASES.glob("*.yaml")):
        if path.stem.startswith("held_out"):
            continue
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            t = Tokens(row["text"])
            yield from ((t, i) for i in range(t.n) if t.is_number(i))


def test_no_code_is_missed() -> None:
    lex = load_lexicon()
    missed = [t.source for t, i in _numbers() if code_at(t, i, lex, 0) != any_code(t, i, lex, 0)]
    assert not missed


def test_a_number_alone_is_what_its_digits_say() -> None:
    lex = load_lexicon()
    for written in ("0", "7", "100", "1,200", "3.50", "700000", "0.25"):
        digits = read_digits(written)
        assert digits is not None
        step = ONE.scaleb(-digits.places) if digits.places else ONE
        expected = plain_numeral(Head(0, digits.value, step, 1, False))
        assert read_numeral(Tokens(f"{written} people"), 0, lex) == expected
