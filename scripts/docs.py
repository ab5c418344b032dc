#!/usr/bin/env python3
"""Write the pages of the documents that the program itself can tell, and build the site.

    python3 scripts/docs.py             write docs/ontology.md, commands.md, questions.md and their Vietnamese sisters
    python3 scripts/docs.py --site DIR  and build the site into DIR with MkDocs

To be run with the Python of an environment in which `lienket` is installed with the extra `dev`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Namespace

from lienket import cli, resources
from lienket.bilingual import translate
from lienket.query.question import Question, questions
from lienket.rdf.terms import PREFIXES, VOCABULARY

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = Namespace(PREFIXES["schema"])
LK = Namespace(PREFIXES["lk"])
GENERATED: Final = "<!-- Written by scripts/docs.py: change what it is made from, and run it again. -->\n\n"
LISTED: Final = ("status", "function", "event-type", "level", "document-type")
"""Vocabularies that are short enough to be listed whole."""
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "questions": "The built-in questions",
        "asked": '`lienket ask NAME PARAMETER=VALUE …` answers them, `kg.ask("NAME", PARAMETER="…")` in Python. A'
        " parameter in brackets may be left out. Periods (`since`, `until`) are days, months or years: `2021`,"
        " `2021-04`, `4/2021`, `5/4/2021`. The examples are about the articles of `data/articles`. Each question is a"
        " SPARQL query in `graph/lienket/query/questions`, to be read and changed.",
        "parameters": "Parameters",
        "commands": "The commands",
        "helped": "What `lienket COMMAND --help` says. Results go to standard output, messages and progress to standard"
        " error; exit codes are 0 for done, 1 for something wrong with the input, 2 for wrong usage, 130 after Ctrl-C."
        " Colours follow the terminal and `NO_COLOR`; a pipe gets none, and no progress.",
    },
    "vi": {
        "questions": "Các câu hỏi có sẵn",
        "asked": 'Trả lời bằng `lienket ask TÊN THAM_SỐ=GIÁ_TRỊ …`, hay `kg.ask("TÊN", THAM_SỐ="…")` trong Python.'
        " Tham số trong ngoặc vuông có thể bỏ. Thời gian (`since` từ, `until` đến) là ngày, tháng hoặc năm: `2021`,"
        " `2021-04`, `4/2021`, `5/4/2021`. Các ví dụ lấy từ những bài trong `data/articles`. Mỗi câu hỏi là một truy"
        " vấn SPARQL trong `graph/lienket/query/questions`, có thể đọc và sửa.",
        "parameters": "Tham số",
        "commands": "Các lệnh",
        "helped": "Những gì `lienket LỆNH --help --lang vi` nói. Kết quả ra đầu ra chuẩn, thông báo và tiến độ ra đầu"
        " ra lỗi; mã thoát là 0 khi xong, 1 khi dữ liệu vào có lỗi, 2 khi dùng sai cách, 130 sau Ctrl-C. Màu theo thiết"
        " bị đầu cuối và `NO_COLOR`; khi nối ống thì không có màu và không có tiến độ.",
    },
}


def pages() -> dict[str, str]:
    """Return the path below docs/ → the text of each page that is made."""
    return {
        "ontology.md": ontology(),
        "commands.md": commands("en"),
        "questions.md": asked("en"),
        "vi/lenh.md": commands("vi"),
        "vi/cau-hoi.md": asked("vi"),
    }


def asked(lang: str) -> str:
    """Return the page of the built-in questions."""
    words = WORDS[lang]
    head = f"# {words['questions']}\n\n{GENERATED}{words['asked']}\n"
    return "\n".join([head, *(_question(one, lang) for one in questions().values())])


def _question(one: Question, lang: str) -> str:
    names = " ".join(f"[{each.name}]" if each.optional else each.name for each in one.parameters)
    example = "".join(f' {name}="{value}"' for name, value in one.example.items())
    other = f"\n*{one.en}*" if lang == "en" else ""
    parameters = f"\n{WORDS[lang]['parameters']}: `{names}`\n" if names else ""
    return f"## `{one.name}`\n\n{one.vi}{other}\n{parameters}\n```sh\nlienket ask {one.name}{example}\n```\n"


def commands(lang: str) -> str:
    """Return the page of the commands: what each says with --help."""
    translate(cli.commands, lang=lang)
    parts = [f"# {WORDS[lang]['commands']}\n\n{GENERATED}{WORDS[lang]['helped']}\n"]
    for name, command in cli.commands.commands.items():
        context = command.make_context(f"lienket {name}", [], resilient_parsing=True, terminal_width=100)
        parts.append(f"## `{name}`\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def ontology() -> str:
    """Return the page of the terms: classes and properties, the project's own first, and the vocabularies."""
    graph = rdflib.Graph().parse(resources.ontology("lienket.ttl"))
    parts = [
        f"# The graph's terms\n\n{GENERATED}"
        "Made from `ontology/lienket.ttl`, the closed list of terms: whatever a graph says beyond it, `lienket"
        " validate` reports. The project's own terms have the prefix `lk:`; what a standard vocabulary says already is"
        " said with it. Classes and properties constrain nothing; what a graph must hold is in `ontology/shapes.ttl`"
        " (SHACL), how it looks in `ontology/examples`, the names of JSON-LD in `ontology/context.jsonld`.\n"
    ]
    kinds = {"Classes": (OWL.Class,), "Properties": (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)}
    for heading, types in kinds.items():
        terms = {term for kind in types for term in graph.subjects(RDF.type, kind) if isinstance(term, rdflib.URIRef)}
        own = sorted(term for term in terms if term in LK)
        parts.append(f"## {heading} of its own\n")
        parts += [_term(graph, term) for term in own]
        others = sorted((_short(term), term) for term in terms if term not in LK and _short(term))
        parts.append(f"## {heading} of other vocabularies\n")
        parts.append(_table(("term", "as"), ([f"`{name}`", _label(graph, term)] for name, term in others)))
    parts.append("## Vocabularies\n")
    parts += list(_schemes())
    return "\n".join(parts)


