"""The commands as users meet them: output, exit codes, languages, pipes."""

from __future__ import annotations

import functools
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lienket import bilingual, cli
from lienket.messages import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = {
    "id": "thu-1",
    "noi_dung": "Ngày 04/8/2017, Ban Dân tộc tỉnh Yên Bái tổ chức hội nghị.\n"
    "Dự hội nghị có ông Nguyễn Văn Thí Dụ, Trưởng ban Ban Dân tộc tỉnh Yên Bái.",
}


def lienket(
    *arguments: str | Path, given: str = "", cwd: Path | None = None, **environment: str
) -> tuple[int, str, str]:
    """Run the program in a process of its own; return exit code, output and what it said."""
    kept = {name: value for name, value in os.environ.items() if name not in ("LIENKET_STORE", "LC_ALL", "LANG")}
    kept |= {"PYTHONPATH": str(ROOT / "graph"), "LC_ALL": "C.UTF-8", **environment}
    done = subprocess.run(
        [sys.executable, "-m", "lienket", *map(str, arguments)],
        input=given.encode(),
        capture_output=True,
        cwd=cwd,
        env=kept,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with one article, read from standard input under other field names."""
    folder: Path = tmp_path_factory.mktemp("cli") / "store"
    line = json.dumps(ARTICLE, ensure_ascii=False)
    code, out, said = lienket("build", "-", "--map", "text=noi_dung", "--store", folder, given=line)
    assert (code, out) == (0, ""), said
    assert said.startswith("Saved 1 articles")
    return folder


def test_building_again_changes_nothing(store: Path) -> None:
    before = lienket("export", "-o", "-", "--format", "nquads", "--store", store)[1]
    line = json.dumps(ARTICLE, ensure_ascii=False)
    code, _, said = lienket("build", "-", "--map", "text=noi_dung", "--store", store, given=line)
    assert (code, "1 unchanged" in said) == (0, True)
    assert lienket("export", "-o", "-", "--format", "nquads", "--store", store)[1] == before


NAMES = "SELECT ?name WHERE { ?p a foaf:Person ; foaf:name ?name }"


def test_results_go_to_output_and_nothing_else(store: Path) -> None:
    assert lienket("query", NAMES, "--format", "csv", "--store", store) == (0, "name\r\nNguyễn Văn Thí Dụ\r\n", "")


def test_the_store_can_be_named_by_the_environment(store: Path) -> None:
    assert lienket("query", NAMES, "--format", "csv", LIENKET_STORE=str(store))[0] == 0


def test_the_store_is_in_the_folder_by_default(store: Path) -> None:
    (store.parent / "lienket-store").symlink_to(store, target_is_directory=True)
    assert lienket("stats", cwd=store.parent)[0] == 0


def test_a_query_comes_from_a_file_or_input_too(store: Path, tmp_path: Path) -> None:
    (tmp_path / "names.rq").write_text("\ufeff" + NAMES, encoding="utf-8")
    from_file = lienket("query", tmp_path / "names.rq", "--format", "json", "--store", store)
    assert from_file == lienket("query", "-", "--format", "json", "--store", store, given=NAMES)
    assert json.loads(from_file[1])["results"]["bindings"][0]["name"]["value"] == "Nguyễn Văn Thí Dụ"


def test_tables_are_for_people(store: Path) -> None:
    text = "SELECT ?name ?status WHERE { ?m org:member/foaf:name ?name ; lk:status ?status ; a lk:Known }"
    code, out, _ = lienket("query", text, "--store", store)
    assert code == 0
    assert re.search(r"Nguyễn Văn Thí Dụ +status:attested", out)


def test_tables_neither_steer_the_terminal_nor_read_markup(store: Path) -> None:
    _, out, _ = lienket("query", 'SELECT ("[red]a\\u001b[2J" AS ?x) {}', "--store", store)
    assert "[red]a\ufffd[2J" in out
    assert "\x1b" not in out


def test_no_rows_is_said_aside(store: Path) -> None:
    code, _, said = lienket("query", "SELECT * { ?s a lk:Nothing }", "--store", store)
    assert (code, said) == (0, "There is no result.\n")


@pytest.mark.parametrize(("lang", "words"), [("en", ("yes", "no")), ("vi", ("đúng", "không"))])
def test_truths_are_words(store: Path, lang: str, words: tuple[str, str]) -> None:
    found = [
        lienket("query", f"ASK {{ ?s a {term} }}", "--lang", lang, "--store", store)[1]
        for term in ("foaf:Person", "lk:Nothing")
    ]
    assert [word.strip() for word in found] == list(words)


def test_the_locale_chooses_the_language(store: Path) -> None:
    assert "bài báo" in lienket("stats", "--store", store, LC_ALL="vi_VN.UTF-8")[1]
    assert "articles" in lienket("stats", "--store", store, LC_ALL="de_DE.UTF-8")[1]
    assert "articles" in lienket("stats", "--lang", "en", "--store", store, LC_ALL="vi_VN.UTF-8")[1]


def test_checks_pass_on_what_was_built(store: Path) -> None:
    assert lienket("verify", "--store", store)[0] == 0
    code, out, said = lienket("validate", "--store", store)
    assert (code, out, said) == (0, "", "Nothing is wrong.\n")


def test_view_writes_one_page(store: Path, tmp_path: Path) -> None:
    code, _, said = lienket("view", "-o", tmp_path / "network.html", "--store", store)
    assert (code, said) == (0, f"Wrote {tmp_path / 'network.html'}\n")
    assert "Nguyễn Văn Thí Dụ" in (tmp_path / "network.html").read_text(encoding="utf-8")


def test_remove_takes_an_article_and_its_facts_out(tmp_path: Path) -> None:
    line = json.dumps(ARTICLE, ensure_ascii=False)
    lienket("build", "-", "--map", "text=noi_dung", "--store", tmp_path / "s", given=line)
    code, _, said = lienket("remove", "thu-1", "not-there", "--store", tmp_path / "s")
    assert code == 1
    assert "“not-there”" in said
    assert lienket("query", NAMES, "--format", "csv", "--store", tmp_path / "s")[1] == "name\r\n"


def test_evaluate_scores_gold(tmp_path: Path) -> None:
    person = {"name": "Nguyễn Văn Thí Dụ", "aliases": [], "roles": []}
    gold = {"id": "thu-1", "agencies": [], "people": [person], "events": [], "documents": []}
    (tmp_path / "thu-1.json").write_text(json.dumps(gold), encoding="utf-8")
    record = {"id": "thu-1", "text": ARTICLE["noi_dung"]}
    (tmp_path / "articles.jsonl").write_text(json.dumps(record), encoding="utf-8")
    code, out, _ = lienket("evaluate", tmp_path)
    assert code == 0
    assert re.search(r"people +P 1\.000 +R 1\.000 +F1 1\.000", out)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["query", "SELECT * {"], 1, "ends too early at line 1"),
        (["query", "SELECT * { SERVICE <http://example.org/> { } }"], 1, "SERVICE"),
        (["query", NAMES, "--format", "turtle"], 2, "“turtle”"),
        (["query", "no-such-file.rq"], 1, "no-such-file.rq"),
        (["export", "-o", "graph.docx"], 2, "graph.docx"),
        (["export", "-o", "no-such-folder/graph.ttl"], 1, "no-such-folder"),
        (["export", "-o", "graph.ttl", "--layer", "all"], 2, "trig or nquads"),
        (["build", "x", "--map", "text"], 2, "FIELD=NAME"),
        (["build", "no-such-file.txt"], 1, "no-such-file.txt"),
        (["evaluate", "no-such-folder"], 1, "no-such-folder"),
        (["view", "-o", "x.html", "--kinds", "dog"], 2, "“dog”"),
        (["query"], 2, "SPARQL"),
        (["query", NAMES, "--limit", "-1"], 2, "--limit"),
        (["export", "-o", "x.nt", "--layer", "both"], 2, "knowledge, articles, all"),
        (["stats", "--nowhere"], 2, "--nowhere"),
        (["stats", "more"], 2, "more"),
        (["dance"], 2, "“dance”"),
    ],
)
def test_faults_take_one_line_and_the_right_code(store: Path, arguments: list[str], code: int, said: str) -> None:
    own = [] if arguments[0] == "dance" else ["--store", store]
    for lang in LANGUAGES:
        found, out, told = lienket(*arguments, *own, cwd=store.parent, LC_ALL=f"{lang}_XX.UTF-8")
        assert (found, out) == (code, ""), told
        assert told.count("\n") == 1
        assert "Traceback" not in told
    assert said in lienket(*arguments, *own, cwd=store.parent)[2]


@pytest.mark.parametrize(
    ("arguments", "vi", "en"),
    [
        (("build", "x", "--limit", "0"), "--limit phải là một số, ít nhất 1.", "--limit must be a number, 1 or more."),
        (("query", "ASK {}", "--timeout", "0"), "lớn hơn 0", "above 0"),
        (("show", "Nguyễn", "Văn"), "Thừa “Văn”", "“Văn” is too much"),
        (("ask", "role-of", "person=A"), "“roles-of”", "did you mean “roles-of”"),
    ],
)
def test_wrong_usage_is_told_in_both_languages(store: Path, arguments: tuple[str, ...], vi: str, en: str) -> None:
    for lang, told in (("vi", vi), ("en", en)):
        code, out, said = lienket(*arguments, "--store", store, "--lang", lang)
        assert (code, out, said.count("\n")) == (2, "", 1)
        assert told in said


def test_a_missing_store_is_named() -> None:
    code, _, said = lienket("stats", "--store", "no-such-store")
    assert (code, "no-such-store" in said, said.count("\n")) == (1, True, 1)


def test_bad_records_are_told_and_the_rest_is_saved(tmp_path: Path) -> None:
    lines = '{"id": "a", "text": "Ông Nguyễn Văn Thí Dụ."}\n{"id": \n'
    (tmp_path / "news.jsonl").write_text(lines, encoding="utf-8")
    code, _, said = lienket("build", tmp_path / "news.jsonl", "--store", tmp_path / "s")
    assert code == 1
    assert "news.jsonl:2" in said
    assert "Saved 1 articles" in said
    rejected = (tmp_path / "s" / "rejected.jsonl").read_text(encoding="utf-8")
    assert "news.jsonl:2" in json.loads(rejected)["source"]


def test_what_was_rejected_is_told_to_those_who_want_quiet_too(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text('{"id": \n', encoding="utf-8")
    code, out, said = lienket("build", tmp_path / "news.jsonl", "--store", tmp_path / "s", "--quiet")
    assert (code, out, said.count("\n")) == (1, "", 1)


def test_an_answer_is_written_for_spreadsheets(store: Path, tmp_path: Path) -> None:
    table = tmp_path / "chức vụ.csv"
    code, out, said = lienket("ask", "roles-of", "person=nguyen van thi du", "-o", table, "--store", store)
    assert (code, out) == (0, "")
    assert "chức vụ.csv" in said
    assert table.read_bytes().startswith(b"\xef\xbb\xbfrole,")


def test_the_nearest_name_is_said_to_be_taken(store: Path) -> None:
    for command in (("ask", "roles-of", "person=Nguyễn Văn Thí Dum"), ("show", "Nguyễn Văn Thí Dum")):
        code, _, said = lienket(*command, "--store", store)
        assert (code, "nearest" in said) == (0, True), said


def test_a_reader_that_leaves_early_is_no_fault(store: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph")}
    command = [sys.executable, "-m", "lienket", "export", "-o", "-", "--format", "nquads", "--store", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.read(1)
        child.stdout.close()
        said = child.stderr.read().decode()
    assert (child.returncode, said) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no interrupt to one process")
def test_an_interrupt_ends_in_one_line(store: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(16)) + " }"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph"), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "lienket", "query", endless, "--store", str(store)]
    # A shell's background jobs ignore interrupts, and so would a child of theirs.
    heed = functools.partial(signal.signal, signal.SIGINT, signal.default_int_handler)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, preexec_fn=heed, **pipes) as child:
        time.sleep(4)
        child.send_signal(signal.SIGINT)
        out, said = child.communicate(timeout=20)
    assert (child.returncode, out) == (130, b"")
    assert said.decode().startswith("lienket: Stopped")
    assert said.count(b"\n") == 1


def test_no_command_shows_the_help() -> None:
    code, out, said = lienket()
    assert (code, out) == (2, "")
    assert "build" in said


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["", *cli.commands.commands])
def test_every_help_has_an_example_in_both_languages(
    command: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [command] if command else []
    assert cli.run([*words, "--lang", lang, "--help"]) == 0
    said = capsys.readouterr().out
    assert f"  lienket {command}" in said
    assert {"en": "Example:", "vi": "Ví dụ:"}[lang] in said
    assert ("Usage:" in said) == (lang == "en")


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        (["stats", "--lang", "vi"], {}, "vi"),
        (["--lang=en", "stats"], {"LANG": "vi_VN.UTF-8"}, "en"),
        (["stats"], {"LC_ALL": "C", "LANG": "vi_VN.UTF-8"}, "en"),
        (["stats"], {"LC_ALL": "", "LANG": "vi_VN.UTF-8"}, "vi"),
        (["--lang"], {"LANG": "en_US.UTF-8"}, "en"),
    ],
)
def test_the_language_is_that_asked_for_else_that_of_the_locale(
    arguments: list[str], environment: dict[str, str], lang: str
) -> None:
    assert bilingual.language(arguments, environment) == lang


def test_without_a_question_they_are_listed(store: Path) -> None:
    code, out, said = lienket("ask", "--store", store)
    assert (code, said) == (0, "")
    assert "roles-of person=…\n    Which offices does or did a person hold?\n" in out


@pytest.mark.parametrize(("lang", "day"), [("vi", "4/8/2017"), ("en", "2017-08-04")])
def test_a_table_writes_days_as_readers_do(store: Path, lang: str, day: str) -> None:
    _, out, _ = lienket("ask", "events-of", "who=Nguyễn Văn Thí Dụ", "--store", store, "--lang", lang, COLUMNS="160")
    assert f" {day} " in out


def test_an_answer_is_a_table_with_its_evidence(store: Path) -> None:
    code, out, _ = lienket("ask", "roles-of", "person=nguyen van thi du", "--store", store, COLUMNS="160")
    assert code == 0
    assert "Dự hội nghị có ông Nguyễn Văn Thí Dụ, Trưởng ban" in out
    assert "Trưởng ban" in lienket("ask", "roles-of", "person=Nguyễn Văn Thí Dụ", "--lang", "vi", "--store", store)[1]


def test_a_narrow_terminal_has_one_value_a_line(store: Path) -> None:
    _, out, _ = lienket("ask", "holders", "agency=Ban Dân tộc tỉnh Yên Bái", "--store", store, COLUMNS="60")
    assert "Person: Nguyễn Văn Thí Dụ\n" in out
    assert max(map(len, out.splitlines())) <= 60


def test_answers_are_csv_and_json_for_programs(store: Path) -> None:
    _, table, _ = lienket("ask", "roles-of", "person=Nguyễn Văn Thí Dụ", "--format", "csv", "--store", store)
    assert table.startswith("role,agency,status,first,last,since,until,quote,article,headline,date,url,articles\n")
    _, rows, _ = lienket("ask", "roles-of", "person=Nguyễn Văn Thí Dụ", "--format", "json", "--store", store)
    assert json.loads(rows)[0]["article"] == "thu-1"


def test_no_answer_is_said_aside(store: Path) -> None:
    assert lienket("ask", "conflicts", "--store", store) == (0, "", "No answers.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["roles-of", "person"], "is not of the form NAME=VALUE"),
        (["roles-of"], "add person=…"),
        (["nothing"], "There is no question"),
        (["roles-of", "person=Không Ai Tên Thế Này"], "has nothing called"),
    ],
)
def test_faults_in_a_question_take_one_line(store: Path, arguments: list[str], said: str) -> None:
    code, out, told = lienket("ask", *arguments, "--store", store)
    assert (code, out) == (2, "")
    assert said in told
    assert told.count("\n") == 1


def test_the_shell_completes_questions_and_names(store: Path) -> None:
    asked = {"_LIENKET_COMPLETE": "bash_complete", "LIENKET_STORE": str(store)}
    assert "plain,roles-of" in lienket(COMP_WORDS="lienket ask ro", COMP_CWORD="2", **asked)[1]
    assert "plain,person=" in lienket(COMP_WORDS="lienket ask roles-of pe", COMP_CWORD="3", **asked)[1]
    begun = {"COMP_WORDS": "lienket ask roles-of person=nguyen", "COMP_CWORD": "3"}
    assert "plain,person=Nguyễn Văn Thí Dụ" in lienket(**begun, **asked)[1]


def test_show_tells_all_of_one_thing(store: Path) -> None:
    code, out, said = lienket("show", "nguyen van thi du", "--store", store)
    assert (code, said) == (0, "")
    assert out.startswith("Nguyễn Văn Thí Dụ\nperson · https://w3id.org/lienket/id/person/")
    assert "\nOffices\n" in out
    assert "Ban Dân tộc tỉnh Yên Bái" in out


def test_show_lists_several_things_with_what_tells_them_apart(store: Path) -> None:
    code, out, said = lienket("show", "yên", "--store", store)
    assert (code, out) == (2, "")
    assert "Ban Dân tộc tỉnh Yên Bái (agency) [" in said
    assert lienket("show", "Không Có Ai Như Thế", "--store", store)[0] == 2


def test_explain_tells_what_each_line_is_taken_to_say(store: Path, tmp_path: Path) -> None:
    code, out, said = lienket("explain", "thu-1", "--store", store)
    assert (code, said) == (0, "")
    assert "→ office: Nguyễn Văn Thí Dụ: Head of a Board or Committee, Ban Dân tộc tỉnh Yên Bái" in " ".join(
        out.split()
    )
    page = tmp_path / "page.html"
    assert lienket("explain", "thu-1", "-o", page, "--store", store)[0] == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
