"""Grammar of offices: titles with their agencies, alone or in lists."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from lienket.extract.grammar.abroad import of_one_country, the_state
from lienket.extract.grammar.agencies import (
    abroad,
    agency,
    in_its_ministry,
    level_of_head,
    levels_follow,
    state,
    with_parent,
)
from lienket.extract.grammar.fields import FIELD_JOINTS, foreign_field, task_of
from lienket.extract.grammar.names import name
from lienket.extract.grammar.own_names import MISSIONS, name_begins
from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.places import place
from lienket.extract.grammar.readings import AgencyReading, PlaceReading, RoleReading
from lienket.extract.grammar.seats import PARTY_COMMITTEE
from lienket.language.folding import name_key
from lienket.language.wordlist import wordlist
from lienket.model import Status
from lienket.reference.agencies import AgencyKind, body_named, kind_headed
from lienket.reference.countries import HOME
from lienket.reference.lexicon import keys_of, lexicon
from lienket.reference.open_bodies import has_office, plain_office, short_bodies
from lienket.reference.reporting_verbs import reporting_verbs
from lienket.reference.titles import Title

_STATUS: Final = {
    "nguyên": Status.FORMER,
    "cựu": Status.FORMER,
    "cố": Status.FORMER,
    "quyền": Status.ACTING,
    "tân": Status.APPOINTED,
}
_WOMAN: Final = "nữ"
"""The word between a status and an office that a woman has: "nguyên [nữ] Giám đốc X"."""
_SEPARATORS: Final = frozenset({",", "-", "–", "—", "kiêm", "và"})
_BESIDES: Final = ["đồng", "thời", "là"]
_FIRST_PRESIDENT: Final = "Hồ Chí Minh"
"""After a title the bare name is the first President's, not the city's."""
_ASSISTANTS: Final = frozenset({"Thư ký", "Trợ lý"})
"""Roles named after whose they are."""
_MINISTRY: Final = "Bộ"
_RANKS: Final = frozenset({"rank", "degree", "profession"})
_GOVERNMENTS: Final = frozenset({"uy-ban-nhan-dan", "hoi-dong-nhan-dan"})
_PARTY_BODIES: Final = ("Đảng ủy", "Đảng bộ", "Chi bộ")
_COMMITTEE: Final = "Đảng ủy"
_ORGANISATION: Final = "Đảng bộ"
_OF_COMMITTEE: Final = frozenset({"ủy viên ban chấp hành", "ủy viên bch"})
_LEADERS: Final = frozenset(
    {"giám đốc", "tổng giám đốc", "hiệu trưởng", "viện trưởng", "cục trưởng", "chi cục trưởng", "tổng cục trưởng"}
)
"""Offices, and those of deputies, of bodies that have their own Party organisation."""
_ORGANS: Final = ("Đảng", "Ban", "Chi bộ", "Hội đồng", "Công đoàn", "Đoàn")
_GENERAL_DIRECTOR: Final = "Tổng Giám đốc"
_COUNTRY: Final = "Việt Nam"
_LONGEST_NAME: Final = 12
_POINTERS: Final = frozenset({"này", "đó", "trên"})
_GOES_ON: Final = wordlist(
    "và đã đang sẽ cho có là bị được đến vào từ tại cùng với về ký yêu phụ kiêm nói nhấn khẳng trao trả phát báo"
    " trình bày giải thừa chia đề ở trong khi thì cũng không chưa vẫn hiện theo nhưng để do mà nên do sau trước"
)
"""Words in small letters after "Phó Giám đốc Sở" that are no part of the body's name."""
_TAKES_PART: Final = frozenset({("tham", "dự"), ("tham", "gia"), ("chủ", "trì"), ("chủ", "tọa")})
_CHAIRMAN: Final = "chủ tịch"
_OF_TEAM: Final = "trưởng đoàn"
_TEAMS: Final = ("Đoàn", "Phái đoàn")
_STANDING: Final = "Thường vụ"
_PRESS: Final = frozenset({"bao", "tap-chi"})
_PRESS_HEADS: Final = wordlist("báo tờ tạp")
_UNIT_OFFICES: Final = ("Trưởng ban", "Trưởng phòng", "Trưởng khoa")
_TEACHING_UNITS: Final = ("Khoa", "Bộ môn")
_STANDING_BOARD: Final = "Ban Thường vụ"
_ON_STANDING_BOARD: Final = "Ủy viên Thường vụ"
_DEPUTIES: Final = frozenset({"Phó Chủ tịch", "Phó Chủ tịch Thường trực"})
_PARTY_COMMITTEES: Final = frozenset(PARTY_COMMITTEE.values())
_STANDING_OFFICE: Final = "Thường trực"
_WITH_STANDING: Final = ("Chính phủ", "Ban Chỉ đạo")
"""Bodies, governments and Party committees aside, whose "Thường trực" are several people."""
_PALACE: Final = "phủ"
_BOARD: Final = "Hội đồng"
_AFTER_OFFICE: Final = (
    *("Hội", "Hiệp hội", "Liên", "Tổng hội", "Trung ương Hội", "Quỹ", "Câu lạc bộ", "Viện", "Học viện", "Trường"),
    *("Khoa", "Trung tâm", "Tạp chí", "Báo", "Công ty", "Tập đoàn", "Ngân hàng"),
)
_BOARDS: Final = ("Hội đồng quản trị", "Hội đồng thành viên")
_GUESTS: Final = frozenset({"Thành viên", "Đại biểu", "Cố vấn", "Cán bộ"})
_MEMBER: Final = "Ủy viên"
_NUMERAL: Final = re.compile("[ivx]+|[0-9]+")
_DEPUTY: Final = "Đại biểu"
_ASSEMBLY: Final = "quoc-hoi"
_ASSEMBLY_NAME: Final = "Quốc hội"
_ITS_BOARD: Final = "Ủy ban Thường vụ Quốc hội"
_DELEGATION: Final = "doan-dai-bieu-quoc-hoi"
_PARTY_ROLES: Final = frozenset({"Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực"})


