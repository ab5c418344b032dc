"""Where the graph is kept: a folder with Oxigraph on disk."""
