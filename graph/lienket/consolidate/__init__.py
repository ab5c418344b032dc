"""From what articles say to what we know: who is who, and one node for each fact."""
