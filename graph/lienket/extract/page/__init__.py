"""The parts of a page: title, lead, body, captions, credits, bylines, what is no part of the article."""
