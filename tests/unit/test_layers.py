"""The house rules that a reader cannot see at a glance: who imports whom, who prints, where language codes may stand."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimdiff.language import languages

PACKAGE = Path(__file__).parent.parent.parent / "checks" / "claimdiff"
MODULES = sorted(PACKAGE.rglob("*.py"))
STAGES = {"read", "claims", "link", "judge", "report"}
COMMANDS = {"cli", "run", "asked", "mutate", "begin", "acceptance", "accepting", "__init__", "__main__"}
COMPOSERS = COMMANDS | {"ahead", "sources", "pipeline"}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def imports(path: Path) -> Iterator[str]:
    """The parts of claimdiff that a module imports, as `read.table`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (a.name.removeprefix("claimdiff.") for a in node.names if a.name.startswith("claimdiff"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "claimdiff":
            inside = (node.module or "").removeprefix("claimdiff").removeprefix(".")
            yield from ([inside] if inside else (a.name for a in node.names))


@pytest.mark.parametrize("path", [p for p in MODULES if name(p).split(".")[0] in STAGES], ids=name)
def test_no_stage_imports_another(path: Path) -> None:
    own = name(path).split(".")[0]
    assert {i.split(".")[0] for i in imports(path)} & (STAGES - {own}) == set()


@pytest.mark.parametrize("path", [p for p in MODULES if name(p).split(".")[0] not in COMPOSERS], ids=name)
def test_only_the_composers_know_the_whole(path: Path) -> None:
    known = {i.split(".")[0] for i in imports(path)}
    assert known & {"cli", "run", "pipeline", "mutate"} == set()
    assert name(path).split(".")[0] in STAGES or known & STAGES == set()


def called(path: Path) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call)}


@pytest.mark.parametrize("path", [p for p in MODULES if name(p) != "cli"], ids=name)
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    speaking = {"print", "exit", "quit", "input", "sys.exit", "os._exit", "SystemExit", "sys.stdout.write", "sys.stderr.write"}
    assert called(path) & speaking == set()
    assert "typer" not in path.read_text("utf-8")


def literals(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_language_code_in_a_string(path: Path) -> None:
    assert set(literals(path)) & set(languages()) == set()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_and_public_function_says_what_it_is(path: Path) -> None:
    module = tree(path)
    if not module.body:
        return
    nodes = [n for n in ast.walk(module) if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")]
    inner = {f for outer in ast.walk(module) if isinstance(outer, ast.FunctionDef) for f in ast.walk(outer) if f is not outer}
    assert [n.name for n in nodes if n not in inner and not ast.get_docstring(n)] == []
    assert ast.get_docstring(module)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_source_is_composed(path: Path) -> None:
    assert unicodedata.is_normalized("NFC", path.read_text("utf-8"))
