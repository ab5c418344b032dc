"""Kinds of agencies, particular agencies, fields, changes, and how they hang together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

import pytest

from lienket.language.folding import name_key
from lienket.model import PartialDate
from lienket.rdf import vocabulary
from lienket.reference import agencies
from lienket.reference.agencies import AgencyKind, Body, Field


def keys(*forms: str) -> set[str]:
    return {name_key(form) for form in forms}


def overlap(one: Body | Field, other: Body | Field) -> bool:
    """Tell whether both stood on one day; periods known to the month may touch in the month of the change."""
    return not (before(one, other) or before(other, one))


def before(one: Body | Field, other: Body | Field) -> bool:
    if one.valid_through is None or other.valid_from is None:
        return False
    return str(one.valid_through)[:7] <= str(other.valid_from)[:7]


def test_every_type_is_a_concept_and_every_leaf_concept_is_used() -> None:
    used = {kind.type for kind in agencies.kinds()} | {body.type for body in agencies.bodies()}
    named = used.union(*(kind.under for kind in agencies.kinds()))
    concepts = vocabulary.concepts("agency-type")
    groups = {concept.broader.value.rsplit("/", 1)[1] for concept in concepts.values() if concept.broader}
    assert named <= concepts.keys()
    assert concepts.keys() == used | groups


def test_concepts_are_labelled_apart() -> None:
    concepts = vocabulary.concepts("agency-type").values()
    assert len({concept.vi for concept in concepts}) == len({concept.en for concept in concepts}) == len(concepts)


def test_forms_of_one_row_are_different() -> None:
    rows: Iterable[tuple[str, tuple[str, ...]]] = (
        *((kind.head, kind.short) for kind in agencies.kinds()),
        *((body.name, body.short) for body in agencies.bodies()),
        *((field.name, field.short) for field in agencies.fields()),
    )
    for name, short in rows:
        assert len(keys(name, *short)) == 1 + len(short), name


def test_one_form_heads_two_kinds_only_where_the_parent_tells_them_apart() -> None:
    by_form: defaultdict[str, list[AgencyKind]] = defaultdict(list)
    for kind in agencies.kinds():
        for form in keys(kind.head, *kind.short):
            by_form[form].append(kind)
    for form, found in by_form.items():
        for one, other in combinations(found, 2):
            assert one.under != other.under or one.levels != other.levels, form


def test_one_form_names_two_bodies_only_at_different_times() -> None:
    by_form: defaultdict[str, list[Body]] = defaultdict(list)
    for body in agencies.bodies():
        for form in keys(body.name, *body.short):
            by_form[form].append(body)
    for form, found in by_form.items():
        for one, other in combinations(found, 2):
            assert not overlap(one, other), form


def test_one_form_after_one_head_names_two_fields_only_at_different_times() -> None:
    by_form: defaultdict[tuple[str, str], list[Field]] = defaultdict(list)
    for field in agencies.fields():
        for form in keys(field.name, *field.short):
            for head in field.heads:
                by_form[head, form].append(field)
    for form, found in by_form.items():
        for one, other in combinations(found, 2):
            assert not overlap(one, other), form


def test_heads_of_fields_are_kinds_that_take_a_field() -> None:
    with_field = {kind.head for kind in agencies.kinds() if kind.field == "required"}
    whole = {
        "Ban",
        "Ủy ban",
        "Phòng trong cơ quan",
        "Ban Chỉ đạo",
    }  # written out in agency_kinds.csv and agencies.csv, read as a title's field ("Trưởng ban Dân tộc")
    assert {head for field in agencies.fields() for head in field.heads} <= with_field | whole


def test_a_kind_whose_head_implies_its_level_exists_there() -> None:
    for kind in agencies.kinds():
        assert set(kind.fused_level) <= set(kind.levels), kind.head


def test_units_say_what_they_are_units_of() -> None:
    for body in agencies.bodies():
        assert body.parent or not body.unit, body.name


def test_parents_do_not_go_round() -> None:
    for body in agencies.bodies():
        seen: Counter[str] = Counter()
        parent = body.parent
        while parent is not None:
            seen[parent] += 1
            assert seen[parent] == 1, body.name
            above = agencies.body_named(parent)
            parent = above.parent if above else None


def test_periods_do_not_end_before_they_begin() -> None:
    for row in (*agencies.bodies(), *agencies.fields()):
        if row.valid_from and row.valid_through:
            assert row.valid_from.earliest <= row.valid_through.latest, row.name  # type: ignore[operator]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"),
        ("Ban Bí thư", "Ban Bí thư Trung ương Đảng"),
        ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo"),
        ("Bộ LĐ-TB&XH", "Bộ Lao động - Thương binh và Xã hội"),
        ("UBDT", "Ủy ban Dân tộc"),
        ("TTXVN", "Thông tấn xã Việt Nam"),
        ("Tuổi Trẻ", "Báo Tuổi Trẻ"),
    ],
)
def test_short_forms_stand_for_bodies(form: str, name: str) -> None:
    assert [body.name for body in agencies.bodies() if name_key(form) in keys(body.name, *body.short)] == [name]


def test_bodies_and_kinds_are_found_by_name() -> None:
    ministry = agencies.body_named("bộ nội vụ")
    assert ministry is not None and ministry.name == "Bộ Nội vụ"
    committee = agencies.kind_headed("Uỷ ban nhân dân")
    assert committee is not None and committee.type == "uy-ban-nhan-dan"
    assert agencies.body_named("Bộ Thí Dụ") is None
    assert agencies.kind_headed("Thí Dụ") is None


def test_the_state_agency_for_ethnic_affairs_through_time() -> None:
    (change,) = [one for one in agencies.changes() if one.original == ("Ủy ban Dân tộc",)]
    assert change.resulting == ("Bộ Dân tộc và Tôn giáo",)
    assert change.date == PartialDate(2025, 3, 1)
    before, after = (agencies.body_named(name) for name in (*change.original, *change.resulting))
    assert before is not None and before.valid_through == PartialDate(2025, 2, 28)
    assert after is not None and after.valid_from == change.date


def test_changes_name_known_agencies() -> None:
    heads = sorted((kind.head for kind in agencies.kinds()), key=len, reverse=True)
    fields = {name_key(field.name) for field in agencies.fields()}

    def known(name: str) -> bool:
        if agencies.body_named(name) or agencies.kind_headed(name):
            return True
        head = next((head for head in heads if name.startswith(f"{head} ")), None)
        rest = name.removeprefix(head or "").strip()
        return head is not None and (name_key(rest) in fields or agencies.kind_headed(rest) is not None)

    for change in agencies.changes():
        assert [name for name in (*change.original, *change.resulting) if not known(name)] == []


def test_an_agency_ends_when_a_change_ends_it() -> None:
    for change in agencies.changes():
        for name in set(change.original) - set(change.resulting):
            body = agencies.body_named(name)
            if body is None or change.kind == "transfer" or body.valid_through is None:
                continue
            assert body.valid_through.earliest <= change.date.latest, name  # type: ignore[operator]
