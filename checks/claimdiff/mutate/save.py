"""The changed versions as files, with a manifest, so that others can measure with them."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claimdiff.errors import InputError
from claimdiff.model import Story, Version
from claimdiff.mutate.document import plants
from claimdiff.mutate.measure import Measured
from claimdiff.mutate.plant import planted


def empty(path: Path) -> None:
    """InputError where the folder is there already and holds something."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise InputError("is there already; name a new folder for the changed versions", path)


def save(path: Path, document: dict[str, Any], measured: Sequence[Measured]) -> None:
    """A folder with `stories.jsonl` for `check --table`, `manifest.jsonl` and the versions; whole or not at all."""
    empty(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as name:
            made = Path(name) / "made"
            made.mkdir()
            _write(made, document, measured)
            if path.exists():
                path.rmdir()
            shutil.move(made, path)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None


def _write(folder: Path, document: dict[str, Any], measured: Sequence[Measured]) -> None:
    kept = {id(one): _originals(folder, number, one.story) for number, one in enumerate(measured, 1)}
    manifest, table = [], []
    for told, (one, outcome) in zip(document["planted"], plants(measured), strict=True):
        d = outcome.plant.document
        files = list(kept[id(one)])
        files[d] = _file(folder, "planted", told["id"], planted(one.story.versions[d], outcome.plant))
        manifest.append({**told, "files": files})
        table += [{"story": told["id"], "lang": v.lang, "path": f} for v, f in zip(one.story.versions, files, strict=True)]
    (folder / "manifest.jsonl").write_text("".join(_lines(manifest)), "utf-8")
    (folder / "stories.jsonl").write_text("".join(_lines(table)), "utf-8")


def _originals(folder: Path, number: int, story: Story) -> list[str]:
    return [_file(folder, "unchanged", f"{number:05}-{d}", version) for d, version in enumerate(story.versions)]


def _file(folder: Path, under: str, stem: str, version: Version) -> str:
    """Writes a version; its path inside the folder, with the ending that tells its format."""
    ending = Path(version.path).suffix
    name = f"{under}/{stem}.{version.lang}{ending if ending[1:].isalnum() else '.txt'}"
    (folder / under).mkdir(exist_ok=True)
    (folder / name).write_bytes(version.text.encode("utf-8", "surrogatepass"))
    return name


def _lines(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
