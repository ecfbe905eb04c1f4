"""The formats that other programs read: what each must not lose, and what no article's words may do to it."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from gate_factory import CHECKS, gate, many
from report_factory import article, claim, finding, group, report

from claimcheck.model.finding import Severity, Verdict
from claimcheck.model.report import Report
from claimcheck.protocols import RenderOptions, Site, View
from claimcheck.report import claimreview, sarif
from claimcheck.report.node import Node
from claimcheck.report.registry import named, names
from claimcheck.report.spots import address, located

OPTIONS = RenderOptions(checks=CHECKS, gate=Severity.ERROR, exit_code=1)
TEXTS = {found.path: found.text for found in gate().articles}


def loaded(name: str, told: Report, options: RenderOptions = OPTIONS) -> Node:
    return Node(json.loads(named(name).render(told, options)), name)


def run_of(told: Report, options: RenderOptions = OPTIONS) -> Node:
    return next(iter(loaded("sarif", told, options)["runs"]))


def crlf() -> Report:
    """A figure that is broken over two lines, in an article with the line ends of three systems."""
    page = article("a.txt", "One.\r\nTwo\rThree 7\r\nvans and 9 dogs.\n")
    claims = [claim(page, "7\r\nvans", "7", "vans"), claim(page, "9", "9", "vans")]
    found = finding("CC101", Severity.ERROR, "vans", [claims[:1], claims[1:]], suspect=claims[0])
    return report([page], [group(claims, Verdict.CONFLICT)], [found])


def regions(results: Node) -> Iterator[tuple[str, Node]]:
    for result in results:
        related = result["relatedLocations"] if "relatedLocations" in keys(result) else ()
        for location in (*result["locations"], *related):
            place = location["physicalLocation"]
            yield unquote(place["artifactLocation"]["uri"].text), place["region"]
            yield unquote(place["artifactLocation"]["uri"].text), place["contextRegion"]


def keys(node: Node) -> frozenset[str]:
    assert isinstance(node.value, dict)
    return frozenset(node.value)


def words(text: str, region: Node) -> str:
    """The words at a region, in the way of a consumer: by lines and columns alone."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    first, last = int(region["startLine"].number) - 1, int(region["endLine"].number) - 1
    whole = [*lines[first:last], lines[last][: int(region["endColumn"].number) - 1]]
    return "".join([whole[0][int(region["startColumn"].number) - 1 :], *whole[1:]])


@pytest.mark.parametrize("told", [gate(), crlf()], ids=["gate", "crlf"])
def test_a_sarif_region_is_its_snippet(told: Report) -> None:
    texts = {found.path: found.text for found in told.articles}
    found = list(regions(run_of(told)["results"]))
    assert found
    assert [words(texts[path], region) for path, region in found] == [r["snippet"]["text"].text for _, r in found]


def test_every_link_of_a_sarif_message_leads_to_a_location() -> None:
    linked = 0
    for result in run_of(gate())["results"]:
        targets = re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"].text)
        related = result["relatedLocations"] if "relatedLocations" in keys(result) else ()
        assert [int(target) for target in targets] == [int(location["id"].number) for location in related]
        linked += len(targets)
    assert linked


def test_words_make_no_link_and_no_placeholder_in_sarif() -> None:
    assert sarif.escaped("a [b](c) {0} \\ d") == "a \\[b\\](c) {{0}} \\\\ d"


def test_sarif_stays_below_what_github_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sarif.MAX_RESULTS <= 25_000
    monkeypatch.setattr(sarif, "MAX_RESULTS", 5)
    run = run_of(many(errors=3, warnings=9))
    assert [result["level"].text for result in run["results"]] == ["error"] * 3 + ["warning"] * 2
    notes = [note["message"]["text"].text for note in next(iter(run["invocations"]))["toolExecutionNotifications"]]
    assert notes == ["7 findings are left out: a log holds at most 5"]


def test_sarif_names_no_more_locations_than_github_shows() -> None:
    page = article("a.txt", " ".join(f"{number} vans." for number in range(100, 300)))
    claims = [claim(page, f"{number}", f"{number}", "vans") for number in range(100, 300)]
    found = finding("CC101", Severity.ERROR, "vans", [claims[:199], claims[199:]])
    result = next(iter(run_of(report([page], [group(claims, Verdict.CONFLICT)], [found]))["results"]))
    assert len(list(result["relatedLocations"])) == sarif.MAX_RELATED
    assert result["message"]["text"].text.endswith("; and 99 more.")


