"""Identifiers: every IRI the program makes, by the scheme of the contract.

An IRI is made from the fewest stable things that tell one thing from another, never from a counter, a clock or the
order of arrival, so that any order of articles gives the same graph.
"""

from __future__ import annotations

import functools
import hashlib
import unicodedata
from typing import Final
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode

from lienket.errors import UsageError
from lienket.rdf.terms import BASE

LONGEST_ID: Final = 128
"""Characters of a percent-encoded article id that an IRI takes; of a longer one it takes the hash."""
_SEPARATOR: Final = "\x1f"
"""Stands between the parts of a key; no name or IRI holds it, so that ("ab", "c") and ("a", "bc") stay two."""


_DIGITS: Final = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS: Final = [one + other for one in _DIGITS for other in _DIGITS]
_BITS: Final = range(70, -1, -10)
"""Where in 80 bits each two digits of base32 (RFC 4648) are; a table is twice as fast as the standard library."""


@functools.lru_cache(maxsize=65536)
def h(*key: str) -> str:
    """Return the first 16 characters of the lower-case base32 SHA-256 of a key, of one part or more."""
    number = int.from_bytes(hashlib.sha256(_SEPARATOR.join(key).encode()).digest()[:10], "big")
    return "".join([_PAIRS[number >> bits & 0x3FF] for bits in _BITS])


def checked_base(base: str = BASE) -> str:
    """Return `base` as what IRIs begin with, ended by "/" (or by ":"); UsageError unless it can be that."""
    parts = urlsplit(base) if _is_iri(base) else None
    web = parts is not None and parts.scheme in ("http", "https") and bool(parts.netloc)
    name = parts is not None and parts.scheme == "urn" and bool(parts.path)
    if "#" in base or "?" in base or not (web or name):
        raise UsageError("base-unfit", base=base)
    return base if base.endswith(("/", ":")) else base + "/"


def _is_iri(text: str) -> bool:
    try:
        NamedNode(text)
        urlsplit(text)
    except ValueError:
        return False
    return True


def article_id(given: str) -> str:
    """Return the one form of an article's id: NFC. Two ids that look the same are the same."""
    return unicodedata.normalize("NFC", given)


def article(base: str, given: str) -> str:
    """Return the IRI of the article, and of its graph, whose record has the id `given`."""
    identifier = article_id(given)
    encoded = quote(identifier, safe="")
    # "." and ".." would vanish when a program resolves the IRI.
    readable = len(encoded) <= LONGEST_ID and encoded not in (".", "..")
    return f"{base}article/{encoded if readable else h(identifier)}"


def local(article_iri: str, kind: str, key: str) -> str:
    """Return the IRI of a thing as one article tells of it: `<article>#KIND-h(key)`."""
    return f"{article_iri}#{kind}-{h(key)}"


def span(article_iri: str, begin: int, end: int) -> str:
    """Return the IRI (RFC 5147) of the code points `begin` to `end` of an article's text."""
    return f"{article_iri}#char={begin},{end}"


def article_of(local_iri: str) -> str:
    """Return the IRI of the article, and of its graph, that a span or a thing is local to."""
    return local_iri.partition("#")[0]


def known(base: str, kind: str, *key: str) -> str:
    """Return the IRI of a consolidated thing, or of a minted role, by its key."""
    return f"{base}{kind}/{h(*key)}"


def known_apart(known_iri: str, local_iri: str) -> str:
    """Return the IRI of a thing that has the key of a known one and was judged to be another."""
    return f"{known_iri.rpartition('/')[0]}/{h(known_iri, local_iri)}"
