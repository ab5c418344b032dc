"""Other extractors: found by their names, checked in what they return, and run like the rules."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat

import lienket
from lienket import cli, pipeline
from lienket.errors import InputError, UsageError
from lienket.extract import article as rules
from lienket.extract import extractor as module
from lienket.extract.check import check
from lienket.extract.extractor import RULES, extractors, load
from lienket.messages import LANGUAGES
from lienket.model import (
    Agency,
    Article,
    ArticleFacts,
    Evidence,
    Membership,
    Person,
    Place,
    Programme,
    Span,
    Status,
    Unread,
)

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "data" / "gold"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TEXT = "Ông Nguyễn Văn Thí Dụ dự họp.\n"
ARTICLE = Article(id="a", text=TEXT)

THE_EXAMPLE = re.search(r"```python\n(.*?)```", CONTRIBUTING, re.DOTALL)
ITS_ENTRY = re.search(r"```toml\n(.*?)```", CONTRIBUTING, re.DOTALL)
MORE = """

def breaking(article):
    raise RuntimeError("out of\\nwords")


def outside(article):
    facts = extract(article)
    evidence = Evidence(spans=(Span(0, len(article.text) + 1),), rule="x", confidence=1)
    return ArticleFacts(article=article, people=(Person(key="x", name="X", evidence=evidence), *facts.people))


value = 1
"""


def install(folder: Path, name: str, code: str, entries: str) -> None:
    """Make a package of one module in `folder`, as pip would install it."""
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[{module.GROUP}]\n{entries}", encoding="utf-8")


@pytest.fixture
def another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install the extractor of CONTRIBUTING.md, and some that are at fault; return the folder."""
    assert THE_EXAMPLE and ITS_ENTRY
    ((name, value),) = tomllib.loads(ITS_ENTRY[1])["project"]["entry-points"][module.GROUP].items()
    own = value.partition(":")[0]
    entries = {name: value, "breaking": f"{own}:breaking", "outside": f"{own}:outside", "number": f"{own}:value"}
    lines = "".join(f"{one} = {target}\n" for one, target in {**entries, "gone": "no_such_module:extract"}.items())
    packages = tmp_path / "packages"
    packages.mkdir()
    install(packages, own, THE_EXAMPLE[1] + MORE, lines)
    monkeypatch.syspath_prepend(str(packages))
    return packages


# By name


def test_the_rules_are_the_default_and_declared_as_others_are() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    assert declared == {module.GROUP: {RULES: "lienket.extract.article:extract"}}
    assert load(RULES).function is rules.extract
    assert RULES in extractors()


def test_the_rules_need_no_look_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "entry_points", lambda **_: ())
    assert load(RULES)(ARTICLE) == rules.extract(ARTICLE)


def test_an_installed_extractor_is_found(another: Path) -> None:
    assert set(extractors()) == {RULES, "honorifics", "breaking", "outside", "number", "gone"}
    found = load("honorifics")
    assert found.name == "honorifics"
    assert [one.name for one in found(ARTICLE).people] == ["Nguyễn Văn Thí Dụ"]


