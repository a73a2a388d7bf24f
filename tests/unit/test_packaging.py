"""The wheel, installed away from the checkout, finds its rules and templates."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PINNED = sorted(ROOT.glob("requirements*.txt"))


def run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The claimdiff command of a fresh environment: the wheel there, what it needs from here."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, ROOT, cwd=folder)
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    python = folder / "venv" / "bin" / "python"
    (wheel,) = folder.glob("*.whl")
    run(*pip, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    # A .pth inside the path that is added is not read, so the checkout stays out of sight.
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return folder / "venv" / "bin" / "claimdiff"


@pytest.mark.slow
def test_wheel_finds_what_it_ships(installed: Path, tmp_path: Path) -> None:
    where = run(installed.parent / "python", "-c", "import claimdiff; print(claimdiff.__file__)", cwd=tmp_path)
    assert not Path(where.strip()).is_relative_to(ROOT)
    assert run(installed, "languages", cwd=tmp_path) == run(sys.executable, "-m", "claimdiff", "languages", cwd=ROOT)
    assert run(installed, "rules", "list", cwd=tmp_path) == run(sys.executable, "-m", "claimdiff", "rules", "list", cwd=ROOT)
    pair = [ROOT / "seeds" / "interpol.fr.txt", ROOT / "seeds" / "interpol.it.txt"]
    run(installed, "check", *pair, "--fail-level", "never", "--output", "html=page.html", cwd=tmp_path)
    assert (tmp_path / "page.html").stat().st_size > 10_000


@pytest.mark.parametrize("path", PINNED, ids=lambda p: p.name)
def test_requirements_are_pinned_and_name_no_place(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"://|^\s*-|file:|@", text.replace("    --hash=", ""), re.M)
    for block in re.split(r"\n(?=\S)", text):
        assert re.match(r"[\w.-]+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", block), block