def test_sarif_says_what_was_accepted_and_why() -> None:
    results = list(run_of(gate())["results"])
    assert [result["baselineState"].text for result in results] == ["new", "unchanged", "new", "new", "new"]
    told = {r["ruleId"].text: list(r["suppressions"]) for r in results if "suppressions" in keys(r)}
    assert [(s["kind"].text, s["justification"].text) for found in told.values() for s in found] == [
        ("external", "baseline: two kennels, see the desk's note"),
        ("inSource", "inline: the agency's own count"),
    ]


def commands(text: str) -> list[re.Match[str]]:
    found = [re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line) for line in text.splitlines()]
    return [command for command in found if command]


def test_github_is_given_ten_of_each_level_and_told_of_the_others() -> None:
    text = named("github").render(many(errors=12, warnings=10, notes=11), OPTIONS)
    levels = [command[1] for command in commands(text)]
    assert levels == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert "2 more errors: GitHub annotates 10, the job's summary has all" in text
    assert "1 more note: " in text
    assert "more warning" not in text


def test_github_properties_hold_no_sign_that_ends_them() -> None:
    page = article("a,b:c%d.md", "Three 7 vans.\n")
    claims = [claim(page, "7", "7", "vans")]
    told = report(
        [page], [group(claims, Verdict.CONFLICT)], [finding("CC101", Severity.ERROR, "x\ny: 5%, z", [claims])]
    )
    (command,) = commands(named("github").render(told, OPTIONS))
    assert command[2].startswith("file=a%2Cb%3Ac%25d.md,line=1,endLine=1,col=7,endColumn=8,title=")
    assert command[3] == "x y: 5%25, z"


def test_github_has_no_columns_for_a_figure_on_two_lines() -> None:
    (command,) = commands(named("github").render(crlf(), OPTIONS))
    assert command[2] == "file=a.txt,line=3,endLine=4,title=CC101 name of CC101"


def test_what_was_accepted_is_no_annotation() -> None:
    assert len(commands(named("github").render(gate(), OPTIONS))) == 3
    assert len(list(loaded("gitlab", gate()))) == 3
    assert len(list(loaded("rdjson", gate())["diagnostics"])) == 3


def test_gitlab_has_all_that_its_parser_asks_for() -> None:
    entries = list(loaded("gitlab", gate()))
    assert len({entry["fingerprint"].text for entry in entries}) == len(entries)
    for entry in entries:
        assert entry["description"].text
        assert entry["check_name"].text
        assert entry["severity"].text in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["path"].text in TEXTS
        assert entry["location"]["lines"]["begin"].number >= 1


def test_rdjson_counts_bytes() -> None:
    for diagnostic in loaded("rdjson", gate())["diagnostics"]:
        place = diagnostic["location"]["range"]
        line = TEXTS[diagnostic["location"]["path"].text].splitlines()[int(place["start"]["line"].number) - 1].encode()
        figure = line[int(place["start"]["column"].number) - 1 : int(place["end"]["column"].number) - 1].decode()
        assert figure in ("$1,700", "39", "-3")


@pytest.mark.parametrize(
    ("least", "failing"), [(Severity.ERROR, 1), (Severity.WARNING, 2), (Severity.NOTE, 3), (None, 0)]
)
def test_junit_fails_what_fails_the_run(least: Severity | None, failing: int) -> None:
    text = named("junit").render(gate(), replace(OPTIONS, gate=least))
    suite = ElementTree.fromstring(text).find("testsuite")  # noqa: S314 it is our own text
    assert suite is not None
    assert len(suite.findall("testcase/failure")) == failing == int(suite.attrib["failures"])
    assert len(suite.findall("testcase/skipped")) == 2 == int(suite.attrib["skipped"])
    assert len(suite.findall("testcase")) == int(suite.attrib["tests"])


def test_junit_is_xml_whatever_an_article_holds() -> None:
    page = article("a\x0b]]>&.md", "\x00\x1b<!-- 7 vans ]]> & \ufffe\ud800 \"'\n")
    claims = [claim(page, "7", "7", "vans \x07 \ud83d")]
    told = report([page], [group(claims, Verdict.CONFLICT)], [finding("CC101", Severity.ERROR, "]]>\x00 &", [claims])])
    text = named("junit").render(told, OPTIONS)
    assert ElementTree.fromstring(text.encode()).find("testsuite/testcase/failure") is not None  # noqa: S314 as above


