"""Documents and programmes: how they are named, who issued them, who carries them out."""