def test_an_unknown_name_is_answered_with_the_known_ones(another: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load("magic")
    for lang in LANGUAGES:
        said = caught.value.say(lang)
        assert "“magic”" in said
        assert "breaking, gone, honorifics, number, outside, rules" in said


def test_a_name_that_two_packages_give_is_nobody_s(another: Path) -> None:
    install(another, "third", "", "honorifics = third:extract\n")
    with pytest.raises(UsageError, match=r"name_after_ong:extract, third:extract"):
        load("honorifics")


@pytest.mark.parametrize(("name", "why"), [("gone", "ModuleNotFoundError"), ("number", "not callable")])
def test_an_extractor_that_cannot_be_loaded_is_named(another: Path, name: str, why: str) -> None:
    with pytest.raises(UsageError, match=f"“{name}” .*{why}"):
        load(name)


# Checked


def evidence(begin: int = 0, end: int = 3, confidence: float = 0.9) -> Evidence:
    return Evidence(spans=(Span(begin, end),), rule="test", confidence=confidence)


def person(**changes: Any) -> Person:
    return replace(Person(key="p", name="Nguyễn Văn Thí Dụ", evidence=evidence()), **changes)


def agency(**changes: Any) -> Agency:
    plain = Agency(
        key="g", name="Sở Ví Dụ", type=None, level=None, jurisdiction=None, parent=None, unit=False, evidence=evidence()
    )
    return replace(plain, **changes)


def place(key: str, within: str | None) -> Place:
    return Place(key=key, name=key, level=None, reference=None, within=within, evidence=evidence())


OFFICE = Membership(key="m", person="p", role="Giám đốc", agency="g", status=Status.ATTESTED, evidence=evidence())
WHOLE = ArticleFacts(
    article=ARTICLE, people=(person(),), agencies=(agency(),), memberships=(OFFICE,), places=(place("x", None),)
)


def test_what_is_well_formed_goes_on_as_it_is() -> None:
    assert check(WHOLE, ARTICLE, extractor="x") is WHOLE
    said = rules.extract(Article(id="b", text=(GOLD / "articles.jsonl").read_text(encoding="utf-8")))
    assert check(said, said.article, extractor="x") is said


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("facts-type", None),
        ("facts-type", {"people": []}),
        ("facts-article", replace(WHOLE, article=Article(id="a", text="Khác."))),
        ("facts-key", replace(WHOLE, people=(person(), person(name="Trần Thị Ví Dụ")))),
        ("facts-no-span", replace(WHOLE, people=(person(evidence=Evidence(spans=(), rule="x", confidence=1)),))),
        ("facts-span", replace(WHOLE, people=(person(evidence=evidence(0, len(TEXT) + 1)),))),
        ("facts-span", replace(WHOLE, people=(person(evidence=evidence(-1, 2)),))),
        ("facts-span", replace(WHOLE, people=(person(evidence=evidence(2, 2)),))),
        ("facts-span", replace(WHOLE, unread=(Unread(kind="title", span=Span(5, 4)),))),
        ("facts-confidence", replace(WHOLE, agencies=(agency(evidence=evidence(confidence=1.01)),))),
        ("facts-confidence", replace(WHOLE, agencies=(agency(evidence=evidence(confidence=float("nan"))),))),
        ("facts-reference", replace(WHOLE, people=())),
        ("facts-reference", replace(WHOLE, agencies=(agency(jurisdiction="nowhere"),))),
        ("facts-reference", replace(WHOLE, authors=("nobody",))),
        (
            "facts-reference",
            replace(WHOLE, programmes=(Programme(key="c", label="C", partners=("z",), evidence=evidence()),)),
        ),
        ("facts-circle", replace(WHOLE, places=(place("x", "y"), place("y", "x")))),
        ("facts-circle", replace(WHOLE, agencies=(agency(parent="g"),))),
    ],
)
def test_what_is_not_well_formed_is_told(key: str, facts: object) -> None:
    with pytest.raises(InputError) as caught:
        check(facts, replace(ARTICLE, source="news.jsonl:3"), extractor="mine")
    assert caught.value.key == key
    for lang in LANGUAGES:
        said = caught.value.say(lang)
        assert said.startswith("news.jsonl:3: ")
        assert "“mine”" in said
        assert "\n" not in said


# Run


def names(store: Path) -> set[str]:
    with lienket.open(store) as graph:
        rows = graph.query("SELECT ?name { GRAPH ?article { ?p a foaf:Person ; foaf:name ?name } }")
        return {row["name"] or "" for row in rows}


