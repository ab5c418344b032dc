"""People and agencies as one CSV that OpenRefine opens as records, to be cleaned and reconciled with other sources.

A record has its id, kind and name in its first row, and a row for each role: OpenRefine takes rows whose first column
is empty for part of the record above. A name is reconciled best with what stands beside it: the columns `type`,
`place`, `role` and `agency` are there to be sent along as further properties.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from lienket.export.tables import harmless
from lienket.store.local import LocalStore
from lienket.view.network import network

COLUMNS: Final = (
    "id",
    "kind",
    "name",
    "other_names",
    "type",
    "level",
    "place",
    "role",
    "agency",
    "agency_id",
    "status",
    "first_attested",
    "last_attested",
    "quote",
    "article",
    "url",
)


def write_records(store: LocalStore, out: BinaryIO) -> None:
    """Write the people and agencies that `store` knows to `out` as UTF-8 with a byte order mark."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="", extrasaction="raise")
    writer.writeheader()
    for row in _rows(store):
        writer.writerow({name: harmless(value) for name, value in row.items()})
    out.write(b"\xef\xbb\xbf" + text.getvalue().encode("utf-8"))


def _rows(store: LocalStore) -> Iterator[dict[str, str]]:
    graph = network(store, kinds=("person", "agency"))
    for node, told in graph.nodes(data=True):
        first = {"id": node, "kind": told["kind"], "name": told["label"], "other_names": "; ".join(told["also"])}
        facts = {fact.key: fact.value.vi for fact in told["facts"]}
        first["type"] = told["type"].vi if told["type"] else ""
        first |= {"level": facts.get("level", ""), "place": facts.get("jurisdiction", "")}
        held = [(target, tie) for _, target, tie in graph.out_edges(node, data=True) if tie["kind"] == "role"]
        rows = [_held(tie, target, graph.nodes[target]["label"]) for target, tie in held]
        rows += [_held(tie) for tie in told["open_roles"]]
        rows = rows or [_cited(told)]
        yield first | rows[0]
        yield from rows[1:]


def _held(tie: Mapping[str, Any], agency: str = "", name: str = "") -> dict[str, str]:
    return {
        "role": tie["label"].vi if tie["label"] else "",
        "agency": name,
        "agency_id": agency,
        "status": "; ".join(status.vi for status in tie["statuses"]),
        "first_attested": tie["first"] or "",
        "last_attested": tie["last"] or "",
        **_cited(tie),
    }


def _cited(told: Mapping[str, Any]) -> dict[str, str]:
    """Return the earliest words on which something stands."""
    if not told["evidence"]:
        return {}
    first = told["evidence"][0]
    return {"quote": first.quote, "article": first.article, "url": first.url}