def roles(passage: Passage, start: int) -> list[RoleReading]:
    """Read the offices that begin at `start`: one, or several parted by commas, dashes, "kiêm" or nothing."""
    found: list[RoleReading] = []
    at, limit = start, passage.limit(start)
    while at < limit:
        one = role(passage, at)
        if one is None:
            break
        if passage.key(one.end) == "tiền" and passage.key(one.end + 1) == "nhiệm":
            one = replace(one, end=one.end + 2, status=Status.FORMER)
        if found and found[-1].title.role in _ASSISTANTS and found[-1].end == one.begin:
            one = replace(found.pop(), end=one.end, agency=one.agency, implied=True)  # at Bộ X, and not its minister
        found.append(one)
        at = past_term(passage, one)
        if passage.key(at) == "nay" and passage.key(at + 1) == "là":
            found = [replace(before, status=Status.FORMER) for before in found]
            at += 2
        elif passage.key(at) in _SEPARATORS:
            at = _past_besides(passage, past_rank(passage, at + 1))
            if passage.key(at) in ("kiêm", "là"):
                at += 1
        elif (besides := _past_besides(passage, at)) > at:
            at = besides
        elif one.agency is not None:
            break
    return _left_together(passage, of_one_country(with_party_bodies(_shared(found)))) if len(found) > 1 else found


def _past_besides(passage: Passage, at: int) -> int:
    """Skip the words before an office that someone has besides: "Chủ tịch UBND X[, đồng thời là] Chủ tịch Hội Y"."""
    return at + len(_BESIDES) if passage.keys[at : at + len(_BESIDES)] == _BESIDES else at


def with_party_bodies(found: list[RoleReading]) -> list[RoleReading]:
    """Give a Party body that no words tell of which it is to the body that the same person leads.

    "Giám đốc Sở X, Bí thư Đảng ủy": the committee is the department's.
    """
    led = [
        one.agency
        for one in found
        if one.agency is not None and not one.agency.bare and plain_office(one.title.role) in _LEADERS
    ]
    if not led:
        return found
    return [
        replace(one, agency=_of_whole(one.agency, led[0]), implied=True)
        if one.agency is not None and one.agency.bare and one.agency.name.startswith(_PARTY_BODIES)
        else one
        for one in found
    ]


def past_rank(passage: Passage, at: int) -> int:
    """Skip ranks and degrees before an office: "Bí thư Đảng ủy, [Đại tá,] Phó Tham mưu trưởng"."""
    limit = passage.limit(at - 1)
    while at < limit:
        found = lexicon().honorifics.longest(passage.keys, at, limit)
        if found is None or found[1].kind not in _RANKS or passage.key(found[0]) not in (",", "-", "–"):
            break
        at = found[0] + 1
    return at


