"""The index of observers."""

from importlib import import_module
from pathlib import Path

from checker import acknowledgements


def test_every_observer_is_in_the_index():
    folder = Path(acknowledgements.__file__).parent
    modules = [import_module(f"checker.acknowledgements.{file.stem}") for file in folder.glob("[a-z]*.py")]
    observers = {module.observe for module in modules if hasattr(module, "observe")}
    assert len(observers) > 5
    assert observers == set(acknowledgements.OBSERVERS)
