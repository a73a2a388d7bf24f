"""The wheel, with the modules that pyproject.toml names compiled by mypyc where CLAIMDIFF_COMPILE is 1; else pure Python."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
SWITCH = "CLAIMDIFF_COMPILE"
SOURCES, PACKAGE = "checks", "claimdiff"
# mypyc's files are many and small: they are compiled side by side.
SCRIPT = """\
import os, sys
from concurrent.futures import ThreadPoolExecutor
from setuptools import setup
from distutils.ccompiler import CCompiler
from mypyc.build import mypycify

def compile(self, sources, output_dir=None, macros=None, include_dirs=None, debug=0,
            extra_preargs=None, extra_postargs=None, depends=None):
    macros, objects, after, options, build = self._setup_compile(output_dir, macros, include_dirs, sources, depends, extra_postargs)
    arguments = self._get_cc_args(options, debug, extra_preargs)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda o: self._compile(o, *build[o], arguments, after, options), [o for o in objects if o in build]))
    return objects

CCompiler.compile = compile
modules, sys.argv[1:] = sys.argv[1:], ["--quiet", "build_ext", "--inplace"]
mypy = ["--no-incremental", "--ignore-missing-imports", "--follow-imports=silent", "--config-file="]
made = mypycify([*mypy, *modules], opt_level="1", debug_level="0", multi_file=True, group_name="claimdiff")
setup(name="claimdiff", ext_modules=made)
"""


class NotCompiled(Exception):
    """Why nothing was compiled, in one line."""


class CompiledModules(BuildHookInterface[Any]):
    """Puts the compiled modules beside their sources and marks the wheel as one for this Python and this machine."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Nothing without CLAIMDIFF_COMPILE=1, and nothing for an editable install, which runs from the sources."""
        if os.environ.get(SWITCH, "0") in ("", "0") or version == "editable":
            return
        self._work = tempfile.TemporaryDirectory(prefix="claimdiff-")
        try:
            compiled = compile_in(Path(self._work.name), modules(ROOT / SOURCES, self.config))
        except NotCompiled as why:
            self._work.cleanup()
            self.app.abort(f"claimdiff is not compiled: {why}")
        build_data["force_include"].update(compiled)
        build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """The folder in which the modules were compiled goes."""
        del version, build_data, artifact_path
        if hasattr(self, "_work"):
            self._work.cleanup()


def modules(sources: Path, config: dict[str, Any]) -> list[str]:
    """The files to be compiled, as `claimdiff/text.py`, in order; NotCompiled where a name in pyproject.toml fits no file."""
    named = {key: [_fitting(sources, pattern) for pattern in config[key]] for key in ("compiled", "interpreted")}
    left_out = {name for names in named["interpreted"] for name in names}
    return sorted({name for names in named["compiled"] for name in names} - left_out)


def _fitting(sources: Path, pattern: str) -> list[str]:
    found = [path.relative_to(sources).as_posix() for path in (sources / PACKAGE).glob(pattern)]
    if not found:
        raise NotCompiled(f'pyproject.toml names "{pattern}", and {SOURCES}/{PACKAGE}/ has no such module')
    return found


def lacking() -> str | None:
    """What has to be installed before anything can be compiled, in one line."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(compiler) is None:
        return f'there is no C compiler "{compiler}"; install one (Debian: apt-get install gcc; macOS: xcode-select --install)'
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        return "the C headers of Python are missing; install them (Debian: apt-get install python3-dev)"
    if not all(map(find_spec, ("mypyc", "setuptools"))):
        return "mypy and setuptools are missing; install them: pip install -r requirements-fast.txt"
    return None


def compile_in(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """The extension modules made in a folder, with where each stands in the wheel."""
    if lack := lacking():
        raise NotCompiled(lack)
    shutil.copytree(ROOT / SOURCES, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd"))
    done = subprocess.run([sys.executable, "-c", SCRIPT, *names], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        log = Path(tempfile.gettempdir()) / "claimdiff-compile.log"
        log.write_text(done.stdout + done.stderr, "utf-8")
        raise NotCompiled(f"mypyc or the C compiler failed; what they said is in {log}")
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    made = [*folder.glob(f"*{suffix}"), *(folder / PACKAGE).rglob(f"*{suffix}")]
    return {str(path): path.relative_to(folder).as_posix() for path in sorted(made)}
