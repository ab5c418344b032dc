"""Answers to the built-in questions: rows of what is known, each with the words and the article on which it stands."""

from __future__ import annotations

import csv
import difflib
import functools
import io
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, cast

import pyoxigraph as ox

from lienket.errors import AmbiguousError, UsageError
from lienket.export.prefixes import known
from lienket.language.folding import name_key
from lienket.messages import message
from lienket.query.frames import pandas_frame, polars_frame
from lienket.query.gaps import with_gaps
from lienket.query.named import ARTICLE, KINDS, Named, Names
from lienket.query.paths import shortest
from lienket.query.period import bound
from lienket.query.question import FACT, SINCE, SORTED_BY, SPAN, TEXT, UNTIL, Parameter, Question, questions
from lienket.query.rows import Cell, Row
from lienket.rdf.evidence import Evidence, Quote
from lienket.rdf.terms import FOAF, LK, ORG, RDFS, SCHEMA, SKOS, XSD
from lienket.store.local import LocalStore

if TYPE_CHECKING:
    import pandas
    import polars

FORMATS: Final = ("table", "csv", "json")
_CITED: Final = ("quote", "article", "headline", "date", "url")
"""Columns of a row's evidence, after its own."""
_KNOWN: Final = ox.DefaultGraph()
_WHERE: Final = "WHERE {"
"""With which the pattern of each question begins."""
_LABELS: Final = (SKOS.prefLabel, FOAF.name, RDFS.label, SCHEMA.headline, SCHEMA.name)
_TOLD, _OFFICES = 20, 2
"""Things of one name that are told apart, and offices by which each person is."""
_FIRST, _LAST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a question: `columns` in the order of the query, then the rows in that of the question."""

    question: Question
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    taken: Mapping[str, str] = field(default_factory=dict)
    """What was asked for and is not there → the nearest name, which was taken for it."""

    def __iter__(self) -> Iterator[dict[str, str | None]]:
        """Yield each row as column → text, with its evidence: quote, article, headline, date, url, articles."""
        for row in self.rows:
            own: dict[str, str | None] = {name: row.cells[name].text or None for name in self.columns}
            yield own | dict(zip(_CITED, _cited(row.quote), strict=True)) | {"articles": str(row.articles)}

    def __len__(self) -> int:
        return len(self.rows)

    def csv(self) -> str:
        """Return the rows as CSV with a line of names: those of its own columns, then of its evidence."""
        out = io.StringIO()
        writer = csv.DictWriter(out, self._names(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(self)
        return out.getvalue()

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows with their evidence as a pandas DataFrame; UsageError where pandas is not installed."""
        return pandas_frame(self._names(), self)

    def to_polars(self) -> polars.DataFrame:
        """Return the rows with their evidence as a Polars DataFrame; UsageError where Polars is not installed."""
        return polars_frame(self._names(), self)

    def _names(self) -> list[str]:
        return [*self.columns, *_CITED, "articles"]

    def json(self) -> str:
        """Return the rows as JSON: one object a row, things as `{"iri", "label"}`, with its quote and article."""
        rows = [self._object(row) for row in self.rows]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"

    def _object(self, row: Row) -> dict[str, Any]:
        own: dict[str, Any] = {
            name: {"iri": row.cells[name].iri, "label": row.cells[name].text}
            if row.cells[name].iri
            else row.cells[name].text or None
            for name in self.columns
        }
        return own | dict(zip(_CITED, _cited(row.quote), strict=True)) | {"articles": row.articles}


def ask(store: LocalStore, name: str, values: Mapping[str, str], *, lang: str = "vi") -> Reply:
    """Answer the built-in question `name` with the `values` of its parameters, as the user wrote them.

    Raises UsageError for a question or parameter that there is not, a value that cannot be read or names nothing, and
    AmbiguousError for one that names several things.
    """
    question = questions().get(name)
    if question is None:
        if near := difflib.get_close_matches(name, questions(), n=1):
            raise UsageError("ask-near-question", name=name, near=near[0])
        raise UsageError("ask-no-question", name=name)
    return _Asking(store, lang).reply(question, values)


