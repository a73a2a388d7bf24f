"""Files that hold several languages (XLIFF, TMX, PO) and DOCX: what is read of them, where it stands, what is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff import compare, read
from claimdiff.claims import find
from claimdiff.errors import InputError
from claimdiff.model import Version
from claimdiff.read import bilingual, docx
from claimdiff.read.decode import LARGEST
from claimdiff.read.mask import UNSEEN

XLIFF = """\ufeff<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="page 12" source-language="en-GB" target-language="fr"><body>
<!-- 77 lines -->
<trans-unit id="1"><source>𐐀 The fire destroyed <g id="1">120</g> houses &amp; <ph id="2">code 5</ph> sheds.</source>
<target>L’incendie a détruit <g id="1">210</g> maisons &#38; <ph id="2">code 5</ph> abris.</target>
<alt-trans><source>The fire destroyed 9 houses.</source><target>L’incendie a détruit 8 maisons.</target></alt-trans></trans-unit>
<trans-unit id="2"><source>Wait for {0} of %1$d files.</source><target>Attendez {0} fichiers sur %1$d,
50 % des deux.</target></trans-unit>
<trans-unit id="3"><source>Not yet 31.</source></trans-unit>
<trans-unit id="4"><source>Not yet 32.</source><target state="new">Pas encore 33.</target></trans-unit>
<trans-unit id="5"><source>It was <![CDATA[4 < 5 <b>&amp;]]>.</source><target>C’était <![CDATA[4 < 5]]>.</target></trans-unit>
</body></file></xliff>
"""

XLIFF_2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="it" trgLang="de">
<file id="f"><unit id="u"><notes><note>12 note</note></notes>
<segment><source>Sono <pc id="1">96</pc> voti.</source><target>Es sind <pc id="1">96</pc> Stimmen.</target></segment>
<ignorable><source> 5 </source></ignorable>
<segment><source>Due<sc id="2"/> righe.</source><target>Zwei <ec id="2"/>Zeilen.</target></segment>
</unit></file></xliff>
"""

TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body>
<tu><prop type="x">99</prop>
<tuv xml:lang="en"><seg>The <bpt i="1">&lt;b 7&gt;</bpt>96<ept i="1"/> votes.</seg></tuv>
<tuv xml:lang="nl"><seg>De 97 stemmen.</seg></tuv>
<tuv xml:lang="fr-CA"><seg>Les <hi>96</hi> voix.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Alone 5.</seg></tuv></tu>
</body></tmx>
"""

PO = """# Copyright 2020
msgid ""
msgstr ""
"Project-Id-Version: demo 1.2\\n"
"Language: fr\\n"

#: a.c:12
#, c-format
msgctxt "context 88"
msgid "The fire destroyed 120 houses "
"in \\"Nice\\".\\n"
msgstr "L’incendie a détruit 210 mai"
"sons à « Nice ».\\n"
#, fuzzy
msgid "The mayor spoke on 4 May 2024."
msgstr "Le maire a parlé le 14 mai 2024."

msgid "%d house was destroyed by 12 people"
msgid_plural "%d houses were destroyed by 12 people"
msgstr[0] "%d maison a été détruite par 12 personnes"
msgstr[1] "%d maisons ont été détruites par 12 personnes"

msgid "not translated 44"
msgstr ""

