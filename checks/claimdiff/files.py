"""Where rules/ and reports/ are, in a checkout and in an installed wheel."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from claimdiff.errors import ClaimdiffError

_PACKAGE = Path(__file__).resolve().parent


@cache
def shipped(folder: str) -> Path:
    """The shipped folder `rules` or `reports`.

    A wheel carries it inside the package; in a checkout (and an editable install) it stands beside `checks/`.
    """
    for root in (_PACKAGE, _PACKAGE.parent.parent):
        if (root / folder).is_dir():
            return root / folder
    raise ClaimdiffError(f"the folder {folder}/ that claimdiff ships is missing; reinstall claimdiff")


def compiled() -> bool:
    """True where the recognisers run as compiled modules, not from their sources."""
    spec = find_spec("claimdiff.text")
    return spec is not None and not str(spec.origin).endswith(".py")


def write_whole(path: Path, data: bytes) -> None:
    """Write to a temporary name beside `path`, then rename: nobody ever sees half a report."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
