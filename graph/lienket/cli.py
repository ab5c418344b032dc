"""The commands. The only module that prints and exits; every command is a thin user of the library.

Results go to standard output, all else to standard error. Heavy modules are loaded by the commands that need them.
"""

from __future__ import annotations

import functools
import os
import sys
import traceback
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.shell_completion import shell_complete

import lienket
from lienket.bilingual import Group, Option, language, translate, usage_message
from lienket.errors import AmbiguousError, LienketError, UsageError
from lienket.messages import LANGUAGES, message
from lienket.model import Verdict

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from lienket.evaluate import Score
    from lienket.model import Judgement, Rejected
    from lienket.pipeline import Progress
    from lienket.query import Answer
    from lienket.query.asking import Reply
    from lienket.view.marked import Marked

option = functools.partial(click.option, cls=Option)

STORE: Final = "lienket-store"
_COMPLETE: Final = "_LIENKET_COMPLETE"
"""The variable by which a shell asks how a command may go on."""
_SHOWN: Final = 10
"""Rejected records, faults and findings that are told one by one; beyond, their number."""
_WIDE: Final = {"quote": 6, "source": 3, "event": 4, "said": 6}
"""How wide the columns of an answer are, those not named 2."""
_DAYS: Final = ("first", "last", "since", "until", "start", "end", "issued")
"""Columns of days, which tables write as readers do."""
_FIXED: Final = {
    **dict.fromkeys(_DAYS, 10),
    "step": 4,
    "direct": 9,
    "count": 6,
}
"""Characters of the columns whose texts are short, and never broken: a day has ten."""
_QUOTES: Final = 5
"""Quotes that are shown of a thing of which nothing else is told."""
_STYLES: Final = {"person": "bold", "agency": "underline", "place": "italic"}
"""How what a text names stands out in a terminal, without colours."""
_CANDIDATES: Final = 20
"""Things of one name that are told."""
_NOTES: Final = frozenset(("published-not-a-date", "field-not-text", "article-suppressed"))
"""Rejections that only leave a field out: the article itself was taken."""
_WIDTH: Final = 120
"""Columns of a table that goes into a pipe, and that the answer to a question needs."""
_MOST_COLUMNS: Final = 6
"""Columns of an answer that can stand side by side, the quote among them."""


@dataclass(frozen=True, slots=True)
class Session:
    """What every command is told."""

    store: Path
    lang: str
    quiet: bool

    def tell(self, key: str, **values: object) -> None:
        """Say the sentence `key` on standard error, unless the user asked for quiet."""
        if not self.quiet:
            click.echo(message(key, lang=self.lang, **values), err=True)


def _session(command: Callable[..., int | None]) -> Callable[..., int | None]:
    """Give `command` the options that all commands share, as its first argument."""

    @option("--store", type=click.Path(path_type=Path), envvar="LIENKET_STORE", default=STORE, metavar="DIR")
    @option("--lang", type=click.Choice(LANGUAGES))
    @option("-q", "--quiet", is_flag=True)
    @option("-v", "--verbose", is_flag=True)
    @functools.wraps(command)
    def told(*, store: Path, lang: str | None, quiet: bool, verbose: bool, **options: Any) -> int | None:
        settings: dict[str, Any] = click.get_current_context().obj
        settings["verbose"] = verbose
        return command(Session(store, lang or settings["lang"], quiet), **options)

    return told


