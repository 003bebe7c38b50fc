"""Chance in compiled code."""

import math

import numpy as np

from matchmaker.agenda.search.kernel.compiling import inlined

# What a step costs that is not made.
NOT_MOVED = 1 << 60


@inlined
def draw(below: int) -> int:
    return int(np.random.random() * below)


@inlined
def accepted(delta: int, temperature: float) -> bool:
    return delta <= 0 or np.random.random() < math.exp(-delta / temperature)
