"""Grammar of places: a level word and a name, a bare name, or a level word alone."""

from __future__ import annotations

from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import PlaceReading
from lienket.language.wordlist import wordlist
from lienket.reference.lexicon import lexicon
from lienket.reference.places import ReferencePlace

_LONGEST_UNKNOWN: Final = 3
"""Syllables of a name that no gazetteer has: a commune's of long ago, a foreign province's."""

_COMMUNES: Final = frozenset({"xã", "phường", "thị trấn"})
_MIDDLE_NAMES: Final = wordlist("văn thị")
_SYLLABLES: Final = 2
"""Of most names of places."""
_INITIALS: Final = {"q": "quận", "h": "huyện", "p": "phường"}
"""Level words printed as an initial and a stop: "Q.1", "H.Củ Chi", "P.Bưởi"."""
_NO_NAMES: Final = wordlist("như theo từ tại trong ngày sau trước khi ông bà chiều sáng")
"""Words that begin a sentence whose stop before was lost, and no name of a place."""
_LEVEL_OF: Final = {"tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district"}
_OF_DISTRICTS: Final = frozenset({"huyện", "thị xã"})
"""Level words of districts, of which many became towns and then cities."""
_SIGHTS: Final = wordlist("sân động đường cầu chợ hồ chùa đền ga rạp công")
"""Words before the bare name of a district that is then a stadium's, a street's: "sân Chi Lăng"."""
_ALL_KNOWN: Final = frozenset({"tỉnh", "thành phố"})
"""Level words of units that are all in the gazetteer: an unknown name of one syllable after them is none."""
_OUTER: Final = 4
"""Places that can contain one another: hamlet, commune, district, province; and a list of places ends somewhere."""


def place(passage: Passage, start: int, *, bare: bool = True, outer: int = _OUTER) -> PlaceReading | None:
    """Read a place at `start`: with its level word, or as a bare name if `bare`; then the `outer` ones around it."""
    limit = passage.limit(start)
    words = lexicon()
    level = words.level_words.longest(passage.keys, start, limit)
    if level is None:
        found = _by_initial(passage, start, limit, outer)
        return found or (_bare(passage, start, limit) if bare else None)
    at, kind = level
    word = words.name_words.longest(passage.keys, start, limit)
    if word is not None and word[0] > at and not passage.capital(at):
        return None  # "xã hội" is no "xã"
    if passage.key(at) == "." and passage.tokens.begins[at] == passage.tokens.ends[at - 1]:
        at += 1
    named = _named(passage, at, limit, kind)
    if named is None:
        end = level[0] + (passage.key(level[0]) == "này" and level[0] < limit)
        return PlaceReading(begin=start, end=end, kind=kind, name=None)
    end, name, candidates = named
    reading = PlaceReading(begin=start, end=end, kind=kind, name=name, candidates=candidates)
    return _contained(passage, reading, limit, outer) if outer else reading


def _by_initial(passage: Passage, start: int, limit: int, outer: int) -> PlaceReading | None:
    """Read a known place whose level word is an initial: "Q.1", "H.Củ Chi"."""
    kind = _INITIALS.get(passage.key(start))
    if kind is None or passage.key(start + 1) != "." or not passage.capital(start):
        return None
    named = _named(passage, start + 2, limit, kind)
    if named is None or not (named[2] or named[1].isdigit()):
        return None
    reading = PlaceReading(begin=start, end=named[0], kind=kind, name=named[1], candidates=named[2])
    return _contained(passage, reading, limit, outer) if outer else reading


def place_of_kind(passage: Passage, at: int, limit: int, kind: str) -> PlaceReading | None:
    """Read the name of a known place of `kind`, else of its level, in a list after the level word."""
    if not passage.capital(at):
        return None
    for end, candidates in lexicon().place_names.all(passage.keys, at, limit):
        fitting = tuple(one for one in candidates if one.kind == kind)
        fitting = fitting or tuple(one for one in candidates if str(one.level) == _LEVEL_OF.get(kind))
        if fitting and passage.capital(end - 1):
            return PlaceReading(begin=at, end=end, kind=fitting[0].kind, name=fitting[0].name, candidates=fitting)
    return None


