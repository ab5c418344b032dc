"""Official documents that a text identifies by number or exact date: "Kế hoạch số 166 ngày 30-11-2012 của …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lienket.language.dates import DateKind, DateMention
from lienket.language.days import key_at, touching
from lienket.language.tokens import BREAK, Tokens
from lienket.language.wordlist import wordlist
from lienket.model import Span
from lienket.reference.document_types import document_types


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReading:
    """A document: tokens `first_token` to `end_token` from its type to its number or date.

    `date` is printed with it; `on` is, where it has none, the full date that opens the clause in which it is issued.
    `issuer` is the token range after "của" or between "do" and "ban hành", in which the issuing agency is named first;
    `issued_by` is the token of the verb before it ("ban hành", "ký"): the issuer stands before that. One is None.
    """

    type: str
    number: str | None
    date: DateMention | None
    on: DateMention | None
    issuer: tuple[int, int] | None
    issued_by: int | None
    title: str | None
    span: Span
    first_token: int
    end_token: int
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class _Number:
    begin: int
    end: int
    series: bool
    told: bool
    """True after "số"."""


_MARKS: Final = frozenset({",", ".", ";", ":", "(", ")", "“", "”", '"', "-", "–", BREAK, ""})
_AFTER_NUMBER: Final = _MARKS | wordlist("ngày của về do và năm tại đã để ký ban được quy nêu yêu đối")
"""What may follow a bare number ("Nghị quyết 02 của …"): "Quyết định 3 cán bộ" is no document."""
_STOPS: Final = _MARKS - {"-", "–"} | wordlist(
    "về đã vừa do ký ngày là để quy nêu thì yêu đối có ghi nói cho gửi trong tại nhưng với"
)
_ISSUED: Final = frozenset(
    {("ban", "hành"), ("thông", "qua"), ("phê", "duyệt"), ("vừa", "ký"), ("đã", "ký"), ("đã", "có")}
)
_ISSUED_NEXT: Final = wordlist("ra ký có gửi")
"""Verbs of issuing that stand right before the document."""
_ISSUING: Final = wordlist("đã vừa mới có ra ký ban hành thông qua phê duyệt")
"""Words between the issuer of a document and the document: "đã ra quyết định", "vừa ban hành văn bản"."""
_UNMISTAKABLE: Final = frozenset({"Nghị quyết", "Nghị định", "Thông tư", "Chỉ thị", "Công văn", "Tờ trình"})
"""Types that are documents in small letters too: "nghị quyết 54 của …" ("quyết định", "báo cáo" are verbs as well)."""
_COUNTED: Final = wordlist("điểm khoản điều nội nhóm cán lần trang bộ người trường vấn câu phiếu ngày tháng năm kỳ")
"""What a bare number may count instead of naming a document: "chỉ thị 3 điểm", "thông tư 15 trang"."""
_DATED: Final = frozenset({"Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh"})
"""Types after which a bare year is no number: "Hiến pháp 2013"."""
_CLAUSE: Final = frozenset({".", ";", BREAK, "?", "!"})
_OPEN, _CLOSE = {"“": "”", '"': '"', "'": "'", "‘": "’"}, frozenset("”\"'’")
_SAID: Final = wordlist("biết nói rằng theo tin khẳng thông")
"""Words that part a date from what was issued: "Ngày 3/5, ông A cho biết UBND đã ban hành Kế hoạch số 9"."""
_OPENING: Final = 4
"""Tokens before a date that opens its clause: "Theo đó, sáng ngày 21-6, …"."""
_BY_DAY: Final = frozenset({"Quyết định", "Văn bản", "Nghị quyết", "Luật", "Công văn", "Chỉ thị", "Pháp lệnh"})
"""Types that the day of issuing alone tells apart."""
_OTHER_DAY: Final = _CLAUSE | _SAID | {"lực", "thi", "hạn"}
"""Words before a day that is not that of issuing: "có hiệu lực thi hành từ", "thời hạn"."""
_ISSUED_ON: Final = frozenset({("ban", "hành"), ("thông", "qua"), ("công", "bố")})
_BEFORE_DAY: Final = (
    frozenset({"", ",", "“", '"', "-", "–", "+"}) | wordlist("đó biết vào hôm đến để thể rằng và thì nên") | _CLAUSE
)
"""What stands before a day that opens its part of a sentence: "Trước đó ngày …", "cho biết ngày …"."""
_ON: Final = frozenset({"vào", "từ", "hôm"})
_PARTED: Final = frozenset({"", ","}) | _CLAUSE
"""What stands before "từ" and the day since which a document is issued: "Thực tế, từ ngày 2/4, X đã có …"."""
_BEFORE_YEAR: Final = frozenset({"(", "từ"})
"""What stands between a number and its year: "số 902 (năm 2018)", "số 902 từ năm 2018"."""
_YEAR: Final = 4
"""Digits of a year."""
_LONGEST_SHORT: Final = 3
_SHORT: Final = wordlist("tp ts gs pgs ths bs")
"""Abbreviations before whose full stop, or after it, no sentence ends: "TP. X", "PGS.TS Y"."""
_NOT_YET: Final = wordlist("xét nghị cầu trình chưa sẽ")
"""Last syllables before "ban hành" where nothing is issued yet: "đề nghị ban hành", "trình UBND xem xét ban hành"."""
_NO_ISSUING: Final = frozenset({"ngoài", "khi"})
"""Words before "có", "ra" where it is no verb of issuing: "ngoài ra", "từ khi có Chỉ thị số 9"."""
_LONGEST_CLAUSE: Final = 24
_LONGEST_ISSUER: Final = 16
_FURTHEST_VERB: Final = 45
_LONGEST_TITLE: Final = 60


def find_documents(tokens: Tokens, dates: Sequence[DateMention]) -> list[DocumentReading]:
    """Return the documents of a text in text order; `dates` are its dates over the same tokens."""
    days = (date for date in dates if date.kind in {DateKind.DAY, DateKind.DEADLINE})
    begins = {date.first_token: date for date in days if date.start is not None and date.start.day is not None}
    types = document_types()
    found: list[DocumentReading] = []
    done = 0
    for index in types.spots(tokens.keys):
        head = types.longest(tokens.keys, index, len(tokens))
        if head is None or index < done:
            continue
        for reading in _documents(tokens, index, head[0], head[1], begins):
            found.append(reading)
            done = reading.end_token
    coarse = {date.first_token: date for date in dates if date.kind in {DateKind.MONTH, DateKind.YEAR}}
    return _with_common_issuer(tokens, _with_later_days(tokens, [_with_year(tokens, one, coarse) for one in found]))


def _with_year(tokens: Tokens, one: DocumentReading, dates: Mapping[int, DateMention]) -> DocumentReading:
    """Give a numbered document without a day its year or month: "Nghị định 902 năm 2018", "Năm 2018, X ban hành …"."""
    if one.number is None or one.date is not None or one.on is not None:
        return one
    after = one.end_token + (key_at(tokens, one.end_token) in _BEFORE_YEAR)
    if after in dates:
        return replace(one, date=dates[after])
    return replace(one, on=_opening_date(tokens, one.first_token, one.issued_by, dates))


def _with_later_days(tokens: Tokens, found: Sequence[DocumentReading]) -> list[DocumentReading]:
    """Give the day of "Nghị quyết này được thông qua ngày …" to the last numbered document of the type before it."""
    result: list[DocumentReading] = []
    for one in found:
        if key_at(tokens, one.end_token) == "này" and one.number is None:
            meant = next((at for at in reversed(range(len(result))) if result[at].type == one.type), None)
            if meant is not None and result[meant].date is None:
                result[meant] = replace(result[meant], date=one.date)
            continue
        result.append(one)
    return result


def _with_common_issuer(tokens: Tokens, found: Sequence[DocumentReading]) -> list[DocumentReading]:
    """Give the issuer of the last document of a list ("Chỉ thị số 26, Công điện … của X") to those before it."""
    result = list(found)
    for index in range(len(result) - 2, -1, -1):
        one, following = result[index], result[index + 1]
        gap = tokens.keys[one.end_token : following.first_token]
        if one.issuer is None and one.issued_by is None and following.issuer and gap and gap[0] in {",", "và", "cùng"}:
            result[index] = replace(one, issuer=following.issuer) if len(gap) == 1 else one
    return result


def _documents(
    tokens: Tokens, first: int, after: int, label: str, dates: Mapping[int, DateMention]
) -> list[DocumentReading]:
    """Return the document headed by tokens `first` to `after`, and those of the same type that a list adds to it."""
    number = _number(tokens, _to_number(tokens, after))
    if number is not None and not number.series and not number.told and not _plain(tokens, first, label, number, dates):
        number = None
    end = number.end if number else after
    date = _date(tokens, end, dates, near=number is None)
    if number is None and date is None:
        by_day = _by_day(tokens, first, after, label, dates) or _opened_by_day(tokens, first, after, label, dates)
        return [by_day] if by_day is not None and label in _BY_DAY else []
    found = [_reading(tokens, first, label, number, date, dates)]
    while True:
        end = found[-1].end_token
        again = _number(tokens, end + 1) if key_at(tokens, end) in {",", "và", ";"} else None
        if again is None or not again.series:
            return found
        found.append(_reading(tokens, again.begin, label, again, _date(tokens, again.end, dates, near=False), dates))


def _by_day(
    tokens: Tokens, first: int, after: int, label: str, dates: Mapping[int, DateMention]
) -> DocumentReading | None:
    """Return a document without a number that its clause says was issued on a full date.

    After its issuer or name: "quyết định của UBND tỉnh đã ban hành ngày 18-1-2019", "Luật X được thông qua ngày …".
    """
    for at in range(after, min(after + _LONGEST_CLAUSE, len(tokens))):
        date = dates.get(at)
        if date is None and (tokens.keys[at] in _OTHER_DAY and key_at(tokens, at + 1) != "qua"):
            return None
        if date is None:
            continue
        full = date.start is not None and date.start.day is not None and date.start.year is not None
        before = at - (key_at(tokens, at - 1) in _ON)
        issued = tuple(tokens.keys[before - 2 : before]) in _ISSUED_ON or tokens.keys[before - 1] == "ký"
        issued = issued or (tokens.keys[after] in _OPEN and tokens.keys[at - 1] in _CLOSE)
        of = next((index for index in range(after, at) if tokens.keys[index] == "của"), None)
        if not full or date.end is not None or not (issued or (of is not None and before < at)):
            return None
        issuer = _issuer(tokens, of) if of is not None else None
        issued_by = None if issuer else _issued_by(tokens, first)
        span = Span(tokens.begins[first], tokens.ends[date.end_token - 1])
        return _issued_on(label, date, (first, after), span, issuer, issued_by)
    return None


def _opened_by_day(
    tokens: Tokens, first: int, after: int, label: str, dates: Mapping[int, DateMention]
) -> DocumentReading | None:
    """Return a document without a number whose clause opens with a full date: "Ngày 9/6/2017, X đã ra quyết định …"."""
    verb = _issued_by(tokens, first)
    if verb is None or tokens.keys[verb] == "tại" or not _takes(tokens, verb, first):
        return None
    date = _day_before(tokens, verb, dates)
    if date is None:
        return None
    span = Span(tokens.begins[date.first_token], tokens.ends[after - 1])
    return replace(_issued_on(label, date, (first, after), span, None, verb), date=None, on=date)


def _day_before(tokens: Tokens, verb: int, dates: Mapping[int, DateMention]) -> DateMention | None:
    """Return the full date that opens the part of a sentence before token `verb`: "cho biết, ngày 9/6/2017 X đã"."""
    for at in range(verb - 1, max(verb - _FURTHEST_VERB, -1), -1):
        if _parts(tokens, at) or tokens.keys[at] in _SAID:
            return None
        date = dates.get(at)
        if date is not None and date.start is not None and date.end is None:
            full = date.start.day is not None and date.start.year is not None
            since = key_at(tokens, at - 1) == "từ" and key_at(tokens, at - 2) in _PARTED
            before = key_at(tokens, at - 1 - since) if at > since else ""
            return date if full and before in _BEFORE_DAY else None
    return None


def _parts(tokens: Tokens, index: int) -> bool:
    """Tell whether token `index` ends a clause: not the dots of "9.9.2016", "TP. X", "PGS.TS"."""
    key = tokens.keys[index]
    if key != "." or index == 0:
        return key in _CLAUSE
    tight = index + 1 < len(tokens) and touching(tokens, index + 1)
    if tight and tokens.keys[index + 1].isdigit():
        return False
    short = tokens.capital(index - 1) and len(tokens.raw(index - 1)) <= _LONGEST_SHORT
    return not (short and (tight or tokens.keys[index - 1] in _SHORT))


def _takes(tokens: Tokens, verb: int, first: int) -> bool:
    """Tell whether nothing but a verb of issuing stands between token `verb` and the document at `first`."""
    return first - verb <= 3 and all(key in _ISSUING for key in tokens.keys[verb:first])


def _issued_on(
    label: str,
    date: DateMention,
    head: tuple[int, int],
    span: Span,
    issuer: tuple[int, int] | None,
    issued_by: int | None,
) -> DocumentReading:
    """Return the reading of a document that only the day of its issuing tells apart."""
    return DocumentReading(
        type=label,
        number=None,
        date=date,
        on=None,
        issuer=issuer,
        issued_by=issued_by,
        title=None,
        span=span,
        first_token=head[0],
        end_token=head[1],
        confidence=0.55,
        rule="document by day of issuing",
    )


def _to_number(tokens: Tokens, after: int) -> int:
    """Return where the number may begin: after the type, or at "số" after a name ("Luật Tổ chức … số 62/2014/QH13")."""
    if key_at(tokens, after) in {"số", ":"} or key_at(tokens, after)[:1].isdigit():
        return after
    for index in range(after, min(after + 10, len(tokens) - 1)):
        key = tokens.keys[index]
        if key in _STOPS or _another(tokens, index):
            break
        if key == "số" and _number(tokens, index) is not None:
            number = _number(tokens, index)
            return index if number is not None and number.series else after
    return after


def _another(tokens: Tokens, index: int) -> bool:
    """Tell whether another document is named at `index`: "Báo cáo về [Nghị quyết] số 9"."""
    head = document_types().longest(tokens.keys, index, len(tokens))
    return head is not None and (tokens.capital(index) or head[1] in _UNMISTAKABLE)


def _number(tokens: Tokens, index: int) -> _Number | None:
    """Return the number of a document at `index`: "166", "số 524/QĐ-TTg", "357 - KH/ĐU", "159/TB -2019"."""
    told = key_at(tokens, index) == "số"
    begin = index + told
    begin += told and key_at(tokens, begin) == ":"
    if not key_at(tokens, begin)[:1].isdigit():
        return None
    end, series = begin + 1, False
    if end < len(tokens) and touching(tokens, end) and len(tokens.raw(end)) == 1 and tokens.word(end):
        end += 1  # "36a/NQ-CP"
    while key_at(tokens, end) in {"/", "-", "–", "."} and end + 1 < len(tokens):
        if not _code(tokens, end, series):
            break
        series = series or tokens.word(end + 1) or len(tokens.keys[end + 1]) == 4
        end += 2
        if end < len(tokens) and tokens.keys[end].isdigit() and touching(tokens, end):
            end += 1  # "QH14"
    return _Number(begin, end, series, told)


def _code(tokens: Tokens, mark: int, series: bool) -> bool:
    """Tell whether the mark and the token after it go on in a number: letters of an office, or a year."""
    after = mark + 1
    raw = tokens.raw(after)
    tight = touching(tokens, mark) or touching(tokens, after)
    if tokens.keys[mark] == ".":
        return series and raw.isupper() and len(raw) < 3 and touching(tokens, mark) and touching(tokens, after)
    if tokens.word(after):
        shouted = raw.isupper() or sum(char.isupper() for char in raw) > 1
        return shouted and (tight or len(raw) > 1 or key_at(tokens, after + 1) == ".")
    year = len(raw) == 4 and raw.isdigit() and raw[:2] in {"19", "20"}
    return tight and year and (tokens.keys[mark] == "/" or series or key_at(tokens, after + 1) == "/")


def _plain(tokens: Tokens, first: int, label: str, number: _Number, dates: Mapping[int, DateMention]) -> bool:
    """Tell whether a bare number ("Nghị quyết 02 của …") can be that of a document of this type."""
    digits, after = tokens.keys[number.begin], key_at(tokens, number.end)
    until = key_at(tokens, number.end + 2) in {"-", "–"}  # "Kế hoạch 5 năm 2016-2020"
    of_year = after == "năm" and len(key_at(tokens, number.end + 1)) == _YEAR and not until
    if len(digits) > 5 or (label in _DATED and len(digits) == 4):
        return False
    if label in _UNMISTAKABLE and len(digits) > 1 and (after not in _COUNTED or after == "ngày" or of_year):
        return True
    if tokens.capital(first):
        return after in _AFTER_NUMBER and (after != "năm" or of_year)
    if after in ("của", "gửi") and (label in _UNMISTAKABLE or len(digits) > 2):
        return True
    if label in _UNMISTAKABLE and after == "ngày":
        return True
    date = dates.get(number.end)
    return len(digits) > 2 and date is not None and date.start is not None and date.start.year is not None


def _date(tokens: Tokens, end: int, dates: Mapping[int, DateMention], *, near: bool) -> DateMention | None:
    """Return the date of a document that follows at `end`: "ngày …", ", ngày …", "(ngày …)", "ký ngày …"."""
    for at in range(end, min(end + (3 if near else 5), len(tokens))):
        date = dates.get(at)
        if date is not None and date.start is not None and date.start.day is not None and date.end is None:
            full = date.start.year is not None
            day = "ngày" in tokens.keys[date.first_token : date.end_token]
            return date if day and (full or not near or at == end + 1) else None
        if tokens.keys[at] not in {"(", "ký", "ban", "hành", "được", "đã", "vừa"} | ({","} if not near else set()):
            break
    return None


def _day_of_issuing(
    tokens: Tokens, first: int, verb: int | None, dates: Mapping[int, DateMention]
) -> DateMention | None:
    """Return the full date that opens the clause of issuing, or the part of it before the verb."""
    opening = _opening_date(tokens, first, verb, dates)
    if opening is not None or verb is None or tokens.keys[verb] == "tại" or not _takes(tokens, verb, first):
        return opening
    return _day_before(tokens, verb, dates)


def _opening_date(tokens: Tokens, first: int, verb: int | None, dates: Mapping[int, DateMention]) -> DateMention | None:
    """Return the full date that opens the clause of issuing: "Ngày 21-6-2017, X đã có văn bản số 4178"."""
    if verb is None or tokens.keys[verb] == "gửi":
        return None
    begin = verb
    while begin > 0 and first - begin < _FURTHEST_VERB and not _parts(tokens, begin - 1):
        begin -= 1
    for at in range(begin, min(begin + _OPENING + 1, verb)):
        date = dates.get(at)
        if date is not None and date.start is not None and date.end is None:
            told = date.start.year is None or _SAID & set(tokens.keys[date.end_token : verb])
            later = any(index in dates for index in range(date.end_token, verb))
            return None if told or later else date
    return None


def _reading(
    tokens: Tokens,
    first: int,
    label: str,
    number: _Number | None,
    date: DateMention | None,
    dates: Mapping[int, DateMention],
) -> DocumentReading:
    """Return the reading of one document with its issuer and title."""
    end = date.end_token if date else number.end if number else first + 1
    after = _past_bracket(tokens, end)
    issuer = _issuer(tokens, after)
    issued_by = None if issuer else _issued_by(tokens, first)
    if date is None and issuer is not None:
        date = _date(tokens, issuer[1], dates, near=False)
    confidence, rule = _trust(number, date)
    return DocumentReading(
        type=label,
        number=tokens.slice(number.begin, number.end) if number else None,
        date=date,
        on=_day_of_issuing(tokens, first, issued_by, dates) if date is None else None,
        issuer=issuer,
        issued_by=issued_by,
        title=_title(tokens, issuer[1] if issuer else after),
        span=Span(tokens.begins[first], tokens.ends[end - 1]),
        first_token=first,
        end_token=end,
        confidence=confidence,
        rule=rule,
    )


def _trust(number: _Number | None, date: DateMention | None) -> tuple[float, str]:
    """Return confidence and rule of a document by what identifies it."""
    if number is None:
        full = date is not None and date.start is not None and date.start.year is not None
        return (0.6 if full else 0.4), "document by date"  # a day of no known year tells no document apart
    if number.series:
        return 0.9, "document by number and series"
    if date is not None:
        return 0.85, "document by number and date"
    return (0.8, "document by number") if number.told else (0.65, "document by bare number")


def _past_bracket(tokens: Tokens, end: int) -> int:
    """Return the token after "(giai đoạn …)" at `end`, and after the bracket that closes around a date."""
    if key_at(tokens, end) == ")":
        return end + 1
    if key_at(tokens, end) != "(":
        return end
    for index in range(end + 1, min(end + 20, len(tokens))):
        if tokens.keys[index] == ")":
            return index + 1
    return end


def _issuer(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the tokens after "của" or "do" that follow at `at`, up to where the issuer's name must have ended."""
    at += key_at(tokens, at) == ","
    if key_at(tokens, at) not in {"của", "do"}:
        return None
    end = at + 1
    while end < len(tokens) and end - at <= _LONGEST_ISSUER and not _stops(tokens, end):
        end += 1
    return (at + 1, end) if end > at + 1 else None


