"""Files and tables -> stories: what is refused and how, which language, and that nothing moves under a mask."""

from __future__ import annotations

import codecs
import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff import read
from claimdiff.errors import ClaimdiffError, InputError
from claimdiff.model import Story
from claimdiff.read import html, markdown
from claimdiff.read.decode import LARGEST
from claimdiff.read.mask import UNSEEN
from claimdiff.text import plain

FRENCH = "Le congrès annuel de l’organisation a réuni 96 États membres dans la capitale.\n"
ITALIAN = "Il congresso annuale dell’organizzazione ha riunito 96 Stati membri nella capitale.\n"


def file(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def fault(argument: str) -> str:
    with pytest.raises(InputError) as caught:
        read.version(argument)
    return str(caught.value).replace(str(Path(argument).parent), "")


# Bytes


def test_text_is_the_file_as_decoded(tmp_path: Path) -> None:
    content = "\ufeffUn\r\ndeux\rtrois\n"
    assert read.version(file(tmp_path, "a.fr.txt", content)).text == content


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_with_a_mark_is_read(tmp_path: Path, encoding: str) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    assert read.version(file(tmp_path, "a.fr.txt", mark + FRENCH.encode(encoding))).text == FRENCH


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"a\0b", "is a binary file"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe\x01", "is a binary file"),
        (b"\xff\xfea", "is a binary file"),
        ("un\ndeux é".encode("cp1252"), "a.fr.txt:2:6: byte 0xE9 is not UTF-8; if the file is in Windows-1252"),
        (b"a" * (LARGEST + 1), "larger than 20 MB"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    assert problem in fault(file(tmp_path, "a.fr.txt", content))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    file(tmp_path, "story.fr.txt", FRENCH)
    assert fault(str(tmp_path / "story.fr.tx")) == '/story.fr.tx: no such file; did you mean "story.fr.txt"?'
    assert "is a directory" in fault(str(tmp_path))
    assert "cannot be read" in fault("a\0b")


# Languages


@pytest.mark.parametrize(
    ("name", "content", "lang"),
    [
        ("a.it.txt", FRENCH, "it"),
        ("a.pt-BR.md", FRENCH, "pt"),
        ("a.txt", FRENCH, "fr"),
        ("a.txt", ITALIAN, "it"),
        ("a.v2.txt", ITALIAN, "it"),
        ("a.md", f"---\nlang: de-CH\n---\n{FRENCH}", "de"),
        ("a.md", f"+++\nlanguage = 'es'\n+++\n{FRENCH}", "es"),
        ("a.html", f"<!doctype html><html class=x lang='en_GB'><body>{FRENCH}", "en"),
    ],
)
def test_language_is_told_by_the_name_then_the_page_then_its_words(tmp_path: Path, name: str, content: str, lang: str) -> None:
    assert read.version(file(tmp_path, name, content)).lang == lang


def test_a_given_language_wins(tmp_path: Path) -> None:
    assert read.version("es-MX=" + file(tmp_path, "a.fr.txt", FRENCH)).lang == "es"


def test_a_file_may_have_an_equals_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file(tmp_path, "no=b.txt", FRENCH)
    assert read.version("no=b.txt").path == "no=b.txt"


@pytest.mark.parametrize(
    ("argument", "content", "problem"),
    [
        ("nl=", FRENCH, 'unknown language "nl"'),
        ("", f"---\nlang: nl\n---\n{FRENCH}", 'unknown language "nl"'),
        ("", "De minister zei gisteren dat de vergadering over de begroting is uitgesteld.", 'looks like the language "nl"'),
        ("", "12 12 12", "cannot tell the language"),
    ],
)
def test_an_unknown_language_is_refused(tmp_path: Path, argument: str, content: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read.version(argument + file(tmp_path, "a.txt", content))


# Stories


def test_story_is_named_after_its_first_file(tmp_path: Path) -> None:
    a, b = file(tmp_path, "a.b.fr.txt", FRENCH), file(tmp_path, "c.txt", ITALIAN)
    story = read.story([a, f"it={b}"])
    assert story.name == "a.b"
    assert [(v.lang, v.path) for v in story.versions] == [("fr", a), ("it", b)]


def test_one_file_or_the_same_file_twice_is_no_story(tmp_path: Path) -> None:
    a = file(tmp_path, "a.fr.txt", FRENCH)
    with pytest.raises(InputError, match="two versions"):
        read.story([a])
    with pytest.raises(InputError, match="the same file twice"):
        read.story([a, f"it={tmp_path}/../{tmp_path.name}/a.fr.txt"])


# Tables


def rows(*rows: tuple[str, str | None, str]) -> list[dict[str, Any]]:
    return [{"story": story, "lang": lang, "text": text} for story, lang, text in rows]


def jsonl(folder: Path, rows: list[Any]) -> Path:
    path = folder / "stories.jsonl"
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), "utf-8")
    return path


def told(table: Path) -> list[str]:
    return [s.name if isinstance(s, Story) else str(s).replace(str(table.parent), "") for s in read.stories(table)]


GOOD = rows(("1", "fr", FRENCH), ("2", "pt-BR", "Olá"), ("1", None, ITALIAN), ("2", "es", "Hola"))


def test_rows_of_a_story_need_not_stand_together(tmp_path: Path) -> None:
    first, second = read.stories(jsonl(tmp_path, GOOD))
    assert isinstance(first, Story)
    assert isinstance(second, Story)
    assert [v.lang for v in first.versions + second.versions] == ["fr", "it", "pt", "es"]
    assert [v.text for v in first.versions] == [FRENCH, ITALIAN]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_says_the_same_as_json_lines(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "stories.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, ["story", "lang", "text"], delimiter=separator)
        writer.writeheader()
        writer.writerows(GOOD)
    assert list(read.stories(path)) == list(read.stories(jsonl(tmp_path, GOOD)))


def test_parquet_says_the_same_as_json_lines(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pandas

    path = tmp_path / "stories.parquet"
    pandas.DataFrame(GOOD).to_parquet(path)
    assert list(read.stories(path)) == list(read.stories(jsonl(tmp_path, GOOD)))


def test_paths_are_found_beside_the_table(tmp_path: Path) -> None:
    file(tmp_path, "a.fr.txt", FRENCH)
    table = jsonl(tmp_path, [{"story": 1, "path": "a.fr.txt"}, {"story": 1, "lang": "it", "text": ITALIAN}])
    (story,) = read.stories(table)
    assert isinstance(story, Story)
    assert [v.path for v in story.versions] == [(tmp_path / "a.fr.txt").as_posix(), ""]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"story": "3", "lang": "nl", "text": "a"}, '/stories.jsonl:5: unknown language "nl"; known: '),
        ({"story": "3", "lang": "fr", "text": " \n"}, "/stories.jsonl:5: is empty"),
        ({"story": "3", "lang": "fr", "text": 7}, '/stories.jsonl:5: "text" is no text'),
        ({"story": "3", "lang": "fr", "text": "\ud800"}, "/stories.jsonl:5: half a surrogate pair at character 1"),
        ({"story": "3", "lang": "fr"}, '/stories.jsonl:5: neither "text" nor "path"'),
        ({"story": "3", "lang": "fr", "path": "no.txt"}, "/no.txt: no such file"),
        ({"lang": "fr", "text": "a"}, '/stories.jsonl:5: no "story"'),
        ({"story": "3", "lang": "fr", "text": "Bonjour"}, '/stories.jsonl: story "3" has one version only'),
        ("{", "/stories.jsonl:5:2: not JSON"),
        ("[1]", "/stories.jsonl:5: a line is an object"),
        ("[" * 100_000, "/stories.jsonl:5: not JSON that a story could be in"),
    ],
)
def test_one_bad_story_is_told_and_the_others_go_on(tmp_path: Path, row: Any, problem: str) -> None:
    first, second, third = told(jsonl(tmp_path, [*GOOD, row]))
    assert (first, second) == ("1", "2")
    assert third.startswith(problem)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.csv", "story,text\n1,\"a", "a.csv:2: not CSV"),
        ("a.csv", "id,words\n1,a\n", "a.csv:1:1: a table needs the columns story, lang, text (or path); it has id, words"),
        ("a.xlsx", "a", "a.xlsx: unknown kind of table"),
        ("a.jsonl", "", "a.jsonl: is empty"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_is_refused(tmp_path: Path, name: str, content: str, problem: str) -> None:
    with pytest.raises(ClaimdiffError) as caught:
        list(read.stories(Path(file(tmp_path, name, content))))
    assert problem in str(caught.value)


def test_a_text_with_front_matter_is_markdown(tmp_path: Path) -> None:
    version = next(read.versions(jsonl(tmp_path, rows(("1", None, "---\nlang: fr\ndate: 2024\n---\n**96** pays"))))).version
    assert not isinstance(version, InputError)
    assert version.lang == "fr"
    assert "2024" not in version.readable


# Masks


def prose(masked: str) -> str:
    return " ".join(masked.replace(UNSEEN, "").split())


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("# Le **92** congrès", "Le 92 congrès"),
        ("Les [96 pays](https://a.org/12_(3) \"12\") et ![photo 5](a12.png)", "Les 96 pays et photo 5"),
        ("[![photo](a1)](b2) [^1] [mot][12]", "photo mot"),
        ("Voir https://a.org/2024?x=12, <https://b.org/13> et `x = 12`.", "Voir , et ."),
        ("```\n12\n```\naprès", "après"),
        ("~~~ yaml\n12\n```\n13\n~~~\naprès", "après"),
        ("1. un\n2. deux\n3. trois", "un deux trois"),
        ("4. novembre 2024", "4. novembre 2024"),
        ("| a | 12 |\n|---|--:|\n| b | _13_ |", "| a | 12 | | b | 13 |"),
        ("- [x] fait\n> cité\n* * *", "fait cité"),
        ("5 * 3 et un_nom_de_12 et 3\\*4", "5 * 3 et un_nom_de_12 et 3*4"),
        ("<div class='a12'>x&nbsp;y &eacute;t&eacute;</div><!-- 12 -->", "x y été"),
        ("---\ntitle: \"Les 96\"\ndate: 2024-01-02\ndescription: >-\n  Un\n  deux\ntags: [12]\n---\nCorps", "Les 96 Un deux Corps"),
        ("[1]: http://12.org 'a'\n[^2]: note 7", "note 7"),
        ("{{< figure src=12 >}} {% tag 12 %}fin", "fin"),
    ],
)  # fmt: skip
def test_markdown_says(written: str, says: str) -> None:
    masked = markdown.mask(written)
    assert len(masked) == len(written)
    assert prose(masked) == says


