"""What we know is a function of what articles say: who is who, and one node a fact."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph

from lienket.consolidate.statements import commonest, settled
from lienket.model import ArticleFacts, Document, EventType, Function, Level, Place, Status
from lienket.rdf import iris, vocabulary
from lienket.rdf.terms import BASE, DCT, FOAF, LK, ORG, PROV, RDF, RDFS, SCHEMA, SKOS
from tests.consolidate.known import Knowledge
from tests.facts import BAN_DAN_TOC, TEXT, THAI_NGUYEN, Post, agency, conference, date, facts, part, rich, said

THI_DU = "Nguyễn Văn Thí Dụ"
KEY = "nguyễn văn thí dụ"
SO_NOI_VU = agency("Sở Nội vụ tỉnh Thái Nguyên", of_type="so")
SO_Y_TE = agency("Sở Y tế tỉnh Thái Nguyên", of_type="so")


# The layer as a whole


def test_the_layer_is_of_the_default_graph_and_says_nothing_twice() -> None:
    quads = Knowledge([rich("a"), rich("b")]).quads
    assert {quad.graph_name for quad in quads} == {DefaultGraph()}
    assert len(set(quads)) == len(quads)


def test_of_no_articles_the_vocabularies_are_known() -> None:
    assert set(Knowledge([]).quads) == set(vocabulary.quads())


NAMES = st.sampled_from([THI_DU, "Trần Thị Minh Họa", "NGUYỄN VĂN THÍ DỤ"])
POSTS = st.builds(
    Post,
    NAMES,
    role=st.sampled_from(["Trưởng ban", "Giám đốc", "Người giữ vườn thí dụ"]),
    agency=st.sampled_from([BAN_DAN_TOC.name, SO_NOI_VU.name, None]),
    status=st.sampled_from(Status),
    on=st.sampled_from(["2016-12-01", "2017-03", None]),
    confidence=st.sampled_from([0.3, 0.9]),
)
ARTICLES = st.lists(
    st.builds(
        lambda posts, published: (posts, published),
        st.lists(POSTS, max_size=3),
        st.sampled_from(["2016-12-02", "2017", None]),
    ),
    max_size=5,
).map(
    lambda drawn: [
        facts(f"a{number}", posts, published=published, agencies=[BAN_DAN_TOC, SO_NOI_VU], events=[conference()])
        for number, (posts, published) in enumerate(drawn)
    ]
)


@settings(max_examples=40, deadline=None)
@given(ARTICLES.flatmap(lambda articles: st.tuples(st.just(articles), st.permutations(articles))))
def test_any_order_of_articles_gives_the_same_layer(drawn: tuple[list[ArticleFacts], list[ArticleFacts]]) -> None:
    first, second = drawn
    assert Knowledge(first).quads == Knowledge(second).quads


@settings(max_examples=20, deadline=None)
@given(ARTICLES)
def test_every_fact_stands_on_facts_of_articles(articles: list[ArticleFacts]) -> None:
    known = Knowledge(articles)
    for fact in known.of_class(LK.Known):
        assert all("#" in source for source in known.objects(fact, PROV.wasDerivedFrom))
        assert known.objects(fact, PROV.wasDerivedFrom)


# People


def people(*articles: ArticleFacts) -> list[str]:
    return Knowledge(articles).of_class(FOAF.Person)


def test_equal_names_with_an_agency_in_common_are_one_person() -> None:
    assert len(people(facts("a", [Post(THI_DU)]), facts("b", [Post("NGUYỄN VĂN THÍ DỤ", role="Giám đốc")]))) == 1


def test_equal_names_alone_are_two_people() -> None:
    elsewhere = facts("b", [Post(THI_DU, agency=SO_NOI_VU.name)], agencies=[SO_NOI_VU])
    assert len(people(facts("a", [Post(THI_DU)]), elsewhere)) == 2


def test_an_agency_alone_is_no_reason_either() -> None:
    assert len(people(facts("a", [Post(THI_DU)]), facts("b", [Post("Nguyễn Văn Ví Dụ")]))) == 2


def test_an_agency_that_is_not_sure_is_not_in_common() -> None:
    unsure = facts("b", [Post(THI_DU, confidence=0.3)], agencies=())
    assert len(people(facts("a", [Post(THI_DU)]), unsure)) == 2


def test_agencies_in_common_hold_a_chain_together() -> None:
    both = facts("b", [Post(THI_DU), Post(THI_DU, agency=SO_NOI_VU.name)], agencies=[BAN_DAN_TOC, SO_NOI_VU])
    ends = facts("a", [Post(THI_DU)]), facts("c", [Post(THI_DU, agency=SO_NOI_VU.name)], agencies=[SO_NOI_VU])
    assert len(people(*ends)) == 2
    assert len(people(both, *ends)) == 1


def test_two_whom_one_article_tells_apart_stay_two() -> None:
    two = facts("a", [Post(THI_DU)])
    (person,), (membership,) = two.people, two.memberships
    two = dataclasses.replace(
        two,
        people=(person, dataclasses.replace(person, key=f"{KEY}-2")),
        memberships=(membership, dataclasses.replace(membership, key="other", person=f"{KEY}-2")),
    )
    assert len(people(two, facts("b", [Post(THI_DU)]))) == 3


def test_a_person_has_the_iri_of_the_member_published_first() -> None:
    known = Knowledge(
        facts(one, [Post(THI_DU)], published=published)
        for one, published in (("a", None), ("b", "2017-01-01"), ("c", "2016-05-01"))
    )
    first = iris.local(iris.article(BASE, "c"), "person", KEY)
    assert known.who("a", "person", KEY) == iris.known(BASE, "person", first)


def test_a_person_is_named_as_most_articles_do_and_not_in_capitals() -> None:
    known = Knowledge([facts("a", [Post(THI_DU)]), facts("b", [Post("NGUYỄN VĂN THÍ DỤ")])])
    (person,) = known.of_class(LK.Official)
    assert known.one(person, FOAF.name) == THI_DU
    assert known.objects(person, SKOS.altLabel) == ["NGUYỄN VĂN THÍ DỤ"]


# Agencies and places


def agencies(*articles: ArticleFacts) -> list[str]:
    return named(Knowledge(articles))


def named(known: Knowledge) -> list[str]:
    """Return the agencies that articles name, not those that these came from or became."""
    local = {quad.object.value for quad in known.quads if quad.predicate == PROV.specializationOf}
    return [one for one in known.of_class(ORG.Organization) if one in local]


def test_one_type_and_jurisdiction_is_one_agency_whatever_its_spelling() -> None:
    spelt = dataclasses.replace(BAN_DAN_TOC, name="Ban Dân tộc Thái Nguyên")
    known = Knowledge([facts("a"), facts("b", agencies=[spelt]), facts("c")])
    (one,) = named(known)
    assert known.one(one, SKOS.prefLabel) == "Ban Dân tộc tỉnh Thái Nguyên"
    assert known.objects(one, SKOS.altLabel) == ["Ban Dân tộc Thái Nguyên"]
    assert known.one(one, LK.jurisdiction) == known.who("a", "place", THAI_NGUYEN.key)


def test_departments_of_one_province_are_told_apart_by_their_names() -> None:
    assert len(agencies(facts("a", agencies=[SO_NOI_VU, SO_Y_TE]), facts("b", agencies=[SO_NOI_VU]))) == 2


def test_a_committee_of_an_open_province_is_its_articles_own() -> None:
    loose = agency("Ban Dân tộc tỉnh", jurisdiction=None)
    assert len(agencies(facts("a", agencies=[loose]), facts("b", agencies=[loose]))) == 2


def test_a_central_body_is_one_by_its_name() -> None:
    central = dataclasses.replace(agency("Ủy ban Dân tộc", jurisdiction=None), level=Level.CENTRAL)
    assert len(agencies(facts("a", agencies=[central]), facts("b", agencies=[central]))) == 1


@pytest.mark.parametrize(
    ("name", "other", "of_type", "one", "reason"),
    [
        ("Trường Đại học Minh Họa", "Đại học Minh Họa", "truong-dai-hoc", True, "with and without the word for school"),
        ("Trường Đại học Luật", "Trường Đại học Luật", "truong-dai-hoc", False, "several places have one"),
        ("Tập đoàn Thí Mẫu", "Tập đoàn Thí Mẫu", "tap-doan", True, "a name of its own"),
        ("Tập đoàn Xây dựng", "Tập đoàn Xây dựng", "tap-doan", False, "only a trade"),
        (
            "Công ty Cổ phần Xây dựng Thí Mẫu",
            "Công ty cổ phần xây dựng Thí Mẫu",
            "cong-ty-co-phan",
            True,
            "a telling name",
        ),
        ("Công ty Cổ phần Thí Mẫu", "Công ty Cổ phần Thí Mẫu", "cong-ty-co-phan", False, "many may be called so"),
        ("Công ty Cổ phần Địa ốc Zamplex", "Công ty Cổ phần Địa ốc Zamplex", "cong-ty-co-phan", True, "a foreign word"),
        ("Đại sứ quán Cuba tại Việt Nam", "Đại sứ quán Cuba tại Việt Nam", "dai-su-quan", True, "one a state"),
        ("Trường Tiểu học Thí Mẫu", "Trường Tiểu học Thí Mẫu", "truong-tieu-hoc", False, "many schools have one name"),
    ],
)
def test_bodies_of_a_telling_name_are_one(name: str, other: str, of_type: str, one: bool, reason: str) -> None:
    here, there = (
        dataclasses.replace(agency(label, of_type=of_type, jurisdiction=None), level=None) for label in (name, other)
    )
    assert (len(agencies(facts("a", agencies=[here]), facts("b", agencies=[there]))) == 1) == one, reason


def test_a_company_is_one_whoever_an_article_says_owns_it() -> None:
    name = "Công ty Cổ phần Xây dựng Thí Mẫu"
    owned = agency(name, of_type="cong-ty-co-phan", parent=BAN_DAN_TOC.name)
    alone = dataclasses.replace(agency(name, of_type="cong-ty", jurisdiction=None), level=None)
    assert len(agencies(facts("a", agencies=[BAN_DAN_TOC, owned]), facts("b", agencies=[BAN_DAN_TOC, alone]))) == 2


@pytest.mark.parametrize(("name", "one"), [("Bộ Ví dụ Cuba", True), ("Bộ Ví dụ", False)])
def test_a_body_of_another_state_is_one_by_its_name(name: str, one: bool) -> None:
    body = dataclasses.replace(agency(name, of_type="bo", jurisdiction=None), level=None)
    assert (len(agencies(facts("a", agencies=[body]), facts("b", agencies=[body]))) == 1) == one


def test_the_investigators_of_a_local_police_are_its_criminal_ones_where_no_others_are_named() -> None:
    police, security, short = (
        agency(f"Cơ quan {what} Công an tỉnh Thái Nguyên", of_type=of_type)
        for what, of_type in (
            ("Cảnh sát điều tra", "co-quan-canh-sat-dieu-tra"),
            ("An ninh điều tra", "co-quan-an-ninh-dieu-tra"),
            ("điều tra", "co-quan-dieu-tra"),
        )
    )
    assert len(agencies(facts("a", agencies=[police]), facts("b", agencies=[short]))) == 1
    assert len(agencies(facts("a", agencies=[police]), facts("b", agencies=[short, security]))) == 3


def test_a_unit_is_known_under_its_parent() -> None:
    unit = agency("Văn phòng Ban Dân tộc tỉnh Thái Nguyên", of_type="van-phong", parent=BAN_DAN_TOC.name)
    known = Knowledge([facts("a", agencies=[BAN_DAN_TOC, unit])])
    office, body = known.who("a", "agency", unit.key), known.who("a", "agency", BAN_DAN_TOC.key)
    assert known.one(office, ORG.unitOf) == body
    assert office in known.of_class(ORG.OrganizationalUnit)


def test_agencies_that_stand_under_each_other_do_no_harm() -> None:
    one = agency("Ban Thí dụ", of_type=None, parent="Ban Minh họa")
    other = agency("Ban Minh họa", of_type=None, parent="Ban Thí dụ")
    assert len(agencies(facts("a", agencies=[one, other]))) == 2


def test_a_province_before_and_after_the_reform_is_two_places_and_the_chain_is_known() -> None:
    new = dataclasses.replace(THAI_NGUYEN, reference="p-19-2025")
    known = Knowledge([facts("a"), facts("b", places=[new])])
    old, after = known.who("a", "place", THAI_NGUYEN.key), known.who("b", "place", THAI_NGUYEN.key)
    assert known.objects(old, DCT.isReplacedBy) == [after]
    assert known.one(old, LK.validThrough) == "2025-06-30"


def test_an_undated_article_that_names_a_district_is_of_before_the_reform() -> None:
    undated = dataclasses.replace(THAI_NGUYEN, reference=None)
    district = Place(
        key="huyện thí mẫu", name="huyện Thí Mẫu", level=Level.DISTRICT, reference=None, within=None, evidence=said()
    )
    articles = [facts("a"), facts("b", places=[undated, district]), facts("c", places=[undated])]
    known = Knowledge([dataclasses.replace(one, agencies=()) for one in articles])
    dated, told, untold = (known.who(article, "place", THAI_NGUYEN.key) for article in "abc")
    assert told == dated
    assert untold != dated


def test_what_contains_a_place_is_known_although_no_article_names_it() -> None:
    district = Place(
        key="d", name="thành phố Thái Nguyên", level=Level.DISTRICT, reference="d-164", within=None, evidence=said()
    )
    known = Knowledge([facts("a", places=[district], agencies=[])])
    outer = known.one(known.who("a", "place", "d"), SCHEMA.containedInPlace)
    assert known.one(outer, RDFS.label) == "tỉnh Thái Nguyên"


def test_a_name_that_many_communes_bear_is_one_place_only_inside_one_other() -> None:
    def commune(within: str | None) -> Place:
        return Place(key="x", name="xã Thí Dụ", level=Level.COMMUNE, reference=None, within=within, evidence=said())

    inside, open_ = [commune(THAI_NGUYEN.key), THAI_NGUYEN], [commune(None)]
    known = Knowledge([facts(one, places=inside) for one in "ab"] + [facts(one, places=open_) for one in "cd"])
    assert len({known.who(one, "place", "x") for one in "ab"}) == 1
    assert len({known.who(one, "place", "x") for one in "abcd"}) == 3


# Facts


def test_one_membership_for_a_person_role_and_agency_with_every_status_and_its_days() -> None:
    known = Knowledge(
        [
            facts("a", [Post(THI_DU, on="2016-12-01")]),
            facts("b", [Post(THI_DU, on="2015", status=Status.APPOINTED)]),
            facts("c", [Post(THI_DU, on="2019-01-01", status=Status.FORMER)]),
        ]
    )
    (membership,) = known.of_class(ORG.Membership)
    statuses = {one.rpartition("/")[2] for one in known.objects(membership, LK.status)}
    assert statuses == {"attested", "appointed", "former"}
    assert known.one(membership, LK.firstAttested) == "2015-01-01"
    assert known.one(membership, LK.lastAttested) == "2016-12-01"  # in 2019 it is said of the past
    assert len(known.objects(membership, PROV.wasDerivedFrom)) == 3
    assert not known.objects(membership, SCHEMA.endDate)


def test_a_membership_is_in_the_post_of_its_role_and_agency() -> None:
    known = Knowledge([facts("a", [Post(THI_DU)]), facts("b", [Post("Trần Thị Minh Họa")])])
    (post,) = known.of_class(ORG.Post)
    assert {known.one(one, LK.post) for one in known.of_class(ORG.Membership)} == {post}
    assert known.one(post, SKOS.prefLabel) == "Trưởng ban, Ban Dân tộc tỉnh Thái Nguyên"


def test_facts_below_the_threshold_stay_in_their_article() -> None:
    known = Knowledge([facts("a", [Post(THI_DU, confidence=0.49)], events=[conference(confidence=0.49)])])
    assert known.of_class(LK.Known) == []


def test_a_fact_about_someone_below_the_threshold_stays_there_too() -> None:
    unsure = dataclasses.replace(BAN_DAN_TOC, evidence=said(0.2))
    known = Knowledge([facts("a", [Post(THI_DU)], agencies=[unsure])])
    assert known.of_class(ORG.Membership) == known.of_class(ORG.Organization) == []


def test_a_minted_role_keeps_its_label() -> None:
    known = Knowledge([facts("a", [Post(THI_DU, role="Người giữ vườn thí dụ")])])
    (membership,) = known.of_class(ORG.Membership)
    assert known.one(known.one(membership, ORG.role), SKOS.prefLabel) == "Người giữ vườn thí dụ"


def test_everything_of_a_rich_article_is_known() -> None:
    known = Knowledge([rich("a")])
    (event,) = known.of_class(LK.Event)
    assert known.one(event, SCHEMA.organizer) == known.who("a", "agency", BAN_DAN_TOC.key)
    assert known.one(event, SCHEMA.location) == known.who("a", "place", THAI_NGUYEN.key)
    assert known.one(event, LK.earliest) == known.one(event, LK.latest) == "2016-12-01"
    assert {known.one(one, LK.event) for one in known.of_class(LK.Participation)} == {event}
    (document,) = known.of_class(LK.OfficialDocument)
    assert known.one(document, DCT.publisher) == known.who("a", "agency", BAN_DAN_TOC.key)
    (quotation,) = known.of_class(SCHEMA.Quotation)
    assert known.one(quotation, SCHEMA.spokenByCharacter) == known.who("a", "person", KEY)
    assert known.one(quotation, LK.inCapacity) in known.of_class(ORG.Membership)
    (programme,) = known.of_class(LK.Programme)
    assert len(known.objects(programme, LK.partner)) == 2


@pytest.mark.parametrize(
    ("number", "issued", "issuer", "one"),
    [
        ("12/KH-UBND", "2016-11-30", BAN_DAN_TOC.key, True),
        ("12/KH-UBND", None, BAN_DAN_TOC.key, True),
        ("12/KH-UBND", None, None, False),  # every province has such a number
        ("12", "2016-11-30", BAN_DAN_TOC.key, False),  # so has every agency, every year
    ],
)
def test_a_document_is_one_by_its_full_number_and_issuer_or_day(
    number: str, issued: str | None, issuer: str | None, one: bool
) -> None:
    document = Document(key="d", type="Kế hoạch", number=number, issued=date(issued), issuer=issuer, evidence=said())
    known = Knowledge([facts("a", documents=[document]), facts("b", documents=[document])])
    assert (len(known.of_class(LK.OfficialDocument)) == 1) is one


# Cooperation


def cooperations(known: Knowledge) -> list[tuple[str, ...]]:
    return [(*known.objects(one, LK.partner), known.one(one, LK.count)) for one in known.of_class(LK.Cooperation)]


def together(identifier: str, *functions: Function, **changes: object) -> ArticleFacts:
    bodies = [BAN_DAN_TOC, SO_NOI_VU]
    parts = [part(body.name, function) for body, function in zip(bodies, functions, strict=True)]
    return facts(identifier, agencies=bodies, participations=parts, **{"events": [conference()], **changes})  # type: ignore[arg-type]


def test_who_organises_an_event_cooperates_with_who_takes_part() -> None:
    known = Knowledge([together("a", Function.ORGANISER, Function.ATTENDEE)])
    one, other = sorted(known.who("a", "agency", body.key) for body in (BAN_DAN_TOC, SO_NOI_VU))
    assert cooperations(known) == [(one, other, "1")]
    assert known.one(one, LK.cooperatedWith) == other
    assert known.one(other, LK.cooperatedWith) == one


@pytest.mark.parametrize(
    "article",
    [
        facts("a", agencies=[BAN_DAN_TOC, SO_NOI_VU], events=[conference()]),  # named together
        together("a", Function.ATTENDEE, Function.ATTENDEE),  # two guests
        together("a", Function.ORGANISER, Function.SUBJECT),  # one is what it is about
        together("a", Function.ORGANISER, Function.ATTENDEE, events=[conference(of_type=EventType.INSPECTION)]),
    ],
    ids=["named together", "two guests", "subject", "inspection"],
)
def test_being_near_is_no_cooperation(article: ArticleFacts) -> None:
    assert cooperations(Knowledge([article])) == []


def test_copies_of_one_text_count_once() -> None:
    copies = [together(one, Function.ORGANISER, Function.HOST, text=TEXT) for one in "ab"]
    (cooperation,) = cooperations(Knowledge(copies))
    assert cooperation[-1] == "1"
    later = dataclasses.replace(conference(), start=date("2016-12-08"))
    (cooperation,) = cooperations(Knowledge([*copies, together("c", Function.HOST, Function.HOST, events=[later])]))
    assert cooperation[-1] == "2"


def test_a_body_does_not_cooperate_with_its_own_unit() -> None:
    unit = agency("Văn phòng Ban Dân tộc tỉnh Thái Nguyên", of_type="van-phong", parent=BAN_DAN_TOC.name)
    parts = [part(BAN_DAN_TOC.name, Function.ORGANISER), part(unit.name, Function.ORGANISER)]
    article = facts("a", agencies=[BAN_DAN_TOC, unit], events=[conference()], participations=parts)
    assert cooperations(Knowledge([article])) == []


def test_partners_of_a_programme_cooperate() -> None:
    assert len(cooperations(Knowledge([dataclasses.replace(rich("a"), events=(), participations=())]))) == 1


# What several articles say of one thing


@pytest.mark.parametrize(
    ("stated", "known"),
    [
        ([], None),
        (["2017", "2017-08", "2017-08-04"], "2017-08-04"),
        (["--08", "--08-04", "2017-08-04"], "2017-08-04"),
        (["--08", "2017-08"], "2017-08"),
        (["--08", "2017-09-04"], None),
        (["2017-08-04", "2017-08-05"], None),  # they disagree: none is taken
        (["2017", "2018-01"], None),
    ],
)
def test_a_date_is_known_where_all_who_state_it_agree(stated: list[str], known: str | None) -> None:
    assert settled(map(date, stated)) == date(known)


def test_the_commonest_value_wins_and_capitals_lose() -> None:
    assert commonest([["b"], ["b"], ["a"]]) == "b"
    assert commonest([["BAN A"], ["Ban A"]]) == "Ban A"
    assert commonest([["b"], ["a"]]) == "a"


def test_classes_of_facts() -> None:
    known = Knowledge([rich("a")])
    for fact in known.of_class(LK.Known):
        assert len(known.objects(fact, RDF.type)) == 2
