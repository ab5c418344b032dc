"""Have what a query asks of the articles evaluated apart from what it asks of all that is known.

Oxigraph joins `GRAPH ?g { … FILTER … } ?t skos:prefLabel ?type` by going through all labels and evaluating the block
anew for each, in an order that makes no use of the value of ?t (oxigraph/oxigraph#1951, open as of 0.5.13): the time
grows with the square of the articles. A sub-select is evaluated once and joined by a table. SPARQL evaluates groups
from the inside out, so that `GRAPH … { … }` and `{ SELECT * WHERE { GRAPH … { … } } }` have the same answers.

The price is that a sub-select reads every article, also where the rest of the query asks for one of them. Blocks of
plain triples, which Oxigraph joins well, therefore stay. So does whatever cannot be told for sure without parsing
SPARQL: the answer is right either way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lienket.query.guard import Token, tokens

_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}
_CLAUSES: Final = frozenset(("BIND", "FILTER", "GRAPH", "LATERAL", "MINUS", "OPTIONAL", "UNION", "VALUES"))
"""Words of a group after which all up to the next bracket, and what is in it, is no triple of the group."""


def graphs_apart(text: str) -> str:
    """Return the query `text` with the GRAPH blocks of its main group as sub-selects, where that makes it faster.

    The answers are the same, but their order may differ where the query does not give one. A text that is no query
    may become another that is none.
    """
    words = list(tokens(text))
    ends = _ends(words)
    main = _main(words, ends) if ends else None
    if ends is None or main is None:
        return text
    said = [word for _, word in words]
    for start, end in _slow(words, ends, list(_level(words, ends, main + 1, ends[main]))):
        said[start] = "{ SELECT * WHERE { " + said[start]
        said[end] += " } }"
    return "".join(said)


def _ends(words: Sequence[Token]) -> Mapping[int, int] | None:
    """Return where each bracket closes: opening → closing position; None where the words may not be what they seem."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    before: Token = ("", "")
    for at, (kind, word) in enumerate(words):
        if kind == "open":
            opened.append(at)
        elif kind == "close":
            if not opened or _CLOSING[words[opened[-1]][1]] != word:
                return None
            ends[opened.pop()] = at
        elif _unsure((kind, word), before, within=words[opened[-1]][1] if opened else ""):
            return None
        if _counts(words[at]):
            before = words[at]
    return None if opened else ends


def _unsure(token: Token, before: Token, *, within: str) -> bool:
    r"""Tell whether SPARQL may split the text otherwise here: `(?a<?b&&?c>?d)` has no IRI, `lk:a\/b` is one name."""
    kind, word = token
    if kind == "iri":
        return before[1] == "<" or (within == "(" and before[0] in {"name", "iri", "string", "close"})
    return kind in {"name", "other"} and "\\" in word


def _counts(token: Token) -> bool:
    """Tell whether a token is neither comment nor white space."""
    return token[0] != "comment" and not token[1].isspace()


def _level(words: Sequence[Token], ends: Mapping[int, int], start: int, stop: int) -> Iterator[int]:
    """Give the positions of tokens that count, brackets by where they open, and nothing of what is in brackets."""
    at = start
    while at < stop:
        if _counts(words[at]):
            yield at
        at = ends.get(at, at) + 1


def _main(words: Sequence[Token], ends: Mapping[int, int]) -> int | None:
    """Return where the main group opens: at the first brace within no bracket, but for the template of CONSTRUCT."""
    before = ""
    for at in _level(words, ends, 0, len(words)):
        if words[at][1] == "{" and before != "CONSTRUCT":
            return at
        before = words[at][1].upper()
    return None


def _slow(words: Sequence[Token], ends: Mapping[int, int], group: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the first and the last position of each GRAPH block of a group that is better evaluated apart.

    Those are the blocks that are more than triples, and those whose join an OPTIONAL parts from triples after it.
    """
    triples = _triples(words, group)
    optionals = [at for at in group if words[at][1].upper() == "OPTIONAL"]
    for start, name, brace in zip(group, group[1:], group[2:], strict=False):
        if not _is_graph(words, start) or words[name][0] not in {"name", "iri"} or words[brace][1] != "{":
            continue
        parted = any(start < optional < triple for optional in optionals for triple in triples[-1:])
        if triples and (parted or not _plain(words[brace + 1 : ends[brace]])):
            yield start, ends[brace]


def _is_graph(words: Sequence[Token], at: int) -> bool:
    """Tell whether the keyword GRAPH is here, and not the end of a name that `tokens` took apart (`lk:ạgraph`)."""
    kind, before = words[at - 1]
    return words[at][1].upper() == "GRAPH" and (kind in {"open", "close"} or before.isspace())


def _triples(words: Sequence[Token], group: Sequence[int]) -> list[int]:
    """Return the positions of the words of a group that belong to its own triples."""
    found = []
    in_clause = False
    for at in group:
        kind, word = words[at]
        if kind == "open":
            in_clause = False
        elif kind == "name" and word.upper() in _CLAUSES:
            in_clause = True
        elif kind != "other" and not in_clause:
            found.append(at)
    return found


def _plain(block: Sequence[Token]) -> bool:
    """Tell whether a block is triples alone; `?x.FILTER` is one token."""
    return not any(word == "{" or word.rpartition(".")[2].upper() in {"BIND", "FILTER"} for _, word in block)
