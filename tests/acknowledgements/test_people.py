"""The persons in a byline: where one name ends and the next begins."""

import pytest

from checker.acknowledgements.people import people
from checker.wording import load


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        pytest.param("Ann Writer, Bo Reader and Cy Poet", ("Ann Writer", "Bo Reader", "Cy Poet"), id="a list"),
        pytest.param("Ann Writer, and Bo Reader", ("Ann Writer", "Bo Reader"), id="a comma before the last"),
        pytest.param("Ann Writer&Bo Reader", ("Ann Writer", "Bo Reader"), id="no space around a mark"),
        pytest.param("Ann Y. Writer", ("Ann Y. Writer",), id="an initial that is a word elsewhere"),
        pytest.param("José E Pérez y Ana I. Ruiz", ("José E Pérez", "Ana I. Ruiz"), id="initials and the word"),
        pytest.param("Ann Writer with Dan Reader", ("Ann Writer", "Dan Reader"), id="a name that is a word elsewhere"),
        pytest.param("ANN WRITER AND DAN READER", ("ANN WRITER", "DAN READER"), id="all in capitals"),
        pytest.param("Anna Pisarz i Jan Czytelnik", ("Anna Pisarz", "Jan Czytelnik"), id="another language's word"),
        pytest.param("Dr. Ann van den Berg", ("Ann van den Berg",), id="a title and particles"),
        pytest.param("Prof. Dr. Ann Writer", ("Ann Writer",), id="two titles"),
        pytest.param("Cyd wa Kamau", ("Cyd wa Kamau",), id="a particle of another continent"),
        pytest.param("Jean-Luc d’Exemple", ("Jean-Luc d’Exemple",), id="a particle with an apostrophe"),
        pytest.param("Jean d'accord", (), id="an apostrophe before a small letter"),
        pytest.param("Jean don't", (), id="an apostrophe behind a word"),
        pytest.param("The Example Review", (), id="what begins like a publisher's name"),
        pytest.param("Jean Le", ("Jean Le",), id="a particle that is a surname"),
        pytest.param("Jean le", (), id="a particle that is none"),
        pytest.param("May March", (), id="a date"),
        pytest.param("Ann Writer, our reporter", ("Ann Writer",), id="what is no name ends it"),
    ],
)
def test_the_persons_of_a_byline(byline, names):
    assert people(byline, load.default().of("en")) == names
