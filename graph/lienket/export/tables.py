"""The knowledge as a folder of CSV tables that spreadsheets open: UTF-8 with BOM, no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

from lienket.rdf.evidence import Evidence, Quote
from lienket.rdf.sources import Source
from lienket.rdf.terms import DCT, FOAF, LK, ORG, RDF, RDFS, SCHEMA, SKOS

_KNOWN: Final = ox.DefaultGraph()
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_LABELS: Final = (SKOS.prefLabel, FOAF.name, RDFS.label, SCHEMA.name, DCT.title)

Path_ = tuple[ox.NamedNode, ...]
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Table(NamedTuple):
    """A table has a row for each known thing of `kind`; a column's values are those at the end of its path."""

    kind: ox.NamedNode
    columns: dict[str, Path_]


_TABLES: Final = {
    "people": Table(
        FOAF.Person,
        {"name": (FOAF.name,), "other_names": (SKOS.altLabel,), "honorifics": (SCHEMA.honorificPrefix,)},
    ),
    "agencies": Table(
        ORG.Organization,
        {
            "name": (SKOS.prefLabel,),
            "other_names": (SKOS.altLabel,),
            "type": (ORG.classification,),
            "level": (LK.level,),
            "jurisdiction": (LK.jurisdiction,),
            "unit_of": (ORG.unitOf,),
            "part_of": (ORG.subOrganizationOf,),
        },
    ),
    "memberships": Table(
        ORG.Membership,
        {
            "person": (ORG.member,),
            "role": (ORG.role,),
            "agency": (ORG.organization,),
            "status": (LK.status,),
            "first_attested": (LK.firstAttested,),
            "last_attested": (LK.lastAttested,),
            "start": (SCHEMA.startDate,),
            "end": (SCHEMA.endDate,),
        },
    ),
    "events": Table(
        LK.Event,
        {
            "label": (RDFS.label,),
            "type": (LK.eventType,),
            "start": (SCHEMA.startDate,),
            "end": (SCHEMA.endDate,),
            "place": (SCHEMA.location,),
            "about": (SCHEMA.about,),
        },
    ),
    "participations": Table(
        LK.Participation,
        {
            "event": (LK.event,),
            "event_start": (LK.event, SCHEMA.startDate),
            "participant": (LK.participant,),
            "function": (LK.function,),
            "role": (LK.inCapacity, ORG.role),
            "agency": (LK.inCapacity, ORG.organization),
        },
    ),
    "origins": Table(
        LK.Origin,
        {
            "person": (LK.originOf,),
            "born": (LK.born,),
            "home": (LK.home,),
        },
    ),
    "documents": Table(
        LK.OfficialDocument,
        {
            "type": (DCT.type,),
            "number": (LK.documentNumber,),
            "issued": (DCT.issued,),
            "issuer": (DCT.publisher,),
            "title": (DCT.title,),
        },
    ),
    "programmes": Table(
        LK.Programme,
        {
            "label": (RDFS.label,),
            "partners": (LK.partner,),
            "start": (SCHEMA.startDate,),
            "end": (SCHEMA.endDate,),
        },
    ),
    "quotations": Table(
        SCHEMA.Quotation,
        {
            "text": (SCHEMA.text,),
            "speaker": (SCHEMA.spokenByCharacter,),
            "role": (LK.inCapacity, ORG.role),
            "event": (LK.event,),
        },
    ),
}
"""Every table also has the thing's IRI first, and last its earliest evidence: quote, article, headline, date, url."""
_EVIDENCE: Final = ("quote", "article", "headline", "date", "url", "quote_begin", "quote_end")


def write_tables(store: ox.Store, folder: Path) -> None:
    """Write the tables of what `store` knows into `folder`, made if missing, and `evidence.csv`, all that states it."""
    folder.mkdir(parents=True, exist_ok=True)
    label, evidence = _labeller(store), Evidence(store)
    sources: list[list[str]] = []
    for name, table in _TABLES.items():
        rows = []
        for thing in _things(store, table.kind):
            sightings = sorted(map(_row, evidence.sightings(thing.value)), key=_by_date)
            cells = [_cell(store, thing, path, label) for path in table.columns.values()]
            rows.append([thing.value, *cells, *(sightings[0] if sightings else [""] * len(_EVIDENCE))])
            sources += ([name, thing.value, *item] for item in sightings)
        _write(folder / f"{name}.csv", ("id", *table.columns, *_EVIDENCE), rows)
    _write(folder / "evidence.csv", ("table", "id", *_EVIDENCE), sources)
    articles = sorted((graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)), key=str)
    records = (_record(evidence.source(article.value)) for article in articles)
    _write(folder / "articles.csv", ("article", "headline", "date", "url"), records)


def harmless(cell: str) -> str:
    """Return `cell` as a spreadsheet shows it and never runs it: a leading = + - @, tab or return gets a `'` before."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _write(path: Path, header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a table; it appears whole or not at all."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(header)
    table.writerows([harmless(cell) for cell in row] for row in rows)
    partial = path.with_name(path.name + ".part")
    partial.write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode("utf-8"))
    partial.replace(path)


def _things(store: ox.Store, kind: ox.NamedNode) -> list[ox.NamedNode]:
    known = store.quads_for_pattern(None, RDF.type, kind, _KNOWN)
    things = {quad.subject for quad in known if isinstance(quad.subject, ox.NamedNode)}
    return sorted(things, key=str)


def _labeller(store: ox.Store) -> Callable[[Term], str]:
    """Return the function from a term to what it is called: a literal's text, a thing's Vietnamese label or its IRI."""
    seen: dict[Term, str] = {}

    def label(term: Term) -> str:
        if isinstance(term, ox.Literal):
            return term.value
        if term not in seen:
            seen[term] = next(_names(store, term), str(term).strip("<>"))
        return seen[term]

    return label


def _names(store: ox.Store, term: Term) -> Iterator[str]:
    if isinstance(term, ox.Literal):
        return
    for naming in _LABELS:
        names = [quad.object for quad in store.quads_for_pattern(term, naming, None, _KNOWN)]
        texts = [name for name in names if isinstance(name, ox.Literal) and name.language in (None, "vi")]
        yield from sorted(text.value for text in texts)


def _cell(store: ox.Store, thing: ox.NamedNode, path: Path_, label: Callable[[Term], str]) -> str:
    ends: set[Term] = {thing}
    for step in path:
        things = [end for end in ends if not isinstance(end, ox.Literal)]
        ends = {quad.object for end in things for quad in store.quads_for_pattern(end, step, None, _KNOWN)}
    return "; ".join(sorted({label(end) for end in ends}))


def _row(quote: Quote) -> tuple[str, ...]:
    """Return a row of `_EVIDENCE`."""
    return quote.text, *_record(quote.source), str(quote.begin), str(quote.end)


def _record(source: Source) -> tuple[str, str, str, str]:
    """Return id, headline, date of publication and address of an article."""
    return source.identifier, source.headline or "", source.date or "", source.url or ""


def _by_date(row: tuple[str, ...]) -> tuple[str, ...]:
    date = row[_EVIDENCE.index("date")]
    return (date or "9999", *row)
