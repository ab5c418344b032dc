"""Write the graph in the forms that others read: RDF, network files, entities, tables."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, Final, get_args

from lienket.errors import UsageError
from lienket.export.content import Layer, layer_blocks
from lienket.export.prefixes import known
from lienket.export.tables import write_tables
from lienket.export.writers import QUAD_FORMATS, TRIPLE_FORMATS, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lienket.store.local import LocalStore

__all__ = ["ENDINGS", "FORMATS", "Layer", "export", "format_of"]

NETWORK_FORMATS: Final = ("graphml", "gexf")
ENTITY_FORMATS: Final = ("ftm", "openrefine")
FORMATS: Final = (*TRIPLE_FORMATS, *QUAD_FORMATS, *NETWORK_FORMATS, *ENTITY_FORMATS, "csv")
ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".ttl": "turtle",
        ".trig": "trig",
        ".nq": "nquads",
        ".nt": "ntriples",
        ".jsonld": "jsonld",
        ".rdf": "rdfxml",
        ".graphml": "graphml",
        ".gexf": "gexf",
        ".ftm": "ftm",
        ".ftm.json": "ftm",
        ".csv": "csv",
        "": "csv",
    }
)
"""File ending → format; a name without an ending is a folder of tables."""


def format_of(target: str | Path) -> str:
    """Return the format that the ending of `target` names; UsageError where it names none."""
    suffixes = [suffix.lower() for suffix in Path(target).suffixes]
    double, ending = "".join(suffixes[-2:]), "".join(suffixes[-1:])
    if double in ENDINGS:
        return ENDINGS[double]
    if ending not in ENDINGS:
        raise UsageError("export-ending", file=str(target), wanted=", ".join(ending for ending in ENDINGS if ending))
    return ENDINGS[ending]


def export(
    store: LocalStore,
    target: BinaryIO | str | Path,
    *,
    format: str | None = None,  # noqa: A002 -- the name that users know
    layer: Layer | None = None,
    with_text: bool = True,
) -> None:
    """Write `layer` of `store` to `target`, a path or a binary stream, as `format` (by the ending where it is None).

    `layer` is "knowledge" (with the spans and article records it stands on), "articles" or "all"; by default "all" for
    trig and nquads, which alone can hold it, and "knowledge" for the rest. Without text, the full texts of the articles
    are left out. csv is a folder of tables; it, graphml, gexf, ftm (FollowTheMoney) and openrefine (one CSV) are always
    of the knowledge layer. A file appears whole or not at all. Raises UsageError for a format, layer or target that do
    not go together.
    """
    chosen = format or (format_of(target) if isinstance(target, str | Path) else "turtle")
    layer = layer or ("all" if chosen in QUAD_FORMATS else "knowledge")
    _check(chosen, layer)
    if chosen == "csv":
        if not isinstance(target, str | Path):
            raise UsageError("export-csv-folder")
        write_tables(store.graph, Path(target))
        return
    with _opened(target) as out:
        if chosen in NETWORK_FORMATS:
            # networkx is heavy: loaded only where it is needed.
            from lienket.export.networks import write_network

            write_network(store, out, format=chosen)
        elif chosen == "ftm":
            from lienket.export.ftm import write_entities

            write_entities(store, out)
        elif chosen == "openrefine":
            from lienket.export.openrefine import write_records

            write_records(store, out)
        else:
            content = layer_blocks(store.graph, layer=layer, with_text=with_text)
            write(content, out, format=chosen, prefixes=known(base=store.base))


def _check(chosen: str, layer: str) -> None:
    if chosen not in FORMATS:
        raise UsageError("export-format", format=chosen, wanted=", ".join(FORMATS))
    if layer not in get_args(Layer):
        raise UsageError("export-layer", layer=layer, wanted=", ".join(get_args(Layer)))
    if layer == "all" and chosen not in QUAD_FORMATS:
        raise UsageError("export-all", format=chosen)
    if layer != "knowledge" and chosen in (*NETWORK_FORMATS, *ENTITY_FORMATS, "csv"):
        raise UsageError("export-knowledge-only", format=chosen)


@contextmanager
def _opened(target: BinaryIO | str | Path) -> Iterator[BinaryIO]:
    """Give a stream as it is, and for a path a file beside it that takes its name when all is written."""
    if not isinstance(target, str | Path):
        yield target
        return
    path = Path(target)
    partial = path.with_name(path.name + ".part")
    try:
        with partial.open("wb") as out:
            yield out
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
