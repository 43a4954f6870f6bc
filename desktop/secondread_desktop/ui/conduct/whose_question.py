"""Which question the banner on Check asks, and what the foot allows, for each state."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from secondread_desktop.core.exam_tree import Person, may_be_one_person
from secondread_desktop.ui import words
from secondread_desktop.ui.conduct.visit import Whose
from secondread_desktop.ui.long_words import breakable, shortened
from secondread_desktop.ui.screens.check import foot_of
from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.widgets.foot import Foot
from secondread_desktop.ui.widgets.identity_banner import Answer, Question

NO, OTHERS, ANOTHER, INSTEAD, SAME, STAY = "no", "others", "another", "instead", "same", "stay"
PERSON = "person "
_ON_A_CARD = 16  # letters of a word beside others


@dataclass(frozen=True, slots=True)
class WhoseState:
    """What is known: all people, whose images are ticked or would be, the answer, and a tick at somebody else's."""

    people: Sequence[Person] = field(repr=False)
    chosen: Sequence[Person] = field(repr=False)
    whose: Whose | None
    image_count: int
    is_refused: bool
    asked_for: Person | None = field(default=None, repr=False)
    discs: int = 1


def question(state: WhoseState) -> Question:
    """Return the banner's words."""
    if state.is_refused:
        return _refused(state)
    if state.asked_for is not None:
        return _of_another(state, state.asked_for)
    return _is_this_you(state) if state.chosen else _whose(state)


def foot(state: WhoseState) -> Foot:
    """Return the actions, and why one cannot go on."""
    go_on = sentences.go_on(state.image_count) if state.image_count else sentences.GO_ON_DISABLED
    return foot_of(go_on=go_on, note=_obstacle(state))


def _obstacle(state: WhoseState) -> str:
    if state.is_refused:
        return sentences.FIRST_OTHERS
    if state.asked_for is not None:
        return sentences.FIRST_ANSWER
    if not state.chosen:
        return sentences.FIRST_PERSON
    if not state.image_count:
        return sentences.FIRST_TICK
    return "" if state.whose else sentences.FIRST_ANSWER


def _yes_or_no(state: WhoseState) -> tuple[Answer, ...]:
    several = (Answer(ANOTHER, sentences.ANOTHER_PERSON, is_quiet=True),) if len(state.people) > 1 else ()
    return (
        Answer(Whose.MINE, sentences.YES, is_on=state.whose is Whose.MINE),
        Answer(Whose.CARED_FOR, sentences.CARED_FOR, is_on=state.whose is Whose.CARED_FOR),
        Answer(NO, sentences.NO),
        *several,
    )


def _is_this_you(state: WhoseState) -> Question:
    is_me = state.whose is Whose.MINE
    if all(person.is_unnamed for person in state.chosen):
        return Question(
            kind="plain",
            markup=sentences.UNNAMED,
            spoken=f"{sentences.UNNAMED} {sentences.UNNAMED_MEANING}",
            below="" if state.whose else sentences.UNNAMED_MEANING,
            answers=_yes_or_no(state),
            short=sentences.answered_unnamed(is_me=is_me) if state.whose else "",
        )
    names = [(breakable(shortened(person.name)), person.birth_date) for person in state.chosen]
    return Question(
        kind="plain",
        markup=sentences.is_this_you(names, is_markup=True),
        spoken=f"{sentences.BELONG} {sentences.is_this_you(names, is_markup=False)}",
        above=sentences.BELONG,
        answers=_yes_or_no(state),
        short=sentences.answered(names, is_me=is_me) if state.whose else "",
    )


def _whose(state: WhoseState) -> Question:
    some_unnamed = any(person.is_unnamed for person in state.people)
    asked = sentences.several_people(len(state.people), discs=state.discs, some_unnamed=some_unnamed)
    cards = tuple(
        Answer(
            f"{PERSON}{number}",
            breakable(shortened(words.name_in_words(person.name)), most=_ON_A_CARD),
            detail=sentences.born(person.birth_date),
            count=words.images(len(person.files)),
        )
        for number, person in enumerate(state.people)
    )
    return Question(
        kind="warn",
        markup=f"<b>{escape(asked)}</b>",
        spoken=f"{asked} {sentences.SEVERAL_MEANING}",
        below=sentences.SEVERAL_MEANING,
        cards=(*cards, Answer(NO, sentences.nobody(len(state.people)))),
    )


def _of_another(state: WhoseState, wanted: Person) -> Question:
    current = words.joined(_shown(person) for person in state.chosen)
    asked = sentences.of_another_person(_shown(wanted), current)
    may_be_one = all(may_be_one_person(wanted, person) for person in state.chosen)
    same = (Answer(SAME, sentences.SAME_PERSON),) if may_be_one else ()
    return Question(
        kind="warn",
        markup=f"<b>{escape(asked)}</b>",
        spoken=f"{asked} {sentences.ONE_AT_A_TIME}",
        below=sentences.ONE_AT_A_TIME,
        answers=(Answer(INSTEAD, sentences.SEND_INSTEAD), *same, Answer(STAY, sentences.STAY)),
    )


def _shown(person: Person) -> str:
    return breakable(shortened(words.name_in_words(person.name)))


def _refused(state: WhoseState) -> Question:
    another = ANOTHER if len(state.people) > 1 else STAY
    return Question(
        kind="warn",
        markup=f"<b>{escape(sentences.REFUSED)}</b>",
        spoken=f"{sentences.REFUSED} {sentences.REFUSED_MEANING}",
        below=sentences.REFUSED_MEANING,
        answers=(Answer(OTHERS, sentences.CHOOSE_OTHERS), Answer(another, sentences.ASK_AGAIN, is_quiet=True)),
    )