def _term(graph: rdflib.Graph, term: rdflib.URIRef) -> str:
    lines = [f"### `{_short(term)}`\n", f"{_label(graph, term)}\n"]
    lines += [f"{definition}\n" for definition in _texts(graph, term, SKOS.definition)]
    relations = {
        "sub-class of": RDFS.subClassOf,
        "close to": SKOS.closeMatch,
        "of": SCHEMA.domainIncludes,
        "values": SCHEMA.rangeIncludes,
    }
    told = []
    for words, relation in relations.items():
        names = sorted(_short(value) or str(value) for value in graph.objects(term, relation))
        if names:
            told.append(f"{words} {', '.join(f'`{name}`' for name in names)}")
    return "\n".join([*lines, *([f"*{'; '.join(told)}*\n"] if told else [])])


def _schemes() -> Iterator[str]:
    for file in sorted(resources.ontology("vocab").glob("*.ttl")):
        graph = rdflib.Graph().parse(file)
        for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme)):
            name = str(scheme).removeprefix(VOCABULARY)
            concepts = sorted(graph.subjects(SKOS.inScheme, scheme))
            where = f"{len(concepts)} concepts, in `ontology/vocab/{file.name}`"
            yield f"### `{name}:`\n\n{_label(graph, scheme)}: {where}.\n"
            if name in LISTED:
                rows = ([f"`{name}:{graph.value(one, SKOS.notation)}`", _label(graph, one)] for one in concepts)
                yield _table(("concept", "means"), rows)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '·') for cell in line)} |\n" for line in lines)


def _label(graph: rdflib.Graph, term: rdflib.term.Node) -> str:
    return " · ".join(_texts(graph, term, SKOS.prefLabel) or _texts(graph, term, RDFS.label))


def _texts(graph: rdflib.Graph, term: rdflib.term.Node, relation: rdflib.URIRef) -> list[str]:
    """Return the English text, then the Vietnamese."""
    found = [text for text in graph.objects(term, relation) if isinstance(text, rdflib.Literal)]
    return [str(text) for text in sorted(found, key=lambda text: (text.language != "en", str(text)))]


def _short(term: rdflib.term.Node) -> str:
    more = {"cv": "http://data.europa.eu/m8g/", "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/"}
    for prefix, namespace in {**PREFIXES, **more}.items():
        if str(term).startswith(namespace):
            return f"{prefix}:{str(term).removeprefix(namespace)}"
    return ""


def main() -> int:
    """Write the pages, and build the site where one is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, metavar="DIR")
    arguments = parser.parse_args()
    for name, text in pages().items():
        page = ROOT / "docs" / name
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, encoding="utf-8", newline="\n")
    if arguments.site is None:
        return 0
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(arguments.site.resolve())]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