def role(passage: Passage, start: int) -> RoleReading | None:
    """Read one office at `start`, its status word included."""
    acting = _acting_in_short(passage, start)
    if not acting and passage.keys[start] not in _STATUS and passage.keys[start] not in lexicon().titles.starts():
        return None
    if initial_of_name(passage, start):
        return None
    limit = passage.limit(start)
    if passage.key(start) == "vụ" and passage.key(start - 1) in ("chức", "nhiệm"):
        return None  # "chức vụ Phó …" is no "vụ phó"
    if passage.key(start - 1) == _PALACE and passage.capital(start - 1):
        return None  # "tại Phủ Chủ tịch"
    if passage.key(start) == "cán" and passage.key(start - 1) in _UNITS:
        return None  # "Trưởng ban cán bộ", "Phòng cán bộ": who has to do with staff
    status = Status.ACTING if acting else _STATUS.get(passage.key(start), Status.ATTESTED)
    if status is Status.ACTING and passage.key(start - 1) in _POWER:
        return None  # "chính quyền", "ủy quyền"
    at = start + (status is not Status.ATTESTED) + acting
    if at < limit and passage.key(at) == "là" and status is Status.FORMER:
        at += 1
    if at < limit and passage.key(at) == _WOMAN and status is not Status.ATTESTED:
        at += 1
    for end, title in lexicon().titles.all(passage.keys, at, limit):
        fused = None if title.agency else _fused(passage, at, end, title)
        if fused is not None:
            return RoleReading(begin=start, end=fused.end, title=_of_board(title, fused), status=status, agency=fused)
        if end - at == 1 and title.form not in _LONE_TITLES and not passage.tokens.raw(at).isupper():
            continue
        found = _on_standing_board(_with_agency(passage, RoleReading(begin=start, end=end, title=title, status=status)))
        return None if _standing_body(found) else found
    return None


def initial_of_name(passage: Passage, at: int) -> bool:
    """Tell whether the letter at `at`, no short title, ends a name: "ông Nguyễn Văn [P]. Bí thư Tỉnh ủy X …"."""
    if passage.key(at) not in _INITIALS or passage.key(at + 1) != ".":
        return False
    first = passage.sentences[passage.sentence_of[at]][0]
    return at > first and passage.capital(at - 1) and passage.tokens.word(at - 1)


def _acting_in_short(passage: Passage, at: int) -> bool:
    """Tell whether "Q." stands at `at` for "quyền", before an office: "Q. Trưởng Ban Dân tộc"."""
    return passage.key(at) == "q" and passage.capital(at) and passage.key(at + 1) == "."


def _standing_body(reading: RoleReading) -> bool:
    """Tell whether the words of an office name those of a body who stand for it: "Thường trực Thành ủy"."""
    agency = reading.agency
    if reading.title.role != _STANDING_OFFICE or agency is None:
        return False
    governs = agency.kind is not None and agency.kind.type in _GOVERNMENTS
    return governs or agency.name in PARTY_COMMITTEE.values() or agency.name.startswith(_WITH_STANDING)


def _on_standing_board(reading: RoleReading) -> RoleReading:
    """Return a Party committee's, or the National Assembly's, "Ủy viên Thường vụ" as a member of its board; of no body
    told, of a board yet open."""
    title, whole = reading.title, reading.agency
    if title.role != _ON_STANDING_BOARD or not (whole is None or whole.name in (*_PARTY_COMMITTEES, _ASSEMBLY_NAME)):
        return reading
    begin, end = reading.begin, reading.end
    if whole is not None and whole.name == _ASSEMBLY_NAME:
        board = AgencyReading(begin=begin, end=end, name=_ITS_BOARD, body=body_named(_ITS_BOARD))
    else:
        kind = kind_headed(_STANDING_BOARD)
        board = AgencyReading(begin=begin, end=end, name=_STANDING_BOARD, kind=kind, parent=whole, bare=whole is None)
    return replace(reading, title=replace(title, form=_MEMBER.lower(), role=_MEMBER), agency=board)


_INITIALS: Final = frozenset({"p", "q"})
"""Letters for "phó" and "quyền" before an office."""
_UNITS: Final = frozenset({"ban", "phòng", "cục", "vụ"})
_POWER: Final = frozenset({"chính", "thẩm", "ủy", "uỷ", "nhân", "bản", "chủ"})
_LONE_TITLES: Final = frozenset({"đại biểu", "thường trực"})


def _of_board(title: Title, agency: AgencyReading) -> Title:
    """Return the title without the body of which it is, when that is the agency: "Chủ tịch" of "Hội đồng quản trị",
    "Ủy viên" of "Ban Thường vụ"."""
    head = _STANDING if agency.name.startswith(f"Ban {_STANDING}") else agency.kind.head if agency.kind else ""
    if not (head == _STANDING or head.startswith(_BOARD)) or not title.role.endswith(head):
        return title
    plain = title.role.removesuffix(head).strip()
    return replace(title, form=plain.lower(), role=plain)


def _heads_inside(start: int, end: int, title: Title) -> range:
    """Return where the agency can begin inside a title: at its head ("Phó Chánh [Văn phòng]"), else anywhere."""
    return range(end - len(title.head.split()), end - 1) if " " in title.head else range(start + 1, end)


def _fused(passage: Passage, start: int, end: int, title: Title) -> AgencyReading | None:
    """Read the agency that begins inside the title: "Trưởng [Ban Dân tộc]", "Chánh [Văn phòng UBND tỉnh]"."""
    for inner in _heads_inside(start, end, title):
        reading = agency(passage, inner, in_title=True)
        if reading is None or reading.end <= end or reading.name.startswith("Thường trực"):
            continue
        unit = reading.kind is not None and reading.kind.unit
        if not (unit and name(passage, end, licensed=False) is not None):  # "Phó Trưởng phòng Lê Văn A"
            return reading
    return None