class _Asking:
    def __init__(self, store: LocalStore, lang: str) -> None:
        self._store = store
        self._lang = lang
        self._names = Names(store)
        self._evidence = Evidence(store.graph)
        self._taken: dict[str, str] = {}
        self._label = functools.cache(functools.partial(label, store, lang=lang))

    def reply(self, question: Question, values: Mapping[str, str]) -> Reply:
        """Answer one question."""
        given = self._given(question, values)
        if question.search == "path":
            return self._way(question, given)
        solutions = self._solutions(question, given)
        names = [one.value for one in solutions.variables]
        said = {FACT, SPAN, *(key for key, terms in given.items() if len(terms) == 1)}
        rows = [self._row(names, solution) for solution in solutions]
        rows.sort(key=_place)
        rows = _merged(rows, by_article=SPAN in names)
        for column in reversed(question.order):
            rows.sort(key=lambda row: row.cells[column].text if column in row.cells else "")
        if question.search == "gaps":
            rows = list(with_gaps(rows, message("gap", lang=self._lang)))
        columns = tuple(name for name in names if name not in {*said, SORTED_BY})
        return Reply(question=question, columns=columns, rows=tuple(rows), taken=self._taken)

    def _way(self, question: Question, given: Mapping[str, list[ox.NamedNode | ox.Literal]]) -> Reply:
        """Return the steps of the shortest way between the things that the two parameters name."""

        def expand(things: Collection[str]) -> Iterator[tuple[str, str, str]]:
            for one in self._solutions(question, {"source": [ox.NamedNode(thing) for thing in things]}):
                yield one["fact"].value, one["source"].value, one["target"].value

        starts, goals = ([one.value for one in terms] for terms in given.values())
        rows = [
            Row(
                cells={
                    "step": Cell(str(number)),
                    "from": Cell(self._label(source), source),
                    "to": Cell(self._label(target), target),
                },
                quote=quotes[0] if quotes else None,
                articles=len({quote.source.iri for quote in quotes}),
            )
            for number, (fact, source, target) in enumerate(shortest(expand, starts, goals), 1)
            for quotes in [self._evidence.of_fact(fact)]
        ]
        return Reply(question=question, columns=("step", "from", "to"), rows=tuple(rows), taken=self._taken)

    def _solutions(
        self, question: Question, given: Mapping[str, Sequence[ox.NamedNode | ox.Literal]]
    ) -> ox.QuerySolutions:
        """Evaluate the query with a VALUES block of the terms given.

        Oxigraph takes `substitutions` only when it has planned the query, which then goes through all there is
        (met-with: 4.8 s instead of 0.001). The terms stand in the block as its own serialiser writes and escapes them;
        what the user wrote is among them only as a literal or a day that was read.
        """
        blocks = "".join(f" VALUES ?{key} {{ {' '.join(map(str, terms))} }}" for key, terms in given.items())
        query = question.sparql.replace(_WHERE, _WHERE + blocks, 1)
        about: list[ox.NamedNode | ox.BlankNode] = [
            one for one in given.get(ARTICLE, ()) if isinstance(one, ox.NamedNode)
        ]
        found = self._store.graph.query(query, prefixes=known(base=self._store.base), named_graphs=about or None)
        return cast(ox.QuerySolutions, found)

    def _given(self, question: Question, values: Mapping[str, str]) -> dict[str, list[ox.NamedNode | ox.Literal]]:
        """Return the values of the parameters as terms: several for a name that several things have."""
        wanted = {one.name: one for one in question.parameters}
        for key in values:
            if key not in wanted:
                names = ", ".join(wanted) or "–"
                raise UsageError("ask-no-parameter", question=question.name, name=key, wanted=names)
        given: dict[str, list[ox.NamedNode | ox.Literal]] = {}
        for one in question.parameters:
            text = values.get(one.name, "").strip()
            if not text and not one.optional:
                raise UsageError("ask-missing", question=question.name, name=one.name)
            terms = self._terms(one, text)
            if terms:
                given[one.name] = terms
        return given

    def _terms(self, parameter: Parameter, text: str) -> list[ox.NamedNode | ox.Literal]:
        if parameter.kind in (SINCE, UNTIL):
            return [ox.Literal(_day(parameter, text), datatype=XSD.date)]
        if not text:
            return []
        if parameter.kind == TEXT:
            return [ox.Literal(text)]
        assert parameter.kind in KINDS
        found = self._names.find(parameter.kind, text)
        if not found:
            raise UsageError("ask-no-such", name=parameter.name, value=text)
        if len({name_key(one.label) for one in found}) > 1:
            told = hinted(self._store, found, lang=self._lang)
            raise AmbiguousError("ask-several", told, name=parameter.name, value=text, count=len(found))
        if found[0].similar:
            self._taken[text] = found[0].label
        return [ox.NamedNode(one.iri) for one in found]

    def _row(self, names: Iterable[str], solution: ox.QuerySolution) -> Row:
        bound = {name: solution[name] for name in names}
        quotes = self._quotes(bound.get(FACT), bound.get(SPAN))
        return Row(
            cells={name: self._cell(term) for name, term in bound.items() if name not in (FACT, SPAN)},
            quote=quotes[0] if quotes else None,
            articles=len({one.source.iri for one in quotes}),
        )

    def _quotes(self, fact: object, span: object) -> list[Quote]:
        if isinstance(span, ox.NamedNode):
            quote = self._evidence.of_span(span.value)
            return [quote] if quote is not None else []
        return self._evidence.of_fact(fact.value) if isinstance(fact, ox.NamedNode) else []

    def _cell(self, term: object) -> Cell:
        if isinstance(term, ox.NamedNode):
            return Cell(self._label(term.value), term.value)
        return Cell(term.value if isinstance(term, ox.Literal) else "")


