"""Lemmas and tags, held to the tables of tests/cases/language."""

import pytest
from case_tables import Case, params, table
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.config.vocabulary import read_vocabulary
from claimcheck.language.lemmas import noun_lemma, verb_lemma
from claimcheck.language.tokens import Tag, Token, tokenize
from claimcheck.model.text import Span

GRAMMAR = read_vocabulary().grammar


@pytest.mark.parametrize("case", params("language/lemmas"))
def test_lemma(case: Case) -> None:
    nouns = noun_lemma(case["form"], GRAMMAR.irregular_nouns)
    verbs = verb_lemma(case["form"], GRAMMAR.irregular_verbs, GRAMMAR.verbs)
    assert {"noun": nouns, "verb": verbs}[case["kind"]] == case["lemma"]


def tagged(text: str, figures: list[str], offset: int = 0) -> tuple[Token, ...]:
    spans, at = [], 0
    for words in figures:
        at = text.index(words, at)
        spans.append(Span(at + offset, at + offset + len(words)))
        at += len(words)
    return tokenize(text, offset, spans, GRAMMAR)


@pytest.mark.parametrize("case", params("language/tags"))
def test_tags(case: Case) -> None:
    tokens = tagged(case["text"], case["figures"])
    assert " ".join(t.tag.name.lower() for t in tokens) == case["tags"], [(t.text, t.tag.name) for t in tokens]


@pytest.mark.parametrize("case", table("language/tags"), ids=lambda case: str(case["name"]))
def test_tokens_keep_their_place_wherever_the_sentence_stands(case: Case) -> None:
    here, there = tagged(case["text"], case["figures"]), tagged(case["text"], case["figures"], offset=100)
    assert [t.tag for t in here] == [t.tag for t in there]
    for token, moved in zip(here, there, strict=True):
        assert token.span.of(case["text"]) == token.text
        assert moved.span == Span(token.span.start + 100, token.span.end + 100)
    assert [t.figure for t in here if t.tag is Tag.FIGURE] == list(range(len(case["figures"])))


def test_a_word_that_the_folder_uses_as_a_name_is_one_at_the_head_too() -> None:
    folders = (frozenset[str](), frozenset({"renfrewshire"}))
    plain, proper = (tokenize("Renfrewshire voted no", 0, (), GRAMMAR, names)[0] for names in folders)
    assert (plain.tag, proper.tag) == (Tag.WORD, Tag.NAME)


def test_a_typographic_apostrophe_is_an_apostrophe() -> None:
    typed, printed = tagged("the DEA's raids", []), tagged("the DEA’s raids", [])
    assert [(t.lower, t.lemma, t.tag) for t in typed] == [(t.lower, t.lemma, t.tag) for t in printed]


def test_there_are_enough_cases_and_no_two_of_one_name() -> None:
    for name, least in (("lemmas", 50), ("tags", 20)):
        names = [case["name"] for case in table(f"language/{name}")]
        assert len(names) >= least
        assert len(set(names)) == len(names)


@given(st.text(max_size=200))
def test_any_text_is_cut_into_words_in_order(text: str) -> None:
    tokens = tokenize(text, 7, (), GRAMMAR)
    at = 7
    for token in tokens:
        assert token.span.start >= at
        assert text[token.span.start - 7 : token.span.end - 7] == token.text
        assert token.text
        at = token.span.end


@given(st.text(alphabet=st.characters(categories=["Ll"]), min_size=1, max_size=20))
def test_any_word_has_a_lemma(word: str) -> None:
    assert noun_lemma(word, {})
    assert verb_lemma(word, {}, frozenset())
