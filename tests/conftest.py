"""What tests share: `facts.py` beside this file, which pytest finds because this one is here."""
