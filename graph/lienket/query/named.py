"""Things of the graph by their names: as written, without diacritics, in part, or with a slip of the pen."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final, cast

import pyoxigraph as ox
from rapidfuzz import fuzz, process

from lienket.language.folding import name_key, plain_key
from lienket.rdf import iris
from lienket.rdf.sources import first_line
from lienket.rdf.terms import DCT, FOAF, LK, NIF, ORG, RDF, RDFS, SCHEMA, SKOS
from lienket.store.local import LocalStore

_KNOWN: Final = ox.DefaultGraph()
_NAMES: Final[Mapping[str, tuple[ox.NamedNode, tuple[ox.NamedNode, ...]]]] = {
    "person": (FOAF.Person, (FOAF.name, SKOS.altLabel)),
    "agency": (ORG.Organization, (SKOS.prefLabel, SKOS.altLabel)),
    "event": (LK.Event, (RDFS.label, SKOS.altLabel)),
    "document": (LK.OfficialDocument, (RDFS.label, DCT.title)),
    "programme": (LK.Programme, (RDFS.label,)),
    "place": (SCHEMA.AdministrativeArea, (RDFS.label,)),
    "role": (ORG.Role, (SKOS.prefLabel, SKOS.altLabel)),
    "concept": (SKOS.Concept, (SKOS.prefLabel, SKOS.altLabel)),
}
"""For each kind of thing its class and the properties that name it."""
_WIDER: Final[Mapping[str, tuple[str, ...]]] = {"actor": ("person", "agency")}
ARTICLE: Final = "article"
_SCHEMES: Final = ("event-type", "document-type", "agency-type")
"""Kinds that are concepts of one of our vocabularies."""
KINDS: Final = frozenset({*_NAMES, *_WIDER, *_SCHEMES, ARTICLE})
SHOWN: Final = ("person", "agency", "event", "document", "programme", "place", ARTICLE)
"""Kinds of things of which all that is known can be shown."""
_CLOSE: Final = 86.0
"""The least similarity, of 100, at which a name may be meant by another: one or two letters of a full name."""
_LEVELS: Final = ("tinh", "thanh pho", "tp", "huyen", "quan", "thi xa", "xa", "phuong", "thi tran")
"""What may be left out of the name of a place: "ban dan toc quang ngai"."""
_SHORT: Final[Mapping[str, str]] = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "tp": "thanh pho",
    "tx": "thi xa",
    "hcm": "ho chi minh",
    "tphcm": "thanh pho ho chi minh",
}
"""Abbreviations in what users type for agencies and places, without marks."""
_OF_A_LEVEL: Final = frozenset(("agency", "place"))
"""Kinds of things whose names say of what level a place is."""
_LONGEST: Final = 500
"""Code points of a name that are looked at."""
_MOST: Final = 20
"""Similar names that are looked at."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A thing and the name by which it was found."""

    label: str
    iri: str
    kind: str
    main: bool
    """Whether it is the name it has in the graph, not a short form or another spelling."""
    hint: str = field(default="", compare=False)
    """What tells it from others of the name, where it was asked for."""
    similar: bool = field(default=False, compare=False)
    """Whether it was not what was asked for, but the nearest to it."""

    @property
    def code(self) -> str:
        """The last part of the IRI, by which it can be asked for too."""
        return self.iri.rpartition("/")[2]


