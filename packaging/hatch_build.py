"""Before the wheel is built: makes the resource file, so that the wheel has its pictures, icons and sounds."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourceHook(BuildHookInterface):
    """Named in pyproject.toml; pyside6-rcc comes with what the build requires."""

    def initialize(self, _version: str, build_data: dict[str, Any]) -> None:
        """Make src/supple/supple.rcc where it is missing or older than an asset; an editable install as well."""
        sys.path.insert(0, str(Path(self.root) / "packaging"))
        import make_resources

        if make_resources.is_stale():
            make_resources.compile_resources()
        build_data["artifacts"].append("/src/supple/supple.rcc")
