"""The configuration: `creditline.toml`, or `[tool.creditline]` in `pyproject.toml`, from the working folder upwards."""

from checker.config.read import find, read, settled
from checker.config.values import Config, Content, PathRule

__all__ = ["Config", "Content", "PathRule", "find", "read", "settled"]
