"""Fictional people and agencies to draw and to test: a knowledge layer in the shape of the contract, and networks."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import networkx as nx
import pyoxigraph as ox

from lienket.view.network import Fact, Words
from lienket.view.standing import Evidence

LK = "https://w3id.org/lienket/ontology#"
VOCAB = "https://w3id.org/lienket/vocab/"
BASE = "https://w3id.org/lienket/id/"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ORG = "http://www.w3.org/ns/org#"
SCHEMA = "https://schema.org/"
DCT = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
FOAF = "http://xmlns.com/foaf/0.1/"
A = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

CONCEPTS = {
    "role/giam-doc": ("Giám đốc", "Director"),
    "role/pho-giam-doc": ("Phó Giám đốc", "Deputy Director"),
    "role/truong-ban": ("Trưởng ban", "Head"),
    "role/chu-tich": ("Chủ tịch", "Chair"),
    "role/chanh-van-phong": ("Chánh Văn phòng", "Chief of Office"),
    "status/attested": ("giữ chức", "attested"),
    "status/former": ("nguyên", "former"),
    "status/appointed": ("được bổ nhiệm", "appointed"),
    "function/organiser": ("tổ chức", "organiser"),
    "function/attendee": ("tham dự", "attendee"),
    "function/speaker": ("phát biểu", "speaker"),
    "function/chair": ("chủ trì", "chair"),
    "event-type/conference": ("hội nghị", "conference"),
    "event-type/ceremony": ("lễ", "ceremony"),
    "event-type/training": ("tập huấn", "training"),
    "agency-type/so": ("Sở", "Department"),
    "agency-type/ban": ("Ban", "Committee"),
    "document-type/ke-hoach": ("Kế hoạch", "Plan"),
}


def text(value: str, lang: str | None = None) -> ox.Literal:
    return ox.Literal(value, language=lang) if lang else ox.Literal(value)


def concept(name: str) -> ox.NamedNode:
    return ox.NamedNode(VOCAB + name)


@dataclass
class Demo:
    """A store that grows by one entity or fact at a time, each with its article, local node and span."""

    store: ox.Store = field(default_factory=ox.Store)
    counter: itertools.count[int] = field(default_factory=itertools.count)
    texts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, (vi, en) in CONCEPTS.items():
            self.say(concept(name), A, ox.NamedNode(SKOS + "Concept"))
            self.say(concept(name), SKOS + "prefLabel", text(vi, "vi"))
            self.say(concept(name), SKOS + "prefLabel", text(en, "en"))

    def say(self, subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal, graph: str = "") -> None:
        where = ox.NamedNode(graph) if graph else ox.DefaultGraph()
        self.store.add(ox.Quad(subject, ox.NamedNode(predicate), value, where))

    def article(self, number: int, headline: str, *, date: str = "", url: str = "", outlet: str = "Báo Thí Dụ") -> str:
        iri = f"{BASE}article/{number}"
        node = ox.NamedNode(iri)
        publisher = ox.NamedNode(f"{iri}#outlet")
        self.say(node, A, ox.NamedNode(SCHEMA + "NewsArticle"), iri)
        self.say(node, DCT + "identifier", text(f"thi-du-{number:03}"), iri)
        self.say(node, SCHEMA + "headline", text(headline, "vi"), iri)
        self.say(node, SCHEMA + "publisher", publisher, iri)
        self.say(publisher, SCHEMA + "name", text(outlet, "vi"), iri)
        if date:
            self.say(node, SCHEMA + "datePublished", ox.Literal(date, datatype=ox.NamedNode(XSD + "date")), iri)
        if url:
            self.say(node, SCHEMA + "url", text(url), iri)
        return iri

    def thing(self, kind: str, cls: str, label: str, said: dict[str, ox.NamedNode | ox.Literal]) -> ox.NamedNode:
        node = ox.NamedNode(f"{BASE}{kind}/{next(self.counter):05}")
        self.say(node, A, ox.NamedNode(LK + "Known"))
        self.say(node, A, ox.NamedNode(cls))
        named = {FOAF + "Person": FOAF + "name", ORG + "Organization": SKOS + "prefLabel"}.get(cls, RDFS + "label")
        if label:
            self.say(node, named, text(label) if named.startswith(FOAF) else text(label, "vi"))
        for predicate, value in said.items():
            self.say(node, predicate, value)
        return node

    def local(self, article: str) -> ox.NamedNode:
        return ox.NamedNode(f"{article}#local-{next(self.counter):05}")

    def span(self, local: ox.NamedNode, article: str, quote: str, by: str, confidence: float = 0.9) -> None:
        begin = self._begin(article, quote)
        span = ox.NamedNode(f"{article}#char={begin},{begin + len(quote)}")
        self.say(local, by, span, article)
        self.say(local, LK + "confidence", ox.Literal(confidence), article)
        self.say(span, NIF + "anchorOf", text(quote), article)
        self.say(span, NIF + "beginIndex", ox.Literal(begin), article)
        self.say(span, NIF + "endIndex", ox.Literal(begin + len(quote)), article)

    def _begin(self, article: str, quote: str) -> int:
        """Return where the text of an article has `quote`, which is written below the rest where it has not."""
        said, text_of = ox.NamedNode(f"{article}#text"), ox.NamedNode(NIF + "isString")
        if quote not in self.texts.setdefault(article, ""):
            self.store.remove(ox.Quad(said, text_of, text(self.texts[article]), ox.NamedNode(article)))
            self.texts[article] += f"{quote}\n"
            self.say(said, text_of.value, text(self.texts[article]), article)
        return self.texts[article].index(quote)

    def stated(self, fact: ox.NamedNode, article: str, quote: str, confidence: float = 0.9) -> None:
        local = self.local(article)
        self.say(fact, PROV + "wasDerivedFrom", local)
        self.span(local, article, quote, PROV + "wasDerivedFrom", confidence)

    def named(self, entity: ox.NamedNode, article: str, name: str) -> ox.NamedNode:
        local = self.local(article)
        self.say(local, PROV + "specializationOf", entity)
        self.span(local, article, name, LK + "mention")
        return local

    def person(self, name: str, *also: str) -> ox.NamedNode:
        node = self.thing("person", FOAF + "Person", name, {})
        for other in also:
            self.say(node, SKOS + "altLabel", text(other))
        return node

    def agency(self, name: str, kind: str = "so") -> ox.NamedNode:
        return self.thing(
            "agency", ORG + "Organization", name, {ORG + "classification": concept(f"agency-type/{kind}")}
        )

    def event(self, label: str, kind: str = "conference", start: str = "2017-08-04") -> ox.NamedNode:
        said = {LK + "eventType": concept(f"event-type/{kind}"), SCHEMA + "startDate": text(start)}
        return self.thing("event", LK + "Event", label, said)

    def role(
        self, person: ox.NamedNode, role: str, agency: ox.NamedNode | None, status: str = "attested"
    ) -> ox.NamedNode:
        said: dict[str, ox.NamedNode | ox.Literal] = {
            ORG + "member": person,
            ORG + "role": concept(f"role/{role}"),
            LK + "status": concept(f"status/{status}"),
            LK + "firstAttested": text("2016-12-01"),
            LK + "lastAttested": text("2017-08-04"),
        }
        if agency:
            said[ORG + "organization"] = agency
        return self.thing("membership", ORG + "Membership", "", said)

    def part(self, who: ox.NamedNode, event: ox.NamedNode, function: str) -> ox.NamedNode:
        said = {LK + "participant": who, LK + "event": event, LK + "function": concept(f"function/{function}")}
        return self.thing("participation", LK + "Participation", "", said)


PROVINCES = ("Sông Mây", "Đồi Thông", "Biển Lặng")
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Hoàng", "Vũ", "Đỗ")
MIDDLE = ("Văn", "Thị", "Thái", "Đức", "Thu", "Minh")
GIVEN = ("Thí Dụ", "Ví Dụ", "Giả Định", "Mẫu", "Tưởng Tượng", "Bài Tập")
FIELDS = ("Nội vụ", "Y tế", "Giáo dục và Đào tạo", "Văn hóa, Thể thao và Du lịch", "Nông nghiệp và Môi trường")
TOPICS = (
    "sơ kết công tác dân tộc",
    "tập huấn chuyển đổi số",
    "phòng chống thiên tai",
    "khai giảng năm học mới",
    "bảo tồn làng nghề",
)


def demo(*, seed: int = 3) -> ox.Store:
    """Return a store of three fictional provinces: some 60 things, some 100 ties."""
    made, chance = Demo(), random.Random(seed)
    names = iter(chance.sample([f"{f} {m} {g}" for f in FAMILY for m in MIDDLE for g in GIVEN], 40))
    for number, province in enumerate(PROVINCES):
        _province(made, chance, names, number, province)
    _across(made)
    return made.store


def _province(made: Demo, chance: random.Random, names: Iterator[str], number: int, province: str) -> None:
    committee = made.agency(f"Ủy ban nhân dân tỉnh {province}", "ban")
    articles = [
        made.article(
            10 * number + i,
            f"Tỉnh {province}: {topic}",
            date=f"2017-0{i + 3}-1{number}",
            url=f"https://bao.example/{number}/{i}",
        )
        for i, topic in enumerate(TOPICS)
    ]
    staff = []
    for i, department in enumerate(FIELDS):
        agency = made.agency(f"Sở {department} tỉnh {province}")
        article = articles[i]
        parent, child = (
            made.named(committee, article, f"UBND tỉnh {province}"),
            made.named(agency, article, f"Sở {department}"),
        )
        made.say(agency, ORG + "subOrganizationOf", committee)
        made.say(child, ORG + "subOrganizationOf", parent, article)
        for role in ("giam-doc", "pho-giam-doc")[: 1 + i % 2]:
            person = made.person(next(names))
            held = made.role(person, role, agency)
            title = CONCEPTS[f"role/{role}"][0]
            made.stated(held, article, f"Đồng chí giữ chức {title} Sở {department} dự và phát biểu tại buổi làm việc.")
            staff.append((person, agency))
    for i, topic in enumerate(TOPICS[:3]):
        event = made.event(f"Hội nghị {topic} tỉnh {province}", start=f"2017-0{i + 3}-0{number + 1}")
        made.stated(event, articles[i], f"Tỉnh {province} vừa tổ chức Hội nghị {topic}.")
        organised = made.part(staff[i][1], event, "organiser")
        made.stated(organised, articles[i], f"Đơn vị tổ chức hội nghị là một sở của tỉnh {province}.")
        for person, _ in chance.sample(staff, 4):
            part = made.part(person, event, chance.choice(("attendee", "speaker", "chair")))
            made.stated(part, articles[i], "Dự hội nghị có đại diện lãnh đạo các sở, ngành của tỉnh.")
    plan = made.thing(
        "document",
        LK + "OfficialDocument",
        "",
        {
            DCT + "type": concept("document-type/ke-hoach"),
            LK + "documentNumber": text(f"{166 + number}/KH-UBND"),
            DCT + "issued": text("2016-11-30"),
            DCT + "publisher": committee,
        },
    )
    made.stated(plan, articles[0], f"UBND tỉnh {province} ban hành Kế hoạch số {166 + number}/KH-UBND ngày 30/11/2016.")


def _across(made: Demo) -> None:
    """Add what ties provinces together, and the person the tests look for."""
    article = made.article(
        90, "Ban Dân tộc hai tỉnh ký chương trình phối hợp", date="2016-12-02", url="https://bao.example/phoi-hop"
    )
    ban = made.agency("Ban Dân tộc tỉnh Sông Mây", "ban")
    other = made.agency("Ban Dân tộc tỉnh Đồi Thông", "ban")
    head = made.person("Nguyễn Thái Đường", "Thái Đường")
    quote = "Đồng chí Nguyễn Thái Đường, Trưởng ban Dân tộc tỉnh Sông Mây phát biểu khai mạc."
    held = made.role(head, "truong-ban", ban)
    made.stated(held, article, quote, 0.97)
    made.stated(made.role(head, "chanh-van-phong", None, "former"), article, "Đồng chí nguyên là Chánh Văn phòng.")
    made.named(head, article, "Nguyễn Thái Đường")
    event = made.event("Lễ ký chương trình phối hợp công tác dân tộc", "ceremony", "2016-12-01")
    made.stated(event, article, "Sáng 1/12, lễ ký chương trình phối hợp được tổ chức trang trọng.")
    spoke = made.part(head, event, "speaker")
    made.say(spoke, LK + "inCapacity", held)
    made.stated(spoke, article, quote)
    for agency in (ban, other):
        made.stated(made.part(agency, event, "organiser"), article, "Ban Dân tộc hai tỉnh phối hợp tổ chức buổi lễ.")
    programme = made.thing("programme", LK + "Programme", "Chương trình phối hợp công tác dân tộc 2017–2020", {})
    made.stated(programme, article, "Hai ban ký Chương trình phối hợp công tác dân tộc giai đoạn 2017–2020.")
    made.say(programme, LK + "partner", ban)
    made.say(programme, LK + "partner", other)
    made.say(event, SCHEMA + "about", programme)
    committees = made.store.quads_for_pattern(None, ox.NamedNode(SKOS + "prefLabel"), None)
    of = {quad.object.value: quad.subject for quad in committees}
    made.say(ban, ORG + "subOrganizationOf", of["Ủy ban nhân dân tỉnh Sông Mây"])
    made.say(other, ORG + "subOrganizationOf", of["Ủy ban nhân dân tỉnh Đồi Thông"])


@dataclass
class Sketch:
    """A network in the shape of `view.network.network`, of which a test knows beforehand what a page must show."""

    graph: nx.MultiDiGraph[str] = field(default_factory=nx.MultiDiGraph)
    counter: itertools.count[int] = field(default_factory=itertools.count)

    def item(self, kind: str, label: str, of: str = "", *provinces: str, **told: object) -> str:
        """Add a node of the type `of` and return its IRI."""
        iri = f"{BASE}{kind}/{len(self.graph):05}"
        empty = {"also": (), "facts": (), "open_roles": (), "perhaps": (), "evidence": ()}
        places = tuple(Words(province, province) for province in provinces)
        type_ = Words(of, of) if of else None
        self.graph.add_node(iri, kind=kind, label=label, type=type_, provinces=places, **(empty | told))
        return iri

    def tie(self, kind: str, source: str, target: str, label: str = "", **told: object) -> None:
        """Add a tie; unless told otherwise a sentence of its own says it, in which both names are marked."""
        said = self._said(source, label or kind, target)
        empty = dict.fromkeys(("first", "last", "start", "end", "count")) | {"statuses": (), "capacities": ()}
        words = Words(label, label) if label else None
        tie = {"kind": kind, "label": words, **empty, "confidence": 0.9, "evidence": (said,)} | told
        self.graph.add_edge(source, target, key=f"{kind} {next(self.counter):05}", **tie)

    def _said(self, source: str, label: str, target: str) -> Evidence:
        one, other = self.graph.nodes[source]["label"], self.graph.nodes[target]["label"]
        # The letter outside the basic plane takes two places in JavaScript and one in Python.
        quote = f"𝕋heo tin: {one}, {label}, {other}."
        marks = tuple((quote.index(name), quote.index(name) + len(name)) for name in (one, other))
        article = f"bai-{next(self.counter):05}"
        about = (f"Tin về {one}", "Báo Thí Dụ", f"https://bao.example/{article}")
        return Evidence(False, "2019-10-01", article, 0, quote, *about, 0.9, marks)


def hamlet() -> nx.MultiDiGraph[str]:
    """Return a small network of two offices, which one conference ties, and of a third that nothing ties to them.

    From Lê Thị Mẫu it is one step to her department, two to its deputy, four to Nguyễn Thái Đường.
    """
    made = Sketch()
    mau, du, dinh = (made.item("person", name) for name in ("Lê Thị Mẫu", "Trần Văn Thí Dụ", "Phạm Giả Định"))
    duong = made.item("person", "Nguyễn Thái Đường", also=("Thái Đường",))
    alone = made.item("person", "Hoàng Bài Tập")
    health = made.item("agency", "Sở Y tế tỉnh Sông Mây", "Sở", "Sông Mây")
    committee = made.item("agency", "Ủy ban nhân dân tỉnh Sông Mây", "Ủy ban nhân dân", "Sông Mây")
    ban = made.item("agency", "Ban Dân tộc tỉnh Đồi Thông", "Ban", "Đồi Thông")
    office = made.item("agency", "Sở Nội vụ tỉnh Biển Lặng", "Sở", "Biển Lặng")
    day = (Fact("start", Words("2017-08-04", "2017-08-04")),)
    storm = made.item("event", "Hội nghị phòng chống thiên tai", "hội nghị", facts=day)
    rite = made.item("event", "Lễ khai giảng thí dụ", "lễ")
    number = (Fact("number", Words("166/KH-UBND", "166/KH-UBND")),)
    plan = made.item("document", "Kế hoạch 166/KH-UBND", "Kế hoạch", facts=number)
    former = (Words("nguyên", "former"),)
    made.tie("role", mau, health, "Giám đốc", first="2016-12-01", last="2017-08-04")
    made.tie("role", mau, health, "Phó Giám đốc", start="2012", end="2014-05", statuses=former)
    made.tie("role", du, health, "Phó Giám đốc", confidence=0.6)
    made.tie("unit-of", health, committee, confidence=None, evidence=())
    made.tie("issued", committee, plan)
    made.tie("took-part", du, storm, "tham dự")
    made.tie("took-part", duong, storm, "phát biểu")
    made.tie("role", duong, ban, "Trưởng ban", start="2018-02", end="2019-10")
    made.tie("organised", ban, rite, first="2019-09-05", last="2019-09-05")
    made.tie("took-part", dinh, rite, "chủ trì", confidence=0.7, first="2019-09-05", last="2019-09-05")
    made.tie("role", alone, office, "Giám đốc", first="2015-03", last="2015-03")
    return made.graph


# fmt: off
SYLLABLES = (
    "Bưởi", "Cỏ", "Dưa", "Đá", "Đèn", "Đồi", "Gạch", "Gió", "Hến", "Kẹo", "Khói", "Lúa", "Mây",
    "Mướp", "Nấm", "Ổi", "Ớt", "Quýt", "Rêu", "Ruộng", "Sậy", "Suối", "Thuyền", "Trống",
)
# fmt: on


def names(count: int, *, seed: int = 5) -> list[str]:
    """Return names that are built as Vietnamese ones are, no two alike, of what nobody is called."""
    every = [f"{f} {m} {a} {b}" for f in FAMILY for m in MIDDLE for a in SYLLABLES for b in SYLLABLES if a != b]
    return random.Random(seed).sample(every, count)


def crowd(size: int, *, seed: int = 5) -> nx.MultiDiGraph[str]:
    """Return a network of `size` nodes that grew as such networks do: the well tied get more ties."""
    made, chance = Sketch(), random.Random(seed)
    called = names(size, seed=seed)
    agencies = [made.item("agency", f"Sở {name}", "Sở", PROVINCES[i % 3]) for i, name in enumerate(called[::4])]
    met = list(agencies)
    for i, name in enumerate(name for i, name in enumerate(called) if i % 4):
        if i % 6 == 5:
            event = made.item("event", f"Hội nghị {name}", "hội nghị")
            for one in chance.sample(met, min(len(met), 4)):
                made.tie("took-part", one, event, "tham dự", first=f"20{10 + i % 10}-0{1 + i % 9}-01")
            continue
        person = made.item("person", name)
        for agency in {chance.choice(met) for _ in range(1 + i % 2)}:
            made.tie("role" if "/agency/" in agency else "together", person, agency, "Giám đốc")
            met += (agency, person)[: 1 + i % 2]
    return made.graph


def drawn(text: str, *, url: str = "https://bao.example/1") -> nx.MultiDiGraph[str]:
    """Return a network of two tied nodes in which every text that a page shows is `text`."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _say_everywhere(graph, "", text, url)
    return graph


