"""What is compiled by `make fast`: the list names files, nothing on it asks for what mypyc gets wrong, and claims stay the same."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from claimdiff.files import compiled

ROOT = Path(__file__).parent.parent.parent
SOURCES = ROOT / "checks"
SETTINGS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
HOOK: dict[str, list[str]] = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
CLAIMS = """\
import sys, pathlib
from claimdiff import Version, extract
from claimdiff.files import compiled
for path in map(pathlib.Path, sys.argv[1:]):
    print(*map(repr, extract(Version(path.suffixes[-2][1:], path.read_text("utf-8")))), sep="\\n")
print(compiled())
"""


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """hatch_build.py."""
    pytest.importorskip("hatchling")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_modules_to_compile_are_there(build: ModuleType) -> None:
    names = build.modules(SOURCES, HOOK)
    assert {"claimdiff/text.py", "claimdiff/claims/__init__.py"} <= set(names)
    assert all((SOURCES / name).is_file() for name in names)
    assert not {f"claimdiff/{name}" for name in HOOK["interpreted"]} & set(names)


@pytest.mark.parametrize("key", ["compiled", "interpreted"])
def test_a_module_that_is_not_there_is_refused(build: ModuleType, key: str) -> None:
    with pytest.raises(build.NotCompiled, match=r'^pyproject\.toml names "claims/nowhere\.py", and checks/claimdiff/ has no such'):
        build.modules(SOURCES, {**HOOK, key: ["claims/nowhere.py"]})


def test_without_a_compiler_one_line_says_what_to_install(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CC", "no-such-compiler -O2")
    with pytest.raises(build.NotCompiled, match=r'^there is no C compiler "no-such-compiler"; install one [^\n]*$'):
        build.compile_in(tmp_path, [])
    assert list(tmp_path.iterdir()) == []


def test_nothing_compiled_asks_for_what_mypyc_gets_wrong(build: ModuleType) -> None:
    """mypyc works a cached property out anew each time; a class of pydantic it refuses only when it is run."""
    for name in build.modules(SOURCES, HOOK):
        words = {node.id for node in ast.walk(ast.parse((SOURCES / name).read_text("utf-8"))) if isinstance(node, ast.Name)}
        assert not words & {"cached_property", "BaseModel"}, name


@pytest.mark.slow
def test_plain_wheel_holds_no_extension(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("hatchling")
    monkeypatch.delenv("CLAIMDIFF_COMPILE", raising=False)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=ROOT, check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith((".so", ".pyd", ".c"))]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "it"])
def test_compiled_claims_are_those_of_the_sources(language: str, tmp_path: Path) -> None:
    """Of the wheel that `make fast` leaves in build/fast/; skipped where none is as new as the sources."""
    tag = f"cp{sys.version_info.major}{sys.version_info.minor}"
    changed = max(path.stat().st_mtime for path in SOURCES.rglob("*.py"))
    wheels = [w for w in (ROOT / "build" / "fast").glob(f"*-{tag}-{tag}-*.whl") if w.stat().st_mtime > changed]
    if not wheels:
        pytest.skip("nothing is compiled here; make fast does it")
    zipfile.ZipFile(wheels[0]).extractall(tmp_path)
    told = [_claims(folder, ROOT / "seeds" / f"interpol.{language}.txt") for folder in (SOURCES, tmp_path)]
    assert (told[0][-1], told[1][-1]) == ("False", "True")
    assert told[0][:-1] == told[1][:-1]


def _claims(folder: Path, text: Path) -> list[str]:
    code = f"import sys; sys.path.insert(0, {str(folder)!r})\n{CLAIMS}"
    done = subprocess.run([sys.executable, "-c", code, text], capture_output=True, check=True, cwd=folder)
    return done.stdout.decode().splitlines()


def test_the_version_says_what_runs() -> None:
    said = subprocess.run([sys.executable, "-m", "claimdiff", "--version"], capture_output=True, check=True, text=True).stdout
    assert said.rstrip().endswith(" (compiled)") == compiled()
