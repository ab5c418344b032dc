"""What the words of a sentence mean: places, agencies, offices, names and people, in token numbers."""
