"""Letters: every one in both languages, filled in with the same things, and nothing else to be read in them."""

import re

import pytest
from sqlmodel import select

from matchmaker.accounts.letters.writing import Letter, phrases_of, words_of, write_letter
from matchmaker.kit.database import Database
from matchmaker.kit.mail.models import Language, OutgoingMail

BRACES = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("letter", Letter)
def test_every_letter_says_the_same_in_both_languages(letter: Letter) -> None:
    vietnamese, english = (words_of(language)[letter] for language in Language)

    assert set(BRACES.findall("".join(vietnamese))) == set(BRACES.findall("".join(english)))
    assert vietnamese.subject != english.subject


def test_there_are_no_words_without_a_letter() -> None:
    assert [set(words_of(language)) for language in Language] == [set(Letter), set(Letter)]
    assert set(phrases_of(Language.VIETNAMESE)) == set(phrases_of(Language.ENGLISH))


@pytest.mark.parametrize("language", Language)
def test_subjects_tell_of_nobody_because_they_are_kept(language: Language) -> None:
    subjects = [words.subject for words in words_of(language).values()]

    assert [subject for subject in subjects if "{name}" in subject or "{email}" in subject] == []


def written(database: Database) -> list[OutgoingMail]:
    with database.session(writes=False) as session:
        return list(session.exec(select(OutgoingMail)))


def test_names_with_braces_and_line_breaks_stay_names(database: Database) -> None:
    name = "A\r\nBcc: x@y.example {link} %s"

    with database.session() as session:
        values = {"name": name, "email": "a@b.example", "organisation": "{0}"}
        write_letter(session, "lan@ben-binh.example", Language.ENGLISH, Letter.JOIN_ASKED, **values)

    mail = written(database)[0]
    assert mail.subject == "Somebody asks to join {0}"
    assert "A Bcc: x@y.example {link} %s (a@b.example) asks to join {0}." in mail.text


def test_the_accounts_of_a_demonstration_get_no_mail(database: Database) -> None:
    with database.session() as session:
        write_letter(session, "organiser@demonstration.invalid", Language.ENGLISH, Letter.PASSWORD_CHANGED)

    assert written(database) == []
