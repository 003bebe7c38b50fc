"""The shape of the code: imports run one way, files are short, and the command line starts light."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MOST_LINES = 350


def test_imports_run_one_way() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]

    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", sorted(ROOT.glob("matchmaker/**/*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


def test_help_loads_nothing_heavy() -> None:
    heavy = [
        "torch",
        "transformers",
        "sentence_transformers",
        "faiss",
        "openvino",
        "sklearn",
        "pysat",
        "typst",
        "numba",
        "opentelemetry.sdk",
    ]
    script = (
        "import sys\n"
        "from matchmaker.cli import app\n"
        "sys.argv = ['matchmaker', '--help']\n"
        "try:\n    app()\nexcept SystemExit as end:\n    assert not end.code\n"
        f"print('loaded:', [name for name in {heavy!r} if name in sys.modules])\n"
    )

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    assert run.stdout.splitlines()[-1:] == ["loaded: []"], run.stderr
