"""Who has what a figure counts: names before figures, subjects of verbs, labels; nobody where no name says so."""

import pytest
from factories import article

from claimcheck.api import extract_claims
from claimcheck.model.claim import Claim
from claimcheck.model.rules import Rules


def claim_of(text: str, figure: str) -> Claim:
    claims = extract_claims(
        [article("a.md", f"Reporters were told of it on a quiet afternoon.\n\n{text}")], Rules()
    ).claims
    return next(claim for claim in claims if claim.quantity.surface == figure)


@pytest.mark.parametrize(
    ("text", "figure", "name", "others"),
    [
        ("Barrow won 263,515 votes.", "263,515", "Barrow", ""),
        ("Barrow won 263,515 votes and President Jammeh 212,099.", "212,099", "President Jammeh", "barrow"),
        ("Barrow won 263,515 votes (45.5%), Jammeh 212,099 (36.7%).", "36.7%", "Jammeh", "barrow"),
        ("In the end Labour had won 412 seats and the Conservatives 121.", "121", "Conservatives", "labour"),
        ("Cut are 11,000 people by Meta, Microsoft 10,000, Amazon 18,000.", "10,000", "Microsoft", "amazon"),
        (
            "So stood Barrow and Jammeh.\n\n| Name | Votes |\n| - | - |\n| Barrow | 227,708 |\n| Jammeh | 208,487 |",
            "208,487",
            "Jammeh",
            "barrow",
        ),
        ("- PUK: 319,219\n- KDP: 688,070", "688,070", "KDP", "puk"),
        ("So did Mama Kandeh, who stood for a third party, win 102,969 (17.8%).", "17.8%", "Mama Kandeh", ""),
        ("Mama Kandeh of the newly formed GDC had 15.7%.", "15.7%", "Mama Kandeh", ""),
        ("Third came Kandeh, with 17.8 percent of the vote.", "17.8 percent", "Kandeh", ""),
        ("Second was the National Front's Marine Le Pen with 21.3%.", "21.3%", "Marine Le Pen", ""),
        ("Marine Le Pen, the leader of the Front, won 21.3% of the vote.", "21.3%", "Marine Le Pen", ""),
        ("Of the 300 seats, 149 went to Syriza.", "149", "Syriza", ""),
        ("298 of the 452 seats were held by the pro-Beijing camp.", "298", "pro-Beijing camp", ""),
        ("The pro-Beijing camp had 298 of the 452 seats.", "298", "pro-Beijing camp", ""),
        ("So stood it.\n\n| Name | Votes |\n| - | - |\n| Mama Kandeh | 227,708 |", "227,708", "Mama Kandeh", ""),
        ("Smith led Jones 51.2% to 47.9% in the election.", "51.2%", "Smith", "jones"),
        ("Smith led Jones 51.2% to 47.9% in the election.", "47.9%", "Jones", "smith"),
        ("Smith beat Jones by 51.2 percent of the vote to 47.9 percent.", "51.2 percent", "Smith", "jones"),
        ("Ann Smith defeated Bo Jones, 1,204,551 votes to 1,102,330.", "1,102,330", "Bo Jones", "ann smith"),
        ("Smith beat Jones 51.2% to 47.9% for the seat.", "47.9%", "Jones", "smith"),
        ("Hillary Clinton has 2,310 delegates to 1,542 for Sanders.", "1,542", "Sanders", "clinton hillary"),
        ("Hillary Clinton has 2,310 delegates to 1,542 for Sanders.", "2,310", "Hillary Clinton", "sanders"),
        ("Like Nokia, Apple said it had sold 9 million phones.", "9 million", "Apple", ""),
    ],
)
def test_a_name_has_it(text: str, figure: str, name: str, others: str) -> None:
    holder = claim_of(text, figure).holder
    assert holder is not None
    assert holder.name == name
    assert holder.others == set(others.split())


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Police arrested 617 people in Harrow.", "617"),
        ("There were 617 arrests.", "617"),
        ("In Kandahar 40 people died.", "40"),
        ("Robinson said 14 people were hurt.", "14"),
        ("The candidate of the coalition won 263,515 votes.", "263,515"),
        ("They cut 2,310 jobs to 1,542 for a while.", "1,542"),
        ("Leading Jones, they raised it from 51 percent to 62 percent.", "62 percent"),
        ("The senator led Jones 51.2% to 47.9% in the election.", "51.2%"),
        ("Police, who came from Kern, had 40 dogs.", "40"),
        ("298 of the 452 seats were held by the pro-Beijing camp.", "452"),
        ("The pro-Beijing camp had 298 of the 452 seats.", "452"),
        ("There, 149 people went to Athens.", "149"),
        ("Workers of the Omaha plant in all had 40 dogs.", "40"),
    ],
)
def test_no_name_has_it(text: str, figure: str) -> None:
    assert claim_of(text, figure).holder is None