def _named(passage: Passage, at: int, limit: int, kind: str) -> tuple[int, str, tuple[ReferencePlace, ...]] | None:
    """Read the name after the level word `kind`: of the reference data, else a capitalised run that is no person's."""
    if at >= limit or not (passage.capital(at) or passage.key(at).isdigit()):
        return None
    found = lexicon().place_names.all(passage.keys, at, limit)
    for end, candidates in found:
        fitting = tuple(one for one in candidates if one.kind == kind)
        if fitting and (passage.capital(end - 1) or passage.key(end - 1).isdigit()):
            return end, fitting[0].name, fitting
    for end, candidates in found if kind in _OF_DISTRICTS else ():
        districts = tuple(one for one in candidates if one.level == "district")
        if len(districts) == 1 and passage.capital(end - 1):
            return end, districts[0].name, districts  # before, or after, it became a town: "huyện Mộc Châu"
    if kind == "quận" and passage.key(at).isdigit():
        return at + 1, passage.key(at), ()
    if passage.key(at) not in lexicon().surnames and passage.key(at) not in _NO_NAMES:
        end = at
        while end < limit and end - at < _LONGEST_UNKNOWN and passage.capital(end) and passage.tokens.word(end):
            if end > at and _someone_begins(passage, end, end - at):
                break
            end += 1
        if end > at + (kind in _ALL_KNOWN):
            return end, passage.slice(at, end), ()
    end = at + _SYLLABLES
    communal = kind in _COMMUNES and passage.key(at + 1) not in _MIDDLE_NAMES
    if communal and passage.key(end) in lexicon().strong_surnames and passage.capital(end) and passage.capital(end + 1):
        return end, passage.slice(at, end), ()  # "phường Văn Mẫu [Nguyễn Thị A]": a place, then its chairwoman
    return None


def _someone_begins(passage: Passage, at: int, syllables: int) -> bool:
    """Tell whether a full name begins after `syllables` of a place's: "xã Ea Mẫu [Lê Văn A]"."""
    family = passage.key(at) in lexicon().strong_surnames and passage.capital(at + 1)
    return family and (syllables >= _SYLLABLES or passage.key(at + 1) in _MIDDLE_NAMES)


def _bare(passage: Passage, start: int, limit: int) -> PlaceReading | None:
    """Read a name without its level word: a province, or a district of two syllables that is one of a kind."""
    if not passage.capital(start):
        return None
    for end, candidates in lexicon().place_names.all(passage.keys, start, limit):
        if not passage.capital(end - 1):
            continue
        provinces = tuple(one for one in candidates if one.level == "province")
        if provinces:
            return PlaceReading(begin=start, end=end, kind=None, name=provinces[0].name, candidates=provinces)
        districts = tuple(one for one in candidates if one.level == "district")
        if len(districts) == 1 and end - start > 1 and passage.key(start - 1) not in _SIGHTS:
            return PlaceReading(begin=start, end=end, kind=None, name=districts[0].name, candidates=districts)
    return None


def _contained(passage: Passage, reading: PlaceReading, limit: int, most: int) -> PlaceReading:
    """Add the unit that contains `reading` where it follows: ", tỉnh X", "(Hà Nội)"."""
    at = reading.end
    if reading.name is None or at + 1 >= limit:
        return reading
    marked = passage.key(at) in (",", "(", "-")
    if not marked and lexicon().level_words.longest(passage.keys, at, limit) is None:
        return reading
    outer = place(passage, at + marked, outer=most - 1)
    if outer is None or outer.name is None or not _contains(outer, reading):
        return reading
    end = outer.end
    if passage.key(at) == "(":
        if passage.key(end) != ")":
            return reading
        end += 1
    fitting = tuple(
        one for one in reading.candidates if any(outer_one.id == one.parent for outer_one in outer.candidates)
    )
    return PlaceReading(
        begin=reading.begin,
        end=end,
        kind=reading.kind,
        name=reading.name,
        candidates=fitting or reading.candidates,
        within=outer,
    )


_RANK: Final = {"tỉnh": 3, "thành phố": 3, "thủ đô": 3, "huyện": 2, "quận": 2, "thị xã": 2}


def _contains(outer: PlaceReading, inner: PlaceReading) -> bool:
    """Tell whether `outer` can contain `inner`, by their levels."""
    inner_rank = _RANK.get(inner.kind or "", 1)
    if outer.kind is None:
        return any(one.level == "province" for one in outer.candidates) or inner_rank == 1
    outer_rank = _RANK.get(outer.kind, 1)
    return outer_rank > inner_rank or (outer.kind == "tỉnh" and inner.kind == "thành phố")
