"""Paths, folders, zipped folders, standard input: all is read, left out by name, or reported."""

from __future__ import annotations

import io
import os
import stat
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lienket.articles import archives, bounds, read_articles
from lienket.errors import InputError
from lienket.model import Article, Rejected
from tests.articles.article_files import NEWS, articles, keys, page, results, texts, word, zipped

FOLDER = {
    "b.txt": "b",
    "a/z.md": "z",
    "a/b/c.jsonl": '{"text": "c1"}\n{"text": "c2"}\n',
    "a.csv": "text\nd\n",
    "C.JSON": '[{"text": "e"}]',
}
IN_ORDER = ["e", "c1", "c2", "z", "d", "b"]
"""The texts of `FOLDER` in the order of its names, part by part; capitals come first."""


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode())
    return folder


def rejected(found: list[Article | Rejected]) -> list[str]:
    """Return the last part of the sources of what was rejected."""
    return [result.source.rpartition("/")[2] for result in found if isinstance(result, Rejected)]


def test_text_files_are_kept_exactly(tmp_path: Path) -> None:
    text = "\r\nTít\u00a0\r\n\r\n  Nội dung \n"
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    [article] = articles(tmp_path / "a.txt")
    assert (article.text, article.title, article.made_by) == (text, None, None)
    assert article.source.endswith("/a.txt")


def test_a_copy_has_the_same_id_under_any_name(tmp_path: Path) -> None:
    one, other = articles(write(tmp_path, {"a.txt": NEWS, "b.md": NEWS}))
    assert one == other


def test_folders_in_the_order_of_names(tmp_path: Path) -> None:
    assert [article.text for article in articles(write(tmp_path, FOLDER))] == IN_ORDER


def test_zipped_folders_give_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(dict(FOLDER)))
    assert sorted(article.text for article in articles(tmp_path / "a.zip")) == sorted(IN_ORDER)
    assert articles(tmp_path / "a.zip") == articles(tmp_path)


def test_every_form_in_a_zip(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(
        zipped({"a.html": page(), "b.docx": word("<w:p><w:r><w:t>a</w:t></w:r></w:p>"), "c.txt": NEWS})
    )
    assert len(articles(tmp_path / "a.zip")) == 3


def test_paths_in_the_order_given_and_limit(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "a", "b.jsonl": '{"text": ""}\n{"text": "b"}\n{"text": "c"}\n'})
    found = results(tmp_path / "b.jsonl", tmp_path / "a.txt", limit=2)
    assert (texts(found), keys(found)) == (["b", "c"], ["text-missing"])
    assert results(tmp_path, limit=0) == []


def test_left_out_by_name_and_reported(tmp_path: Path) -> None:
    left_out = dict.fromkeys(["~$a.docx", ".hidden.txt", ".git/x.txt", "__MACOSX/a.txt", "a_files/a.css", "b.PNG"], "x")
    reported = {"a.pdf": "x", "b.doc": "x", "c.xlsx": "x", "d.exe": "x", "README": "x"}
    expected = {
        "README": "ending-unknown",
        "a.pdf": "pdf-refused",
        "b.doc": "document-refused",
        "c.xlsx": "sheet-refused",
        "d.exe": "ending-unknown",
    }
    found = results(write(tmp_path, {"a.txt": "a", **left_out, **reported}))
    assert dict(zip(rejected(found), keys(found), strict=True)) == expected
    assert texts(found) == ["a"]


FILES = [
    ("a.txt", b"", "file-empty", "nothing"),
    ("a.txt", b"\xef\xbb\xbf \r\n", "file-empty", "a BOM and space"),
    ("a.jsonl", b"\n\n", "file-empty", "blank lines"),
    ("a.csv", b"", "file-empty", "nothing"),
    ("a.docx", b"", "file-empty", "nothing"),
    ("a.txt", b"%PDF-1.7\n", "pdf-refused", "a PDF under another name"),
    ("a.txt", b"PK\x03\x04\x00\x00", "file-binary", "an archive under another name"),
    ("a.jsonl", b"\x00\x01\x02\x03", "file-binary", "binary data for records"),
    ("a.zip", b"", "zip-broken", "an empty archive file"),
    ("a.zip", b"PK\x03\x04 and no more", "zip-broken", "a cut archive"),
    ("a.zip", zipped({}), "file-without-records", "nothing in the archive"),
    ("a.zip", zipped({"a/.b.txt": "x"}), "file-without-records", "nothing that is read"),
    ("a.zip", zipped({"b.zip": zipped({"a.txt": "x"})}), "zip-in-zip", "an archive in an archive"),
    ("a.zip", zipped({"../a.txt": "x"}), "zip-outside", "a name that leads out"),
    ("a.zip", zipped({"..\\a.txt": "x"}), "zip-outside", "the same as Windows writes it"),
    ("a.zip", zipped({"C:/a.txt": "x"}), "zip-outside", "a drive"),
    ("a.zip", zipped({"/etc/a.txt": "x"}), "zip-outside", "from the root"),
    ("a.zip", zipped({"a.txt": " " * 30_000_000}), "zip-too-large", "a trap: 30 MB of nothing"),
]


