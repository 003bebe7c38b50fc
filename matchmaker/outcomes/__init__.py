"""AGENDA -> OUTCOME: the day as it runs, what came of each meeting, and the figures that are handed up."""
