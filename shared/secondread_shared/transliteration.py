"""Names in other scripts, by their sounds: enough to see that two may be one, never that they are.

What two scripts make of a name differs by language, country and year: Чайковский is Tchaikovsky, Chaykovskiy and
Tschaikowski. So what is compared is a skeleton: consonants only, those that are written for each other as one.
Chinese characters have no sound of their own, and are not compared with letters.
"""

import unicodedata
from enum import StrEnum


class Script(StrEnum):
    """What a word is written in. `OTHER`: of no table here, or of several."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    HEBREW = "hebrew"
    ARABIC = "arabic"
    HANGUL = "hangul"
    KANA = "kana"
    HAN = "han"
    OTHER = "other"


_SCRIPTS = {
    "LATIN": Script.LATIN, "CYRILLIC": Script.CYRILLIC, "GREEK": Script.GREEK, "HEBREW": Script.HEBREW,
    "ARABIC": Script.ARABIC, "HANGUL": Script.HANGUL, "HIRAGANA": Script.KANA, "KATAKANA": Script.KANA,
    "KATAKANA-HIRAGANA": Script.KANA, "CJK": Script.HAN, "IDEOGRAPHIC": Script.HAN, "DIGIT": Script.LATIN,
}  # fmt: skip
_LETTERS = """
а: б:b в:v г:g ґ:g д:d е: є: ё: ж:s з:s и: і: ї: й: к:k л:r м:m н:n о: п:p р:r с:s т:t у: ф:f х:h ц:s ч:s ш:s
щ:s ъ: ы: ь: э: ю: я: ђ:d ј: љ:r њ:n ћ:s џ:s
α: β:v γ:g δ:d ε: ζ:s η: θ:t ι: κ:k λ:r μ:m ν:n ξ:ks ο: π:p ρ:r σ:s ς:s τ:t υ: φ:f χ:h ψ:ps ω:
א: ב:b ג:g ד:d ה:h ו: ז:s ח:h ט:t י: כ:k ך:k ל:r מ:m ם:m נ:n ן:n ס:s ע: פ:p ף:f צ:s ץ:s ק:k ר:r ש:s ת:t
ا: ب:b ت:t ث:t ج:s ح:h خ:h د:d ذ:d ر:r ز:s س:s ش:s ص:s ض:d ط:t ظ:s ع: غ:g ف:f ق:k ك:k ل:r م:m ن:n ه:h و: ي:
ى: ة: ء: پ:p چ:s ژ:s ک:k گ:g ی: ٱ:
か:k き:k く:k け:k こ:k が:g ぎ:g ぐ:g げ:g ご:g さ:s し:s す:s せ:s そ:s ざ:s じ:s ず:s ぜ:s ぞ:s
た:t ち:s つ:s て:t と:t だ:d ぢ:s づ:s で:d ど:d な:n に:n ぬ:n ね:n の:n は:h ひ:h ふ:f へ:h ほ:h
ば:b び:b ぶ:b べ:b ぼ:b ぱ:p ぴ:p ぷ:p ぺ:p ぽ:p ま:m み:m む:m め:m も:m ら:r り:r る:r れ:r ろ:r ん:n ゔ:v
あ: い: う: え: お: ぁ: ぃ: ぅ: ぇ: ぉ: や: ゆ: よ: ゃ: ゅ: ょ: わ:v を: っ: ー:
a: b:b c:k d:d e: f:f g:g h:h i: j:s k:k l:r m:m n:n o: p:p q:k r:r s:s t:t u: v:v w:v x:ks y: z:s
"""  # what a letter sounds like; a vowel is nothing
_SOUNDS = dict(pair.split(":") for pair in _LETTERS.split())
# Letters that are read in two ways, in Latin: `ch` in Charles and Christos, `j` in Julia and Jovanović.
_READINGS = (("ch", ("s", "h", "k")), ("w", ("v", "")), ("j", ("s", "")), ("th", ("t", "s")), ("ge", ("ge", "s")))
# Letters that are written together for one sound, in Latin and Greek; longest first.
_TOGETHER = (
    ("tsch", "s"), ("dsch", "s"), ("tch", "s"), ("sch", "s"), ("dzh", "s"), ("sh", "s"), ("zh", "s"), ("ts", "s"),
    ("tz", "s"), ("cz", "s"), ("sz", "s"), ("dj", "s"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("ce", "s"),
    ("ci", "s"), ("γγ", "νγ"), ("γκ", "γ"), ("μπ", "β"), ("ντ", "δ"),
)  # fmt: skip
# Sounds that one script writes and another cannot: all b, v, f, p are lips; k, g, h the throat; t, d the teeth.
_ALIKE = str.maketrans({"v": "p", "b": "p", "f": "p", "g": "k", "h": "", "d": "t"})
_HANGUL_FIRST = "k,kk,n,t,tt,r,m,p,pp,s,ss,,s,ss,s,k,t,p,h"  # Unicode §3.12: 19, 21 and 28 jamo
_HANGUL_LAST = ",k,k,ks,n,ns,n,t,r,k,m,p,s,t,p,r,m,p,ps,s,s,nk,s,s,k,t,p,h"
_HANGUL_VOWELS, _HANGUL_START, _HANGUL_COUNT = 21, 0xAC00, 11172


def script_of(word: str) -> Script:
    """Return the script of a word; characters with kana are Han, for that is how Japanese names are written."""
    found = {_SCRIPTS.get(unicodedata.name(sign, "?").split()[0], Script.OTHER) for sign in word}
    if found <= {Script.HAN, Script.KANA} and len(found) == 2:
        return Script.HAN
    return found.pop() if len(found) == 1 else Script.OTHER


def skeletons(word: str, script: Script) -> frozenset[str]:
    """Return the consonants of a folded word in each reading, alike ones as one; none for a script without sounds."""
    if script in (Script.HAN, Script.OTHER):
        return frozenset()
    if script is Script.HANGUL:
        return frozenset({_alike(_hangul(word))})
    return frozenset(_alike("".join(_SOUNDS.get(sign, "") for sign in reading)) for reading in _readings(word))


def _alike(sounds: str) -> str:
    alike = sounds.translate(_ALIKE)
    return "".join(sign for place, sign in enumerate(alike) if place == 0 or alike[place - 1] != sign)


def _readings(word: str) -> set[str]:
    for letters, sound in _TOGETHER:
        word = word.replace(letters, sound)
    readings = {word}
    for letters, sounds in _READINGS:
        readings = {reading.replace(letters, sound) for reading in readings for sound in sounds}
    return readings


def _hangul(word: str) -> str:
    firsts, lasts = _HANGUL_FIRST.split(","), _HANGUL_LAST.split(",")
    sounds = []
    for sign in word:
        place = ord(sign) - _HANGUL_START
        if 0 <= place < _HANGUL_COUNT:
            sounds.append(firsts[place // (_HANGUL_VOWELS * 28)] + lasts[place % 28])
    return "".join(sounds)