@click.group(name="lienket", cls=Group, invoke_without_command=True)
@option("--lang", type=click.Choice(LANGUAGES), expose_value=False)
@click.version_option(lienket.__version__, prog_name="lienket", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """Show the help where no command is given; `bilingual.translate` sets every help text."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(2)


@commands.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@option("--base", metavar="IRI")
@option("--map", "names", multiple=True, metavar="FIELD=NAME")
@option("--jobs", type=click.IntRange(min=1), default=1, metavar="N")
@option("--limit", type=click.IntRange(min=1), metavar="N")
@option("--strict", is_flag=True)
@option("--extractor", default="rules", metavar="NAME")
@_session
def build(session: Session, *, paths: Sequence[str], names: Sequence[str], **options: Any) -> int:
    """Read articles into the store."""
    with _progress(session) as progress:
        report = lienket.build(paths, store=session.store, mapping=_mapping(names), progress=progress, **options)
    _list_rejected(session, report.rejected)
    session.tell(
        "build-done", saved=report.saved, replaced=report.replaced, unchanged=report.unchanged, store=session.store
    )
    return 1 if any(record.key not in _NOTES for record in report.rejected) else 0


def _mapping(names: Sequence[str]) -> dict[str, str]:
    pairs = [name.partition("=") for name in names]
    for field, sign, name in pairs:
        if not (field and sign and name):
            raise UsageError("map-form", given=f"{field}{sign}{name}")
    return {field: name for field, _, name in pairs}


def _list_rejected(session: Session, rejected: Sequence[Rejected]) -> None:
    """Tell what was rejected, also to those who want quiet: it is what went wrong."""
    loud = replace(session, quiet=False)
    for record in rejected[:_SHOWN]:
        loud.tell(record.key, source=record.source, **dict(record.values))
    if len(rejected) > _SHOWN:
        loud.tell("build-more-rejected", count=len(rejected) - _SHOWN, file=session.store / "rejected.jsonl")


@commands.command()
@click.argument("sparql", metavar="SPARQL")
@option("--format", "form", default="table", metavar="FORMAT")
@option("--timeout", type=click.FloatRange(min=0, min_open=True), default=60.0, metavar="S")
@option("--limit", type=click.IntRange(min=0), metavar="N")
@_session
def query(session: Session, *, sparql: str, form: str, timeout: float, limit: int | None) -> None:
    """Answer a SPARQL query."""
    with lienket.open(session.store) as graph:
        answer = graph.query(_query_text(sparql), timeout=timeout, limit=limit)
        if form == "table":
            _print_answer(session, answer, prefixes=graph.prefixes)
        else:
            answer.write(sys.stdout.buffer, format=form)
    if answer.more:
        session.tell("query-more", limit=limit)


def _query_text(given: str) -> str:
    """Return the query itself, that of a file (by its ending .rq), or that of standard input ("-")."""
    if given != "-" and not given.endswith(".rq"):
        return given
    try:
        return (sys.stdin.buffer.read() if given == "-" else Path(given).read_bytes()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("query-not-utf8", file=given) from error


def _print_answer(session: Session, answer: Answer, *, prefixes: dict[str, str]) -> None:
    if answer.kind == "ask":
        click.echo(message("yes" if answer else "no", lang=session.lang))
    elif answer.kind == "graph":
        answer.write(sys.stdout.buffer, format="turtle")
    else:
        _console().print(_table(answer, prefixes))
        if not answer:
            session.tell("query-no-rows")


def _table(answer: Answer, prefixes: dict[str, str]) -> Table:
    """Draw rows for reading: short forms of IRIs, texts without their datatypes."""
    import pyoxigraph as ox
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from lienket.export.prefixes import shortener
    from lienket.query.answer import plain

    short = shortener(prefixes)
    table = Table(*answer.variables, box=box.SIMPLE_HEAD, header_style="bold")
    for row in answer.terms():
        shown = (
            "" if term is None else (isinstance(term, ox.NamedNode) and short(term.value)) or plain(term)
            for term in row.values()
        )
        table.add_row(*(Text(_visible(text)) for text in shown))
    return table


def _visible(text: str) -> str:
    """Return `text` without the control characters by which it could steer a terminal; line ends stay."""
    shown = (char for char in text.replace("\r\n", "\n") if unicodedata.category(char) != "Cf")  # of no width
    return "".join(char if char.isprintable() or char in "\n\u00a0 " else "\ufffd" for char in shown)


def _values_begun(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Return how a parameter of `ask` may go on, for the shell."""
    from lienket.query.asking import suggestions
    from lienket.store.local import LocalStore

    folder = context.params.get("store") or os.environ.get("LIENKET_STORE") or STORE
    try:
        with LocalStore.read(folder) as store:
            return suggestions(store, context.params.get("question") or "", begun)
    except LienketError:
        return []


def _questions_begun(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    from lienket.query.question import questions

    return [name for name in questions() if name.startswith(begun)]


@commands.command()
@click.argument("question", required=False, metavar="[QUESTION]", shell_complete=_questions_begun)
@click.argument("values", nargs=-1, metavar="[NAME=VALUE]...", shell_complete=_values_begun)
@option("--format", "form", type=click.Choice(("table", "csv", "json")), default="table")
@option("-o", "--output", metavar="FILE")
@_session
def ask(session: Session, *, question: str | None, values: Sequence[str], form: str, output: str | None) -> None:
    """Answer a built-in question, or list them."""
    if question is None:
        _list_questions(session)
        return
    with lienket.open(session.store) as graph:
        reply = graph.ask(question, lang=session.lang, **_pairs(values))
    for given, name in reply.taken.items():
        session.tell("name-taken", given=given, name=name)
    if output is not None and output != "-":
        # Spreadsheets know UTF-8 by its mark; pipes want none.
        written = reply.json() if Path(output).suffix == ".json" else "\ufeff" + reply.csv()
        Path(output).write_text(written, encoding="utf-8", newline="\n")
        session.tell("written", file=output)
    elif form == "table" and output is None:
        _print_reply(session, reply, _console())
    else:
        sys.stdout.buffer.write((reply.json() if form == "json" else reply.csv()).encode("utf-8"))
    if not reply:
        session.tell("ask-no-rows")


@commands.command()
@click.argument("name", metavar="NAME")
@_session
def show(session: Session, *, name: str) -> None:
    """Show all that is known of a thing."""
    with lienket.open(session.store) as graph:
        shown = graph.show(name, lang=session.lang)
    if shown.thing.similar:
        session.tell("name-taken", given=name, name=shown.label)
    console = _console()
    kind = message(f"kind-{shown.thing.kind}", lang=session.lang)
    console.print(_visible(shown.label), style="bold", markup=False)
    if shown.several > 1:
        console.print(message("show-homonyms", lang=session.lang, count=shown.several) + "\n", markup=False)
    else:
        console.print(f"{kind} · {shown.thing.iri}\n", markup=False, soft_wrap=True)
    for line, texts in shown.said.items():
        told = message(f"said-{line}", lang=session.lang)
        console.print(f"{told}: {_visible('; '.join(texts))}", markup=False)
    for quote in shown.quotes[:_QUOTES] if not shown.replies else ():
        console.print(f"\n“{_visible(quote.text)}”\n    {_visible(quote.source.headline or '')}", markup=False)
    for reply in shown.replies:
        console.print(f"\n{message(f'section-{reply.question.name}', lang=session.lang)}", style="bold", markup=False)
        _print_reply(session, reply, console)


@commands.command()
@click.argument("article", metavar="ARTICLE")
@option("-o", "--output", metavar="FILE")
@_session
def explain(session: Session, *, article: str, output: str | None) -> None:
    """Show an article with its facts marked."""
    from lienket.view.marked import page

    with lienket.open(session.store) as graph:
        marked = graph.explain(article, lang=session.lang)
    if output is None:
        _print_marked(session, marked)
    elif output == "-":
        sys.stdout.buffer.write(page(marked, lang=session.lang).encode("utf-8"))
    else:
        Path(output).write_text(page(marked, lang=session.lang), encoding="utf-8", newline="\n")
        session.tell("written", file=output)


def _print_marked(session: Session, marked: Marked) -> None:
    """Print the lines of an article, what they name in styles, and below each what it is taken to say."""
    from rich.text import Text

    from lienket.view.marked import UNSURE

    console = _console()
    about = " · ".join(text for text in (marked.identifier, marked.date, marked.url) if text)
    console.print(_visible(about), markup=False, style="dim")
    for line in marked.lines():
        text = Text()
        for stretch, mark in line.stretches():
            text.append(_visible(stretch), style=_STYLES[mark.kind] if mark is not None else "")
        console.print()
        console.print(text)
        for fact in line.facts:
            unsure = fact.confidence < UNSURE
            kind = message(f"fact-{fact.kind}", lang=session.lang)
            told = f"  {'?' if unsure else '→'} {kind}: {fact.told}  ({fact.rule}, {fact.confidence:g})"
            console.print(_visible(told), markup=False, style="dim" if unsure else "")


def _pairs(given: Sequence[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in given]
    for one, (name, sign, value) in zip(given, pairs, strict=True):
        if not (name and sign and value):
            raise UsageError("ask-form", given=one)
    return {name: value for name, _, value in pairs}


def _list_questions(session: Session) -> None:
    from lienket.query.question import questions

    for one in questions().values():
        names = " ".join(f"[{each.name}=…]" if each.optional else f"{each.name}=…" for each in one.parameters)
        click.echo(f"{one.name} {names}".rstrip())
        click.echo(f"    {one.text(session.lang)}")


def _console() -> Console:
    from rich.console import Console

    width = None if sys.stdout.isatty() else int(os.environ.get("COLUMNS") or _WIDTH)
    return Console(file=sys.stdout, width=width, highlight=False)


def _print_reply(session: Session, reply: Reply, console: Console) -> None:
    """Draw the rows of a reply: as a table where there is room, else one below the other."""
    from lienket.view.texts import date_text

    if not reply:
        return
    truths = {truth: message(word, lang=session.lang) for truth, word in (("true", "yes"), ("false", "no"))}
    rows = [{name: _visible(truths.get(text or "", text or "")) for name, text in row.items()} for row in reply]
    for row in rows:
        row |= {name: date_text(row[name], session.lang) for name in (*_DAYS, "when", "born", "date") if row.get(name)}
    shown = [name for name in (*reply.columns, "quote") if any(row[name] for row in rows)]
    heads = {name: message(f"column-{name}", lang=session.lang) for name in (*shown, "source")}
    if console.width >= _WIDTH and len(shown) <= _MOST_COLUMNS:
        console.print(_reply_table(session, rows, shown, heads))
        return
    for row in rows:
        for name in shown:
            if row[name]:
                console.print(f"{heads[name]}: {row[name]}", markup=False)
        console.print(f"{heads['source']}: {_cited(session, row)}\n", markup=False)


def _reply_table(
    session: Session, rows: Sequence[dict[str, str]], shown: Sequence[str], heads: dict[str, str]
) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, header_style="bold", expand=True, leading=1)
    for name in (*shown, "source"):
        width = _FIXED.get(name)
        table.add_column(heads[name], width=width, ratio=None if width else _WIDE.get(name, 2), overflow="fold")
    for row in rows:
        table.add_row(*(Text(row[name]) for name in shown), Text(_cited(session, row)))
    return table


def _cited(session: Session, row: dict[str, str]) -> str:
    """Return the article on which a row stands, with its date, and how many say so where several do."""
    several = int(row["articles"]) > 1
    more = message("ask-more-articles", lang=session.lang, count=row["articles"]) if several else ""
    return " · ".join(text for text in (row["date"], row["headline"] or row["article"], more) if text)


@commands.command()
@option("-o", "--output", required=True, metavar="FILE")
@option("--format", "form", metavar="FORMAT")
@option("--layer", type=click.Choice(("knowledge", "articles", "all")))
@option("--without-text", is_flag=True)
@_session
def export(session: Session, *, output: str, form: str | None, layer: Any, without_text: bool) -> None:
    """Write the graph to a file."""
    with lienket.open(session.store) as graph:
        target = sys.stdout.buffer if output == "-" else Path(output)
        graph.export(target, format=form, layer=layer, with_text=not without_text)
    if output != "-":
        session.tell("written", file=output)


@commands.command()
@option("-o", "--output", required=True, metavar="FILE")
@option("--kinds", metavar="KIND,...")
@option("--focus", metavar="NAME")
@option("--hops", type=click.IntRange(min=1), default=1, metavar="N")
@option("--from", "since", metavar="DATE")
@option("--to", "until", metavar="DATE")
@_session
def view(
    session: Session,
    *,
    output: str,
    kinds: str | None,
    focus: str | None,
    hops: int,
    since: str | None,
    until: str | None,
) -> None:
    """Draw the network."""
    from lienket.query.period import bound
    from lienket.view.network import KINDS
    from lienket.view.page import LIMIT, page

    chosen = tuple(kinds.split(",")) if kinds else KINDS
    for kind in chosen:
        if kind not in KINDS:
            raise UsageError("view-kind", kind=kind, wanted=", ".join(KINDS))
    opening = {}
    if since:
        opening["since"] = f"{bound(since, begins=True, name='--from'):%Y-%m}"
    if until:
        opening["until"] = f"{bound(until, begins=False, name='--to'):%Y-%m}"
    with lienket.open(session.store) as graph:
        network = graph.network(kinds=chosen, focus=focus, hops=hops, max_nodes=LIMIT)
    html = page(network, lang=session.lang, opening=opening)
    if output == "-":
        sys.stdout.buffer.write(html.encode("utf-8"))
    else:
        Path(output).write_text(html, encoding="utf-8", newline="\n")
        session.tell("written", file=output)


@commands.command()
@_session
def stats(session: Session) -> None:
    """Count what is in the store."""
    from lienket import pipeline

    for name, count in pipeline.stats(store=session.store).items():
        click.echo(f"{count:>12}  {message(f'count-{name}', lang=session.lang)}")


@commands.command()
@option("--jobs", type=click.IntRange(min=1), default=1, metavar="N")
@_session
def validate(session: Session, *, jobs: int) -> int:
    """Check the graph against its shapes and its list of terms."""
    from lienket.engines.processes import spread
    from lienket.rdf.validate import faults
    from lienket.store.local import LocalStore

    found = 0
    with LocalStore.read(session.store) as store, _progress(session) as progress:
        total, checked = len(store.graph), 0

        def told(more: int) -> None:
            nonlocal checked
            checked += more
            if progress is not None:
                progress("validate", checked, total)

        for fault in faults(store.graph, spread=functools.partial(spread, jobs=jobs), progress=told):
            found += 1
            click.echo(f"{fault.where or fault.focus}\t{fault.shape}\t{fault.say(session.lang)}")
    session.tell("validate-faults" if found else "validate-clean", count=found)
    return 1 if found else 0


@commands.command()
@click.argument("sides", nargs=-1, metavar="[A B [same|different|unsure]]")
@option("--by", metavar="NAME")
@option("--why", metavar="TEXT", default="")
@option("--undo", is_flag=True)
@option("--review", is_flag=True)
@option("--limit", type=click.IntRange(min=1), default=10, metavar="N")
@option("--from", "source", metavar="FILE")
@_session
def judge(
    session: Session,
    *,
    sides: Sequence[str],
    by: str | None,
    why: str,
    undo: bool,
    review: bool,
    limit: int,
    source: str | None,
) -> int:
    """Decide who is who."""
    from lienket import pipeline

    if review:
        _print_open(session, limit)
        return 0
    if source is not None:
        session.tell("judge-taken", count=pipeline.take_judgements(source, store=session.store), file=source)
        return _list_judgements(session)
    if not sides:
        return _list_judgements(session)
    *pair, verdict = sides if not undo else (*sides, "")
    if len(pair) != 2 or (not undo and verdict not in tuple(Verdict)):
        raise UsageError("judge-form")
    if not by:
        raise UsageError("judge-by")
    decided = None if undo else Verdict(verdict)
    left, right = pair
    wrong = pipeline.judge(left, right, decided, by=by, why=why, store=session.store, lang=session.lang)
    session.tell("judge-undone" if undo else "judge-done", left=left, right=right, verdict=verdict)
    return _tell_contradictions(session, wrong)


def _list_judgements(session: Session) -> int:
    """Print the decisions that hold, and which of them contradict each other."""
    from lienket import pipeline

    judged, wrong = pipeline.judgements(store=session.store)
    for one in judged:
        click.echo(_visible(_judgement_line(session, one)))
    return _tell_contradictions(session, wrong)


def _judgement_line(session: Session, one: Judgement) -> str:
    verdict = message(f"verdict-{one.verdict}", lang=session.lang)
    articles = " | ".join(node.partition("#")[0].rpartition("/")[2] for node in (one.left, one.right))
    return "\t".join((one.left_name, one.right_name, verdict, one.by, one.at, one.why, articles))


def _tell_contradictions(session: Session, found: Sequence[Sequence[Judgement]]) -> int:
    for several in found:
        session.tell("judge-contradiction", count=len(several))
        for one in several:
            click.echo("  " + _visible(_judgement_line(session, one)), err=True)
    return 1 if found else 0


def _print_open(session: Session, limit: int) -> None:
    """Print the pairs that are worth deciding, with what speaks on both sides and how to decide."""
    from lienket.query.judging import review

    with lienket.open(session.store) as graph:
        pairs = review(graph.store, limit=limit, lang=session.lang)
    console = _console()
    for number, pair in enumerate(pairs, 1):
        told = ", ".join(pair.evidence)
        console.print(_visible(f"{number}. {pair.left.name} — {pair.right.name}: {told}"), style="bold", markup=False)
        for one in (pair.left, pair.right):
            code = one.iri.rpartition("/")[2]
            counted = message("judge-articles", lang=session.lang, count=one.articles)
            console.print(_visible(f"  [{code}] {'; '.join(one.offices)} ({counted})"), markup=False)
            for quote in one.quotes:
                about = " · ".join(text for text in (quote.source.date, quote.source.headline) if text)
                console.print(_visible(f"    “{quote.text}” — {about}"), markup=False)
        codes = " ".join(one.iri.rpartition("/")[2] for one in (pair.left, pair.right))
        console.print(f'  lienket judge {codes} same|different|unsure --by "…" --why "…"\n', markup=False, style="dim")
    if not pairs:
        session.tell("judge-nothing-open")


@commands.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@option("--suppress", is_flag=True)
@_session
def remove(session: Session, *, articles: Sequence[str], suppress: bool) -> int:
    """Take articles out of the graph."""
    from lienket import pipeline

    missing = pipeline.remove(articles, store=session.store, suppress=suppress)
    for identifier in missing:
        session.tell("remove-missing", id=identifier, store=session.store)
    session.tell("remove-done", count=len(set(articles)) - len(missing))
    return 1 if missing else 0


@commands.command()
@_session
def verify(session: Session) -> int:
    """Compare ledger and store."""
    from lienket import pipeline

    findings = pipeline.verify(store=session.store)
    for finding in findings:
        click.echo(finding.say(session.lang))
    if not findings:
        session.tell("verify-clean")
    return 1 if findings else 0


@commands.command()
@_session
def rebuild(session: Session) -> None:
    """Compute the knowledge layer anew."""
    from lienket import pipeline

    with _progress(session) as progress:
        pipeline.rebuild(store=session.store, progress=progress)
    session.tell("rebuild-done", store=session.store)


@commands.command()
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD")
@option("--extractor", "extractors", multiple=True, default=("rules",), metavar="NAME")
@_session
def evaluate(session: Session, *, gold: Path, extractors: Sequence[str]) -> None:
    """Score extractors against gold facts."""
    from lienket import pipeline
    from lienket.evaluate import KINDS

    with _progress(session) as progress:
        found = pipeline.evaluate(gold, extractors=extractors, progress=progress)
    _list_rejected(session, found.rejected)
    click.echo(message("evaluate-articles", lang=session.lang, count=found.articles))
    if len(found.scores) > 1:
        click.echo(f"{'':<22}" + "".join(f" {name:<28}" for name in found.scores).rstrip())
    for kind in KINDS:
        scores = [of_kind[kind] for of_kind in found.scores.values()]
        counts = f"   {_counts(session, scores[0])}" if len(scores) == 1 else ""
        measures = "  ".join(f" P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}" for one in scores)
        name = message(f"evaluate-{kind.replace(' ', '-')}", lang=session.lang)
        click.echo(f"{name:<22}{measures}{counts}")


def _counts(session: Session, one: Score) -> str:
    told = {"right": one.right, "extra": one.extra, "missed": one.missed}
    return message("evaluate-counts", lang=session.lang, **told)


@contextmanager
def _progress(session: Session) -> Iterator[Progress | None]:
    """Show a bar on a terminal, nothing in a pipe; gives the function that moves it, None where there is no bar."""
    if session.quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def moved(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(message(f"stage-{stage}", lang=session.lang), total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield moved


def run(arguments: Sequence[str]) -> int:
    """Run the command in `arguments` (without the program's name) and return its exit code; 130 after Ctrl-C."""
    settings: dict[str, Any] = {"lang": language(arguments, os.environ), "verbose": False}
    lang: str = settings["lang"]
    translate(commands, lang=lang)
    try:
        # Not click's `main`, which has its own exit codes for a closed pipe and Ctrl-C.
        with commands.make_context("lienket", list(arguments), obj=settings) as context:
            return commands.invoke(context) or 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as error:
        return _fail(usage_message(error, lang=lang), code=2, verbose=False)
    except AmbiguousError as error:
        code = _fail(error.say(lang), code=2, verbose=settings["verbose"])
        for one in error.candidates[:_CANDIDATES]:
            told = f"{message(f'kind-{one.kind}', lang=lang)}{': ' if one.hint else ''}{one.hint}"
            click.echo(f"  {_visible(one.label)} ({_visible(told)}) [{one.code}]", err=True)
        if (more := len(error.candidates) - _CANDIDATES) > 0:
            click.echo("  " + message("more-candidates", lang=lang, count=more), err=True)
        return code
    except LienketError as error:
        return _fail(error.say(lang), code=2 if isinstance(error, UsageError) else 1, verbose=settings["verbose"])
    except BrokenPipeError:
        # Whoever read the output has had enough; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        told = message("file-fault", lang=lang, file=error.filename or "", why=error.strerror or str(error))
        return _fail(told, code=1, verbose=settings["verbose"])
    except KeyboardInterrupt:
        return _fail(message("stopped", lang=lang), code=130, verbose=False)


def _fail(told: str, *, code: int, verbose: bool) -> int:
    if verbose:
        traceback.print_exc()
    click.echo(f"lienket: {' '.join(told.split())}", err=True)
    return code


def main() -> None:
    """Run as the program `lienket`."""
    for stream in (sys.stdout, sys.stderr):
        # Vietnamese needs Unicode, also where the system's own encoding is another.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    begun = os.environ.get(_COMPLETE)
    code = shell_complete(commands, {}, "lienket", _COMPLETE, begun) if begun else run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
