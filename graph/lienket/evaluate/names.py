"""Forms in which names are compared: spelling, case, abbreviations and level words make no difference."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from lienket.language.folding import name_key

_SPELLED: Final = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "đbqh": "đại biểu quốc hội",
    "tw": "trung ương",
    "tư": "trung ương",
    "cp": "chính phủ",
    "xhcn": "xã hội chủ nghĩa",
    "gtvt": "giao thông vận tải",
    "tphcm": "hồ chí minh",
    "tp hcm": "hồ chí minh",
    "tp.hcm": "hồ chí minh",
    "nn&ptnt": "nông nghiệp và phát triển nông thôn",
    "gd&đt": "giáo dục và đào tạo",
    "lđtb&xh": "lao động thương binh và xã hội",
    "tn&mt": "tài nguyên và môi trường",
    "vhtt&dl": "văn hóa thể thao và du lịch",
    "kh&đt": "kế hoạch và đầu tư",
    "tt&tt": "thông tin và truyền thông",
}
_ABBREVIATION: Final = re.compile(
    r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(_SPELLED, key=len, reverse=True))) + r")(?!\w)"
)
_LEVEL: Final = re.compile(
    r"\b(?:(?:tỉnh|huyện|quận)(?! (?:ủy|đoàn)\b)|thị xã(?! ủy\b)|thành phố|thị trấn|tp|xã|phường)\b"
)
_EDGES: Final = " .,;:-–"


def fold(name: str) -> str:
    """Return `name` for comparing people, labels and types: case, spaces and the place of tone marks are evened out."""
    return name_key(name.replace("\u200b", "")).strip(_EDGES)


def fold_agency(name: str) -> str:
    """Return `name` for comparing agencies and places: abbreviations spelled out, no level words, no punctuation."""
    joined = re.sub(r" ?& ?", "&", fold(name))
    spelled = _ABBREVIATION.sub(lambda match: _SPELLED[match[0]], joined)
    return _words(_LEVEL.sub(" ", _words(re.sub(r"[-,.]", " ", spelled.replace("&", " và ")))))


def fold_role(title: str) -> str:
    """Return `title` for comparing roles."""
    return _words(fold(title).replace("-", " "))


def fold_number(number: str) -> str:
    """Return a document's number for comparing: without "số", spaces and thousands' dots."""
    return re.sub(r"^số|[\s.]", "", fold(number)).replace("–", "-")


def _words(text: str) -> str:
    return " ".join(text.split())


class Names:
    """The gold names of one kind in an article; calling it gives the folded first form of any of them."""

    def __init__(self, items: Iterable[Mapping[str, Any]], folded: Callable[[str], str]) -> None:
        self._folded = folded
        self._first: dict[str, str] = {}
        optional = set()
        for item in items:
            key = folded(item["name"])
            for name in (item["name"], *item.get("aliases", ())):
                self._first.setdefault(folded(name), key)
            if item.get("optional"):
                optional.add(key)
        self.all = frozenset(self._first.values())
        self.optional = frozenset(optional)

    def __call__(self, name: str | None) -> str:
        """Return what `name` is compared by: "" for none."""
        key = self._folded(name or "")
        return self._first.get(key, key)

    def __contains__(self, name: str) -> bool:
        return self._folded(name) in self._first
