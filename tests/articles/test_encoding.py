"""Bytes to text: the text as given, whatever the encoding; what is no known encoding is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.articles.encoding import decode
from lienket.articles.read_error import ReadError
from tests.articles.article_files import NEWS, windows_1258

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
VIETNAMESE = st.text(st.sampled_from(LETTERS + LETTERS.upper() + " \n\r\t.,:–“”0123456789")).map(
    lambda text: "Tỉnh " + text
)


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_is_kept_exactly(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(text=VIETNAMESE)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_gives_the_same_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@given(text=VIETNAMESE)
def test_windows_1258_gives_the_same_letters(text: str) -> None:
    assert unicodedata.normalize("NFC", decode(windows_1258(text))) == unicodedata.normalize("NFC", text)


def test_windows_1258_and_nfd_are_not_composed() -> None:
    assert decode(windows_1258("hội nghị")) == "hô\u0323i nghi\u0323"
    assert decode(unicodedata.normalize("NFD", NEWS).encode()) == unicodedata.normalize("NFD", NEWS)


def test_line_ends_are_kept() -> None:
    assert decode("Một\r\nhai\rba\n".encode()) == "Một\r\nhai\rba\n"


TCVN3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc"
VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"
REFUSED = [
    (b"\x00\x01\x02\x03" * 8, "file-binary", None, "NUL bytes that are no UTF-16"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "file-binary", None, "an image"),
    (b"abc\x01\x02\x03\x04", "file-binary", None, "control characters are no prose"),
    (NEWS.encode()[:40] + b"\xff" + NEWS.encode()[40:], "encoding-unknown", 1, "UTF-8 with one bad byte"),
    (b"one\ntwo\n" + NEWS.encode() + "ộ".encode()[:2], "encoding-unknown", 5, "UTF-8 cut in a character"),
    (TCVN3.encode("latin-1"), "encoding-unknown", 1, "a font of the 1990s: would decode to other words"),
    (VNI.encode("latin-1"), "encoding-unknown", 1, "another font"),
    ("Съвет".encode("cp1251"), "encoding-unknown", 1, "another script"),
    ("Tỉnh".encode("utf-16") + b"\x00", "encoding-unknown", 1, "UTF-16 cut in a character"),
]


@pytest.mark.parametrize(("data", "key", "line", "reason"), REFUSED)
def test_what_is_no_known_encoding_is_refused(data: bytes, key: str, line: int | None, reason: str) -> None:
    with pytest.raises(ReadError) as raised:
        decode(data)
    assert (raised.value.key, raised.value.line) == (key, line), reason


@given(data=st.binary())
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decode(data).encode()
    except ReadError as error:
        assert error.key in ("file-binary", "encoding-unknown")