class Names:
    """The names of the things in a store, read when they are first asked for."""

    def __init__(self, store: LocalStore) -> None:
        self._graph = store.graph
        self._base = store.base
        self._of_kind = functools.cache(self._read)

    def find(self, kind: str, text: str) -> list[Named]:
        """Return the things of `kind` that `text` may mean: those that it names best, by name.

        An IRI, or the last part of one, is that thing. Else those whose own name is just this; where there is none
        those with it as a short form or other spelling, then the same without diacritics, then those whose name begins
        with or has these words, then those of a similar name.
        """
        return next(filter(None, self._tiers(kind, text)), [])

    def anything(self, text: str) -> list[Named]:
        """Return the things of any of `SHOWN` kinds that `text` may mean: those of the kinds that it names best."""
        for found in zip_longest(*(self._tiers(kind, text) for kind in SHOWN), fillvalue=[]):
            if any(found):
                return [one for of_kind in found for one in of_kind]
        return []

    def _tiers(self, kind: str, text: str) -> Iterator[list[Named]]:
        """Yield what `text` may mean, surest first: as written, by code, spelling, without marks, in part, alike."""
        wanted = unicodedata.normalize("NFC", " ".join(text[:_LONGEST].split())).strip("[]")
        if not wanted:
            return
        yield _unique(self._as_written(kind, wanted) or self._of_iri(kind, wanted))
        known = self._of_kind(kind)
        own = [one for one in known if one.main]
        yield _unique(one for one in known if wanted in (one.iri, one.code))
        yield _unique(_of_key(own, name_key, name_key(wanted)))
        yield _unique(_of_key(known, name_key, name_key(wanted)))
        yield _unique(_of_key(own, plain_key, plain_key(wanted)))
        yield _unique(_of_key(known, plain_key, plain_key(wanted)))
        levelled = [one for one in known if one.kind in _OF_A_LEVEL]
        yield _unique(_of_key(levelled, plain_key, _spelt_out(wanted)))
        yield _unique(_of_key(levelled, _loose_key, _loose_key(_spelt_out(wanted))))
        yield _unique(_with_words(known, plain_key(wanted).split()))
        yield _unique(_similar(known, plain_key(wanted)))

    def _as_written(self, kind: str, wanted: str) -> list[Named]:
        """Return the things whose own name is just this, letter for letter: looked up, where all else is searched."""
        if kind == ARTICLE:
            return self._article(wanted)
        found: list[Named] = []
        for part in _WIDER.get(kind, (kind,) if kind in _NAMES else ()):
            of_class, (own, *_) = _NAMES[part]
            for literal in (ox.Literal(wanted), ox.Literal(wanted, language="vi")):
                for quad in self._graph.quads_for_pattern(None, own, literal, _KNOWN):
                    thing = quad.subject
                    if isinstance(thing, ox.NamedNode) and ox.Quad(thing, RDF.type, of_class, _KNOWN) in self._graph:
                        found.append(Named(wanted, thing.value, part, main=True))
        return found

    def _of_iri(self, kind: str, wanted: str) -> list[Named]:
        if not wanted.startswith(self._base):
            return []
        try:
            thing = ox.NamedNode(wanted)
        except ValueError:  # no IRI
            return []
        known = self._graph.quads_for_pattern(thing, RDF.type, None, _KNOWN)
        return [Named(wanted, wanted, kind, main=True)] if next(known, None) is not None else []

    def _article(self, wanted: str) -> list[Named]:
        graph = ox.NamedNode(iris.article(self._base, wanted))
        known = next(self._graph.quads_for_pattern(graph, DCT.identifier, None, graph), None)
        return [Named(wanted, graph.value, ARTICLE, main=True)] if known is not None else []

    def beginning(self, kind: str, text: str) -> list[Named]:
        """Return the things of `kind` whose name begins with `text`, diacritics aside: to complete it."""
        begun = plain_key(text)
        return _unique(one for one in self._of_kind(kind) if plain_key(one.label).startswith(begun))

    def _read(self, kind: str) -> Sequence[Named]:
        if kind == ARTICLE:
            return list(self._articles())
        if kind in _SCHEMES:
            return [one for one in self._things("concept") if f"/vocab/{kind}/" in one.iri]
        return [one for part in _WIDER.get(kind, (kind,)) for one in self._things(part)]

    def _things(self, kind: str) -> Iterator[Named]:
        of_class, properties = _NAMES[kind]
        for named_by in properties:
            # A join in the engine: to walk all labels in Python takes ten times as long.
            rows = self._graph.query(f"SELECT ?thing ?name WHERE {{ ?thing a {of_class} ; {named_by} ?name }}")
            for row in cast(ox.QuerySolutions, rows):
                if isinstance(row["thing"], ox.NamedNode) and isinstance(row["name"], ox.Literal):
                    yield Named(row["name"].value, row["thing"].value, kind, named_by == properties[0])

    def _articles(self) -> Iterator[Named]:
        for named_by in (DCT.identifier, SCHEMA.headline):
            for quad in self._graph.quads_for_pattern(None, named_by, None, None):
                article, name = quad.graph_name, quad.object
                if article == quad.subject and isinstance(article, ox.NamedNode) and isinstance(name, ox.Literal):
                    yield Named(name.value, article.value, ARTICLE, named_by == DCT.identifier)
        for quad in self._graph.quads_for_pattern(None, NIF.isString, None, None):
            line = first_line(quad.object.value) if isinstance(quad.object, ox.Literal) else None
            if line is not None and isinstance(quad.graph_name, ox.NamedNode):
                yield Named(line, quad.graph_name.value, ARTICLE, main=False)


def _loose_key(name: str) -> str:
    """Return the key of a name without marks and without the words that say of what level a place is."""
    key = f" {plain_key(name)} "
    for level in _LEVELS:
        key = key.replace(f" {level} ", " ")
    return key.strip()


def _spelt_out(name: str) -> str:
    """Return the key of a name without marks and with its abbreviations spelt out: "ubnd tp hue"."""
    return " ".join(_SHORT.get(word, word) for word in plain_key(name).replace(".", " ").split())


def _of_key(known: Iterable[Named], folded: Callable[[str], str], wanted: str) -> list[Named]:
    return [one for one in known if folded(one.label) == wanted]


def _with_words(known: Iterable[Named], words: Sequence[str]) -> list[Named]:
    """Return the things whose name begins with `words`, else those whose name has all of them."""
    if not words:
        return []
    begun, begins = " ".join(words), []
    has: list[Named] = []
    for one in known:
        key = plain_key(one.label)
        if key.startswith(begun):
            begins.append(one)
        elif set(words) <= set(key.split()):
            has.append(one)
    return begins or has


def _similar(known: Sequence[Named], wanted: str) -> list[Named]:
    """Return the things whose names are most like `wanted`, if any is close."""
    keys = [plain_key(one.label) for one in known]
    close = process.extract(wanted, keys, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=_MOST)
    best = max((score for _, score, _ in close), default=0.0)
    return [replace(known[at], similar=True) for _, score, at in close if score == best]


def _unique(found: Iterable[Named]) -> list[Named]:
    """Return one name a thing, by name, the first `_MOST`."""
    first: dict[str, Named] = {}
    for one in sorted(found):
        first.setdefault(one.iri, one)
    return list(first.values())
