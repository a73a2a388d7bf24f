"""A language's corpus is its specification: one meaning, many wordings, and wordings that mean nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimdiff import claims
from claimdiff.language import load_yaml
from claimdiff.model import Claim, Version

CORPUS = Path(__file__).parent.parent / "corpus"


def phrases() -> list[Any]:
    out = []
    for path in sorted(CORPUS.glob("*/*.yaml")):
        for number, item in enumerate(load_yaml(path)):
            for said in item["said"]:
                name = f"{path.parent.name}/{path.stem}/{number}: {said}"
                out.append(pytest.param(path.parent.name, path.stem, item["means"], said, id=name))
    return out


def facts(claim: Claim) -> dict[str, str | None]:
    fields = {"kind": claim.kind, "value": claim.value, "unit": claim.unit, "about": claim.about}
    return {**fields, **claim.details}


def agrees(claim: Claim, means: dict[str, Any]) -> bool:
    told = facts(claim)
    return all((told.get(key) is None) if want is None else str(told.get(key)) == str(want) for key, want in means.items())


@pytest.mark.parametrize(("lang", "kind", "means", "said"), phrases())
def test_phrase_means_what_the_corpus_says(lang: str, kind: str, means: Any, said: str) -> None:
    found = claims.find(Version(lang, said))
    if means == "nothing":
        assert [c for c in found if kind.startswith(c.kind[:4])] == []
    else:
        assert any(agrees(claim, means) for claim in found), [facts(c) for c in found]


def test_every_claim_points_at_its_words() -> None:
    for lang, _, _, said in (p.values for p in phrases()):
        for claim in claims.find(Version(str(lang), str(said))):
            assert 0 <= claim.start < claim.end <= len(str(said))