def _with_agency(passage: Passage, reading: RoleReading) -> RoleReading:
    """Add the agency that follows the title, or the one that the title or the place after it means."""
    at, limit = reading.end, passage.limit(reading.begin)
    if passage.keys[at : at + 2] == ["phụ", "trách"] and at + 2 < limit:
        led = agency(passage, at + 2, in_office=True)
        return replace(reading, end=led.end, agency=led, status=Status.ACTING) if led is not None else reading
    if at < limit:
        by_field = _by_field(passage, reading, at, limit)
        if by_field is not None:
            by_field = abroad(passage, by_field, limit)
            return replace(reading, end=by_field.end, agency=by_field, implied=True)
        ahead = at + 1 if passage.key(at) in ("của", "thuộc") else at
        following = agency(passage, ahead, in_office=True) if ahead < limit else None
        if following is not None and _OF_TEAM in reading.title.role.lower() and not following.name.startswith(_TEAMS):
            return reading  # "Trưởng đoàn thanh tra" heads a team, not the inspectorate
        if following is not None and _paper_of_the_name(passage, reading.title, following):
            following = None
        if following is not None and not (reading.title.agency and following.name != reading.title.agency):
            whose = _of_country_whole(reading.title, _as_committee(reading.title, following))
            return _headed(replace(reading, end=following.end, agency=whose))
        if (unit := _teaching_unit(passage, reading.title, at, limit)) is not None:
            return replace(reading, end=unit.end, agency=unit)
    if reading.title.agency:
        body = body_named(reading.title.agency)
        implied = AgencyReading(begin=reading.begin, end=reading.end, name=reading.title.agency, body=body)
        implied = abroad(passage, implied, limit)
        return replace(reading, end=implied.end, agency=implied, implied=True)
    where = place(passage, at) if at < limit else None
    if where is not None and where.kind is None and where.name == _FIRST_PRESIDENT:
        where = None
    if reading.title.head:
        kind = kind_headed(reading.title.head)
        if kind is not None and kind.type in MISSIONS:
            return _of_mission(passage, reading, kind, limit)
        if kind is None or kind.under:
            return reading
        fits = where is not None and _kind_governs(kind, where)
        end = where.end if where is not None and fits else reading.end
        headed = AgencyReading(
            begin=reading.begin,
            end=end,
            name=kind.head,
            kind=kind,
            place=where if fits else None,
            bare=not fits and kind.field == "free",
        )
        return replace(reading, end=end, agency=headed, implied=True)
    if where is not None and reading.title.place:
        governing = _governing(reading.title, where)
        of_many = where.name is None and (levels_follow(passage, where.end) or level_of_head(passage, where.begin))
        if governing is not None and not of_many:
            return replace(reading, end=where.end, agency=replace(governing, begin=at, end=where.end), implied=True)
    return _short(passage, reading, limit) or _of_country(passage, reading, limit)


def _paper_of_the_name(passage: Passage, title: Title, agency: AgencyReading) -> bool:
    """Tell whether the words of a unit's name are a newspaper's too: "Trưởng ban [Gia đình - Xã hội] Hội X"."""
    press = agency.body is not None and agency.body.type in _PRESS
    return press and title.role.endswith(_UNIT_OFFICES) and passage.key(agency.begin) not in _PRESS_HEADS


def _teaching_unit(passage: Passage, title: Title, at: int, limit: int) -> AgencyReading | None:
    """Read the unit of a school or hospital named by any words up to its body: "Trưởng khoa [Luật, Trường Đại học X]".

    There are too many subjects for a list; the body after the comma tells where the name ends.
    """
    head = next((head for head in _TEACHING_UNITS if title.role.endswith(head.lower())), "")
    kind = kind_headed(head) if head else None
    if kind is None or not passage.capital(at):
        return None
    comma = next((index for index in range(at, min(limit, at + _LONGEST_NAME)) if passage.keys[index] == ","), limit)
    headed = any(passage.capital(one) and name(passage, one, licensed=False) is not None for one in range(at, comma))
    if comma + 1 >= limit or headed:
        return None  # "Trưởng khoa Dược Trần Thị Mẫu, Bệnh viện X"
    body = agency(passage, comma + 1, in_office=True)
    of = (body.body or body.kind) if body is not None else None
    if of is None or of.type not in kind.under:
        return None
    words = passage.slice(at, comma)
    return AgencyReading(
        begin=at, end=body.end if body else comma, name=f"{head} {words}", kind=kind, field=words, parent=body
    )


