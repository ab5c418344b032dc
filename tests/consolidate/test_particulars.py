"""What is told of a person alone, as evidence on who is who: birth, home, ranks, and posts by their times."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lienket.consolidate import agencies, places
from lienket.consolidate.weighing import AGAINST
from lienket.model import ArticleFacts, Level, Origin, Place, Status
from lienket.rdf import iris, vocabulary
from lienket.rdf.terms import BASE, LK
from tests.consolidate.known import Knowledge
from tests.facts import THAI_NGUYEN, Post, agency, date, facts, said

NAME, KEY = "Nguyễn Văn Mẫu", "nguyễn văn mẫu"
HEALTH = agency("Sở Y tế tỉnh Thái Nguyên", of_type="so")
SCHOOL = agency("Trường Cao đẳng Ví Dụ tỉnh Thái Nguyên", of_type="truong-cao-dang")
YEN_BAI = Place(
    key="tỉnh yên bái", name="tỉnh Yên Bái", level=Level.PROVINCE, reference="p-15", within=None, evidence=said()
)
ELSEWHERE = agency("Sở Nội vụ tỉnh Yên Bái", of_type="so", jurisdiction=YEN_BAI.key)


def at_health(identifier: str, **changes: object) -> ArticleFacts:
    return facts(identifier, [Post(NAME, role="Giám đốc", agency=HEALTH.name)], agencies=[HEALTH], **changes)  # type: ignore[arg-type]


def at_school(identifier: str, **changes: object) -> ArticleFacts:
    return facts(identifier, [Post(NAME, role="Hiệu trưởng", agency=SCHOOL.name)], agencies=[SCHOOL], **changes)  # type: ignore[arg-type]


def born(one: ArticleFacts, on: str | None = None, home: Place | None = None) -> ArticleFacts:
    origin = Origin(key="0", person=KEY, born=date(on), home=home and home.key, evidence=said())
    return replace(
        one, origins=(origin,), places=tuple({place.key: place for place in (*one.places, home) if place}.values())
    )


def called(one: ArticleFacts, *honorifics: str) -> ArticleFacts:
    return replace(one, people=tuple(replace(person, honorifics=honorifics) for person in one.people))


def are_one(one: ArticleFacts, other: ArticleFacts) -> bool:
    known = Knowledge([one, other])
    return known.who(one.article.id, "person", KEY) == known.who(other.article.id, "person", KEY)


def evidence(one: ArticleFacts, other: ArticleFacts) -> set[str]:
    """Return why two that stay apart may or may not be one."""
    known = Knowledge([one, other])
    return {
        reason.rpartition("/")[2] for pair in known.of_class(LK.Comparison) for reason in known.objects(pair, LK.reason)
    }


def test_the_same_day_of_birth_joins_even_a_common_name() -> None:
    assert not are_one(at_health("a"), at_school("b"))
    assert are_one(born(at_health("a"), "1965-03-01"), born(at_school("b"), "1965-03-01"))


def test_births_years_apart_are_two_people_though_the_post_is_one() -> None:
    assert are_one(at_health("a"), at_health("b"))
    assert are_one(born(at_health("a"), "1965"), born(at_health("b"), "1966"))  # papers err by a year
    assert not are_one(born(at_health("a"), "1965"), born(at_health("b"), "1972"))
    assert "other-birth" in evidence(born(at_health("a"), "1965"), born(at_health("b"), "1972"))


def test_a_year_and_a_day_of_that_year_are_one_birth() -> None:
    assert are_one(born(at_health("a"), "1965", YEN_BAI), born(at_school("b"), "1965-03-01", YEN_BAI))


def test_other_homes_speak_against_one() -> None:
    one, other = born(at_health("a"), home=YEN_BAI), born(at_school("b"), home=THAI_NGUYEN)
    assert "other-home" in evidence(one, other)
    assert "other-home" not in evidence(born(at_health("a"), home=YEN_BAI), born(at_school("b"), home=YEN_BAI))


@pytest.mark.parametrize(("one", "other"), [("GS.TS", "Giáo sư"), ("TS", "tiến sỹ"), ("Trung tướng", "trung tướng")])
def test_a_rank_is_the_same_in_all_its_forms(one: str, other: str) -> None:
    assert "other-rank" not in evidence(called(at_health("a"), one), called(at_school("b"), other))
    assert "same-rank" in evidence(called(at_health("a"), one), called(at_school("b"), other))


def test_ranks_that_differ_at_one_time_speak_against_one() -> None:
    early, late = {"published": "2016-12-02"}, {"published": "2023-05-01"}
    captain, colonel = "Đại úy", "Đại tá"
    assert "other-rank" in evidence(called(at_health("a", **early), captain), called(at_school("b", **early), colonel))
    assert "other-rank" not in evidence(
        called(at_health("a", **early), captain), called(at_school("b", **late), colonel)
    )
    assert "other-rank" in evidence(called(at_health("a", **early), colonel), called(at_school("b", **late), captain))
    undated = {"published": None}
    assert "other-rank" not in evidence(
        called(at_health("a", **undated), captain), called(at_school("b", **undated), colonel)
    )


def test_posts_in_distant_places_exclude_each_other_at_one_time_only() -> None:
    def elsewhere(on: str | None) -> ArticleFacts:
        post = Post(NAME, role="Giám đốc", agency=ELSEWHERE.name, on=on)
        return facts("b", [post], agencies=[ELSEWHERE], places=[YEN_BAI], published=on)

    assert "distant-posts" in evidence(at_health("a"), elsewhere("2016-12-20"))
    assert "distant-posts" in evidence(at_health("a"), elsewhere(None))  # nothing says that it was at another time
    assert "distant-posts" not in evidence(at_health("a"), elsewhere("2022-03-01"))


def test_the_head_and_the_deputy_of_one_body_on_one_day_are_two() -> None:
    def at(identifier: str, role: str, on: str, published: str | None = None, **more: Any) -> ArticleFacts:
        post = Post(NAME, role=role, agency=HEALTH.name, on=on, **more)
        return facts(identifier, [post], agencies=[HEALTH], published=published or on)

    head = at("a", "Giám đốc", "2016-12-01")
    assert not are_one(head, at("b", "Phó Giám đốc", "2016-12-01"))
    assert are_one(head, at("b", "Phó Giám đốc", "2015-12-01"))  # who was the deputy then is the head now
    assert are_one(head, at("b", "Phó Giám đốc", "2016-12-01", status=Status.FORMER))
    assert are_one(at("a", "Giám đốc", "2016"), at("b", "Phó Giám đốc", "2016-03-10"))  # of one year, not of one day
    assert are_one(at("a", "Phó Giám đốc", "2016-12-01"), at("b", "Phó Giám đốc Thường trực", "2016-12-01"))


def test_births_years_apart_are_not_joined_by_way_of_who_is_told_without_one() -> None:
    for names in (("a", "b", "c"), ("b", "c", "a"), ("c", "a", "b")):
        one, other, between = names
        articles = [born(at_health(one), "1965"), born(at_health(other), "1972"), at_health(between)]
        known = Knowledge(articles)
        assert known.who(one, "person", KEY) != known.who(other, "person", KEY)


def test_who_was_judged_to_be_one_joins_others_of_either_birth() -> None:
    articles = [born(at_health("a"), "1965"), born(at_health("b"), "1972"), born(at_health("c"), "1972")]
    local = {article: iris.local(iris.article(BASE, article), "person", KEY) for article in "abc"}
    judged = {
        "left": local["a"],
        "right": local["b"],
        "verdict": "same",
        "by": "Lan",
        "why": "",
        "at": "2026-01-01T00:00:00Z",
    }
    judged |= dict.fromkeys(("left_name", "right_name"), NAME) | dict.fromkeys(("left_known", "right_known"), "")
    known = Knowledge(articles, [judged])
    assert len({known.who(article, "person", KEY) for article in "abc"}) == 1


def test_everyone_of_a_name_is_compared_with_someone() -> None:
    far = facts("b", [Post(NAME, role="Giám đốc", agency=ELSEWHERE.name)], agencies=[ELSEWHERE], places=[YEN_BAI])
    alone = facts("0", [Post(NAME, agency=None)], agencies=(), places=())  # shares nothing, and comes first
    known = Knowledge([born(at_health("a"), "1965"), born(far, "1965"), alone])
    compared = {known.one(pair, side) for pair in known.of_class(LK.Comparison) for side in (LK.left, LK.right)}
    assert compared == {known.who(article, "person", KEY) for article in ("a", "b", "0")}


def test_a_home_is_weighed_once() -> None:
    one = born(facts("a", [Post(NAME, agency=None, on=None)], agencies=(), published=None), home=YEN_BAI)
    other = born(facts("b", [Post(NAME, agency=None, on=None)], agencies=(), published=None), home=YEN_BAI)
    assert "same-place" not in evidence(replace(one, places=(YEN_BAI,)), replace(other, places=(YEN_BAI,)))


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("hà nam ninh", "nam định", True),
        ("nam định", "ninh bình", True),
        ("bắc kạn", "thái nguyên", True),
        ("hà nam", "nam định", False),
        ("đắk lắk", "đắk nông", True),  # was split off
    ],
)
def test_provinces_that_became_others_do_not_contradict_them(before: str, after: str, same: bool) -> None:
    assert places.became(before, after) is places.became(after, before) is same


def test_articles_of_provinces_of_which_one_became_the_other_are_of_no_other_place() -> None:
    bac_kan = replace(YEN_BAI, key="tỉnh bắc kạn", name="tỉnh Bắc Kạn", reference="p-06")
    body = agency("Sở Nội vụ tỉnh Bắc Kạn", of_type="so", jurisdiction=bac_kan.key)
    post = Post(NAME, role="Giám đốc", agency=body.name)
    assert not evidence(at_health("a"), facts("b", [post], agencies=[body], places=[bac_kan])) & {
        "other-place",
        "distant-posts",
    }


@pytest.mark.parametrize(
    ("body", "telling"),
    [
        ("công ty trách nhiệm hữu hạn thông mẫu", True),
        ("viện toán việt nam", True),
        ("phòng tổ chức cán bộ", False),
        ("hợp tác xã nông nghiệp", False),
        ("trường tiểu học kim đồng", False),  # of which every district has one
    ],
)
def test_a_title_tells_the_more_the_fewer_bodies_have_its_name(body: str, telling: bool) -> None:
    assert agencies.is_telling(body) is telling


def test_what_speaks_against_never_tells_why_two_are_one() -> None:
    known = {
        notation for notation in vocabulary.concepts("identity-evidence") if notation.startswith(("other-", "distant-"))
    }
    assert known - {"other-time"} <= AGAINST  # that one is of events


def test_a_birth_without_its_year_tells_nothing() -> None:
    assert are_one(born(at_health("a"), "--03-05"), born(at_health("b"), "1965"))


def test_a_home_that_is_not_sure_makes_no_origin() -> None:
    unsure = replace(YEN_BAI, evidence=said(0.3))
    assert not Knowledge([born(at_health("a"), home=unsure)]).of_class(LK.Origin)


def test_a_degree_in_common_does_not_hide_ranks_that_differ() -> None:
    one, other = called(at_health("a"), "Trung tướng", "TS"), called(at_school("b"), "Đại úy", "TS")
    assert evidence(one, other) >= {"same-rank", "other-rank"}


def test_the_same_title_at_a_body_that_no_article_settles() -> None:
    firm = replace(agency("Công ty Trách nhiệm hữu hạn Mẫu", of_type="cong-ty", jurisdiction=None), level=None)
    bank = replace(agency("Công ty Trách nhiệm hữu hạn Dụ", of_type="cong-ty", jurisdiction=None), level=None)
    name = "Bùi Thí Dụ"

    def heads(identifier: str, of: str) -> ArticleFacts:
        return facts(identifier, [Post(name, role="Giám đốc", agency=of)], agencies=[firm, bank], places=())

    known = Knowledge([heads("a", firm.name), heads("b", firm.name), heads("c", bank.name)])
    a, b, c = (known.who(one, "person", name.lower()) for one in "abc")
    assert a == b != c