def test_markdown_lines_that_only_wrap_are_one_line() -> None:
    long = "Une ligne assez longue pour que son auteur l’ait coupée ici"
    assert markdown.mask(f"{long}\net la suite.\n\nfin") == f"{long} et la suite.\n\nfin"


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("<html lang=fr><head><title>12</title></head><body><p>Le <b>92</b><sup>e</sup> congr&egrave;s</body>", "Le 92e congrès"),
        ("<p>a<script>var x = '<p>12';</script><style>p{12}</style>b", "a b"),
        ("<p>a <!-- 12 <p> -->b<br>c &#233; &amp; d", "a b c é & d"),
        ("3 < 4 et <a href='x?12'>lien</a>", "3 < 4 et lien"),
        ("a <del>95</del> <ins>96</ins> pays", "a 96 pays"),
        ("<!-- 12", ""),
        ("a <script>12", "a"),
    ],
)
def test_html_says(written: str, says: str) -> None:
    masked = html.mask(written)
    assert len(masked) == len(written)
    assert prose(masked) == says


def test_blocks_end_lines_and_wrapping_does_not() -> None:
    lines = html.mask("<p>un\ndeux</p><p>trois").replace(UNSEEN, "").split("\n")
    assert [" ".join(line.split()) for line in lines if line.strip()] == ["un deux", "trois"]


