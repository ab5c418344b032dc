"""What the evidence on who is who weighs: how telling a name is, and which bodies say little."""

from __future__ import annotations

import dataclasses

import pytest

from lienket.consolidate.weighing import rarity
from lienket.language.folding import name_key
from lienket.model import Level
from tests.consolidate.known import Knowledge
from tests.facts import Post, agency, facts

LEADING = [
    agency("Ủy ban nhân dân tỉnh Thái Nguyên", of_type="uy-ban-nhan-dan"),
    agency("Hội đồng nhân dân tỉnh Thái Nguyên", of_type="hoi-dong-nhan-dan"),
    agency("Tỉnh ủy Thái Nguyên", of_type="tinh-uy"),
]


@pytest.mark.parametrize(
    ("telling", "common"),
    [
        ("hầu thí dụ", "nguyễn thí dụ"),  # few are called Hầu, many Nguyễn
        ("đặng thí dụ", "trần thí dụ"),
        ("hầu thí dụ", "đặng thí dụ"),
        ("trần thí dụ", "trần minh tuấn"),  # many are called Minh Tuấn
        ("trần minh tuấn", "trần văn tuấn"),
        ("trần thí dụ mẫu", "trần thí dụ"),
        ("giàng a mẫu", "trần văn a"),  # a word of Mông names, and a letter for a name withheld
    ],
)
def test_a_name_tells_the_more_the_fewer_bear_it(telling: str, common: str) -> None:
    assert rarity(telling) > rarity(common)


def test_the_bodies_that_lead_a_province_are_named_in_all_its_news() -> None:
    health = agency("Sở Y tế tỉnh Thái Nguyên", of_type="so")
    school = agency("Trường Cao đẳng Ví Dụ tỉnh Thái Nguyên", of_type="truong-cao-dang")
    name, key = "Nguyễn Văn Mẫu", "nguyễn văn mẫu"
    one = facts("a", [Post(name, role="Giám đốc", agency=health.name)], agencies=[health, *LEADING])
    other = facts("b", [Post(name, role="Hiệu trưởng", agency=school.name)], agencies=[school, *LEADING])
    known = Knowledge([one, other])
    assert known.who("a", "person", key) != known.who("b", "person", key)


COMMON, KEY = "Nguyễn Văn Mẫu", "nguyễn văn mẫu"
TELLING, TELLING_KEY = "Bùi Thí Dụ", "bùi thí dụ"
HEALTH = agency("Sở Y tế tỉnh Thái Nguyên", of_type="so")
SCHOOL = agency("Trường Cao đẳng Ví Dụ tỉnh Thái Nguyên", of_type="truong-cao-dang")
MINISTRY = dataclasses.replace(agency("Bộ Ví dụ", of_type="bo", jurisdiction=None), level=Level.CENTRAL)
INSTITUTE = dataclasses.replace(agency("Viện Địa chất Ví dụ", of_type="vien", jurisdiction=None), level=None)


def test_a_central_body_named_beside_the_head_of_another_does_not_make_that_one_its_minister() -> None:
    def both(name: str) -> bool:
        minister = facts("a", [Post(name, role="Bộ trưởng", agency=MINISTRY.name)], agencies=[MINISTRY], places=())
        head = facts("b", [Post(name, role="Viện trưởng", agency=INSTITUTE.name)], agencies=[INSTITUTE, MINISTRY])
        known = Knowledge([minister, head])
        return known.who("a", "person", name_key(name)) == known.who("b", "person", name_key(name))

    assert not both("Trần Minh Tuấn")
    assert both("Hầu Thí Dụ")  # hardly two are called so


def test_who_is_told_without_an_office_joins_no_two_of_a_common_name_who_hold_others() -> None:
    one = facts("a", [Post(COMMON, role="Giám đốc", agency=HEALTH.name)], agencies=[HEALTH])
    other = facts("b", [Post(COMMON, role="Hiệu trưởng", agency=SCHOOL.name)], agencies=[SCHOOL])
    between = facts("c", [Post(COMMON, agency=None, confidence=0.3)], agencies=[HEALTH, SCHOOL])
    known = Knowledge([one, other, between])
    assert known.who("a", "person", KEY) != known.who("b", "person", KEY)


def test_who_leads_the_province_is_named_beside_everybody() -> None:
    leader = Post("Trần Thị Minh Họa", role="Chủ tịch", agency=LEADING[0].name)
    one = facts("a", [Post(COMMON, role="Giám đốc", agency=HEALTH.name), leader], agencies=[HEALTH, LEADING[0]])
    other = facts("b", [Post(COMMON, role="Hiệu trưởng", agency=SCHOOL.name), leader], agencies=[SCHOOL, LEADING[0]])
    known = Knowledge([one, other])
    assert known.who("a", "person", KEY) != known.who("b", "person", KEY)


def test_an_office_at_a_body_that_stays_open_is_an_office_too() -> None:
    firm = dataclasses.replace(agency("Công ty Thí Mẫu", of_type="cong-ty", jurisdiction=None), level=None)
    manager = facts("a", [Post(TELLING, role="Tổng Giám đốc", agency=firm.name)], agencies=[firm, MINISTRY])
    head = facts("b", [Post(TELLING, role="Viện trưởng", agency=INSTITUTE.name)], agencies=[INSTITUTE, MINISTRY])
    known = Knowledge([manager, head])
    assert known.who("a", "person", TELLING_KEY) != known.who("b", "person", TELLING_KEY)