def _stops(tokens: Tokens, index: int) -> bool:
    """Tell whether the name of an issuer must have ended before token `index`."""
    key = tokens.keys[index]
    return (key in _STOPS and key != ",") or (key == "ban" and key_at(tokens, index + 1) == "hành")


def _issued_by(tokens: Tokens, first: int) -> int | None:
    """Return the verb of issuing before the document in its sentence, nearest first."""
    for index in range(first - 1, max(first - _FURTHEST_VERB, -1), -1):
        if _parts(tokens, index):
            return None
        if tuple(tokens.keys[index : index + 2]) in _ISSUED:
            return None if key_at(tokens, index - 1) in _NOT_YET else index
        if first - index <= 2 and tokens.keys[index] in _ISSUED_NEXT and key_at(tokens, index - 1) not in _NO_ISSUING:
            return index
        if index == first - 1 and tokens.keys[index] == "tại" and "của" in _clause_before(tokens, index):
            return index
    return None


def _clause_before(tokens: Tokens, index: int) -> Sequence[str]:
    """Return the keys of the clause before token `index`, as far as an issuer may reach: "ý kiến của X [tại] …"."""
    begin = index
    while begin > 0 and index - begin < _LONGEST_ISSUER and tokens.keys[begin - 1] not in _CLAUSE | {","}:
        begin -= 1
    return tokens.keys[begin:index]


def _title(tokens: Tokens, at: int) -> str | None:
    """Return the title in quotation marks after "về"; None when it has none or is not closed."""
    for index in range(at, min(at + 8, len(tokens))):
        key = tokens.keys[index]
        if key in _OPEN and (index == at or "về" in tokens.keys[at:index]):
            for end in range(index + 1, min(index + _LONGEST_TITLE, len(tokens))):
                if tokens.keys[end] == _OPEN[key] or tokens.keys[end] in _CLOSE:
                    return " ".join(tokens.slice(index + 1, end).split()) or None
            return None
        if key in _CLAUSE or (key == "," and index > at):
            return None
    return None