def _of_mission(passage: Passage, reading: RoleReading, kind: AgencyKind, limit: int) -> RoleReading:
    """Add the mission that an envoy heads, where both countries are named: "Đại sứ [Nhật Bản tại Việt Nam]"."""
    sender = state(passage, reading.end, limit)
    if sender is None or sender[1].kind != "country":
        return reading
    at, sent_by = sender
    found = replace(reading, end=at, country=None if sent_by.name == HOME else sent_by.name)
    host = state(passage, at + 1, limit) if passage.key(at) == "tại" else None
    there = place(passage, at + 1) if passage.key(at) == "tại" and at + 1 < limit and host is None else None
    if host is not None and host[1].kind == "country":
        end, seat = host[0], host[1].name
    elif there is not None and there.name is not None:
        end, seat = there.end, passage.slice(at + 1, there.end)
    else:
        return found
    words = f"{min(sent_by.name, passage.slice(reading.end, at), key=len)} tại {seat}"
    mission = AgencyReading(begin=reading.end, end=end, name=f"{kind.head} {words}", kind=kind, field=words)
    return replace(found, end=end, agency=mission, implied=True)


def _as_committee(title: Title, agency: AgencyReading) -> AgencyReading:
    """Return a Party organisation as its committee where a member of that is told: "Ủy viên BCH Đảng bộ Sở X"."""
    if title.form not in _OF_COMMITTEE or agency.name != _ORGANISATION:
        return agency
    return replace(agency, name=_COMMITTEE, kind=kind_headed(_COMMITTEE))


def _of_country_whole(title: Title, agency: AgencyReading) -> AgencyReading:
    """Return the country's body where only its head has such a title: "Tổng Giám đốc Kho bạc Nhà nước"."""
    bare = agency.kind is not None and agency.kind.field == "none" and not agency.place and not agency.parent
    body = body_named(f"{agency.name} {_COUNTRY}") if bare and title.role.endswith(_GENERAL_DIRECTOR) else None
    return replace(agency, name=body.name, body=body) if body is not None else agency


def _of_country(passage: Passage, reading: RoleReading, limit: int) -> RoleReading:
    """Add the foreign country that follows the title: "Tổng thống [Hoa Kỳ]"."""
    at = reading.end
    found = state(passage, at, limit)
    if found is None or found[1].kind != "country" or found[1].name == HOME:
        return reading
    if reading.title.form == _CHAIRMAN and found[1].party is not None:
        whole = the_state(at, found[0], found[1].name)
        return replace(reading, end=found[0], agency=whole, implied=True, country=found[1].name)
    return replace(reading, end=found[0], country=found[1].name)


def _short(passage: Passage, reading: RoleReading, limit: int) -> RoleReading | None:
    """Read the common word that stands for the body: "Phó Giám đốc [Sở]", "giám đốc [bệnh viện này]"."""
    at = reading.end + (passage.key(reading.end) in ("của", "thuộc"))
    found = short_bodies().longest(passage.keys, at, limit) if at < limit else None
    if found is None:
        return None
    end, short = found
    if passage.key(end) in _POINTERS:
        return replace(reading, end=end + 1, short=short)
    if end < limit and passage.tokens.word(end) and not says_more(passage, end, limit):
        called = lexicon().honorifics.longest(passage.keys, end, limit) or name(passage, end, licensed=False)
        if called is None:
            return None  # the body has a name of its own, one that nobody knows
    return replace(reading, end=end, short=short)


def says_more(passage: Passage, at: int, limit: int) -> bool:
    """Tell whether the word at `at` is no part of a body's name but begins what is said of who has the office."""
    if passage.key(at) in _GOES_ON or (passage.key(at), passage.key(at + 1)) in _TAKES_PART:
        return True
    says = reporting_verbs().longest(passage.keys, at, limit) is not None
    return says and not passage.capital(at) and lexicon().name_words.longest(passage.keys, at, limit) is None


def _headed(reading: RoleReading) -> RoleReading:
    """Put the body that the title itself names before the agency: "Chánh Văn phòng Bộ X" is of "Văn phòng Bộ X"."""
    kind = kind_headed(reading.title.head) if reading.title.head else None
    agency = reading.agency
    if kind is None or agency is None or not kind.under or (agency.kind is not None and agency.name == kind.head):
        return reading
    unit = AgencyReading(begin=reading.begin, end=reading.end, name=kind.head, kind=kind, parent=agency)
    return replace(reading, agency=unit, implied=True)


def _kind_governs(kind: AgencyKind, where: PlaceReading) -> bool:
    return where.name is not None and bool({one.level for one in where.candidates} & set(kind.levels))