def dump(store: Path) -> list[bytes]:
    with lienket.open(store) as graph:
        return sorted((graph.store.graph.dump(format=RdfFormat.N_QUADS) or b"").splitlines())


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return an article with a name that only the other extractor takes for one."""
    path = tmp_path / "news.txt"
    path.write_text("Ông Nguyễn Văn Thí Dụ gặp ông Bụt Hiện Lên.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_build_with_another_extractor(another: Path, news: Path, tmp_path: Path, jobs: int) -> None:
    report = lienket.build(news, store=tmp_path / "s", extractor="honorifics", jobs=jobs)
    assert (report.saved, report.rejected) == (1, ())
    assert names(tmp_path / "s") == {"Nguyễn Văn Thí Dụ", "Bụt Hiện Lên"}
    assert lienket.build(news, store=tmp_path / "s", extractor="honorifics").unchanged == 1


def test_an_article_is_read_again_by_another_extractor(another: Path, news: Path, tmp_path: Path) -> None:
    lienket.build(news, store=tmp_path / "rules")
    lienket.build(news, store=tmp_path / "s", extractor="honorifics")
    assert lienket.build(news, store=tmp_path / "s").replaced == 1
    assert dump(tmp_path / "s") == dump(tmp_path / "rules")


@pytest.mark.parametrize(("name", "key"), [("breaking", "extractor-failed"), ("outside", "facts-span")])
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_another_extractor_fails_on_is_rejected_alone(
    another: Path, news: Path, tmp_path: Path, name: str, key: str, jobs: int
) -> None:
    report = lienket.build(news, store=tmp_path / "s", extractor=name, jobs=jobs)
    (rejected,) = report.rejected
    assert (report.saved, rejected.key) == (0, key)
    assert dict(rejected.values)["extractor"] == name
    (line,) = (tmp_path / "s" / "rejected.jsonl").read_text(encoding="utf-8").splitlines()
    assert f"“{name}”" in line


def test_nothing_is_made_for_an_unknown_extractor(news: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        lienket.build(news, store=tmp_path / "s", extractor="magic")
    assert not (tmp_path / "s").exists()


def test_several_extractors_are_scored_in_one_go(another: Path) -> None:
    found = pipeline.evaluate(GOLD, extractors=["rules", "honorifics", "rules"])
    assert (list(found.scores), found.articles, found.rejected) == (["rules", "honorifics"], 16, ())
    assert found.scores["rules"]["people"].f1 > found.scores["honorifics"]["people"].f1 > 0
    assert found.scores["honorifics"]["roles"].right == 0


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: object) -> tuple[int, str, str]:
        code = cli.run([str(one) for one in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return running


@pytest.mark.parametrize("lang", LANGUAGES)
def test_evaluate_prints_them_side_by_side(another: Path, run: Run, lang: str) -> None:
    both = ("--extractor", "rules", "--extractor", "honorifics")
    code, out, _ = run("evaluate", GOLD, *both, "--lang", lang)
    assert code == 0
    head, people = out.splitlines()[1:3]
    assert head.split() == ["rules", "honorifics"]
    assert people.count("F1") == 2
    assert [people.index("P 0"), people.rindex("P 0")] == [head.index("rules"), head.index("honorifics")]


def test_build_takes_an_extractor_by_name(another: Path, run: Run, news: Path, tmp_path: Path) -> None:
    code, _, _ = run("build", news, "--store", tmp_path / "s", "--extractor", "honorifics")
    assert (code, "Bụt Hiện Lên" in names(tmp_path / "s")) == (0, True)


@pytest.mark.parametrize("command", ["build", "evaluate"])
def test_an_unknown_extractor_is_wrong_usage(run: Run, tmp_path: Path, command: str) -> None:
    own = ["--store", tmp_path / "s"] if command == "build" else []
    code, out, said = run(command, GOLD, "--extractor", "magic", *own, "--lang", "en")
    assert (code, out, said.count("\n")) == (2, "", 1)
    assert "no extractor “magic”; there are: rules" in said
