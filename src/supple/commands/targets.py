"""Where a command may write: never over the data themselves."""

from pathlib import Path

from supple.commands.failure import Failure


def outside(target: Path, folder: Path) -> Path:
    """`target` as a whole path; raises Failure for one inside the data folder."""
    target = target.expanduser().absolute()
    if target.resolve().is_relative_to(folder.resolve()):
        raise Failure(f"{target} is inside the folder of your data: choose a place outside of {folder}.")
    return target


def there(folder: Path) -> Path:
    """`folder`; raises Failure for one that is not there: the disk it is on may be away."""
    if not folder.is_dir():
        raise Failure(
            f"There is no data folder {folder}: connect the disk it is on, or name another with --data-dir."
        )
    return folder
