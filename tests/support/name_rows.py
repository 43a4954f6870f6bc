"""The table of names: what the images say beside what was typed, and why it is judged so. Both sides are tested by it.

The person typed is Maria Lopez, a woman born on 3 March 1951, unless a row says otherwise. All people are invented.
"""

from dataclasses import dataclass

from secondread_shared.intake import Intake

BORN = "1951-03-03"


@dataclass(frozen=True)
class Row:
    """One row. `images` is a PN (PS3.5 §6.2.1), `sex` the codes of all images, `why` the words for a reader."""

    images: str
    outcome: str
    why: str
    typed: str = "Maria|Lopez"
    born: str = BORN
    sex: str = "F"
    typed_sex: str = "female"
    typed_born: str = BORN

    @property
    def intake(self) -> Intake:
        """The form as it was typed."""
        first, last = self.typed.split("|")
        return Intake(first_name=first, last_name=last, birth_date=self.typed_born, sex=self.typed_sex)

    @property
    def sexes(self) -> tuple[str, ...]:
        """The codes of PatientSex in the images."""
        return tuple(code for code in self.sex.split(",") if code)


def _same(*rows: tuple[str, str, str]) -> list[Row]:
    return [Row(images, "same", why, typed=typed) for images, typed, why in rows]


def _doubtful(*rows: tuple[str, str, str]) -> list[Row]:
    return [Row(images, "doubtful", why, typed=typed) for images, typed, why in rows]


def _different(*rows: tuple[str, str, str]) -> list[Row]:
    return [Row(images, "different", why, typed=typed) for images, typed, why in rows]


