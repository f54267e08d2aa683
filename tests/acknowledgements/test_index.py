"""The index of observers."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

from checker import acknowledgements
from checker.model import Acknowledgement, Evidence, Kind


def test_every_observer_is_in_the_index():
    folder = Path(acknowledgements.__file__).parent
    modules = [import_module(f"checker.acknowledgements.{file.stem}") for file in folder.glob("[a-z]*.py")]
    observers = {module.observe for module in modules if hasattr(module, "observe")}
    assert len(observers) > 5
    assert observers == set(acknowledgements.OBSERVERS)


def test_what_several_wordings_find_is_listed_once_and_the_surest_stays():
    evidence = Evidence("From Example News", None, 4, 2, "/html/body/p")
    unsure = Acknowledgement(Kind.SOURCE_ATTRIBUTION, evidence, ("Example News",), certain=False)
    sure = replace(unsure, certain=True)
    elsewhere = replace(unsure, evidence=replace(evidence, line=5))
    assert acknowledgements.unique([unsure, sure, unsure, elsewhere]) == (sure, elsewhere)