#~ msgid "old 55"
#~ msgstr "vieux 55"
"""


def prose(version: Version) -> list[str]:
    """What the recognisers read, line by line."""
    lines = version.readable.replace(UNSEEN, "").split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def said(text: str, path: str) -> dict[str, list[str]]:
    return {version.lang: prose(version) for version in bilingual.versions(text, path)}


def test_xliff_says_what_is_translated_and_nothing_else() -> None:
    assert said(XLIFF, "a.xlf") == {
        "en": ["𐐀 The fire destroyed 120 houses & sheds.", "Wait for of files.", "It was 4 < 5 <b>&amp;."],
        "fr": ["L’incendie a détruit 210 maisons & abris.", "Attendez fichiers sur , 50 % des deux.", "C’était 4 < 5."],
    }


def test_xliff_2_says_its_segments() -> None:
    assert said(XLIFF_2, "a.xliff") == {"it": ["Sono 96 voti.", "Due righe."], "de": ["Es sind 96 Stimmen.", "Zwei Zeilen."]}


def test_tmx_says_every_language_that_claimdiff_knows() -> None:
    assert said(TMX, "a.tmx") == {"en": ["The 96 votes."], "fr": ["Les 96 voix."]}


def test_po_says_what_is_translated_and_not_fuzzy() -> None:
    assert said(PO, "a.po") == {
        "en": [
            'The fire destroyed 120 houses in "Nice".',
            "house was destroyed by 12 people",
            "houses were destroyed by 12 people",
        ],
        "fr": [
            "L’incendie a détruit 210 maisons à « Nice ».",
            "maison a été détruite par 12 personnes",
            "maisons ont été détruites par 12 personnes",
        ],
    }


@pytest.mark.parametrize(("name", "text"), [("a.xlf", XLIFF), ("b.xliff", XLIFF_2), ("c.tmx", TMX), ("d.po", PO)])
def test_claims_stand_where_the_file_has_them(name: str, text: str) -> None:
    for version in bilingual.versions(text, name):
        assert version.text == text
        assert len(version.readable) == len(text)
        claims = find(version)
        assert claims
        for claim in claims:
            if claim.value.isdecimal() and len(claim.value) > 1:
                assert claim.value in text[claim.start : claim.end]


def test_one_bilingual_file_is_a_story_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "messages.xlf"
    path.write_text(XLIFF, "utf-8")
    story = read.story([str(path)])
    assert (story.name, [version.lang for version in story.versions]) == ("messages", ["en", "fr"])
    (finding,) = [finding for finding in compare(story) if finding.severity == "error"]
    lines = XLIFF.split("\n")
    assert ["120" in lines[4], "210" in lines[5]] == [True, True]
    assert [XLIFF[: e.start].count("\n") for e in finding.evidence] == [4, 5]


def test_of_a_bilingual_file_beside_others_the_translation_is_a_version(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text(PO, "utf-8")
    (tmp_path / "b.it.txt").write_text("L’incendio ha distrutto 120 case a Nizza.", "utf-8")
    story = read.story([str(tmp_path / "a.po"), str(tmp_path / "b.it.txt")])
    assert [version.lang for version in story.versions] == ["fr", "it"]
    assert read.version(f"en={tmp_path}/a.po").lang == "en"


FAULTS = {
    "no XML": ("a.xlf", "<xliff>\n<file>", r"a.xlf:2:7: not XML: no element found"),
    "entities": ("a.xlf", '<!DOCTYPE x [\n<!ENTITY a "b">]><xliff>&a;</xliff>', r'a.xlf:2: declares the entity "a"'),
    "outside": ("a.tmx", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', r'a.tmx:1: declares the entity "a"'),
    "nothing": ("a.xlf", "<xliff/>", r"a.xlf: holds nothing that is translated"),
    "one known": ("a.tmx", TMX.replace('"fr-CA"', '"nl-BE"'), r"a.tmx: holds fewer than two languages that claimdiff knows"),
    "no PO": ("a.po", 'msgid "a"\nmsgstr b\n', r"a.po:2: not a line of a PO file"),
    "unclosed": ("a.po", 'msgid "a\nmsgstr "b"\n', r"a.po:1: not a line of a PO file"),
    "of nothing": ("a.po", '"a"\n', r"a.po:1: a string that belongs to no msgid or msgstr"),
    "untranslated": ("a.po", 'msgid "a"\nmsgstr ""\n', r"a.po: holds nothing that is translated"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, name: str) -> None:
    file, text, problem = FAULTS[name]
    (tmp_path / file).write_text(text, "utf-8")
    with pytest.raises(InputError, match=problem) as caught:
        read.story([str(tmp_path / file)])
    assert "\n" not in str(caught.value)


def test_a_language_that_the_file_does_not_hold_is_refused() -> None:
    with pytest.raises(InputError, match='holds no "de", but en, fr'):
        bilingual.version(XLIFF, "a.xlf", "de")
    three = TMX.replace('"nl"', '"de"')
    with pytest.raises(InputError, match="holds en, de, fr; name one: LANGUAGE=PATH"):
        bilingual.version(three, "a.tmx", None)


def test_languages_that_a_file_does_not_name_are_told_by_its_words() -> None:
    bare = XLIFF.replace(' source-language="en-GB" target-language="fr"', "")
    assert [version.lang for version in bilingual.versions(bare, "a.xlf")] == ["en", "fr"]


@pytest.mark.parametrize("mark", ["<source>", "<!--", "<![CDATA[", "&amp;", "<g>", 'msgid "a"\n', '"\\"', "{", "%", "\\"])
def test_hostile_repetition_takes_one_pass(mark: str) -> None:
    text = mark * (200_000 // len(mark))
    for path, whole in (("a.xlf", f"<x>{text}"), ("a.po", text), ("a.po", f'msgid "{text}"\nmsgstr "{text}"\n')):
        with pytest.raises(InputError):
            bilingual.versions(whole, path)


@given(st.text(alphabet='ab1 .\n"\\{}%<>&;é𐐀', max_size=60))
def test_masks_move_nothing(words: str) -> None:
    written = words.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "")
    text = (
        f'<xliff><file source-language="en" target-language="fr"><trans-unit><source>a{written}</source><target>b{written}</target>'
    )
    text += "</trans-unit></file></xliff>"
    for version in bilingual.versions(text, "a.xlf"):
        assert len(version.readable) == len(text)


# DOCX


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"""<?xml version="1.0" encoding="UTF-8"?><w:document {W}
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>
<w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr><w:r><w:t>Le feu a détruit </w:t></w:r><w:r><w:t>120</w:t></w:r>
<w:del><w:r><w:delText>95</w:delText><w:t>96</w:t></w:r></w:del><w:r><w:t xml:space="preserve"> maisons</w:t>
<w:tab/><w:t>à Nice.</w:t></w:r></w:p>
<w:p/>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cellule</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>&lt;12&gt;</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché 7</w:t></w:r>
<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>vu</w:t><w:br/><w:t>dessous</w:t></w:r></w:p>
<w:p><mc:AlternateContent><mc:Choice><w:r><w:txbxContent><w:p><w:r><w:t>boîte</w:t></w:r></w:p>
</w:txbxContent></w:r></mc:Choice>
<mc:Fallback><w:r><w:txbxContent><w:p><w:r><w:t>boîte</w:t></w:r></w:p>
</w:txbxContent></w:r></mc:Fallback></mc:AlternateContent></w:p>
</w:body></w:document>"""


def document(body: str | bytes, **more: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
        for name, content in more.items():
            archive.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def test_docx_is_a_paragraph_a_line(tmp_path: Path) -> None:
    notes = f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>Note 3</w:t></w:r></w:p></w:footnote></w:footnotes>"
    path = tmp_path / "a.fr.docx"
    path.write_bytes(document(BODY, footnotes=notes))
    version = read.version(str(path))
    assert version.lang == "fr"
    assert version.text.split("\n")[:5] == ["Le feu a détruit 120 maisons\tà Nice.", "", "cellule", "<12>", "vu\u2028dessous"]
    assert version.text.split("\n").count("boîte") == 1
    assert version.text.endswith("Note 3\n")
    assert "120 maisons" in [version.text[c.start : c.end] for c in find(version)]


def _bomb() -> bytes:
    return document(b" " * (LARGEST + 2))


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda: b"PK no", "is not a DOCX file"),
        (lambda: b"", "is not a DOCX file"),
        (lambda: document(BODY)[:-40], "is not a DOCX file"),
        (lambda: document(BODY).replace(b"word/document.xml", b"word/documint.xml"), "is not a DOCX file"),
        (lambda: document("<a>"), "not XML"),
        (lambda: document('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'declares the entity "b"'),
        (lambda: document('<?xml version="1.0" encoding="no"?><a/>'), "encoding"),
        (lambda: document(f"<w:document {W}/>"), "is empty"),
        (_bomb, "larger than 20 MB when unpacked"),
    ],
)
def test_what_is_no_docx_is_refused(make: Callable[[], bytes], problem: str) -> None:
    with pytest.raises(InputError, match=problem) as caught:
        docx.text(make(), Path("a.docx"))
    assert str(caught.value).startswith("a.docx")
