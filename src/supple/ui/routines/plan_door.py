"""The row that leads to the plan: how it stands, or that there is none."""

from supple.ui.kit.button import Button
from supple.ui.kit.rows import Row
from supple.ui.kit.theme import Theme


class PlanDoor(Row):
    """`see` opens the page of the plan."""

    def __init__(self, theme: Theme) -> None:
        self.see = Button(theme, "", icon="calendar-days")
        super().__init__(theme, "", self.see, caption=" ")
        self.show_plan("", "")

    def show_plan(self, name: str, line: str) -> None:
        """What stands in it; without a name there is no plan."""
        self.set_name(name or self.tr("A plan of four weeks"))
        self.set_caption(
            line or self.tr("It follows from your checks and moves by rule. Without one all stays as it is.")
        )
        self.see.set_text(self.tr("See the plan") if name else self.tr("About plans"))
