"""What can be pressed, and where it leads: handed to whoever makes a page; its signal meets its way directly."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supple.domain.record import SelfTestRecord
    from supple.domain.settings import Settings
    from supple.domain.side import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Whatever begins something asks the one gate by itself, before anything else."""

    start_routine: "Callable[[str], None]"
    start_todays_routine: "Callable[[], None]"
    start_exercise: "Callable[[str, Side], None]"
    start_check: "Callable[[], None]"
    start_plan: "Callable[[], None]"
    show_plan: "Callable[[], None]"
    show_plans_steps: "Callable[[], None]"
    answer_plan: "Callable[[str], None]"
    print_routine: "Callable[[str], None]"
    save_routine: "Callable[[str], None]"
    invite_someone_else: "Callable[[], None]"
    change_answers: "Callable[[], None]"
    show_signs: "Callable[[], None]"
    change_settings: "Callable[[Settings], None]"
    put_away: "Callable[[str], None]"
    write_note: "Callable[[str, str], None]"
    show_photos: "Callable[[SelfTestRecord], None]"
    export: "Callable[[], None]"
    back_up: "Callable[[], None]"
    restore: "Callable[[], None]"
    test_sound: "Callable[[], None]"
    look_for_devices: "Callable[[], None]"