def _by_field(passage: Passage, reading: RoleReading, at: int, limit: int) -> AgencyReading | None:
    """Read the body named by its field alone: "Bộ trưởng [Y tế]", "Thứ trưởng [Văn hóa, Thể thao và Du lịch]"."""
    if not reading.title.field:
        return None
    by_name = passage.capital(at) and reading.title.field != _MINISTRY
    if by_name and (whole := _listed_by_name(passage, reading.title.field, at, limit)) is not None:
        return whole
    found = lexicon().fields.longest(passage.keys, at, limit)
    small = not passage.capital(at)
    if small and (found is None or not (passage.key(found[0]) == "(" or name_begins(passage, found[0]))):
        return None  # in small letters a field ends where the holder's name or the body's whole begins
    if (department := _by_task(passage, reading.title.field, at, limit)) is not None:
        return department
    unlisted = found is None or reading.title.field not in found[1].heads or passage.key(found[0]) in FIELD_JOINTS
    if reading.title.field == _MINISTRY and unlisted:
        end = foreign_field(passage, at, limit)
        if end is not None and (found is not None or not (passage.capital(end - 1) and _one_word(passage, end, limit))):
            words = passage.slice(at, end)
            return AgencyReading(
                begin=at, end=end, name=f"{_MINISTRY} {words}", kind=kind_headed(_MINISTRY), field=words
            )
    if found is None or reading.title.field not in found[1].heads:
        return None
    full = f"{reading.title.field} {found[1].name}"
    body = body_named(full)
    if body is None and reading.title.field == _MINISTRY:
        return None
    kind = kind_headed(reading.title.field) if body is None else None
    named = AgencyReading(begin=at, end=found[0], name=full, body=body, kind=kind, field=found[1].name)
    if kind is not None and kind.unit:
        return with_parent(passage, named, kind, limit)
    where = place(passage, found[0]) if kind is not None and found[0] < limit else None
    if kind is None or where is None or not _kind_governs(kind, where):
        return named
    return replace(named, end=where.end, place=where)


def _listed_by_name(passage: Passage, head: str, at: int, limit: int) -> AgencyReading | None:
    """Read a particular body that the title and the words after it name together: "Cục trưởng [Thuế tỉnh X]"."""
    words = keys_of(head)
    whole = [*words, *passage.keys[at : min(limit, at + _LONGEST_NAME)]]
    found = lexicon().bodies.longest(whole, 0, len(whole))
    if found is None or found[0] <= len(words):
        return None
    end = at + found[0] - len(words)
    return in_its_ministry(passage, AgencyReading(begin=at, end=end, name=found[1].name, body=found[1]))


def _by_task(passage: Passage, head: str, at: int, limit: int) -> AgencyReading | None:
    """Read a department named by what it does, which no list has: "Cục trưởng [Quản lý chất thải, Bộ X]"."""
    kind, words = kind_headed(head), lexicon()
    if head == _MINISTRY or kind is None or words.heads.longest(passage.keys, at, limit) is not None:
        return None
    task, listed = task_of(passage, at, limit, kind), words.fields.longest(passage.keys, at, limit)
    if task is None or (listed is not None and listed[0] >= task[0]):
        return None
    named = AgencyReading(begin=at, end=task[0], name=f"{head} {task[1]}", kind=kind, field=task[1], certain=task[2])
    return with_parent(passage, named, kind, limit)


def _one_word(passage: Passage, at: int, limit: int) -> bool:
    """Tell whether the country at `at` has one syllable, as names of people have: "Đức", "Anh"."""
    found = state(passage, at, limit)
    return found is not None and found[0] == at + 1


def _governing(title: Title, where: PlaceReading) -> AgencyReading | None:
    """Return what a title names when only a place follows: "Chủ tịch huyện X" is of its Ủy ban nhân dân."""
    head = title.place
    if head == "cấp ủy":
        kind = where.kind or (where.candidates[0].kind if where.candidates else "")
        head = PARTY_COMMITTEE.get(kind, "")
    if not head:
        return None
    return AgencyReading(begin=where.begin, end=where.end, name=head, kind=kind_headed(head), place=where)


def past_term(passage: Passage, office: RoleReading) -> int:
    """Return the token after an office's term, and a deputy's constituency: "Đại biểu Quốc hội [khóa XIV tỉnh X]"."""
    at = _qualifiers(passage, office.end)
    if office.title.role != _DEPUTY or office.agency is None or office.agency.body is None:
        return at
    return _qualifiers(passage, _past_constituency(passage, at)) if office.agency.body.type == _ASSEMBLY else at


def _past_constituency(passage: Passage, at: int) -> int:
    """Skip where a deputy of the National Assembly was elected: "tỉnh X", "đoàn X", "thuộc Đoàn ĐBQH tỉnh X"."""
    limit, ahead = passage.limit(at - 1), at + (passage.key(at) in ("thuộc", "của"))
    if ahead >= limit:
        return at
    delegation = agency(passage, ahead)
    if delegation is not None:
        return delegation.end if delegation.kind is not None and delegation.kind.type == _DELEGATION else at
    ahead += passage.key(ahead) == "đoàn"
    where = place(passage, ahead) if ahead < limit else None
    return where.end if where is not None else at


