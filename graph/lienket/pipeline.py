"""The whole way, articles → facts → article graphs → store → what we know: the only module that composes stages."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import unquote

from pyoxigraph import Literal, QuerySolutions

from lienket.articles import read_articles
from lienket.consolidate import settling
from lienket.consolidate.judgements import Judged
from lienket.consolidate.knowledge import consolidate
from lienket.consolidate.memory import Memory
from lienket.engines import local
from lienket.errors import InputError, UsageError
from lienket.evaluate import ARTICLES, Score, read_gold, score
from lienket.extract.extractor import RULES, load
from lienket.messages import message
from lienket.model import Judgement, Rejected, Verdict
from lienket.query.judging import side
from lienket.rdf import iris
from lienket.rdf.terms import FOAF, LK, ORG, SCHEMA
from lienket.store.faults import explained
from lienket.store.intake import Intake, Suppressed
from lienket.store.ledger import ArticleGraph
from lienket.store.local import BATCH, LocalStore
from lienket.store.verify import Finding, findings

Progress = Callable[[str, int, int | None], None]
"""Told the stage ("read", "extract", "consolidate"), what is done of it, and how much there is where that is known."""

_MEMORY: Final = "memory.sqlite"
_KINDS: Final = {
    "people": FOAF.Person,
    "officials": LK.Official,
    "agencies": ORG.Organization,
    "places": SCHEMA.AdministrativeArea,
    "origins": LK.Origin,
    "posts": ORG.Post,
    "memberships": ORG.Membership,
    "events": LK.Event,
    "participations": LK.Participation,
    "documents": LK.OfficialDocument,
    "programmes": LK.Programme,
    "quotations": SCHEMA.Quotation,
    "cooperations": LK.Cooperation,
}
_COUNTS: Final = "SELECT ?class (COUNT(?thing) AS ?count) WHERE { ?thing a ?class } GROUP BY ?class"
_NAMED: Final = """
SELECT ?class (COUNT(DISTINCT ?thing) AS ?count)
WHERE { ?local <http://www.w3.org/ns/prov#specializationOf> ?thing . ?thing a ?class } GROUP BY ?class
"""
"""As `_COUNTS`, but only what articles name: not what contains these or came of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did. `rejected` holds each record that was not taken, and what was left out of others."""

    read: int
    """Records that are articles."""
    saved: int
    """Articles whose graphs were saved, the replaced ones among them."""
    replaced: int
    unchanged: int
    """Articles that the store had already."""
    rejected: tuple[Rejected, ...]
    consolidated: bool
    """Whether the knowledge layer was computed: not when nothing had changed."""


def build(
    paths: Sequence[str | Path],
    *,
    store: str | Path,
    base: str | None = None,
    mapping: Mapping[str, str] = {},
    jobs: int = 1,
    limit: int | None = None,
    strict: bool = False,
    extractor: str = RULES,
    progress: Progress | None = None,
) -> BuildReport:
    """Read the articles at `paths` into the store in the folder `store`, made if need be, and compute what we know.

    A record whose id is saved takes that article's place; one that is saved as it is is passed over. Records of one
    build with one id and different texts are all rejected. What is rejected is listed in the store's `rejected.jsonl`;
    with `strict` the first is an InputError. Whatever stops a build leaves its last whole batch saved. An article that
    another extractor read is not saved as it is. UsageError for an `extractor` that is not installed.
    """
    load(extractor)  # before anything is made
    tell = progress or _silent
    records = read_articles(paths, mapping=mapping, limit=limit)
    with (
        LocalStore.write(store, base=base) as opened,
        Intake(opened.ledger, opened.folder, extractor=extractor) as intake,
    ):
        rejected = _Rejections(strict=strict)
        suppressed = Suppressed(opened.suppressed())
        for number, record in enumerate(records, 1):
            if isinstance(record, Rejected):
                rejected.add(record)
            elif record in suppressed:
                values = (("id", record.id),)
                rejected.records.append(
                    Rejected(source=record.source or record.id, key="article-suppressed", values=values)
                )
            else:
                intake.take(record)
            tell("read", number, None)
        for conflict in intake.conflicts():
            rejected.add(conflict)
        read, new, unchanged = intake.counts()
        made = local.run(intake.new(), base=opened.base, settle=settling.packed, jobs=jobs, extractor=extractor)
        with Memory(opened.folder / _MEMORY) as memory:
            saved, replaced = _save(opened, memory, rejected.without(_told(made, new, tell)))
            opened.reject(map(_line, rejected.records))
            return BuildReport(
                read=read,
                saved=saved,
                replaced=replaced,
                unchanged=unchanged,
                rejected=tuple(rejected.records),
                consolidated=_consolidated(opened, memory, tell),
            )


def remove(identifiers: Iterable[str], *, store: str | Path, suppress: bool = False) -> tuple[str, ...]:
    """Take the articles with these ids out of the store, and out of what we know all that stood only on them.

    With `suppress` they stay out: no later build takes in an article with such an id or the same text. An id may be
    given percent-encoded, as it ends the article's IRI. Return the ids that are not in the store.
    """
    with LocalStore.write(store, make=False) as opened:
        given = {one: iris.article_id(one) for one in identifiers}
        given |= {one: decoded for one in given if given[one] not in opened.ledger and (decoded := unquote(one))}
        missing = tuple(one for one, known in given.items() if known not in opened.ledger)
        if suppress:
            opened.suppress(given.values())
        opened.remove(given.values())
        _consolidate(opened, _silent)
        return missing


def judge(
    left: str,
    right: str,
    verdict: Verdict | None,
    *,
    by: str,
    why: str = "",
    at: datetime.datetime | None = None,
    store: str | Path,
    lang: str = "vi",
) -> tuple[tuple[Judgement, ...], ...]:
    """Enter a person's decision whether two people, agencies or events are one, and let what we know follow it.

    `left` and `right` are names, codes, IRIs, or NAME@ARTICLE for what one article tells of. Without a `verdict` the
    decision on the pair is taken back. `at` is now unless given. Return the decisions that contradict each other.
    """
    moment = (at or datetime.datetime.now(datetime.UTC)).astimezone(datetime.UTC)
    with LocalStore.read(store) as opened:
        one, other = (side(opened, text, lang=lang) for text in (left, right))
        judged = Judged(opened.judgements())
    if one.node == other.node:
        raise UsageError("judge-one", value=left)
    if one.kind != other.kind:
        raise UsageError("judge-kinds", left=one.name, right=other.name)
    record: dict[str, Any] = {"left": one.node, "right": other.node, "by": by, "at": f"{moment:%Y-%m-%dT%H:%M:%SZ}"}
    if verdict is None:
        if not judged.on((one.node, other.node)):
            raise UsageError("judge-not-judged", left=one.name, right=other.name)
        record["undo"] = True
    else:
        record |= {"verdict": str(verdict), "why": why, "left_name": one.name, "right_name": other.name}
        record |= {"left_known": one.known, "right_known": other.known}
    with LocalStore.write(store, make=False) as opened:
        opened.judge([record])
        _consolidate(opened, _silent)
        return tuple(Judged(opened.judgements()).contradictions())


def judgements(*, store: str | Path) -> tuple[tuple[Judgement, ...], tuple[tuple[Judgement, ...], ...]]:
    """Return the decisions on who is who that hold, and those of them that contradict each other."""
    with LocalStore.read(store) as opened:
        judged = Judged(opened.judgements())
        return tuple(judged), tuple(judged.contradictions())


def take_judgements(path: str | Path, *, store: str | Path) -> int:
    """Enter the decisions of a file as a store's `judgements.jsonl` holds them, and return how many were new."""
    with LocalStore.write(store, make=False) as opened:
        known = {json.dumps(one, sort_keys=True) for one in opened.judgements()}
        new = [one for one in _decisions(Path(path)) if json.dumps(one, sort_keys=True) not in known]
        opened.judge(new)
        _consolidate(opened, _silent)
        return len(new)


def _decisions(path: Path) -> list[dict[str, Any]]:
    """Return the records of a file of judgements; InputError for one that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise InputError("judge-file", source=path, line=0, why=str(error)) from error
    found: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
            Judged([record])
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise InputError("judge-file", source=path, line=number, why=str(error)) from error
        found.append(record)
    return found


def rebuild(*, store: str | Path, progress: Progress | None = None) -> None:
    """Compute the knowledge layer anew from the article graphs and the judgements."""
    with LocalStore.write(store, make=False) as opened:
        _consolidate(opened, progress or _silent, anew=True)


def verify(*, store: str | Path) -> list[Finding]:
    """Compare the store's ledger with what is in it, and return what does not agree; nothing when all is well."""
    with LocalStore.read(store) as opened:
        return list(findings(opened))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How extractors do on gold: by extractor, then by kind of fact. `rejected` holds what none or some could read."""

    articles: int
    scores: Mapping[str, Mapping[str, Score]]
    rejected: tuple[Rejected, ...]


def evaluate(gold: str | Path, *, extractors: Iterable[str] = (RULES,), progress: Progress | None = None) -> Evaluation:
    """Score each of `extractors` on the articles and gold facts in the folder `gold`, each in a store that is deleted.

    UsageError for one that is not installed, InputError for gold that cannot be read.
    """
    names = tuple(dict.fromkeys(extractors))
    for name in names:
        load(name)  # all of them before the first works, which may take long
    wanted = read_gold(gold)
    scores: dict[str, Mapping[str, Score]] = {}
    rejected: list[Rejected] = []
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            report = build([Path(gold) / ARTICLES], store=folder, extractor=name, progress=progress)
            rejected += report.rejected
            with LocalStore.read(folder) as store:
                scores[name] = score(store.graph, wanted)
    return Evaluation(articles=len(wanted), scores=scores, rejected=tuple(dict.fromkeys(rejected)))


def stats(*, store: str | Path) -> dict[str, int]:
    """Return how many articles, rejected records and quads the store has, and of what we know how many of each kind."""
    with LocalStore.read(store) as opened:
        counts = {"articles": len(opened.ledger), "rejected": len(opened.rejected())}
        of_class: dict[object, int] = {}
        for query in (_COUNTS, _NAMED):
            rows = cast(QuerySolutions, opened.graph.query(query))
            of_class |= {row["class"]: int(cast(Literal, row["count"]).value) for row in rows}
        counts |= {name: of_class.get(kind, 0) for name, kind in _KINDS.items()}
        return counts | {
            "article-quads": sum(entry.quads for entry in opened.ledger),
            "knowledge-quads": opened.meta.knowledge_quads,
        }


class _Rejections:
    """The records that a build rejects, as they come up; with `strict` the first stops it."""

    def __init__(self, *, strict: bool) -> None:
        self.records: list[Rejected] = []
        self._strict = strict

    def add(self, record: Rejected) -> None:
        if self._strict:
            raise InputError(record.key, source=record.source, **dict(record.values))
        self.records.append(record)

    def without(self, made: Iterable[local.Made]) -> Iterator[ArticleGraph]:
        """Yield the graphs that could be made, and add the rest."""
        for one in made:
            if isinstance(one, Rejected):
                self.add(one)
            else:
                yield one


def _told(made: Iterable[local.Made], total: int, tell: Progress) -> Iterator[local.Made]:
    for number, one in enumerate(made, 1):
        yield one
        tell("extract", number, total)


def _save(store: LocalStore, memory: Memory, graphs: Iterable[ArticleGraph]) -> tuple[int, int]:
    """Save `graphs` in batches, and return how many there were and how many replaced another.

    Those that replace have their own batches, for these are transactions, which cost more.
    """
    saved = replaced = 0
    fresh, replacing = _Batch(BATCH), _Batch(BATCH // 20)
    for graph in graphs:
        old = graph.entry.id in store.ledger
        saved, replaced = saved + 1, replaced + old
        if graph.sayings:
            memory.arrive(graph.entry.graph, graph.entry.digest, graph.sayings, graph.settled)
        batch = replacing if old else fresh
        if batch.add(graph):
            store.save(batch.taken())
    store.save(fresh.taken())
    store.save(replacing.taken())
    return saved, replaced


class _Batch:
    """Graphs that wait to be saved together."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._quads = 0
        self._graphs: list[ArticleGraph] = []

    def add(self, graph: ArticleGraph) -> bool:
        """Add a graph and tell whether the batch is full."""
        self._graphs.append(graph)
        self._quads += graph.entry.quads
        return self._quads >= self._most

    def taken(self) -> list[ArticleGraph]:
        """Return the graphs and begin anew."""
        graphs, self._graphs, self._quads = self._graphs, [], 0
        return graphs


def _consolidate(store: LocalStore, tell: Progress, *, anew: bool = False) -> bool:
    """Bring the knowledge layer to what the articles saved tell, and tell whether it changed."""
    with Memory(store.folder / _MEMORY) as memory:
        return _consolidated(store, memory, tell, anew=anew)


def _consolidated(store: LocalStore, memory: Memory, tell: Progress, *, anew: bool = False) -> bool:
    if store.is_known and not anew:
        return False
    tell("consolidate", 0, 1)
    with explained(store.folder):
        consolidate(store, memory, anew=anew)
    tell("consolidate", 1, 1)
    store.settle()
    return True


def _line(record: Rejected) -> dict[str, Any]:
    values = dict(record.values)
    reason = message(record.key, lang="en", source=record.source, **values)
    return {"source": record.source, "key": record.key, "values": values, "reason": reason}


def _silent(stage: str, done: int, total: int | None) -> None:
    """Tell nobody."""
