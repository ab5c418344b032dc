"""Where the words that name an occasion end."""

from __future__ import annotations

from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist

_LONGEST_LABEL: Final = 40
_ENDS: Final = frozenset('.,;:()?!…\n"“”')
_END_WORDS: Final = wordlist(
    "do tại vào được đã sẽ đang nhằm để là có ngày sáng chiều tối trưa dưới cùng khi mà thì bởi đến cho nên nhưng theo"
    " hôm cũng còn vừa ra rằng sau trước hồi cần phải vẫn"
)
"""Words with which the name of an occasion is over."""
_SHORT: Final = frozenset({"tp", "tx", "tt", "t"})
"""Abbreviations whose full stop stands inside a name: "TP. HCM", "T.Ư"."""
_DAYS: Final = wordlist("nay mai hôm qua cùng mùng rằm")
_BEFORE_IN_WORDS: Final = {"do": {"tự"}, "hồi": {"phục", "thu"}}
_AFTER_IN_WORDS: Final = {"sáng": {"tạo", "kiến", "tác", "lập"}, "ra": {"quân", "mắt"}, "tối": {"cao", "ưu"}}
"""Syllables beside those that end a name, with which they are a word that does not."""
_PREDICATES: Final = Trie(
    (tuple(tokenise(form).keys), None)
    for form in (
        *(
            "diễn ra",
            "xảy ra",
            "bắt đầu",
            "chính thức",
            "kết thúc",
            "kết luận",
            "khai mạc",
            "bế mạc",
            "phát biểu",
            "nêu rõ",
        ),
        *("nêu", "quyết định", "thông qua", "góp phần", "tập trung", "thu hút", "quy tụ", "gồm"),
        *(
            "bao gồm",
            "nghe",
            "kéo dài",
            "kéo từ",
            "thống nhất",
            "biểu quyết",
            "xem xét",
            "tiến hành",
            "đánh giá",
            "ghi nhận",
            "dự kiến",
        ),
    )
)
"""Predicates with which the name of an occasion is over too."""
_NO_BEGINNING: Final = wordlist("thống diễn xảy biểu bắt nghe dự kéo")
"""First syllables of predicates with which no name goes on after its head: "hội nghị thống nhất bầu"."""
_GOING_ON: Final = wordlist("bầu đã")
"""Words after "và" with which a sentence goes on to what else was done: "phiên họp đầu tiên và bầu ông A"."""
_BEFORE_PAPERS: Final = wordlist("trao bố các nhận hành bằng quán")
"""Words after which "quyết định", "kết luận" are papers: "lễ trao quyết định", "công bố kết luận"."""
_FORMAL: Final = frozenset({"đón", "thăm"})
"""Words after which "chính thức" says how, and begins no predicate: "lễ đón chính thức bà A"."""
_LONGEST_VENUE: Final = 14
_BESIDE_VENUES: Final = wordlist("với ở và cùng về nhân của các ông bà bị gây khiến chúng giao thuộc trong diễn")
"""Words after the name of a house, besides those that end any name."""
_LONGEST_PARTY: Final = 16
_CONTINUED: Final = wordlist("trao học triển quán sơ tổng bồi biểu tôn trưng khen tuyên thể văn quyền đánh thảo")


def label_end(passage: Passage, at: int) -> int:
    """Return where the name of an occasion ends whose head ends at `at`: at a mark or where a predicate begins."""
    limit = min(passage.limit(at - 1), at + _LONGEST_LABEL)
    end = at
    while end < limit:
        key = passage.keys[end]
        if key in ("“", '"') and end > at:
            closing = _closing_quote(passage, end, limit)
            if closing is None:
                break
            end = closing + 1
            continue
        if key == "," and passage.key(end - 1).isdigit() and passage.glued(end) and passage.glued(end + 1):
            end += 1  # "5,3 độ"
            continue
        if key == "," and (_list_goes_on(passage, end, limit) or _party_follows(passage, at, end, limit)):
            end += 1
            continue
        if key == "." and passage.keys[end - 1] in _SHORT:
            end += 1
            continue
        if key in _ENDS or (key in _END_WORDS and not passage.capital(end) and not _inside_a_word(passage, end)):
            break
        if key == "và" and passage.key(end + 1) in _GOING_ON:
            break
        sure = end > at or key in _NO_BEGINNING
        predicate = sure and not passage.capital(end) and _PREDICATES.longest(passage.keys, end, limit)
        formal = key == "chính" and passage.keys[end - 1] in _FORMAL
        if predicate and not formal and passage.keys[end - 1] not in _BEFORE_PAPERS:
            break
        numbers = passage.key(end - 1).isdigit() and passage.key(end + 1).isdigit()
        words = passage.key(end - 1).isalpha() and passage.key(end + 1).isalpha()
        if key == "-" and (end == at or not (numbers or words)):
            break
        end += 1
    while end > at and passage.keys[end - 1] in ("và", "với", "từ", "về", "-", "–", ","):
        end -= 1
    return end


def _inside_a_word(passage: Passage, at: int) -> bool:
    """Tell whether a syllable that could end a name is one of a longer word: "tự do", "sáng tạo", "ngày thành lập"."""
    key, after = passage.keys[at], passage.key(at + 1)
    if key == "ngày":
        return not after.isdigit() and after not in _DAYS
    return passage.keys[at - 1] in _BEFORE_IN_WORDS.get(key, ()) or after in _AFTER_IN_WORDS.get(key, ())


def _closing_quote(passage: Passage, at: int, limit: int) -> int | None:
    for index in range(at + 1, limit):
        if passage.keys[index] in ("”", '"'):
            return index
    return None


def _list_goes_on(passage: Passage, at: int, limit: int) -> bool:
    """Tell whether a comma inside a label parts items of one list: "giao lưu, trao đổi kinh nghiệm"."""
    return (
        at + 2 < limit
        and passage.keys[at + 1] not in _END_WORDS
        and not passage.capital(at + 1)
        and passage.keys[at + 1] in _CONTINUED
        and passage.keys[at + 1 : at + 3] != ["tổng", "số"]
    )


def _party_follows(passage: Passage, at: int, comma: int, limit: int) -> bool:
    """Tell whether another party follows the comma: "lễ ký … giữa A, B và C"."""
    follows = comma + 1 < limit and passage.capital(comma + 1)
    return follows and "giữa" in passage.keys[at:comma] and "và" in passage.keys[comma : comma + _LONGEST_PARTY]


def venue_end(passage: Passage, at: int) -> int:
    """Return where the name of a house ends that begins at `at`: at a mark, a verb, or a word for when or who."""
    limit = min(passage.limit(at), at + _LONGEST_VENUE)
    end = at + 1
    while end < limit:
        key = passage.keys[end]
        joined = passage.capital(end - 1) and passage.capital(end + 1) and not passage.capital(end + 2)
        hyphen = key == "-" and not joined  # "Cung Việt - Xô" is one name, "Trường X - Ông Y" is not
        if key in _ENDS or hyphen or (not passage.capital(end) and (key in _END_WORDS or key in _BESIDE_VENUES)):
            break
        end += 1
    return end
