#!/usr/bin/env python3
"""Show the whole path on the sample articles: build the graph, ask it, draw it, export it.

    python3 scripts/demo.py

Needs only Python 3.11 or newer and a package index. Makes the environment .venv-demo and writes to demo-output/.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

from environment import ROOT, ready

QUESTIONS = {
    "Who holds which role, and where?": """
        SELECT ?person ?role ?agency ?status WHERE {
          ?m a org:Membership, lk:Known ; org:member/foaf:name ?person ; org:role/skos:prefLabel ?role ;
             lk:status/skos:prefLabel ?status .
          OPTIONAL { ?m org:organization/skos:prefLabel ?agency . FILTER(lang(?agency) = "vi") }
          FILTER(lang(?role) = "vi" && lang(?status) = "vi")
        } ORDER BY ?person ?role ?agency LIMIT 15""",
    "Which events did which agencies organise, and which sentence says so?": """
        SELECT DISTINCT ?start ?event ?agency ?quote WHERE {
          ?p a lk:Participation, lk:Known ; lk:function function:organiser ; lk:event ?e ; lk:participant ?a ;
             prov:wasDerivedFrom ?local .
          ?e rdfs:label ?event . ?a skos:prefLabel ?agency . FILTER(lang(?agency) = "vi")
          OPTIONAL { ?e schema:startDate ?start }
          GRAPH ?article { ?local prov:wasDerivedFrom/nif:anchorOf ?quote }
        } ORDER BY ?start ?event ?agency LIMIT 5""",
}


def main() -> int:
    """Run the demonstration and return its exit code: that of the first command that failed."""
    python = ready(".venv-demo")
    output = ROOT / "demo-output"
    store, page, turtle = output / "store", output / "network.html", output / "graph.ttl"
    shutil.rmtree(store, ignore_errors=True)
    output.mkdir(exist_ok=True)
    steps: list[tuple[str, list[object]]] = [
        ("Build the graph of data/articles", ["build", ROOT / "data" / "articles"]),
        *((question, ["query", text]) for question, text in QUESTIONS.items()),
        ("Draw the network", ["view", "-o", page]),
        ("Export what is known", ["export", "-o", turtle]),
    ]
    for title, arguments in steps:
        print(f"\n== {title}", flush=True)
        # By module, so that the same line runs on Windows and elsewhere.
        done = subprocess.run([python, "-m", "lienket", *arguments, "--store", store], check=False)
        if done.returncode:
            return done.returncode
    print(f"\nOpen in a browser:  {page}\nThe graph as Turtle: {turtle}\nThe store:           {store}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
