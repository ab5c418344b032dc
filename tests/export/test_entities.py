"""Entities for Aleph and OpenSanctions, and records for OpenRefine."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from lienket.export import export, format_of
from lienket.store.local import LocalStore

followthemoney = pytest.importorskip("followthemoney", reason="it checks the entities")

Entities = dict[str, dict[str, Any]]


def _written(store: LocalStore, format_: str) -> bytes:
    out = io.BytesIO()
    export(store, out, format=format_)
    return out.getvalue()


@pytest.fixture(scope="module")
def entities(store: LocalStore) -> Entities:
    """Return the entities of the sample store by id."""
    return {one["id"]: one for one in map(json.loads, _written(store, "ftm").splitlines())}


def _one(entities: Entities, schema: str) -> dict[str, Any]:
    (found,) = [one for one in entities.values() if one["schema"] == schema]
    return found


def test_followthemoney_takes_every_value_as_it_is(entities: Entities) -> None:
    for entity in entities.values():
        schema = followthemoney.model.get(entity["schema"])
        schema.validate(entity)
        assert set(schema.required) <= set(entity["properties"]), entity
        for name, values in entity["properties"].items():
            clean = [schema.properties[name].type.clean(value) for value in values]
            assert clean == values


def test_every_reference_leads_to_an_entity_of_the_right_schema(entities: Entities) -> None:
    for entity in entities.values():
        schema = followthemoney.model.get(entity["schema"])
        for name, values in entity["properties"].items():
            wanted = schema.properties[name].range
            if wanted is not None:
                referred = [followthemoney.model.get(entities[value]["schema"]) for value in values]
                assert all(one.is_a(wanted) for one in referred)


def test_a_role_is_an_occupancy_that_nobody_calls_current(entities: Entities) -> None:
    occupancy = _one(entities, "Occupancy")["properties"]
    assert entities[occupancy["holder"][0]]["properties"]["name"] == ["Nguyễn Văn Thí Dụ"]
    assert entities[occupancy["post"][0]]["properties"]["name"] == ["Trưởng ban, Ban Thử nghiệm"]
    assert occupancy["date"] == ["2017-08-04"]
    assert occupancy["status"] == ["unknown"]
    assert occupancy["summary"][0].startswith("Ông Nguyễn Văn Thí Dụ")
    assert {entities[article]["schema"] for article in occupancy["proof"]} == {"Article"}


def test_who_took_part_has_the_function(entities: Entities) -> None:
    links = [one["properties"] for one in entities.values() if one["schema"] == "UnknownLink"]
    assert {"tham dự"} == {role for link in links for role in link["role"] if role != "ban hành"}


def test_who_is_of_no_level_is_given_no_country(entities: Entities) -> None:
    assert "country" not in _one(entities, "Organization")["properties"]


def test_openrefine_sees_one_record_a_thing(store: LocalStore) -> None:
    rows = list(csv.DictReader(io.StringIO(_written(store, "openrefine").decode("utf-8-sig"))))
    assert all(row["id"] or row["role"] for row in rows)
    (official,) = [row for row in rows if row["name"] == "Nguyễn Văn Thí Dụ"]
    assert (official["role"], official["agency"], official["first_attested"]) == (
        "Trưởng ban",
        "Ban Thử nghiệm",
        "2017-08-04",
    )
    assert official["quote"].startswith("Ông Nguyễn Văn Thí Dụ")


@pytest.mark.parametrize("format_", ["ftm", "openrefine"])
def test_same_content_same_bytes(store: LocalStore, other_order: LocalStore, format_: str) -> None:
    assert _written(store, format_) == _written(other_order, format_)


@pytest.mark.parametrize("name", ["graph.ftm", "graph.ftm.json", "so.lieu/graph.2024.FTM.json"])
def test_the_ending_names_the_form(name: str) -> None:
    assert format_of(name) == "ftm"