def _qualifiers(passage: Passage, at: int) -> int:
    """Skip terms of office after a title: "khóa XII", "nhiệm kỳ 2016-2021", "(khóa 9)"."""
    limit = passage.limit(at - 1)
    while at < limit:
        ahead = at + 1 if passage.key(at) in (",", "(") else at
        many = passage.key(ahead) == "các" and passage.key(ahead + 1) == "khóa" and ahead + 2 < limit
        if (passage.key(ahead) == "khóa" and ahead + 1 < limit) or many:
            end = ahead + 2 + many
            while (
                many
                and end + 1 < limit
                and passage.key(end) in (",", "và")
                and _NUMERAL.fullmatch(passage.key(end + 1))
            ):
                end += 2
        elif passage.keys[ahead : ahead + 2] == ["đơn", "vị"] and ahead + 2 < limit:
            unit = place(passage, ahead + 2)
            if unit is None:
                return at
            end = unit.end  # the constituency of a deputy
        elif passage.key(ahead) == "nhiệm" and passage.key(ahead + 1) == "kỳ":
            end = ahead + 2
            while end < limit and (passage.key(end).isdigit() or passage.key(end) in ("-", "–")):
                end += 1
        else:
            return at
        at = end + 1 if passage.key(at) == "(" and passage.key(end) == ")" else end
    return at


def _left_together(passage: Passage, found: list[RoleReading]) -> list[RoleReading]:
    """Spread "nguyên" to the offices listed after it: "nguyên Bí thư Tỉnh ủy X, Chủ tịch HĐND tỉnh".

    What someone has besides, or since, does not go with it: "nguyên Phó Chủ tịch nước, Chủ tịch Hội Khuyến học".
    """
    result = list(found)
    for index in range(1, len(result)):
        before, one = result[index - 1], result[index]
        together = "nay" not in passage.keys[before.end : one.begin]
        if not together or before.status is not Status.FORMER or one.status is not Status.ATTESTED:
            continue
        same = before.agency is not None and one.agency in (before.agency, before.agency.parent)
        since = one.agency is not None and not same and _of_ones_own(one.agency)
        if not since and one.title.role not in _GUESTS:
            result[index] = replace(one, status=Status.FORMER)
    return result


def _of_ones_own(agency: AgencyReading) -> bool:
    """Tell whether a body is one that people turn to after office: an association, fund, school, company."""
    return agency.name.startswith(_AFTER_OFFICE) and not agency.name.startswith(_BOARD)


def _organ(agency: AgencyReading, whole: AgencyReading) -> bool:
    """Tell whether a body has such an organ: every one a Party committee, a union; no council a standing board."""
    kind, of = agency.kind, whole.body or whole.kind
    if agency.name == _STANDING_BOARD and kind is not None and of is not None:
        return of.type in kind.under
    return agency.name.startswith(_ORGANS)


def _shared(found: list[RoleReading]) -> list[RoleReading]:
    """Give a title without agency the one that the next title has: "Phó Chủ tịch kiêm Tổng Thư ký Hội X"."""
    result = list(found)
    for index in range(len(result) - 2, -1, -1):
        one, following = result[index], result[index + 1]
        if one.agency is not None and (committee := _committee_beside(one.agency, following)) is not None:
            result[index] = replace(one, agency=replace(one.agency, parent=committee, bare=False), implied=True)
            continue
        if one.agency is not None and following.agency is not None and _same_level(one, following.agency):
            result[index] = replace(one, agency=replace(one.agency, place=following.agency.place, bare=False))
            continue
        if (
            one.agency is not None
            and one.agency.bare
            and following.agency is not None
            and _organ(one.agency, following.agency)
        ):
            if following.agency.bare:
                continue
            result[index] = replace(one, agency=_of_whole(one.agency, following.agency), implied=True)
            continue
        if one.agency is not None and following.agency is not None and _in_such(one.agency, following.agency):
            result[index] = replace(one, agency=replace(one.agency, parent=following.agency))
            continue
        if one.agency or following.agency is None or following.title.role == _MEMBER:
            continue
        if one.short is not None:
            if one.short.stands_for(name_key(following.agency.name)):
                result[index] = _headed(replace(one, agency=following.agency, implied=True))
            continue
        if one.title.field == _MINISTRY and not following.agency.name.startswith(_MINISTRY):
            continue  # "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
        if one.title.role == _MEMBER or one.title.role.lower().removeprefix("phó ").startswith("trưởng"):
            continue
        if one.title.role in _PARTY_ROLES and one.title.role != following.title.role:
            where = following.agency.place
            governing = _governing(one.title, where) if where is not None else None
            if governing is not None:
                result[index] = replace(one, agency=governing, implied=True)
        elif one.title.place and (governing := _of_place(one.title, following)) is not None:
            result[index] = replace(one, agency=governing, implied=True)
        else:
            result[index] = _headed(
                _at_board(replace(one, agency=_of_office(one.title, following.agency), implied=True))
            )
    return result