M = "Maria|Lopez"
SPELLING = [
    *_same(
        ("LOPEZ^MARIA", M, "letter case says nothing"),
        ("López^María", M, "neither do accents"),
        ("Lo\u0301pez^Mari\u0301a", M, "nor how the accents are encoded"),
        ("MARIA^LOPEZ", M, "family and given name exchanged"),
        ("Maria Lopez", M, "written in one, without the standard's ^"),
        ("LOPEZ, MARIA", M, "written with a comma"),
        ("LOPEZ, MARIA^^^^", M, "a comma inside a component"),
        ("LOPEZMARIA", M, "run together"),
        ("LOPEZ^MARIA^^DR", M, "a title is no name"),
        ("MRS LOPEZ^MARIA", M, "nor is one where it does not belong"),
        ("Mrs Lopez^Maria", "Dr. Maria|Lopez", "nor are two different ones"),
        ("LOPEZ^MARIA^^^MD", M, "nor is a degree"),
        ("SMITH^JOHN^^^JR", "John|Smith", "a suffix on one side alone"),
        ("LOPEZ^MARIA^^^^^", M, "more components than five, all empty"),
        ("LOPEZ^MARIA^ELENA", M, "a middle name more in the images"),
        ("LOPEZ^MARIA", "Maria Elena|Lopez", "a middle name more in the form"),
        ("LOPEZ^MARIA^E", "Maria Elena|Lopez", "a middle initial that fits says more than none"),
        ("ANGELOPOULOS^MARY^J", "Mary|Angelopoulos", "a middle initial more"),
    ),
    *_doubtful(
        ("LOPES^MARIA", M, "one letter is another"),
        ("LOPZE^MARIA", M, "two letters changed places"),
        ("MARTINE^MARIA", "Maria|Martinez", "a letter is missing, or the field was too short"),
        ("LOPEZ^MARIO", M, "one letter, and perhaps the brother: asked, for here the sex does not contradict"),
        ("SMITH^JOHN^^^JR", "John|Smith Sr", "two suffixes that contradict each other"),
        ("LOPEZ^MARIA^A", "Maria Elena|Lopez", "a middle initial that does not fit"),
        ("LOPEZ^MARIA ANNA", "Maria Elena|Lopez", "two middle names"),
    ),
    *_different(
        ("LOPER^MARTA^^^", "Maria|Lozano", "two slips in one word are another name"),
        ("KAHN^MARIA", "Anna|Hahn", "a slip in a short word is another name"),
    ),
]
SURNAMES = [
    *_same(
        ("GARCIA LOPEZ^MARIA", M, "Spanish: the mother's family name left out in the form"),
        ("GARCIA^MARIA", "María|García López", "the same in the images"),
        ("SILVA SANTOS^JOAO", "João|da Silva Santos Pereira", "Portuguese: particles and one family name left out"),
        ("GARCIA^LOPEZ MARIA", "Maria|García López", "the second family name among the given ones"),
        ("SMITH-JONES^ANNA", "Anna|Jones", "double-barrelled, one half typed"),
        ("SMITH JONES^ANNA", "Anna|Smith-Jones", "a hyphen is a space"),
        ("VAN DER BERG^JAN", "Jan|van der Berg", "a Dutch particle"),
        ("VANDERBERG^JAN", "Jan|van der Berg", "the same, run together"),
        ("BERG^JAN VAN DER", "Jan|van der Berg", "the same, sorted under B"),
        ("BERG^JAN", "Jan|van der Berg", "the same, left out"),
        ("OBRIEN^PAT", "Pat|O'Brien", "an apostrophe"),
        ("O’BRIEN^PAT", "Pat|O´Brien", "another apostrophe"),
        ("O BRIEN^PAT^J", "Pat|O'Brien", "a space for the apostrophe"),
        ("MC DONALD^ANN", "Ann|McDonald", "Mc apart"),
        ("JEAN PAUL^MARTIN", "Jean-Paul|Martin", "a given name of two, and the order exchanged"),
        ("DELACRUZ^MARIA", "Maria|de la Cruz", "particles run together"),
    ),
    *_doubtful(
        ("MACDONALD^ANN", "Ann|McDonald", "Mac for Mc is one letter"),
        ("MARTINEZ^MARIA", M, "a maiden name: the family name differs, given name and birth date agree"),
        ("VAN BERG^JAN", "Jan|de Berg", "two particles that contradict each other"),
        ("GARCIA PEREZ^MARIA", "Maria|García López", "one of two family names is another"),
        ("LOPEZ", M, "only the family name"),
        ("GARCIA LOPEZ", "María|García López", "only the family names, and both"),
        ("^MARIA ELENA", "Maria Elena|Lopez", "only the given names, and both"),
        ("MULLER^ANA MARIA", "Ana Maria|M.", "of the family name only an initial"),
        ("^MARIA", M, "only the given name"),
    ),
    *_different(
        ("DE LA CRUZ^ANA", "Maria|de la Torre", "particles alone are no agreement"),
        ("HALE^M", M, "an initial beside another family name"),
        ("MARTIN^PAUL", "Martin|Lopez", "one's family name is the other's given name"),
        ("SMITH^JOHN^LOPEZ", M, "a family name among another person's given ones"),
        ("HALE^ROBERT", M, "nothing agrees"),
    ),
]
GIVEN = [
    *_same(
        ("COHEN^BEN^J", "Ben|Cohen", "Ben is a particle in Arabic and a name by itself"),
        ("NGUYEN^VAN", "Van|Nguyen", "Van is a name as well"),
    ),
    *_doubtful(
        ("LOPEZ^M", M, "an initial"),
        ("LOPEZ^M E", "Maria Elena|Lopez", "two initials"),
        ("SMITH^WILLIAM", "Bill|Smith", "a short form"),
        ("LOPEZ^MAX", "Maximilian|Lopez", "a name cut short"),
    ),
    *_different(
        ("LOPEZ^ANA", M, "a twin: the same family name and birth date, another given name"),
        ("ANA^LOPEZ", M, "a twin, with the order exchanged"),
        ("LOPEZ, ANA", M, "a twin, with a comma"),
        ("ANA LOPEZ^", M, "a twin, all in the family name's place"),
        ("LOPEZ^A", M, "an initial that contradicts"),
        ("GARCIA LOPEZ^ANA", "Maria|García López", "a twin of two family names"),
    ),
]
SCRIPTS = [
    *_same(
        ("MUELLER^JUERGEN", "Jürgen|Müller", "German ü is ue"),
        ("MULLER^JURGEN", "Jürgen|Müller", "or u, where the machine dropped the dots"),
        ("GROSS^KATHE", "Käthe|Groß", "ß is ss"),
        ("OESTERGAARD^SOEREN", "Søren|Østergård", "Danish ø is oe, å is aa"),
        ("OSTERGARD^SOREN", "Søren|Østergård", "or o and a"),
        ("LUKASZ^WALESA", "Łukasz|Wałęsa", "Polish ł is l"),
        ("Yamada^Tarou=山田^太郎=やまだ^たろう", "太郎|山田", "PS3.5 H.3.1: the ideographic group"),
        ("Yamada^Tarou=山田^太郎=やまだ^たろう", "Tarou|Yamada", "the alphabetic group"),
        ("Yamada^Tarou=山田^太郎=やまだ^たろう", "たろう|やまだ", "the phonetic group"),
        ("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう", "タロウ|ヤマダ", "PS3.5 H.3.2: half-width katakana"),
        ("Hong^Gildong=洪^吉洞=홍^길동", "길동|홍", "PS3.5 I.2: Hangul"),
        ("Wang^XiaoDong=王^小东=", "Xiao Dong|Wang", "PS3.5 K: the alphabetic group, apart"),
        ("王小东", "小东|王", "Chinese without a space"),
        ("山田^太郎=LOPEZ^MARIA", M, "a group in a script that cannot be compared does not contradict"),
        ("SMITH^JOHN==スミス^ジョン", "John|Smith", "a phonetic group that sounds alike"),
        ("Петров^Иван", "Иван|Петров", "Cyrillic with Cyrillic"),
        ("मारिया^लोपेज़", "मारिया|लोपेज़", "a script without any table here"),
    ),
    *_doubtful(
        ("MULLER^JURGEN", "Jürgen|Mueller", "u for ue: one letter"),
        ("Лопес^Мария", M, "Cyrillic for Latin: equal by its sounds only"),
        ("TSCHAIKOWSKI^PJOTR", "Пётр|Чайковский", "Latin for Cyrillic, as Germans write it"),
        ("CHAIKOVSKI^PETR", "Пётр|Чайковский", "and as a passport does"),
        ("ANGELOPOULOS^CHRISTOS", "Χρήστος|Αγγελόπουλος", "Greek"),
        ("לופז^מריה", M, "Hebrew"),
        ("لوبيز^ماريا", M, "Arabic"),
        ("スミス^ジョン", "John|Smith", "katakana alone"),
        ("홍^길동", "Gildong|Hong", "Hangul alone"),
        ("Wang^XiaoDong=王^小東=", "小东|王", "one character in two ages of writing"),
        ("山田^太郎", "Taro|Yamada", "characters cannot be compared with letters: only the birth date agrees"),
        ("SUZUKI^ICHIRO=山田^太郎=やまだ^たろう", "たろう|やまだ", "a contradicting alphabetic group is not hidden"),
        ("SUZUKI^ICHIRO=山田^太郎=やまだ^たろう", "太郎|山田", "nor by the ideographic group"),
        ("LOPEZ^MARIA==ヤマダ^タロウ", M, "a phonetic group that contradicts"),
        ("L\ufffdPEZ^MARIA", M, "bytes that are no letters: unreadable, not different"),
        ("\ufffd\ufffd^\ufffd", M, "nothing can be read: only the birth date agrees"),
        ("LOPEZ^\ufffd\ufffd", M, "the given name cannot be read"),
    ),
    *_different(
        (
            "YAMADA^TARO==ロペス^マリア",
            M,
            "an alphabetic group that contradicts is not hidden by an equal phonetic one",
        ),
        ("LOPEZ^MARIA=HALE^ROBERT", M, "two groups in one script that contradict each other"),
        ("Петров^Иван", M, "Cyrillic that sounds otherwise"),
        ("HAL\ufffd^ROBERT", M, "what can be read contradicts"),
        ("LOPEZ^MARIA\\HALE^ROBERT", M, "two values: the worst counts (PS3.5 §6.4)"),
        ("王^大伟", "小东|王", "one family name, other characters"),
    ),
]
DATES = [
    Row("LOPEZ^MARIA", "same", "no birth date in the images is no difference", born=""),
    Row("LOPEZ^M", "doubtful", "part of the name, and no birth date", born=""),
    Row("MARTINEZ^MARIA", "doubtful", "a maiden name without a birth date", born=""),
    Row("HALE^ROBERT", "different", "another name and no birth date", born=""),
    Row("山田^太郎", "different", "a name that cannot be compared, and no birth date: nothing agrees", born=""),
    Row("\ufffd\ufffd^\ufffd", "different", "nothing can be read, and no birth date", born=""),
    Row("", "same", "no name in the images, the birth date agrees"),
    Row("", "different", "no name, another birth date", born="1948-06-17"),
    Row("", "unnamed", "neither", born="", sex=""),
    Row("^^^^", "unnamed", "five empty components", born="", sex=""),
    Row("ANONYMOUS", "unnamed", "no name at all", born="", sex=""),
    Row("PATIENT^NAME", "unnamed", "what a machine writes when nobody typed a name", born="", sex=""),
    Row("DE-IDENTIFIED^ANON0001", "unnamed", "what a hospital writes", born="", sex=""),
    Row("PHANTOM^QA", "unnamed", "what is measured to test a machine", born="", sex=""),
    Row("ANONYMOUS", "different", "no name, another birth date", born="1900-01-01"),
    Row("12345^678", "different", "a number is not known to be nobody's", born=""),
    Row("ANONYMOUS^ROBERT", "different", "a name beside it is a name", born=""),
    Row("LOPEZ^MARIA", "different", "mother and daughter: another birth date", born="1978-11-20"),
    Row("SMITH^JO^^^JR", "different", "father and son", typed="Jo|Smith", born="1978-11-20", sex=""),
    Row("LOPEZ^MARIA", "doubtful", "day and month exchanged", born="1951-04-03", typed_born="1951-03-04"),
    Row("LOPEZ^M", "different", "exchanged, and only an initial", born="1951-04-03", typed_born="1951-03-04"),
    Row("LOPEZ^MARIA", "different", "one day later is another birth date", born="1951-03-04"),
    Row("LOPEZ^MARIA", "same", "only the year, and it agrees", born="1951"),
    Row("LOPEZ^MARIA", "different", "only the year, and it does not", born="1948"),
    Row("LOPEZ^MARIA", "different", "only year and month, and they do not", born="1951-04"),
    Row("LOPEZ^ANA", "different", "a twin without a birth date: the given name is another", born=""),
]  # fmt: skip
SEX = [
    Row("LOPEZ^MARIA", "doubtful", "the images are of a man", sex="M"),
    Row("LOPEZ^MARIA", "doubtful", "the images do not agree among themselves", sex="F,M"),
    Row("LOPEZ^MARIO", "different", "one letter and the other sex: the brother", sex="M"),
    Row("MARTINEZ^MARIA", "different", "another family name and the other sex", sex="M"),
    Row("", "doubtful", "no name, the birth date agrees, the other sex", sex="M"),
    Row("", "doubtful", "nothing but the other sex", sex="M", born=""),
    Row("LOPEZ^MARIA", "same", "O contradicts nothing", sex="O"),
    Row("LOPEZ^MARIA", "same", "no sex in the images", sex=""),
    Row("LOPEZ^MARIA", "same", "what the standard does not know contradicts nothing", sex="W"),
    Row("LOPEZ^MARIA", "same", "other was typed", sex="M", typed_sex="other"),
    Row("LOPEZ^MARIA", "same", "rather not say was chosen", sex="M", typed_sex="unknown"),
    Row("LOPEZ^MARIA", "same", "nothing was typed", sex="M", typed_sex=""),
]
ROWS = [*SPELLING, *SURNAMES, *GIVEN, *SCRIPTS, *DATES, *SEX]
