"""Work that makes many small objects and hardly a cycle among them: looking for cycles meanwhile takes a third of its time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Python looks for no cycles inside; behind it, again, where it did before."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
