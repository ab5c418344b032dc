"""A store with what three plainly fictional articles say, from facts to knowledge without the extractor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from lienket.consolidate.knowledge import consolidate
from lienket.consolidate.memory import Memory
from lienket.model import (
    Agency,
    Article,
    ArticleFacts,
    Document,
    Event,
    EventType,
    Evidence,
    Function,
    Membership,
    PartialDate,
    Participation,
    Person,
    Span,
    Status,
)
from lienket.rdf.describe import describe
from lienket.rdf.terms import BASE
from lienket.store.ledger import ArticleGraph, Entry, digest
from lienket.store.local import LocalStore

TEXT = "Ông Nguyễn Văn Thí Dụ, Trưởng ban Ban Thử nghiệm, dự hội nghị.\r\n=SUM(A1) \x01 “hết”."


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalStore]:
    """Return the store of three articles, in reading mode."""
    yield from _opened(tmp_path_factory.mktemp("store"), ["mot", "hai bốn", "ba"])


@pytest.fixture(scope="session")
def other_order(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalStore]:
    """Return the store of the same articles, saved in another order."""
    yield from _opened(tmp_path_factory.mktemp("other"), ["ba", "hai bốn", "mot"])


def _opened(folder: Path, identifiers: list[str]) -> Iterator[LocalStore]:
    with LocalStore.write(folder) as written:
        for identifier in identifiers:
            written.save([_graph(identifier)])
        with Memory(None) as memory:
            consolidate(written, memory)
    with LocalStore.read(folder) as read:
        yield read


def _graph(identifier: str) -> ArticleGraph:
    quads = describe(_facts(identifier), base=BASE)
    lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    graph = quads[0].graph_name
    assert isinstance(graph, ox.NamedNode)
    entry = Entry(
        id=identifier, graph=graph.value, record="0", text="0", quads=len(quads), digest=digest(lines.splitlines())
    )
    return ArticleGraph(entry=entry, nquads=lines)


def _facts(identifier: str) -> ArticleFacts:
    sentence = Evidence(spans=(Span(0, 64),), rule="test", confidence=0.9)
    return ArticleFacts(
        article=Article(
            id=identifier, text=TEXT, title="=Hội nghị", url="https://example.org/a?b&c", outlet="Báo Ví Dụ"
        ),
        published=PartialDate(2017, 8, 4),
        agencies=(
            Agency(
                key="ban",
                name="Ban Thử nghiệm",
                type=None,
                level=None,
                jurisdiction=None,
                parent=None,
                unit=False,
                evidence=Evidence(spans=(Span(34, 48),), rule="test", confidence=0.9),
            ),
        ),
        people=(
            Person(key="du", name="Nguyễn Văn Thí Dụ", evidence=Evidence(spans=(Span(4, 21),), rule="t", confidence=1)),
        ),
        memberships=(
            Membership(
                key="m",
                person="du",
                role="Trưởng ban",
                agency="ban",
                status=Status.ATTESTED,
                attested_on=PartialDate(2017, 8, 4),
                evidence=sentence,
            ),
        ),
        events=(
            Event(key="e", label="hội nghị", type=EventType.CONFERENCE, start=PartialDate(2017, 8), evidence=sentence),
        ),
        participations=(
            Participation(key="p", event="e", person="du", function=Function.ATTENDEE, capacity="m", evidence=sentence),
        ),
        documents=(
            Document(
                key="d", type="Kế hoạch", number="1/KH", issued=PartialDate(2017), issuer="ban", evidence=sentence
            ),
        ),
    )
