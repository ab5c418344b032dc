"""Who said what, directly or not."""
