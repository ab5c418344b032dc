"""Who held which office, when: beside names, given and taken by decisions, told as careers, left open."""