def _of_place(title: Title, following: RoleReading) -> AgencyReading | None:
    """Return the government of a place whose Party committee the next office tells: "[Chủ tịch] và phó bí thư quận X".

    A committee has no chairman.
    """
    body = following.agency
    if body is None or body.place is None or following.title.role not in _PARTY_ROLES or title.role in _PARTY_ROLES:
        return None
    committee = body.name == PARTY_COMMITTEE.get(body.place.kind or "")
    return _governing(title, body.place) if committee else None


def _committee_beside(board: AgencyReading, following: RoleReading) -> AgencyReading | None:
    """Return the body of whose standing board someone is that has the next office: "Ủy viên Ban Thường vụ, Phó Chủ tịch
    HĐND huyện X" is of the Party committee, "…, Trưởng Ban Tổ chức Tỉnh ủy", "…, Trưởng ban Kinh tế Hội X"."""
    body = following.agency
    if board.name != _STANDING_BOARD or board.kind is None or board.parent is not None or body is None:
        return None
    whole = (body.parent.body or body.parent.kind) if body.parent is not None else None
    if whole is not None and whole.type in board.kind.under:
        return body.parent
    kind, where = body.kind, body.place
    if kind is None or where is None or kind.type not in _GOVERNMENTS or following.title.role not in _DEPUTIES:
        return None
    head = PARTY_COMMITTEE.get(where.kind or "")
    return replace(body, name=head, kind=kind_headed(head)) if head else None


def _in_such(unit: AgencyReading, following: AgencyReading) -> bool:
    """Tell whether the body told next is the one that a unit's "Bộ" or "Sở" stands for: "Chánh Văn phòng [Bộ]"."""
    whole = unit.parent
    head = whole.kind.head if whole is not None and whole.kind is not None and not whole.place else None
    return whole is not None and whole.name == head and following.name.startswith(f"{head} ")


def _same_level(one: RoleReading, following: AgencyReading) -> bool:
    """Tell whether a Party committee without a place is that of the place whose government is told next.

    "Bí thư [Thành ủy], Chủ tịch HĐND TP X": of one level, as who leads the committee leads the council.
    """
    body, where = one.agency, following.place
    if body is None or body.place is not None or body.parent is not None or one.title.role not in _PARTY_ROLES:
        return False
    if following.kind is None or following.kind.type not in _GOVERNMENTS or where is None or where.name is None:
        return False
    return PARTY_COMMITTEE.get(where.kind or "") == body.name


def _at_board(reading: RoleReading) -> RoleReading:
    """Put the board that a title names before the company: "Thành viên HĐQT, Giám đốc Công ty X"."""
    kind = board_in(reading.title)
    if kind is None or reading.agency is None:
        return reading
    board = AgencyReading(
        begin=reading.begin, end=reading.end, name=kind.head, kind=kind, parent=_company(reading.agency)
    )
    return replace(reading, title=_of_board(reading.title, board), agency=board)


def _of_whole(organ: AgencyReading, agency: AgencyReading) -> AgencyReading:
    """Return an organ as that of the body whose office stands beside it.

    A body has the organ, its departments have but cells: "Đảng ủy viên, Bí thư Chi bộ, Vụ trưởng Vụ X Bộ Y".
    """
    whole = agency
    governs = whole.kind is not None and whole.kind.type in _GOVERNMENTS
    if governs and whole.place is not None and organ.name.startswith(_PARTY_BODIES):
        return replace(organ, place=whole.place, bare=False)  # the Party committee of the place
    if whole.parent is not None and whole.field is None:
        whole = whole.parent
    if whole.parent is not None and whole.kind is not None and whole.kind.unit and organ.name.startswith(_COMMITTEE):
        whole = whole.parent
    return replace(organ, parent=whole, bare=False)


def board_in(title: Title) -> AgencyKind | None:
    """Return the board that a title names: "Hội đồng quản trị" of "Chủ tịch Hội đồng quản trị"."""
    return next((kind_headed(head) for head in _BOARDS if title.role.endswith(f" {head}")), None)


def _company(agency: AgencyReading) -> AgencyReading:
    """Return what a board is of: the company itself, not another board of it."""
    return agency.parent if agency.parent is not None and agency.name.startswith(_BOARD) else agency


def _of_office(title: Title, agency: AgencyReading) -> AgencyReading:
    """Return the body that has an office, the one named after the next office or what that is a unit of.

    "Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh X": the unit has no director, the police have.
    """
    at: AgencyReading | None = agency
    while at is not None:
        of = at.body or at.kind
        if of is not None and has_office(title.role, of.type):
            return at
        at = at.parent
    return agency
