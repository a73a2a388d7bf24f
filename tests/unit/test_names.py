"""How names compare: the same, written as another language writes them, shorter, respelt, someone else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.names import compare, key

TRANSLITERATED = """
en Mikhail Gorbachev | fr Mikhaïl Gorbatchev
en Mikhail Gorbachev | de Michail Gorbatschow
en Mikhail Gorbachev | it Michail Gorbačëv
en Mikhail Gorbachev | es Mijaíl Gorbachov
fr Mikhaïl Gorbatchev | de Michail Gorbatschow
en Nikita Khrushchev | fr Nikita Khrouchtchev
en Nikita Khrushchev | de Nikita Chruschtschow
en Nikita Khrushchev | es Nikita Jruschov
en Pyotr Tchaikovsky | fr Piotr Tchaïkovski
en Pyotr Tchaikovsky | it Pëtr Čajkovskij
en Pyotr Tchaikovsky | de Pjotr Tschaikowski
en Fyodor Dostoevsky | fr Fiodor Dostoïevski
en Fyodor Dostoevsky | it Fëdor Dostoevskij
en Fyodor Dostoevsky | de Fjodor Dostojewski
en Fyodor Dostoevsky | es Fiódor Dostoyevski
en Boris Yeltsin | fr Boris Eltsine
en Boris Yeltsin | de Boris Jelzin
en Boris Yeltsin | es Boris Yeltsin
fr Boris Eltsine | de Boris Jelzin
fr Boris Eltsine | it Boris El'cin
en Dmitry Peskov | de Dmitri Peskow
en Sergei Lavrov | fr Sergueï Lavrov
en Sergei Lavrov | de Sergej Lawrow
en Sergei Lavrov | es Serguéi Lavrov
en Sergei Shoigu | fr Sergueï Choïgou
en Sergei Shoigu | de Sergej Schoigu
en Yevgeny Prigozhin | fr Evgueni Prigojine
en Yevgeny Prigozhin | de Jewgeni Prigoschin
en Yevgeny Prigozhin | it Evgenij Prigožin
en Petro Poroshenko | fr Petro Porochenko
en Petro Poroshenko | de Petro Poroschenko
en Alexander Lukashenko | fr Alexandre Loukachenko
en Alexander Lukashenko | de Alexander Lukaschenko
en Alexander Lukashenko | it Aleksandr Lukašenko
en Viktor Yanukovych | fr Viktor Ianoukovytch
en Viktor Yanukovych | de Wiktor Janukowytsch
en Viktor Yanukovych | es Víktor Yanukóvich
en Leonid Brezhnev | fr Leonid Brejnev
en Leonid Brezhnev | de Leonid Breschnew
en Leonid Brezhnev | it Leonid Brežnev
en Alexander Solzhenitsyn | fr Alexandre Soljenitsyne
en Alexander Solzhenitsyn | de Alexander Solschenizyn
en Vyacheslav Molotov | de Wjatscheslaw Molotow
en Yuri Gagarin | fr Iouri Gagarine
en Yuri Gagarin | de Juri Gagarin
en Yuri Andropov | de Juri Andropow
en Mikheil Saakashvili | fr Mikheïl Saakachvili
en Mikheil Saakashvili | de Micheil Saakaschwili
en Nikol Pashinyan | fr Nikol Pachinian
en Nikol Pashinyan | de Nikol Paschinjan
en Hassan Nasrallah | es Hasán Nasralá
en Hosni Mubarak | fr Hosni Moubarak
en Yasser Arafat | es Yaser Arafat
en Nouri al-Maliki | es Nuri al Maliki
en Muqtada al-Sadr | fr Moqtada al-Sadr
en Osama bin Laden | fr Oussama ben Laden
en Osama bin Laden | de Osama bin Laden
fr Oussama ben Laden | es Osama bin Laden
en Ruhollah Khomeini | es Ruholá Jomeiní
en Ruhollah Khomeini | de Ruhollah Chomeini
en Mohammad Khatami | de Mohammad Chatami
en Mohammad Khatami | es Mohamed Jatamí
fr Khaled Mechaal | en Khaled Meshaal
en Bashir Gemayel | fr Bachir Gemayel
en Rached Ghannouchi | es Rached Ganuchi
en Omar al-Bashir | fr Omar el-Béchir
en Omar al-Bashir | de Omar al-Baschir
fr Mouammar Kadhafi | es Muamar Gadafi
en Mohammed Dahlan | es Mohamed Dahlan
en Alexis Tsipras | es Alexis Tsipras
en Giorgos Papandreou | es Giorgos Papandreu
en Kyriakos Mitsotakis | es Kiriakos Mitsotakis
en Yanis Varoufakis | es Yanis Varufakis
en George Papandreou | de Giorgos Papandreou
en Benjamin Netanyahu | fr Benyamin Netanyahou
en Benjamin Netanyahu | de Benjamin Netanjahu
en Benjamin Netanyahu | es Benjamín Netaniahu
en Yitzhak Rabin | de Jitzchak Rabin
en Deng Xiaoping | fr Teng Hsiao-p'ing
en Mao Zedong | fr Mao Tsé-toung
en Zhou Enlai | de Tschou En-lai
en Zhou Enlai | fr Chou En-lai
en Xi Jinping | fr Xi Jinping
en Pope Francis | fr pape François
"""

ALIKE = """
en Recep Tayyip Erdogan | fr Recep Tayyip Erdoğan
it Tomaz Petek | fr Tomaž Petek
de Zofia Lewinska | en Zofia Lewińska
it Thais Moreira | en Thaís Moreira
en Ahmed al Raisi | fr Ahmed Al-Raisi
en Jean Pierre Raffarin | fr Jean-Pierre Raffarin
de Angela Müller | en Angela Mueller
de Jørgen Sørensen | en Jorgen Sorensen
en Martin O’Neill | fr Martin O'Neill
de Viktor Orbán | en Orban Viktor
en Charles III | it Carlo III
fr Jean-Paul II | de Johannes Paul II.
it papa Giovanni Paolo II | es papa Juan Pablo II
en King Philip VI | es rey Felipe VI
de Königin Margrethe II. | fr reine Margrethe II
fr Hamouchi | fr Abdellatif Hamouchi
it Luca Rossi | en L. Rossi
en George Bush | fr George W. Bush
en Ahmed Al-Raisi | fr Ahmed Nasser Al-Raisi
es Pedro Sánchez | es Pedro Sánchez Pérez-Castejón
en Alex Salmond | fr Alexander Salmond
en J. K. Rowling | de J.K. Rowling
en Kim | fr Kim Jong-un
"""

RESPELT = """
fr Jürgen Stork | it Jürgen Stock
fr Valdesi Urquiza | it Valdecy Urquiza
fr Ahmed Nasser Al-Raisi | it Ahmed Naser Al-Raisi
fr Mohamed Al-Dakhisi | it Mohamed Dkhissi
fr Hamouchi | fr Hammouchi
fr Abdellatif Hamouchi | it Abdellatif Hammouchi
fr Hammouchi | it Abdellatif Hamouchi
fr Lucas Morel-Petit | it Luca Morel-Petit
en Rhona McCallum | it Rhona McCalum
pt Rita Vasconcelos | es Rita Vasconcellos
fr Sandro Pertini | it Sandro Pretini
fr Romano Prodi | it Romano Proddi
fr Michel Barnier | de Michel Bannier
en Gordon Brown | fr Gordon Bown
fr Guy Parmelin | de Guy Parmelim
it Marco Stampa | fr Marco Stamfa
en Gerhard Schroeder | it Gerhard Schroedar
en Karl Czerny | it Karl Cserzny
en Emmanuel Macron | fr Emmanuel Marcon
en Olaf Scholz | de Olaf Schulz
es Pedro Sánchez | en Pedro Sanches
en Joel Embyid | de Joel Embiid
en Angela Merkel | fr Angela Merkle
en Robin Martin | fr Robin Martine
en Justin Trudeau | fr Justin Trudau
en Theresa May | de Teresa May
en Kiro Gligorov | es Kiro Gligrov
en Vladimir Putin | en Vladimir Poutine
en Vladimir Putin | fr Vladimir Poutime
en Dmitry Medvedev | de Dmitri Metwedew
en Hosni Mubarak | fr Hosni Mubarrak
en Bashar al-Assad | fr Bachar el-Hassad
en Bernard Shaw | fr Bernard Chaw
en Alexander Bell | es Alexander Bel
"""

DIFFERENT = """
en Kim Jong-un | fr Kim Jong-il
en George W. Bush | en George H. W. Bush
en Mohammed bin Salman | fr Mohammed bin Zayed
fr Mohamed VI | it Mohamed Dkhissi
fr Mohammed VI | it Mohammed V
en Charles III | fr Charles II
en Juan Carlos Wasmosy | it Juan Dan Quayle
en Vitali Klitschko | de Wladimir Klitschko
es Raúl Castro | en Fidel Castro
en Serena Williams | fr Venus Williams
en Kiro Gligorov | de Jordi Pujol
en Thatcher | fr Delors
en Michelle Obama | fr Barack Obama
en Bill Clinton | es Hillary Clinton
en Hassan Rouhani | fr Hassan Nasrallah
en Xi Jinping | de Li Keqiang
en Vladimir Putin | fr Vladimir Lénine
en Jack Straw | fr Jack Lang
en John Howard | en Michael Howard
"""


def cases(block: str) -> list[tuple[str, str, str, str]]:
    out = []
    for line in block.strip().splitlines():
        (lang_a, a), (lang_b, b) = (side.strip().split(" ", 1) for side in line.split("|"))
        out.append((a, b, lang_a, lang_b))
    return out


ALL = [case for block in (TRANSLITERATED, ALIKE, RESPELT, DIFFERENT) for case in cases(block)]


@pytest.mark.parametrize(("a", "b", "lang_a", "lang_b"), cases(TRANSLITERATED) + cases(ALIKE))
def test_two_languages_write_one_name(a: str, b: str, lang_a: str, lang_b: str) -> None:
    assert compare(a, b, lang_a, lang_b).relation in ("same", "transliterated", "shorter")


@pytest.mark.parametrize(("a", "b", "lang_a", "lang_b"), cases(RESPELT))
def test_a_slip_is_respelt(a: str, b: str, lang_a: str, lang_b: str) -> None:
    assert compare(a, b, lang_a, lang_b).relation == "respelt"


@pytest.mark.parametrize(("a", "b", "lang_a", "lang_b"), cases(DIFFERENT))
def test_someone_else_is_different(a: str, b: str, lang_a: str, lang_b: str) -> None:
    assert compare(a, b, lang_a, lang_b).relation == "different"


@pytest.mark.parametrize(("a", "b", "lang_a", "lang_b"), ALL)
def test_the_order_of_the_versions_does_not_matter(a: str, b: str, lang_a: str, lang_b: str) -> None:
    assert compare(a, b, lang_a, lang_b).relation == compare(b, a, lang_b, lang_a).relation


def test_keys_are_folded() -> None:
    assert key("Jürgen  Stork") == "jurgen stork"
    assert key("Ahmed Naser Al-Raisi") == "ahmed naser al-raisi"
    assert key("George W. Bush") == "george w bush"
    assert key("Łukasz Żółć") == "lukasz zolc"


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_strings_compare(a: str, b: str) -> None:
    relation = compare(a, b, "", "")
    assert 0 <= relation.score <= 1
    assert relation.reason


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéü '-", min_size=1, max_size=30))
def test_a_name_is_itself(name: str) -> None:
    assert compare(name, name, "", "").relation == "same"
