"""Hostile texts of any size: each shape repeats what some rule looks for, in the way that would cost it most."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

Shape = Callable[[int], str]
"""From a size to a text about that long: twice the size, twice the length."""

_SYLLABLES: Final = ("Thí", "Dụ", "Minh", "Họa", "Mẫu", "Thử", "Nghiệm", "Ví", "Bình", "An", "Lan", "Sơn", "Hải", "Tú")
_FIELDS: Final = ("Nội vụ", "Tài chính", "Y tế", "Xây dựng", "Tư pháp", "Công Thương", "Khoa học và Công nghệ")
_PROVINCES: Final = ("Yên Bái", "Thái Nguyên", "Hòa Bình", "Bạc Liêu", "Quảng Nam", "Lào Cai", "Cà Mau", "Sơn La")
_TITLES: Final = ("Bí thư", "Phó Bí thư Thường trực", "Chủ tịch", "Phó Chủ tịch", "Ủy viên", "Trưởng ban", "Giám đốc")
_SAMPLE: Final = Path(__file__).resolve().parents[2] / "data" / "gold" / "articles.jsonl"


def _again(part: str) -> Shape:
    """Return the shape that repeats one text."""
    return lambda size: (part * (size // len(part) + 1))[:size]


def _each(parts: Callable[[], Iterator[str]]) -> Shape:
    """Return the shape that goes through an endless series of texts."""

    def text(size: int) -> str:
        taken, length = [], 0
        for part in parts():
            taken.append(part)
            length += len(part)
            if length >= size:
                return "".join(taken)
        raise AssertionError("the series ended")

    return text


def _names() -> Iterator[str]:
    """Yield ever new names; once all of one length have come, longer ones."""
    for length in itertools.count(2):
        for given in itertools.product(_SYLLABLES, repeat=length):
            yield f"Nguyễn {' '.join(given)}"


def _agencies() -> Iterator[str]:
    """Yield ever new bodies: departments of provinces, then units of ever new names in them."""
    for field, province in itertools.product(_FIELDS, _PROVINCES):
        yield f"Sở {field} tỉnh {province}"
    for name, field, province in zip(_names(), itertools.cycle(_FIELDS), itertools.cycle(_PROVINCES), strict=False):
        yield f"Trường THPT {name}, Sở {field} tỉnh {province}"


def _days() -> Iterator[str]:
    """Yield each day from 1950 to 2039, and again."""
    for year in itertools.cycle(range(1950, 2040)):
        for month, day in itertools.product(range(1, 13), range(1, 29)):
            yield f"{day}/{month}/{year}"


def _with(form: str, **series: Callable[[], Iterator[str]]) -> Shape:
    """Return the shape of `form`, filled in each round with the next of every series."""

    def parts() -> Iterator[str]:
        for values in zip(*(one() for one in series.values()), strict=False):
            yield form.format(**dict(zip(series, values, strict=True)))

    return _each(parts)


def _titles() -> Iterator[str]:
    return itertools.cycle(_TITLES)


def _sample(size: int) -> str:
    texts = [json.loads(line)["text"] for line in _SAMPLE.read_text(encoding="utf-8").splitlines()]
    return _again("\n\n".join(texts) + "\n\n")(size)


SHAPES: Final[Mapping[str, Shape]] = {
    "sample articles": _sample,
    "sample articles, capitals": lambda size: _sample(size).upper(),
    "sample articles, one line": lambda size: _sample(size).replace("\n", " "),
    "sample articles, no spaces": lambda size: "".join(_sample(2 * size).split())[:size],
    "sample articles, a word a line": lambda size: "\n".join(_sample(size).split()),
    "one sentence": _with("{one} phối hợp với {one} tổ chức hội nghị và ", one=_agencies),
    "one sentence, statements": _with("ông {name} cho biết {agency} sẽ họp, ", name=_names, agency=_agencies),
    "names": _with("{name}, ", name=_names),
    "names, one again": _again("ông Nguyễn Văn Thí Dụ và "),
    "names, a line each": _with("{name}\n", name=_names),
    "names, in sentences": _with("Ông {name} họp. ", name=_names),
    "names, given names again": _with("Ông {name} họp. Đồng chí Dụ phát biểu. ", name=_names),
    "names, with offices": _with("{name}, {title} {agency}; ", name=_names, title=_titles, agency=_agencies),
    "agencies": _with("{agency}, ", agency=_agencies),
    "agencies, one again": _again("Sở Nội vụ tỉnh Yên Bái, "),
    "agencies, without places": _again("Sở Nội vụ, UBND tỉnh, Huyện ủy, "),
    "agencies, nested": _again("Phòng Tổng hợp, Văn phòng "),
    "agencies, defined in brackets": _with("{agency} (sau đây gọi là Sở) ", agency=_agencies),
    "abbreviations": _again("UBND HĐND MTTQ TP "),
    "provinces": _with("tỉnh {place}, ", place=lambda: itertools.cycle(_PROVINCES)),
    "office titles": _with("{title} ", title=_titles),
    "office titles, with commas": _with("{title}, ", title=_titles),
    "office titles, without holders": _with("{title} UBND tỉnh, ", title=_titles),
    "offices shared": _with("các đồng chí Ủy viên Ban Thường vụ: {name}, ", name=_names),
    "event heads": _again("hội nghị lễ đại hội "),
    "event heads, named": _with("Hội nghị {name} ", name=_names),
    "events": _with("Ngày {day}, {agency} tổ chức Hội nghị tổng kết.\n", day=_days, agency=_agencies),
    "events, one again": _again("Hội nghị tổng kết năm diễn ra. Dự hội nghị có ông Lê Văn Mẫu. "),
    "events, guests": _with("Hội nghị tổng kết. Dự có {name}. ", name=_names),
    "appointments": _with("Tỉnh ủy Yên Bái bổ nhiệm ông {name} giữ chức Giám đốc Sở Nội vụ. ", name=_names),
    "appointments, one sentence": _with("bầu ông {name} giữ chức Chủ tịch, miễn nhiệm ", name=_names),
    "verbs": _again("tổ chức chủ trì dự phát biểu trao bầu ký thăm "),
    "statements": _with("Ông {name} cho biết: “Công việc đang tốt lên từng ngày ở nơi đây.” ", name=_names),
    "documents": _with("Kế hoạch số 12/KH-UBND ngày {day} của {agency}, ", day=_days, agency=_agencies),
    "programmes": _again("Chương trình phối hợp giữa Sở Nội vụ và Tỉnh đoàn giai đoạn 2021 - 2025, "),
    "dates": _with("ngày {day} ", day=_days),
    "dates, ranges": _again("từ ngày 5 đến ngày 6/7, "),
    "dates, without years": _again("sáng 5/6, "),
    "numbers": _again("1/"),
    "digits": _again("1"),
    "and": _again("và "),
    "commas": _again(", "),
    "semicolons": _again("; "),
    "dashes": _again("- "),
    "full stops": _again(". "),
    "initials": _again("A."),
    "brackets, opening": _again("("),
    "brackets, closing": _again(")"),
    "brackets, pairs": _again("(a) "),
    "brackets, words": _again("(Sở "),
    "quotation marks, opening": _again("“"),
    "quotation marks, straight": _again('"'),
    "quotation marks, words": _again("“ông "),
    "quotation marks, pairs": _again("“a” "),
    "line breaks": _again("\n"),
    "line breaks, words": _again("a\n"),
    "line breaks, empty lines": _again("Ông\n\n\n"),
    "carriage returns": _again("\r"),
    "spaces": _again(" "),
    "tabs": _again("\t"),
    "one letter": _again("a"),
    "one capital": _again("A"),
    "capitals, words": _again("Xa "),
    "combining marks": _again("\u0301"),
    "combining marks, letters": _again("a\u0301"),
    "zero-width spaces": _again("\u200b"),
    "direction marks": _again("\u202ea\u202c "),
    "ideographs": _again("越南"),
    "Thai": _again("เวียดนาม"),
    "Arabic": _again("فيتنام "),
    "emoji": _again("👨‍👩‍👧"),
    "letters beyond the plane": _again("𐐀"),
}