@pytest.mark.parametrize(("name", "data", "key", "reason"), FILES)
def test_bad_files_cost_no_other(tmp_path: Path, name: str, data: bytes, key: str, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text("z")
    found = results(tmp_path)
    assert (keys(found), texts(found)) == ([key], ["z"]), reason


def test_too_many_files_in_a_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 2)
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": "a", "b.txt": "b", "c.txt": "c"}))
    assert keys(results(tmp_path / "a.zip")) == ["zip-too-large"]


def test_a_locked_and_a_damaged_file_in_a_zip_cost_no_other(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": NEWS, "b.txt": NEWS, "c.txt": "c"}, compression=zipfile.ZIP_STORED))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        directory = archive.start_dir
        damaged = archive.getinfo("b.txt").header_offset + 60
    data[directory + 8] |= 1  # the flag of a password, in the directory's first entry
    data[6] |= 1
    data[damaged] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(data)
    found = results(tmp_path / "a.zip")
    assert (keys(found), rejected(found), texts(found)) == (["zip-locked", "zip-broken"], ["a.txt", "b.txt"], ["c"])


def test_a_link_in_a_zip_is_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/hostname")
    assert keys(results(tmp_path / "a.zip")) == ["zip-outside"]


def test_a_text_of_the_largest_size_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * bounds.LARGEST_TEXT)
    assert keys(results(tmp_path / "a.txt")) == ["file-too-large"]


def test_an_unreadable_file_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.txt": "a", "b.txt": "b"})
    opened = Path.open

    def refuse(path: Path, *args: object, **options: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    found = results(tmp_path)
    assert (keys(found), texts(found)) == (["file-unreadable"], ["b"])


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights there")
def test_a_linked_folder_is_reported_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "a"})
    (tmp_path / "loop").symlink_to(tmp_path)
    found = results(tmp_path)
    assert (keys(found), texts(found)) == (["folder-link"], ["a"])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_unicode_can_be_said(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/a\xff\n.txt", "wb"):  # noqa: PTH123 - a path cannot say it
        pass
    [result] = results(tmp_path)
    assert isinstance(result, Rejected)
    assert result.source.endswith("/a??.txt")
    assert keys([result]) == ["file-empty"]


def test_a_path_where_nothing_is(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read_articles([tmp_path / "không-có.txt"])
    assert "không-có.txt" in raised.value.say("vi")


@pytest.mark.parametrize("files", [{}, {"a.png": "x", ".a.txt": "x"}, {"README": "x"}])
def test_a_folder_without_articles(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(InputError) as raised:
        read_articles([write(tmp_path, files)])
    assert ".docx" in raised.value.say("en")


STREAMS = [
    ('{"text": "a"}\n{"text": "b"}\n', ["a", "b"], "JSONL"),
    ('{"text": "a"}', ["a"], "one record"),
    ('{\n "text": "a"\n}\n', ["a"], "one record over lines"),
    ('\ufeff[{"text": "a"},\n{"text": "b"}]', ["a", "b"], "a JSON list"),
    ('{"text": "a"}\n{"text": \n{"text": "b"}\n', ["a", "b"], "JSONL with a broken line"),
    ('{"text": "%s"}\n{"text": "b"}\n' % ("a" * 100_000), ["a" * 100_000, "b"], "JSONL with a long first line"),
    ("[Ảnh] Hội nghị\n", ["[Ảnh] Hội nghị\n"], "a text that begins with a bracket"),
    ("<Ảnh> Hội nghị\n", ["<Ảnh> Hội nghị\n"], "a text that begins with another"),
    (NEWS, [NEWS], "a text"),
]


@pytest.mark.parametrize(("content", "expected", "reason"), STREAMS)
def test_standard_input(content: str, expected: list[str], reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))
    assert texts(results("-")) == expected, reason


def test_a_page_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(page().encode())))
    [article] = articles("-")
    assert (article.source, "Trang chủ" in article.text) == ("-", False)


def test_nothing_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO()))
    assert keys(results("-")) == ["file-empty"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(
    data=st.binary(max_size=300) | st.text(max_size=200).map(str.encode),
    ending=st.sampled_from(["txt", "html", "docx", "json", "jsonl", "csv", "zip"]),
)
def test_any_file_gives_articles_or_reasons(tmp_path: Path, data: bytes, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(data)
    found = results(path)
    assert found
    keys(found)