@pytest.mark.parametrize("view", list(View))
def test_no_cell_of_text_is_a_formula(view: View) -> None:
    rows = list(csv.reader(StringIO(named("csv").render(gate(), replace(OPTIONS, view=view)), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    for row in rows[1:]:
        for cell in row:
            assert not re.match(r"[=+\-@\t\r＝＋－＠]", cell) or re.fullmatch(r"-[\d.]+", cell), cell
    assert any(cell.startswith(("'@", "'=")) for row in rows for cell in row)


def test_every_row_of_a_table_says_which_side_it_is_on() -> None:
    rows = list(csv.DictReader(StringIO(named("csv").render(gate(), OPTIONS), newline="")))
    arrests = [(row["source"][:7], row["side"], row["value"]) for row in rows if row["finding"] == "cc101-arrests"]
    assert arrests == [("Agency", "1", "42"), ("Daily A", "1", "42"), ("Daily B", "2", "39")]
    assert [row["finding"] for row in rows if row["state"] == "absent"] == ["CC104-0123456789ab"]


@pytest.mark.parametrize("view", list(View))
def test_every_line_of_json_lines_is_read_alone(view: View) -> None:
    text = named("jsonl").render(gate(), replace(OPTIONS, view=view))
    types = [json.loads(line)["type"] for line in text.split("\n")[:-1]]
    wanted = ["finding", "absent", "run"] if view is View.COMPARE else ["claim", "skipped", "run"]
    assert list(dict.fromkeys(types)) == wanted
    assert types.count("run") == 1


def test_a_claim_review_calls_nothing_false() -> None:
    reviews = list(loaded("claimreview", gate())["@graph"])
    assert len(reviews) == 3
    for review in reviews:
        rating = review["reviewRating"]
        assert rating["alternateName"].text in (claimreview.ODD_ONE, claimreview.BALANCED, claimreview.ALONE)
        assert "ratingValue" not in keys(rating)
        assert review["creativeWorkStatus"].text == "Draft"
    assert {"author", "url"} & frozenset().union(*map(keys, reviews)) == frozenset()
    balanced = next(
        review for review in reviews if review["reviewRating"]["alternateName"].text == claimreview.BALANCED
    )
    assert len(list(balanced["itemReviewed"])) == 2


def test_a_claim_review_cannot_leave_its_script_element() -> None:
    text = named("claimreview").render(gate(), replace(OPTIONS, view=View.EXTRACT))
    assert "<" not in text
    assert ">" not in text
    assert "</script>" in json.dumps(json.loads(text))


@pytest.mark.parametrize("name", names(View.COMPARE))
def test_every_format_holds_with_nothing_found(name: str) -> None:
    quiet = replace(gate(), findings=(), absent=(), notices=())
    assert named(name).render(quiet, OPTIONS).endswith("\n")


@pytest.mark.parametrize(
    ("path", "site", "found"),
    [
        ("a/b.md", Site(), "a/b.md"),
        ("./a/b.md", Site(), "a/b.md"),
        ("a/b.md", Site(root="/r", here="/r/desk"), "desk/a/b.md"),
        ("../b.md", Site(root="/r", here="/r/desk"), "b.md"),
        ("/r/b.md", Site(root="/r", here="/r/desk"), "b.md"),
        ("/r/b.md", Site(root="/r/", here="/r/desk"), "b.md"),
        ("../../b.md", Site(root="/r", here="/r/desk"), "../../b.md"),
        ("/rest/b.md", Site(root="/r", here="/r/desk"), "/rest/b.md"),
        ("b.md", Site(root="/r", here="/elsewhere"), "b.md"),
    ],
)
def test_paths_are_told_from_the_root_of_the_repository(path: str, site: Site, found: str) -> None:
    assert located(path, site) == found


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü.md", "a%20b/%C3%BC.md"),
        ("/a b.md", "file:///a%20b.md"),
        ("C:/a b.md", "file:///C:/a%20b.md"),
        ("a:b.md", "a%3Ab.md"),
        ("caf\udce9.md", "caf%E9.md"),
    ],
)
def test_paths_become_addresses(path: str, uri: str) -> None:
    assert address(path) == uri