@given(st.text(alphabet="ab1 .\n\r*_`~[]()<>!#&;:/|-+\\\"'=é{}%", max_size=120))
def test_masks_move_nothing(text: str) -> None:
    for mask in (markdown.mask, html.mask):
        masked = mask(text)
        assert len(masked) == len(text)
        assert all(m == t or m in (" ", "\n", UNSEEN) or not t.isalnum() or "&" in text for m, t in zip(masked, text, strict=True))


def test_words_behind_a_mask_lead_back_to_the_file() -> None:
    written = "Les **96** [pays](http://a.org) du congr&egrave;s"
    laid = plain(markdown.mask(written))
    for word, source in (("96", "96"), ("pays", "pays"), ("congrès", "congr&egrave;s")):
        start = laid.text.index(word)
        a, b = laid.source(start, start + len(word))
        assert written[a:b] == source


HOSTILE = [*"<[`*_&\\", "<!--", "<a ", "<script", "![", "](", "``", "&#", "{{", "{%", "~~~\n", "1. \n", "---\n"]


@pytest.mark.parametrize("mark", HOSTILE)
def test_hostile_repetition_takes_one_pass(mark: str) -> None:
    text = mark * (300_000 // len(mark))
    assert len(markdown.mask(text)) == len(html.mask(text)) == len(text)
