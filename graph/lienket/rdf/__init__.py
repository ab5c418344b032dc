"""RDF: the terms of the graph, the vocabularies, the description of an article's facts, and its validation."""