def label(store: LocalStore, iri: str, *, lang: str) -> str:
    """Return the label of a thing in "vi" or "en", else in any language, else its IRI."""
    node = ox.NamedNode(iri)
    for named_by in _LABELS:
        quads = store.graph.quads_for_pattern(node, named_by, None, None)
        labels = {quad.object.language: quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)}
        if labels:
            return labels.get(lang) or labels.get("vi") or min(labels.values())
    return iri


def hinted(store: LocalStore, found: Sequence[Named], *, lang: str) -> list[Named]:
    """Return the first of the things found, each with what tells it from the others.

    Of a person two offices, of a place since or until when it is one, of agencies of one name that of their places.
    """
    hints = {"person": _offices, "place": _validity, "agency": _validity_of_place}
    names = Counter(one.label for one in found)
    shared = [one.kind in hints and (one.kind != "agency" or names[one.label] > 1) for one in found]
    told = [
        replace(one, hint=hints[one.kind](store, one.iri, lang) if ambiguous else "")
        for one, ambiguous in zip(found, shared, strict=True)
    ]
    return told[:_TOLD] + list(found[_TOLD:])


def _offices(store: LocalStore, person: str, lang: str) -> str:
    graph, held = store.graph, []
    for quad in graph.quads_for_pattern(None, ORG.member, ox.NamedNode(person), _KNOWN):
        parts = [
            label(store, one.object.value, lang=lang)
            for property_ in (ORG.role, ORG.organization)
            for one in graph.quads_for_pattern(quad.subject, property_, None, _KNOWN)
            if isinstance(one.object, ox.NamedNode)
        ]
        held.append(", ".join(parts))
    return "; ".join(sorted(held)[:_OFFICES])


def _place(row: Row) -> tuple[str, str, int]:
    """Return what rows are sorted by before the columns of their question: date, article and place of the quote."""
    if row.quote is None:
        return _LAST, "", 0
    return row.quote.source.date or _LAST, row.quote.source.iri, row.quote.begin


def _validity(store: LocalStore, place: str, lang: str) -> str:
    days = {}
    for name, said in (("place-from", LK.validFrom), ("place-until", LK.validThrough)):
        for quad in store.graph.quads_for_pattern(ox.NamedNode(place), said, None, _KNOWN):
            days[name] = message(name, lang=lang, day=quad.object.value) if isinstance(quad.object, ox.Literal) else ""
    return ", ".join(days.values())


def _validity_of_place(store: LocalStore, agency: str, lang: str) -> str:
    """Return since and until when the place of an agency is one: bodies of the same name before and after a reform."""
    places = [
        quad.object.value
        for quad in store.graph.quads_for_pattern(ox.NamedNode(agency), LK.jurisdiction, None, _KNOWN)
        if isinstance(quad.object, ox.NamedNode)
    ]
    return "; ".join(filter(None, (_validity(store, place, lang) for place in sorted(places))))


def _merged(rows: Iterable[Row], *, by_article: bool) -> list[Row]:
    """Return the rows with those as one that differ in their statuses alone; where asked for, not across articles."""
    merged: dict[tuple[object, ...], Row] = {}
    for row in rows:
        told = row.quote.source.iri if by_article and row.quote is not None else None
        key = (told, *((name, cell) for name, cell in row.cells.items() if name != "status"))
        before = merged.get(key)
        if before is None:
            merged[key] = row
        elif "status" in row.cells:
            texts = sorted({*before.cells["status"].text.split(", "), row.cells["status"].text})
            merged[key] = Row(
                cells={**before.cells, "status": Cell(", ".join(texts))}, quote=before.quote, articles=before.articles
            )
    return list(merged.values())


def _day(parameter: Parameter, text: str) -> str:
    """Return the ISO day that a text means as begin or end of a period: "2021", "4/2021", "2021-04-05", "5/4/2021"."""
    first = parameter.kind == SINCE
    if not text:
        return _FIRST if first else _LAST
    return bound(text, begins=first, name=parameter.name).isoformat()


def _cited(quote: Quote | None) -> tuple[str | None, ...]:
    if quote is None:
        return (None,) * len(_CITED)
    source = quote.source
    return quote.text, source.identifier, source.headline, source.date, source.url


def suggestions(store: LocalStore, name: str, incomplete: str) -> list[str]:
    """Return how `incomplete`, a parameter of the question `name` or the begin of one, may go on."""
    question = questions().get(name)
    if question is None:
        return []
    key, sign, begun = incomplete.partition("=")
    if not sign:
        return [f"{one.name}=" for one in question.parameters if one.name.startswith(key)]
    kinds = [one.kind for one in question.parameters if one.name == key and one.kind in KINDS]
    found: list[Named] = Names(store).beginning(kinds[0], begun) if kinds else []
    return [f"{key}={one.label}" for one in found]
