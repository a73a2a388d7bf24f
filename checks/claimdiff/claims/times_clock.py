"""Times of day as written, each with how sure its words are: 18 h 30, half past eight, alle otto e mezza, noon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimdiff.claims.dates_line import Line, Unit
from claimdiff.claims.dates_shapes import fill, plays
from claimdiff.claims.dates_words import Words
from claimdiff.claims.found import Found
from claimdiff.claims.numbers_lexicon import lexicon
from claimdiff.claims.quantity_words import words

GRAMMAR = "times"
NOON = 12
_LAST_HOUR, _LAST_MINUTE = 24, 59
_PADDED = frozenset(f"0{hour}" for hour in range(10))
_FIGURES = frozenset("dDn")
_DAYTIME = range(6 * 60, 24 * 60)

# 18:30, 18.30, 18 h 30, 18 Uhr, 6.30 p.m.; at half past eight; alle nove e mezza; noon.
_SHAPES = (
    r"(?P<h>[dDn])(?:(?P<c>[:.])(?P<m>[dDn])(?P<mark2>h)?|(?P<mark>h)(?P<m2>[dDn])?)?(?P<f>f)?<of>{0,3}(?P<a>a)?",
    r"(?P<b>b)(?P<h>[wdo])(?P<mark>h)?(?P<a>a)?",
    r"(?P<g>g)(?P<h>[wd])(?P<mark>h)?<of>{0,3}(?P<a>a)?",
    r"(?P<h>[w])(?P<mark>h)?(?:(?P<f>f)|<and>?(?P<m>[w]))?<of>{0,3}(?P<a>a)?",
    r"(?P<k>k)",
)


@dataclass(slots=True)
class Clock:
    """A time read: units first:last, minutes of the day, whether words say it for sure, whether it may be 12 hours later."""

    first: int
    last: int
    minutes: int
    sure: bool
    later: bool = False
    half: str = ""
    marked: bool = False


@cache
def _shapes(code: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(fill(shape, code, GRAMMAR)) for shape in _SHAPES)


@dataclass(slots=True)
class Reader:
    """Reads the times of one text, laid out as a line of word classes."""

    found: Found
    line: Line
    words: Words
    code: str

    def clocks(self) -> list[Clock]:
        """Everything in the text that may be a time; those that are not sure need a partner that is."""
        out = []
        for pattern in _shapes(self.code):
            for hit in pattern.finditer(self.line.shape):
                clock = self._clock(hit) if self._free(hit) else None
                if clock:
                    self.line.used[clock.first : clock.last] = b"\1" * (clock.last - clock.first)
                    out.append(clock)
        return out

    def _free(self, hit: re.Match[str]) -> bool:
        first, last = self.line.units[hit.start()], self.line.units[hit.end() - 1]
        return self.line.free(*hit.span()) and self.found.free(first.first, last.last)

    def plays(self, role: str, index: int) -> bool:
        """True when unit `index` is a small word with this role."""
        return plays(self.code, role, self.line.kind(index), GRAMMAR)

    def _unit(self, hit: re.Match[str], *groups: str) -> Unit | None:
        known = hit.re.groupindex
        for group in groups:
            if group in known and (start := hit.start(group)) >= 0:
                return self.line.units[start]
        return None

    def _clock(self, hit: re.Match[str]) -> Clock | None:
        if hit.lastgroup == "h" and self.line.shape[hit.start()] in _FIGURES and hit.end() - hit.start() == 1:
            return self._bare(hit)
        noon = self._unit(hit, "k")
        if noon:
            return self._named(hit, noon)
        minutes = self._minutes(hit)
        if minutes is None or self._is_part(hit):
            return None
        part = self._unit(hit, "a")
        half = part.value if part else ""
        if half in ("am", "pm") and minutes >= 13 * 60:
            half = ""
        shifted = _shifted(minutes, half)
        last = hit.end()
        while last > hit.start() + 1 and self.plays("of", last - 1):
            last -= 1
        later = not half and minutes < 13 * 60 and self.line.kind(hit.start("h")) in "wo"
        return Clock(hit.start(), last, shifted, self._sure(hit, half), later, half, self._marked(hit))

    def _bare(self, hit: re.Match[str]) -> Clock | None:
        """The time that a number alone may be: sure only behind a word that nothing but times have."""
        first, last = hit.span()
        hour = int(self.line.units[first].value)
        if hour > _LAST_HOUR or self._is_part(hit):
            return None
        return Clock(first, last, hour * 60, self.plays("at_sure", first - 1) and (self.closes(last) or self._of_a_day(last)))

    def _named(self, hit: re.Match[str], noon: Unit) -> Clock | None:
        text = self.found.reading.text
        if text[noon.start].isupper() and not self.words.data.get("clock_capitals") and not noon.value.startswith("00"):
            return None
        hours, minutes = noon.value.split(":")
        said = any(self.plays(role, hit.start() - 1) for role in ("at", "at_sure", "noon_before", "to", "was"))
        return Clock(hit.start(), hit.end(), int(hours) * 60 + int(minutes), said)

    def _minutes(self, hit: re.Match[str]) -> int | None:
        hour, minute, part = self._unit(hit, "h"), self._unit(hit, "m", "m2"), self._unit(hit, "f", "b", "g")
        if hour is None or int(hour.value) > _LAST_HOUR or (hour.kind == "w" and int(hour.value) > NOON and not self._marked(hit)):
            return None
        if minute and (int(minute.value) > _LAST_MINUTE or (minute.kind != "w" and minute.end - minute.start != 2)):
            return None
        if self._unit(hit, "c") and minute and " " in self.found.reading.text[hour.start : minute.end]:
            return None
        total = int(hour.value) * 60 + (int(minute.value) if minute else 0) + (int(part.value) if part else 0)
        return total if 0 <= total <= _LAST_HOUR * 60 else None

    def _marked(self, hit: re.Match[str]) -> bool:
        return self._unit(hit, "mark", "mark2") is not None

    def _is_part(self, hit: re.Match[str]) -> bool:
        """True inside a longer figure (2:05:11, 3.18.30), before minutes or seconds, or money."""
        text = self.found.reading.text
        start, end = self.line.units[hit.start()].start, self.line.units[hit.end() - 1].end
        left, right = text[max(0, start - 2) : start], text[end : end + 3]
        return bool(_LEFT.search(left)) or bool(_RIGHT.match(right)) or bool(_SECONDS.match(text, end))

    def _sure(self, hit: re.Match[str], half: str) -> bool:
        """True when the words leave no doubt that this is a time of day."""
        first, last = hit.start(), hit.end()
        mark = self._unit(hit, "mark", "mark2")
        if half in ("am", "pm", "noon", "night") or (mark and mark.value == "clock"):
            return bool(half != "night" or mark)
        at_sure, sep = self.plays("at_sure", first - 1), self._unit(hit, "c")
        if self._told(hit):
            return True
        if sep and sep.value == ":" and (self.words.data.get("colon_alone") or self._at(first) or self._padded(hit)):
            return not self.plays("no_at", first - 1)
        if sep:
            return at_sure or (bool(self.words.data.get("dot")) and bool(mark) and self._at(first))
        if self._unit(hit, "b"):
            return True
        if self._unit(hit, "g"):
            return counts_down(self, first, last)
        if mark and self._unit(hit, "m2") and self._is_hour(hit):
            return True
        part = self._unit(hit, "f")
        if mark and part and part.value.startswith("-"):
            return True
        if mark or part:
            return self._at(first) and not (self.line.kind(hit.start("h")) == "w" and self.plays("not_before", last))
        closes = self.closes(last) or self._of_a_day(last)
        return (at_sure or (self._at(first) and self._unit(hit, "m") is not None)) and closes

    def _padded(self, hit: re.Match[str]) -> bool:
        """True for 09:05: no score is written so."""
        hour = self._unit(hit, "h")
        return hour is not None and self.found.reading.text[hour.start : hour.end] in _PADDED

    def _is_hour(self, hit: re.Match[str]) -> bool:
        """True for 18 h 30 where nothing says that it lasts: few things last longer than till six."""
        first = hit.start()
        lasts = any(self.plays(role, at) for role in ("no_at", "from", "not_before") for at in (first - 1, hit.end()))
        # What a cell holds its heading tells.
        apart = self.line.kind(first - 1).isalpha() or "|" in (self.line.kind(first - 1), self.line.kind(hit.end()))
        return self._minutes(hit) in _DAYTIME and not lasts and not apart

    def _told(self, hit: re.Match[str]) -> bool:
        """True for hour and minutes behind "it was" (il était 4 h 31) or an article that only hours have (le 18.30)."""
        first, last, sep = hit.start(), hit.end(), self._unit(hit, "c")
        while last > first + 1 and self.plays("of", last - 1):
            last -= 1
        if self.plays("not_before", last) or not (self._unit(hit, "m", "m2", "f") or (self._marked(hit) and self._when(last))):
            return False
        if self.plays("hour_article", first - 1):
            return self.closes(last)
        sure = self._marked(hit) or self._unit(hit, "f") or (sep and self.words.data.get("dot"))
        return self.plays("was", first - 1) and (self._when(last) or bool(sure and self.closes(last)))

    def _when(self, last: int) -> bool:
        """True before "when" or a date: "it was 4.31 on Wednesday"."""
        dated = (self.line.units[i].first for i in (last, last + 1) if i < len(self.line.units))
        return self.plays("when", last) or any(self.found.taken.get(token) == "date" for token in dated)

    def _at(self, first: int) -> bool:
        """True behind "at", or behind a date."""
        if self.plays("at", first - 1) or self.plays("at_sure", first - 1):
            return not self.plays("no_at", first - 1)
        before = first - 1
        while before > 0 and self.line.kind(before) in ",(-":
            before -= 1
        return before >= 0 and self.found.taken.get(self.line.units[before].last - 1) == "date" and before != first

    def _of_a_day(self, last: int) -> bool:
        """True before the day itself or "of" and the day: "alle 18 di mercoledì"."""
        at = last + 1 if self.plays("of", last) else last
        return at < len(self.line.units) and self.found.taken.get(self.line.units[at].first) == "date"

    def closes(self, last: int) -> bool:
        """True when no word and no sign of an amount stands at unit `last`."""
        kind = self.line.kind(last)
        return not kind.isalnum() and kind not in "%€$£°"


def counts_down(reader: Reader, first: int, last: int) -> bool:
    """True for "at ten to nine" where the sentence tells of no vote and no match, and no noun follows that nine count."""
    reading, units = reader.found.reading, reader.line.units
    sentence = reading.sentences[reading.sentence_at(units[first].start)]
    said = {token.key for token in reading.tokens[sentence.first : sentence.last]}
    contest = words(reader.code).score_cues.union(reader.words.data.get("contest", ()))
    following = units[last] if last < len(units) else None
    small = following is not None and reading.tokens[following.first].key in lexicon(reader.code).listed("function_words")
    ends = small or not reader.line.kind(last).isalnum()
    return ends and reader.plays("minutes_cue", first - 1) and contest.isdisjoint(said)


_LEFT = re.compile(r"\d[.:,/]$|[$€£+#]\s?$")
_RIGHT = re.compile(r"[:.,]\d|['\"’]|\s?[%€$£°]|[-–]?\d{3}")
_SECONDS = re.compile(r"\s?(?:min|mn|sec|s|m|km|kg)\b")


def _shifted(minutes: int, half: str) -> int:
    """The minutes of the day with "p.m." (or "du soir") reckoned in."""
    if half in ("pm", "noon") and minutes < NOON * 60 and not (half == "noon" and minutes >= 11 * 60):
        return minutes + NOON * 60
    if half == "am" and minutes >= NOON * 60:
        return minutes - NOON * 60
    return minutes
