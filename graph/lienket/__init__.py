"""Liên Kết: an evidence-backed linked-data graph from Vietnamese public-affairs articles."""
