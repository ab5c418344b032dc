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
_SHORT: Final = frozenset({"tp", "tx", "tt", "t", "gs", "pgs", "ts", "ths", "bs"})
"""Abbreviations whose full stop stands inside a name: "TP. HCM", "T.Ư", "PGS.TS"."""
_IN_DATES: Final = frozenset({"/", "-", ".", "tháng", "năm"})
_DAYS: Final = wordlist("nay mai hôm qua cùng mùng rằm")
_BEFORE_IN_WORDS: Final = {
    "do": {"tự"},
    "hồi": {"phục", "thu"},
    "đến": {"quan"},
    "cho": {"định", "trương"},  # "ký quyết định cho ông A nghỉ hưu", "đồng ý chủ trương cho …"
    "có": {"người"},
    "nghe": {"lắng"},
    "tập": {"không"},
}
_PAPER_NAMES: Final = frozenset(
    {("quyết", "định"), ("nghị", "quyết"), ("văn", "bản"), ("công", "văn"), ("thông", "báo"), ("tờ", "trình")}
)
_WITH_PAPERS: Final = wordlist("kết thống thông quyết")
"""First syllables of predicates with which the name of a paper goes on: "Quyết định kết thúc cách ly"."""
_AFTER_IN_WORDS: Final = {
    "sáng": {"tạo", "kiến", "tác", "lập"},
    "ra": {"quân", "mắt", "nghị", "trường", "viện"},
    "tối": {"cao", "ưu"},
}
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
        *("thu hút sự", "thu hút hơn", "thu hút gần", "thu hút đông", "với sự tham gia", "với sự tham dự"),
        *("với sự có mặt", "với sự chứng kiến", "với sự chủ trì", "với sự hiện diện", "với sự góp mặt"),
        *(
            "bao gồm",
            "nghe",
            "kéo dài",
            "kéo từ",
            "bước sang",
            "bước vào",
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
_PAIR: Final = 2
"""Syllables of most predicates: with a longer one no name goes on after its head, "hội thảo thu hút sự quan tâm"."""
_GOING_ON: Final = wordlist("bầu đã")
"""Words after "và" with which a sentence goes on to what else was done: "phiên họp đầu tiên và bầu ông A"."""
_BEFORE_PAPERS: Final = wordlist("trao bố các nhận hành bằng quán")
"""Words after which "quyết định", "kết luận" are papers: "lễ trao quyết định", "công bố kết luận"."""
_CONCERNING: Final = ("về", "việc")
_FORMAL: Final = frozenset({"đón", "thăm"})
"""Words after which "chính thức" says how, and begins no predicate: "lễ đón chính thức bà A"."""
_LONGEST_VENUE: Final = 14
_BESIDE_VENUES: Final = wordlist("với ở và cùng về nhân của các ông bà bị gây khiến chúng giao thuộc trong diễn")
"""Words after the name of a house, besides those that end any name."""
_LONGEST_PARTY: Final = 16
_CONTINUED: Final = wordlist("trao học triển quán sơ tổng bồi biểu tôn trưng khen tuyên thể văn quyền đánh thảo")
_CONTINUED_BY: Final = frozenset(
    tuple(form.split())
    for form in (
        *("đối thoại", "phổ biến", "xử lý", "bàn giao", "truy tặng", "hướng dẫn", "phát động", "ký kết", "tiếp nhận"),
        *("vinh danh", "tri ân", "tư vấn", "cấp thuốc", "cấp phát", "khai trương", "đón nhận", "ra mắt", "chia tay"),
        *("kết nối", "xúc tiến", "tọa đàm", "giao lưu", "gặp mặt", "bàn về", "bàn giải", "tặng quà", "tặng thưởng"),
        *("chúc tết", "chúc mừng", "tự phê", "khen thưởng", "khánh thành", "khởi công", "động thổ", "phòng chống"),
        *("phòng ngừa", "góp ý", "lấy ý"),
    )
)
"""First syllables, and pairs of them, with which a list in the name of an occasion goes on after a comma."""
_FIELDS: Final = frozenset({("thể", "thao"), ("du", "lịch"), ("nghệ", "thuật"), ("văn", "hóa"), ("khoa", "học")})
"""What a festival is of besides, in capitals too: "Ngày hội Văn hóa, Thể thao và Du lịch"."""
_PAIRED: Final = frozenset(
    tuple(pair.split())
    for pair in (
        *("phòng chống", "y bác", "sở ban", "sở ngành", "ban ngành", "xã phường", "tỉnh thành", "bộ công", "chức viên"),
        *("viên thanh", "viên học", "viên phụ", "sách hộ", "nghiệp doanh", "bệnh chữa", "khám chữa", "đổi bổ", "lý sử"),
        *("lý giáo", "lý bảo", "tặng truy", "tra kiểm", "tra giám", "truyền phổ", "biến giáo", "nhũng tiêu"),
        *("bộ ngành", "ngành địa", "ngành đoàn", "nhũng lãng", "cháy chữa", "thu chi", "hồi hủy", "hóa xã", "tế xã"),
        *("ninh trật", "nhận bổ", "động bổ"),
    )
)
"""Syllables on both sides of a comma in one word or list: "phòng, chống", "các sở, ngành", "cán bộ, công chức"."""
_CARED: Final = wordlist("thăm hỏi viếng hương quà viên mừng tết hoa")
_CARING: Final = frozenset(
    {("chúc", "tết"), ("chúc", "mừng"), ("tặng", "quà"), ("động", "viên"), ("thăm", "hỏi"), ("trao", "quà")}
    | {("dâng", "hương"), ("dâng", "hoa"), ("thắp", "hương"), ("tham", "quan"), ("tri", "ân")}
)
"""Last syllables of what is done on a visit, and begins of what is done on it besides: "đến thăm, tặng quà …"."""


def label_end(passage: Passage, at: int) -> int:
    """Return where the name of an occasion ends whose head ends at `at`: at a mark or where a predicate begins."""
    limit = min(passage.limit(at - 1), at + _LONGEST_LABEL)
    end = at
    numbered = at  # what stands right after the number of a paper is its title: "Nghị quyết số 9/NQ-CP thông qua …"
    while end < limit:
        key = passage.keys[end]
        if key in ("“", '"'):
            closing = _closing_quote(passage, end, limit)
            if closing is None or not (end > at or passage.capital(end + 1)):
                break
            end = closing + 1
            if passage.key(end) == "với" and passage.key(end + 1) != "chủ":
                break  # "cuộc thi “X” với giải thưởng …", not "với chủ đề “Y”"
            continue
        if key == "," and passage.key(end - 1).isdigit() and passage.glued(end) and passage.glued(end + 1):
            end += 1  # "5,3 độ"
            continue
        if key == "," and end > at and (passage.keys[end - 1], passage.key(end + 1)) in _PAIRED:
            end += 2
            continue
        if key == "," and end == numbered > at and passage.key(end + 1) == "về":
            end += 1
            continue
        if key == "," and (_list_goes_on(passage, at, end, limit) or _party_follows(passage, at, end, limit)):
            end += 1
            continue
        if key == "." and passage.keys[end - 1] in _SHORT:
            end += 1
            continue
        if key == "ngày" and (stop := _past_paper_date(passage, end, limit)) is not None:
            end = numbered = stop
            continue
        if passage.in_number(end):
            numbered = end + 1
        if key in _ENDS or (key in _END_WORDS and not passage.capital(end) and not _inside_a_word(passage, end)):
            break
        if key == "và" and passage.key(end + 1) in _GOING_ON:
            break
        predicate = _PREDICATES.longest(passage.keys, end, limit) if not passage.capital(end) else None
        sure = end > at or key in _NO_BEGINNING or (predicate is not None and predicate[0] - end > _PAIR)
        sure = sure and (end > numbered or numbered == at)
        formal = key == "chính" and passage.keys[end - 1] in _FORMAL
        before = tuple(passage.keys[end - 2 : end])
        titled = before == _CONCERNING or (key in _WITH_PAPERS and before in _PAPER_NAMES)
        of_a_word = formal or passage.keys[end - 1] in _BEFORE_PAPERS or _inside_a_word(passage, end)
        if predicate is not None and sure and not (of_a_word or titled):
            break
        numbers = passage.key(end - 1).isdigit() and passage.key(end + 1).isdigit()
        words = passage.key(end - 1).isalpha() and passage.key(end + 1).isalpha()
        if key == "-" and (end == at or not (numbers or words)) and not passage.in_number(end + 1):
            break
        end += 1
    while end > at and passage.keys[end - 1] in ("và", "với", "từ", "về", "-", "–", ",", "kể"):
        end -= 1
    return end


def _past_paper_date(passage: Passage, at: int, limit: int) -> int | None:
    """Return where the day ends that stands right after the number of a paper: "Quyết định số 9/QĐ-UBND ngày 3/5"."""
    if not (passage.in_number(at - 1) or (passage.key(at - 1).isdigit() and passage.key(at - 2) == "số")):
        return None
    end = at + 1
    while end < limit and (passage.key(end).isdigit() or passage.key(end) in _IN_DATES):
        end += 1
    return end if end > at + 1 else None


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


def _list_goes_on(passage: Passage, at: int, comma: int, limit: int) -> bool:
    """Tell whether a comma inside a label parts items of one list: "giao lưu, trao đổi kinh nghiệm"."""
    following = passage.keys[comma + 1 : comma + 3]
    if comma + 2 >= limit or (passage.capital(comma + 1) and tuple(following) not in _FIELDS):
        return False
    if comma > at and tuple(following) in _CONTINUED_BY | _FIELDS:
        return True
    if passage.keys[comma - 1] in _CARED and tuple(following) in _CARING:
        return True
    return following[0] in _CONTINUED and following != ["tổng", "số"]


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
