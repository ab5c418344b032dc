"""The year that runs while a text is written, from comparisons, anniversaries, names and terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from lienket.extract.years.open_days import SENTENCE, UNTIL, WEB, is_planned, word_before, years_said
from lienket.language.mentions import DateKind, DateMention
from lienket.language.tokens import Tokens
from lienket.language.wordlist import positions, wordlist

_ANNIVERSARY: Final = 30
"""Tokens over which a number of years and the dates in brackets belong together."""
_NAME: Final = 4
"""Words of a name before its year that are looked at."""
_NO_NAME: Final = wordlist(
    "năm tháng ngày quý kỳ khóa đến tới từ vào trước sau và là có số khoảng hơn gần lúc đoạn bản mô hạn trình giờ x"
)
"""Words before four digits that name nothing, or no year."""
_COMPARED: Final = wordlist(
    "so như hồi trước index pci papi par luật pháp blhs blds bltths nghị định sn sinh hậu địch quân cuối"
)
"""Words with which a name has the year of a law, an index, a birth, a title won, or one compared with or to come."""
_NOT_YET: Final = 2050
_JOINED: Final = frozenset("-–/.:")
_SPANS: Final = frozenset({DateKind.PERIOD, DateKind.TERM})
_STEMS: Final = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES: Final = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_CYCLE_LENGTH: Final = 60
_FIRST_YEAR: Final = 4
"""A year that begins a cycle of stems and branches: Giáp Tý."""
_TERM: Final = wordlist("kỳ kì")
_THIS_YEAR: Final = wordlist("trong vụ")
"""Words before the year for which something is planned while it runs: "trong năm 2017", "nhiệm vụ năm 2017"."""
_CLAUSE_MARKS: Final = SENTENCE | {",", "(", ":"}
_NOW: Final = ("năm", "nay")
_FIRST_SESSION: Final = ("kỳ", "họp", "thứ", "nhất")
_CELEBRATED: Final = ("kỷ", "niệm")
_LONGEST_COUNT, _YEAR = 4, 4
"""Digits of the most years celebrated, and of a year."""
_CYCLE: Final = {
    (
        _STEMS[(year - _FIRST_YEAR) % len(_STEMS)],
        _BRANCHES[(year - _FIRST_YEAR) % len(_BRANCHES)],
    ): year
    for year in range(WEB, _NOT_YET)
}
"""Stem and branch of the years of the web: no two are alike."""


def running_year(tokens: Tokens, mentions: Iterable[DateMention]) -> int | None:
    """Return the one year that comparisons and anniversaries make the running one.

    "So với cùng kỳ năm 2016" is said in 2017, "230 năm chiến thắng … (1789 - 2019)" in 2019; of several anniversaries
    the latest is the running one.
    """
    running = set(sorted(_celebrated(tokens))[-1:])
    for mention in mentions:
        before = tokens.keys[max(0, mention.first_token - 3) : mention.first_token]
        start = mention.start if mention.end is None and "cùng" in before and not _TERM.isdisjoint(before) else None
        if start is not None and start.year is not None and start.day is None:
            running.add(start.year + 1)
    return running.pop() if len(running) == 1 else None


def named_year(tokens: Tokens, mentions: Iterable[DateMention]) -> int | None:
    """Return the year with which the text names something of the year that runs: "APEC 2017", "tuyển sinh 2017".

    None when it names a later year too, as the end of a plan or of a term aside.
    """
    named: set[int] = set()
    for at, key in enumerate(tokens.keys):
        if len(key) == _YEAR and key.isdecimal() and WEB <= int(key) < _NOT_YET and _follows_name(tokens, at):
            named.add(int(key))
    latest = max(named, default=0)
    later = any(year > latest for year in years_said(tokens, (m for m in mentions if m.kind not in _SPANS)))
    return latest if latest and not later else None


def lunar_year(tokens: Tokens) -> int | None:
    """Return the one year of the web whose stem and branch the text names: 2018 for "Tết Mậu Tuất"."""
    keys = tokens.keys
    years = {_CYCLE[pair] for pair in pairwise(keys) if pair in _CYCLE}
    told = {int(key) for key in keys if len(key) == _YEAR and key.isdecimal()}
    years = {year for year in years if year - _CYCLE_LENGTH not in told}  # "Mậu Thân 1968" is history
    return years.pop() if len(years) == 1 else None


def year_begun(tokens: Tokens, mentions: Sequence[DateMention]) -> int | None:
    """Return the latest year that the text names, if it tells what happened early in it, or what is planned in it.

    "Đầu năm 2017, huyện mở lớp", "kế hoạch xong trong năm 2017"; not "bị phát hiện đầu năm 2016", which looks back on
    it, nor what is planned in a text that speaks of "năm nay" too.
    """
    keys = tokens.keys
    latest = max(_years_reached(tokens, mentions), default=0)
    this_year = any(tuple(keys[at - 1 : at + 1]) == _NOW for at in positions(keys, "nay"))
    for mention in mentions:
        if mention.kind is not DateKind.YEAR or mention.start is None or mention.start.year != latest:
            continue
        before, planned = word_before(tokens, mention), is_planned(tokens, mention)
        earlier = keys[mention.first_token - 2] if mention.first_token > 1 else ""
        if before == "đầu" and not planned and (not earlier or earlier in _CLAUSE_MARKS):
            return latest
        if before in _THIS_YEAR and planned and not this_year:
            return latest
    return None


def _years_reached(tokens: Tokens, mentions: Iterable[DateMention]) -> Iterator[int]:
    """Yield the years named but those of plans and terms, and those up to which time runs: "đến năm 2020"."""
    for mention in mentions:
        if mention.kind in _SPANS or mention.kind is DateKind.DEADLINE or word_before(tokens, mention) in UNTIL:
            continue
        if mention.start is not None and mention.start.year is not None:
            yield mention.start.year


def first_of_term(tokens: Tokens, mentions: Iterable[DateMention]) -> int | None:
    """Return the first year of the latest term, in a text about the first session of those elected for it.

    None when the text names a later year.
    """
    keys = tokens.keys
    if not any(tuple(keys[at : at + len(_FIRST_SESSION)]) == _FIRST_SESSION for at in positions(keys, "kỳ")):
        return None
    terms = [m.start.year for m in mentions if m.kind is DateKind.TERM and m.start is not None and m.start.year]
    first = max(terms, default=0)
    later = any(year > first for year in years_said(tokens, (m for m in mentions if m.kind not in _SPANS)))
    return first if first and not later else None


def _follows_name(tokens: Tokens, at: int) -> bool:
    """Tell whether the year at token `at` follows a name, with no "so với" before it and no second year beside it."""
    keys = tokens.keys
    begin = at
    while begin > max(0, at - _NAME) and keys[begin - 1].isalpha():
        begin -= 1
    beside = keys[at + 1 : at + 3]
    joined = bool(beside) and beside[0] in _JOINED and (beside[0] not in (".", ":") or beside[-1].isdigit())
    if begin == at or joined or keys[at - 1] in _NO_NAME or not _COMPARED.isdisjoint(keys[begin:at]):
        return False
    return any(tokens.capital(index) for index in range(begin, at))


def _celebrated(tokens: Tokens) -> Iterator[int]:
    """Yield the years in which so many years are celebrated: 2019 for "230 năm chiến thắng … (1789 - 2019)".

    "Kỷ niệm 50 năm … Mậu Thân 1968" is said in 2018.
    """
    keys = tokens.keys
    for at in positions(keys, "năm"):
        if at and keys[at - 1].isdecimal() and len(keys[at - 1]) <= _LONGEST_COUNT:
            count, after = int(keys[at - 1]), keys[at : at + _ANNIVERSARY]
            begin = after.index("(") if "(" in after else len(after)
            years = _plain_years(after[begin:])
            if len(years) > 1 and years[1] - years[0] == count:
                yield years[1]
            stop = next((index for index, key in enumerate(after) if key in SENTENCE), len(after))
            years = _plain_years(after[:stop])
            if tuple(keys[max(0, at - 3) : at - 1]) == _CELEBRATED and len(years) == 1 and years[0] < WEB:
                yield years[0] + count


def _plain_years(keys: Iterable[str]) -> list[int]:
    return [int(key) for key in keys if key.isdecimal() and len(key) == _YEAR]