def drawn_all(texts: Sequence[str]) -> nx.MultiDiGraph[str]:
    """Return a network of a pair of nodes for each text, as in `drawn`, numbered."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for i, text in enumerate(texts):
        _say_everywhere(graph, f"{i}", text, url=text)
    return graph


def _say_everywhere(graph: nx.MultiDiGraph[str], number: str, text: str, url: str) -> None:
    person, agency = f"{BASE}person/{number}", f"{BASE}agency/{number}"
    words = Words(text, text)
    marks = ((0, 1), (len(text) // 2, len(text))) if len(text) > 1 else ()
    said = (Evidence(False, text, f"{text} {person}", 0, text, text, text, url, 0.9, marks),)
    tie = {"kind": "role", "label": words, "statuses": (words,), "capacities": (words,), "confidence": 0.9}
    tie |= {"first": text, "last": text, "start": text, "end": text, "count": None, "evidence": said}
    facts = tuple(Fact(key, words) for key in ("title", "start", "number"))
    node = {"type": words, "also": (text,), "facts": facts, "evidence": said, "provinces": (words,), "perhaps": ()}
    graph.add_node(person, kind="person", label=f"{text} A{number}", open_roles=(tie,), **node)
    graph.add_node(agency, kind="agency", label=f"{text} B{number}", open_roles=(), **node)
    graph.add_edge(person, agency, key="role", **tie)
