"""What the evidence on who is who weighs: how telling a name is, and which bodies say little."""

from __future__ import annotations

import pytest

from lienket.consolidate.weighing import rarity
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
