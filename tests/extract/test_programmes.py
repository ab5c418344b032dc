"""Programmes of cooperation, their partners and periods."""

from __future__ import annotations

import pytest

from lienket.extract.papers.programmes import find_programmes
from lienket.language.dates import find_dates
from lienket.language.tokens import tokenise


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    """Label, partners and period of the programmes of a text."""
    tokens = tokenise(text)
    return [
        (
            one.label,
            tokens.slice(*one.partners) if one.partners else None,
            f"{one.period.start}/{one.period.end}" if one.period else None,
        )
        for one in find_programmes(tokens, find_dates(tokens))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "sơ kết Chương trình phối hợp giữa Ban Dân tộc và Tỉnh đoàn giai đoạn 2013 - 2017 ()",
            ("Chương trình phối hợp giữa Ban Dân tộc và Tỉnh đoàn", "Ban Dân tộc và Tỉnh đoàn", "2013/2017"),
        ),
        (
            "chương trình phối hợp giữa Tỉnh Đoàn và Ban Dân tộc tỉnh đã đạt",
            ("Chương trình phối hợp giữa Tỉnh Đoàn và Ban Dân tộc tỉnh", "Tỉnh Đoàn và Ban Dân tộc tỉnh", None),
        ),
        (
            "Biên bản ghi nhớ về hợp tác giữa Bộ Thí và Sở Dụ.",
            ("Biên bản ghi nhớ về hợp tác giữa Bộ Thí và Sở Dụ", "Bộ Thí và Sở Dụ", None),
        ),
        (
            "Kế hoạch phối hợp giữa Hội Thí, Hội Dụ với Bộ Ví, nhằm",
            ("Kế hoạch phối hợp giữa Hội Thí, Hội Dụ với Bộ Ví", "Hội Thí, Hội Dụ với Bộ Ví", None),
        ),
        (
            "Chương trình phối hợp giữa hai cơ quan bắt đầu từ",
            ("Chương trình phối hợp giữa hai cơ quan", "hai cơ quan", None),
        ),
        ("Quy chế phối hợp công tác, giai đoạn 2017-2022", ("Quy chế phối hợp công tác", None, "2017/2022")),
        (
            "Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2016-2020",
            ("Chương trình mục tiêu quốc gia xây dựng nông thôn mới", None, "2016/2020"),
        ),
    ],
)
def test_programmes(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize("text", ["phối hợp giữa các bên", "chương trình phối hợp này", "Chương trình phối hợp giữa"])
def test_no_programmes(text: str) -> None:
    assert read(text) == []


def test_a_national_target_programme_is_named_in_full() -> None:
    (found,) = read(
        "Phê duyệt Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và"
        " miền núi giai đoạn 2021 - 2030."
    )
    assert found == (
        "Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi",
        None,
        "2021/2030",
    )
