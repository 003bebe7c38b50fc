"""scikit-learn is first needed by several requests at once."""

import subprocess
import sys

AT_ONCE = """
from concurrent.futures import ThreadPoolExecutor
import numpy as np
from matchmaker.matching.landscape import project
from matchmaker.matching.themes import cluster
vectors = np.random.default_rng(0).normal(size=(40, 8)).astype(np.float32)
with ThreadPoolExecutor(4) as threads:
    asked = [threads.submit(work, *given) for work, given in [(project, (vectors,)), (cluster, (vectors, None))] * 2]
    [one.result() for one in asked]
"""


def test_the_map_and_the_themes_can_be_asked_for_at_the_same_moment() -> None:
    ended = subprocess.run([sys.executable, "-c", AT_ONCE], capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, "")
