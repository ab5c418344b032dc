"""Whatever the text is, extraction ends, and what it says is well formed: evidence in the text, keys that resolve."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lienket.extract.article import extract
from lienket.extract.check import check
from lienket.model import Article

pytestmark = pytest.mark.slow

GOLD: Final = Path(__file__).resolve().parents[2] / "data" / "gold" / "articles.jsonl"
SAMPLES: Final = tuple(json.loads(line)["text"] for line in GOLD.read_text(encoding="utf-8").splitlines())
TOKENS: Final = tuple({token for text in SAMPLES for token in text.split()})
GLUE: Final = (" ", " ", " ", "", "\n", "\n\n", ", ", "; ", ": ", " - ", ". ", " (", ") ", " “", "” ", "/", "\u00a0")

INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
DIRECTIONS: Final = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MARKS: Final = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
QUOTES: Final = "“”‘’\"'«»()[]{}<>"
LINES: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\t\0"

OTHER_LANGUAGES: Final = {
    "English": "The committee met on 5 June 2019. Mr. Nguyen Van Mau, its chairman, spoke about the plan.",
    "French": "Le comité s'est réuni le 5 juin 2019 à l'hôtel de ville ; M. Dupont-Exemple, son président, a parlé.",
    "Chinese": "2019年6月5日，示例委员会召开会议。主任阮文例出席并讲话，强调要做好各项工作。",
    "Thai": "เมื่อวันที่ 5 มิถุนายน 2562 คณะกรรมการตัวอย่างได้จัดประชุม นายตัวอย่างเป็นประธาน",
    "Arabic": "في 5 يونيو 2019 عقدت اللجنة اجتماعها، وتحدث رئيسها السيد مثال عن الخطة.",
    "Ê Đê": "Hruê 5 mlan 6 thŭn 2019, Anôk bruă kđi čar hlăm čar bi lar klei kƀĭn. Y Mẫu Niê Kdăm mâo klei blŭ.",
}

any_sample = st.sampled_from(SAMPLES)


@st.composite
def pieces(draw: st.DrawFn) -> str:
    """Return a part of a sample article that may begin and end anywhere, also within a letter with its marks."""
    text = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), draw(any_sample))
    begin = draw(st.integers(0, len(text)))
    return text[begin : begin + draw(st.integers(0, 600))]


@st.composite
def sprinkled(draw: st.DrawFn, characters: str) -> str:
    """Return a piece of an article with characters put in at random places."""
    text = list(draw(pieces()))
    for char in draw(st.lists(st.sampled_from(characters), min_size=1, max_size=40)):
        text.insert(draw(st.integers(0, len(text))), char)
    return "".join(text)


@st.composite
def shuffled(draw: st.DrawFn) -> str:
    """Return tokens of the sample articles in any order, joined by anything that joins words."""
    tokens = draw(st.lists(st.sampled_from(TOKENS), max_size=120))
    return "".join(part for token in tokens for part in (token, draw(st.sampled_from(GLUE))))


@st.composite
def mixed(draw: st.DrawFn) -> str:
    """Return sentences of other languages among pieces of Vietnamese."""
    parts = draw(st.lists(st.sampled_from(tuple(OTHER_LANGUAGES.values())) | pieces(), max_size=6))
    return draw(st.sampled_from([" ", "\n", ""])).join(parts)


@st.composite
def repeated(draw: st.DrawFn) -> str:
    """Return a few tokens many times over."""
    part = "".join(draw(st.lists(st.sampled_from(TOKENS + GLUE), min_size=1, max_size=5)))
    return part * draw(st.integers(1, 400))


INPUTS: Final = {
    "any text": st.text(max_size=600),
    "capitals": pieces().map(str.upper),
    "small letters": pieces().map(str.lower),
    "titles": pieces().map(str.title),
    "no spaces": pieces().map(lambda text: "".join(text.split())),
    "a word a line": pieces().map(lambda text: "\n".join(text.split())),
    "without marks": pieces().map(
        lambda text: "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    ),
    "turned round": pieces().map(lambda text: text[::-1]),
    "shuffled": shuffled(),
    "repeated": repeated(),
    "invisible": sprinkled(INVISIBLE),
    "directions": sprinkled(DIRECTIONS),
    "marks": sprinkled(MARKS),
    "quotes and brackets": sprinkled(QUOTES),
    "line ends": sprinkled(LINES),
    "languages": mixed(),
}
"""16 kinds of 125 texts: 2,000."""


def read(text: str, *, title: str | None = None) -> None:
    """Extract from `text`; fail where the facts are not well formed."""
    article = Article(id="a", text=text, title=title)
    check(extract(article), article, extractor="rules")


@pytest.mark.parametrize("kind", INPUTS)
def test_any_text_is_read(kind: str) -> None:
    @settings(max_examples=125, deadline=None, suppress_health_check=list(HealthCheck))
    @given(text=INPUTS[kind], titled=st.booleans())
    def reads(text: str, titled: bool) -> None:
        read(text, title=text.strip()[:80] if titled else None)

    reads()


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
@pytest.mark.parametrize("times", [1, 300])
def test_other_languages_are_read(language: str, times: int) -> None:
    read("\n".join([OTHER_LANGUAGES[language]] * times))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n" * 10_000,
        "\u0301" * 10_000,
        "Hội nghị" + "\u0301" * 10_000 + " tổ chức ở Hòa Bình.",
        "a\u0301\u0323" * 10_000,
        "\u200b" * 10_000,
        "\u202e" * 10_000,
        "“" * 10_000,
        "(" * 10_000 + ")" * 9_999,
        "(Sở Nội vụ " * 2_000,
        "“Ông Lê Văn Mẫu cho biết: " * 2_000,
        "tỉnh Yên Bái, " * 2_000,
        "xã Mẫu, huyện Mẫu, tỉnh Mẫu, " * 2_000,
        "Phòng Tổng hợp, Văn phòng " * 2_000,
        "Chủ tịch " * 5_000,
        "nguyên quyền tân cố " * 2_000,
        "Lê Văn Mẫu và " * 2_000,
        "Lê " * 5_000,
        "UBND" * 5_000,
        "hội nghị " * 5_000,
        "từ 5 đến 6/7/2019 - " * 2_000,
        "1/" * 10_000,
        "9" * 10_000,
        "ngày 99/99/9999, năm 0000, ngày 31/2/2019, ngày 29/2/1900, 0/0/0",
        "số " * 5_000,
        "x" * 100_000,
        "Ông " * 5_000 + "\n" + "Ảnh: " * 5_000,
        "A.B.C." * 5_000,
        "👨‍👩‍👧 " * 5_000,
        "\U0010ffff\ud7ff\ufffe" * 1_000,
    ],
    ids=lambda text: repr(text[:16]),
)
def test_a_hostile_text_is_read(text: str) -> None:
    read(text)


@pytest.mark.parametrize("number", range(len(SAMPLES)))
@pytest.mark.parametrize(
    "change", [str.upper, str.lower, str.title, "".join, str.swapcase], ids=lambda one: one.__name__
)
def test_a_sample_article_is_read_in_other_letters(number: int, change: object) -> None:
    text = SAMPLES[number]
    read("".join(text.split()) if change == "".join else change(text))  # type: ignore[operator]
