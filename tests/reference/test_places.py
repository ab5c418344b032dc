"""The units of Việt Nam before and after 1 July 2025."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import pytest

from lienket import resources
from lienket.errors import ReferenceDataError
from lienket.language.folding import name_key
from lienket.model import Level
from lienket.reference import places
from lienket.reference.places import ReferencePlace

BEFORE = datetime.date(2025, 6, 30)
AFTER = datetime.date(2025, 7, 1)
LATER = datetime.date(2026, 4, 30)


def standing(level: Level, day: datetime.date) -> list[ReferencePlace]:
    return [place for place in places.load().all() if place.level is level and place.valid_on(day)]


@pytest.mark.parametrize(
    ("level", "day", "count"),
    [
        (Level.PROVINCE, datetime.date(2003, 12, 31), 61),  # Đắk Nông, Hậu Giang and Điện Biên come the next day
        (Level.PROVINCE, datetime.date(2004, 1, 1), 64),
        (Level.PROVINCE, datetime.date(2008, 8, 1), 63),  # Hà Tây joined Hà Nội
        (Level.PROVINCE, BEFORE, 63),
        (Level.PROVINCE, AFTER, 34),
        (Level.PROVINCE, LATER, 34),  # Đồng Nai became a city
        (Level.DISTRICT, BEFORE, 696),
        (Level.DISTRICT, AFTER, 0),
        (Level.COMMUNE, BEFORE, 10_035),
        (Level.COMMUNE, AFTER, 3_321),
        (Level.COMMUNE, LATER, 3_321),
    ],
)
def test_as_many_units_stood_as_the_state_counted(level: Level, day: datetime.date, count: int) -> None:
    assert len(standing(level, day)) == count


def test_communes_of_1_july_2025_by_kind() -> None:
    assert Counter(place.kind for place in standing(Level.COMMUNE, AFTER)) == {"xã": 2621, "phường": 687, "đặc khu": 13}


def test_an_unchanged_province_is_one_unit_and_a_merged_one_two() -> None:
    known = places.load()
    assert [place.id for place in known.named(name_key("Cao Bằng"), level=Level.PROVINCE)] == ["p-04"]
    assert [place.id for place in known.named(name_key("Thái Nguyên"), level=Level.PROVINCE)] == ["p-19", "p-19-2025"]


def test_every_province_that_ended_was_replaced_by_one_that_began_the_next_day_or_stood() -> None:
    known = places.load()
    for place in known.all():
        if place.level is Level.PROVINCE and place.valid_through:
            assert place.replaced_by, place.id
            after = place.valid_through + datetime.timedelta(days=1)
            assert all(known.by_id(one).valid_on(after) for one in place.replaced_by), place.id


def test_replaced_districts_point_to_units_that_stood_the_next_day() -> None:
    known = places.load()
    for place in known.all():
        if place.level is Level.DISTRICT and place.valid_through and place.valid_through < BEFORE:
            after = place.valid_through + datetime.timedelta(days=1)
            assert all(known.by_id(one).valid_on(after) for one in place.replaced_by), place.id


def test_each_unit_lies_in_one_of_a_higher_level() -> None:
    known = places.load()
    order = [Level.PROVINCE, Level.DISTRICT, Level.COMMUNE]
    for place in known.all():
        if place.level is Level.PROVINCE:
            assert place.parent is None
        else:
            assert place.parent is not None
            assert order.index(known.by_id(place.parent).level) < order.index(place.level)


def test_a_parent_stood_with_its_unit_or_took_the_place_of_one_that_did() -> None:
    known = places.load()
    for place in known.all():
        for day in (place.valid_from, place.valid_through):
            if day is not None and place.level is not Level.PROVINCE:
                assert known.province_of(place, on=day) is not None, (place.id, day)


def test_the_province_of_a_day() -> None:
    known = places.load()
    (district,) = known.named(name_key("Phú Vang"), level=Level.DISTRICT)
    assert [known.province_of(district, on=day).label for day in (datetime.date(2017, 8, 4), BEFORE)] == [  # type: ignore[union-attr]
        "tỉnh Thừa Thiên Huế",
        "thành phố Huế",
    ]


def test_one_name_and_kind_stands_once_in_a_parent_on_a_day() -> None:
    for day in (BEFORE, AFTER, LATER):
        counts = Counter((name_key(place.label), place.parent) for place in places.load().all() if place.valid_on(day))
        assert [key for key, count in counts.items() if count > 1] == []


def test_names_are_found_however_written() -> None:
    known = places.load()
    for spelling in ("Thanh Hoá", "THANH HÓA", "Thanh hóa"):
        assert known.named(name_key(spelling), level=Level.PROVINCE)[0].name == "Thanh Hóa"
    for spelling in ("Đắk Lắk", "Đăk Lăk", "Đắc Lắc"):
        assert "p-66" in {place.id for place in known.named(name_key(spelling))}


def test_names_are_spelled_with_the_tone_mark_in_its_place() -> None:
    for place in places.load().all():
        for word in place.name.split():
            assert name_key(word) == word.lower(), place.id


def test_a_name_that_no_unit_bears_is_none() -> None:
    assert places.load().named(name_key("Thí Dụ")) == ()


def test_an_unknown_id_is_an_error() -> None:
    with pytest.raises(KeyError):
        places.load().by_id("p-00")


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("p-01,nước,thành phố,Hà Nội,01,,,,,", "level"),
        ("p-01,province,vùng,Hà Nội,01,,,,,", "kind"),
        ("p-01,province,thành phố,,01,,,,,", "name"),
        ("p-01,province,thành phố,Hà Nội,01,,hôm qua,,,", "valid_from"),
        ("p-01,province,thành phố,Hà Nội,01,,,,p-99,", "replaced_by"),
        ("d-001,district,quận,Ba Đình,001,p-01,,,,", "parent"),
    ],
)
def test_a_cell_that_breaks_the_description_is_named_by_line_and_column(
    row: str, column: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "places.csv"
    head = "id,level,kind,name,code,parent,valid_from,valid_through,replaced_by,other_names"
    file.write_text(f"# units\n{head}\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(resources, "reference", lambda _: file)
    places.load.cache_clear()
    try:
        with pytest.raises(ReferenceDataError, match=f"line 3, column {column}"):
            places.load()
    finally:
        places.load.cache_clear()
