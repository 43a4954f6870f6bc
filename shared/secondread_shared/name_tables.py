"""Words in names that are no names, and names that stand for each other. All are folded (`person_names.folded`)."""


def _named(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Parts of a family name that many families share: alone they say nothing about who somebody is.
PARTICLES = _named("""
a af al am an ap av aw bar bat bin bint d da dal dalla das de degli dei del della den der des di do dos du e el
fitz het ibn l la las le los mac mc o of op os san santa st t te ten ter und van vander vom von y zu zum
zur де фон бин
""")
# Forms of address. Only what is never a name by itself, for they are dropped wherever they stand.
TITLES = _named("""
dr mr mrs ms mx miss prof frau herr mme mlle sra srta dott phd др проф
""")
# More of them, dropped where the standard puts prefix and suffix (PS3.5 §6.2.1.1: the fourth and fifth component).
AFFIXES = TITLES | _named("""
ba bsc capt col dame dipl don dona doctor esq father fr gen graf hon hr ing lady lord ma mag maj md med msc
professor rev sig signor signora sir sister
""")
# What machines and people write where no name is told.
PLACEHOLDERS = _named("""
anon anonim anonima anonimizado anonimo anonym anonyme anonymised anonymisiert anonymized anonymous
calibration deidentified dummy identified name nn nobody noname none null patient patientname phantom qa qc redacted
removed test testpatient unbekannt unknown unnamed xx xxx xxxx xxxxx аноним
""")
# Short and pet forms; what is only cut off (Max, Alex, Rob) needs no entry.
_NICKNAMES = """
abigail abby gail
albert al bert bertie
alexander aleksandr sasha sascha sandy alec alejandro
alexandra aleksandra sasha sandra
alfred fred alf
amelia emilia millie amy
andrew andy drew andreas andrei andrey
ann anna anne annie nancy hannah anya
anthony antonio tony toni anton
barbara babs barb basia
benjamin ben benny
catherine katherine kathryn katharina cathy kathy kate katie kitty kat katja ekaterina
charles charlie chuck carlos karl carl
christian chris
christina christine chris tina
christopher chris kit
concepcion concha conchita
daniel dan danny
david dave davy
deborah debbie deb
dmitri dmitry dima
dolores lola
dorothy dot dottie dolly
edward ed eddie ned ted teddy eduard
eleanor ellen nell nora
elizabeth elisabeth elisabetta liz lizzie beth betty bess eliza libby lisa elsa ilse lise sissi
evgeny zhenya eugene gene
florence flo
francis francisco franz frank paco pancho francesco fco
frederick fred freddie fritz friedrich
george georg jorge jurgen
gerald gerry jerry
giuseppe beppe pino
gregory greg
gunther gunter
helen helena elena nell lena
henry harry hank heinrich heinz enrique
ignacio nacho
isabel isabella bella
ivan vanya
jacob jake jack
jacqueline jackie
james jim jimmy jamie jacobo santiago
jennifer jen jenny
jesus chucho
johann johannes hans hannes john jon johnny jack jan juan ivan giovanni
jonathan jon
joseph josef jose joe joey pepe sepp jupp pep
josephine jo josie
joseluis pepelu
katarina katja
lawrence larry laurence
leonard len leo
luis lucho
ludwig lutz
magdalena lena magda
manuel manolo manny
margaret margarete margarita maggie meg peggy greta gretel rita gretchen marge
maria ma mary marie mariya masha mia mitzi molly polly
martha marty
matthew matt matthias
michael mike mick mickey michel miguel mikhail misha
mohammed mohamed muhammad mohammad muhammed mohd md mehmet
natalia natalya natasha
nicholas nick nicky nikolaus klaus nikolai kolya
olga olya
patricia pat patty tricia
patrick pat paddy
paul pablo pavel pasha
peter pete pedro piotr pyotr
philip phil
rafael rafa
raymond ray
rebecca becky
richard dick rick ricky rich
robert bob bobby rob robbie bert
roberto beto
ronald ron
rosario charo
rudolf rudi
samuel sam
sergei sergey seryozha
sebastian bastian wastl
stephen steven steve stefan
susan susanne susanna sue susie
tatiana tatyana tanya
teresa theresa terry tess resi
theodore ted teddy theo
thomas tom tommy
timothy tim
ursula uschi
victoria vicky
vladimir volodya vova
walter walt
wilhelm willi willy
william bill billy will willie wm guillermo
yuri yury
"""


def _by_word() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(_NICKNAMES.strip().splitlines()):
        for word in line.split():
            groups.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


_GROUPS = _by_word()


def are_forms_of_one(one: str, other: str) -> bool:
    """Tell whether two given names stand for each other, `bill` for `william`."""
    return bool(_GROUPS.get(one, frozenset()) & _GROUPS.get(other, frozenset()))
