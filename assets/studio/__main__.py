"""The studio's command line: render what changed, preview, gauge and measure poses, sheets, photographs."""

import argparse
import math
import sys
from pathlib import Path

from .figure import Figures
from .figure_data import VARIABLE, MissingFigureDataError, find_figure_data
from .ledger import Ledger
from .recipe import Exercise, PoseFileError, all_exercises

ROOT = Path(__file__).resolve().parents[2]
PHOTOGRAPHS = ROOT / "tests" / "data" / "photographs"
SHEETS = ROOT / "docs" / "pictures"
PICTURES = ROOT / "assets" / "pictures"
LEDGER = Path(__file__).parent / "rendered.json"
WORK = ROOT / "build" / "studio"


def main() -> int:
    """Do what the command line asks; 2 when something is missing or not understood."""
    arguments = _parser().parse_args()
    try:
        exercises = _chosen(getattr(arguments, "exercise", []))
        if arguments.command == "sheet":
            return _sheets(exercises, arguments.folder)
        figures = Figures(find_figure_data(arguments.figure_data), WORK)
    except (MissingFigureDataError, PoseFileError) as problem:
        print(problem, file=sys.stderr)
        return 2
    if arguments.command == "measure":
        from .measure import rows

        for exercise in exercises:
            print("\n".join(rows(figures[exercise.figure], exercise)))
        return 0
    if arguments.command == "facts":
        return _facts(figures, exercises)
    if arguments.command == "gauge":
        return _gauge(figures, exercises, arguments.report)
    if arguments.command == "check":
        return _check(figures, exercises)
    if arguments.command == "photographs":
        from .photographs import take_all

        print(f"{len(take_all(figures, arguments.folder, anew=arguments.anew))} photographs taken.")
        return 0
    # Blender is loaded only now: a wrong option is told at once.
    from .produce import Production, preview

    if arguments.command == "preview":
        angles = [(float(a), float(b)) for a, _, b in (text.partition(",") for text in arguments.angle)]
        preview(figures[exercises[0].figure], exercises[0], arguments.still, angles, arguments.sheet)
        print(arguments.sheet)
        return 0
    production = Production(
        figures,
        pictures=PICTURES,
        work=WORK,
        ledger=Ledger(LEDGER),
        share=0.25 if arguments.draft else arguments.share,
        threads=arguments.threads,
    )
    made = production.render(
        exercises, set(arguments.only), anew=arguments.anew, minutes=arguments.minutes or math.inf
    )
    print(f"{len(made)} pictures rendered.")
    return 0


def _sheets(exercises: list[Exercise], folder: Path) -> int:
    """Write the contact sheets; they need neither Blender nor the figure."""
    from .sheet import write_sheets

    for page in write_sheets(PICTURES, [exercise.folder for exercise in exercises], folder):
        print(page)
    return 0


def _facts(figures: Figures, exercises: list[Exercise]) -> int:
    """Write `pictures.json` anew beside pictures as they are; 1 when some show another pose than their file has."""
    from .facts import older_than_their_poses, write_facts
    from .shot import kind
    from .shots import Shooting, shot_names

    found_old = False
    for exercise in exercises:
        folder, figure, names = PICTURES / exercise.folder, figures[exercise.figure], shot_names(exercise)
        shots = list(Shooting(figure, exercise).of_series(set(names)))
        old = older_than_their_poses(folder, shots)
        shots = [shot for shot in shots if kind(shot.name) not in old]
        write_facts(folder, exercise.named_side, (exercise.figure, figure), shots, names)
        print(
            f"{exercise.id}: {'kept as it was: ' + ', '.join(sorted(old)) if old else 'written'}", flush=True
        )
        found_old = found_old or bool(old)
    return int(found_old)


def _gauge(figures: Figures, exercises: list[Exercise], report: Path | None) -> int:
    """Print the worst figures of each exercise and what is beyond the limits; 1 when anything is."""
    from .gauge import gauge, table

    reports = []
    for exercise in exercises:
        made = gauge(figures[exercise.figure], exercise)
        reports.append(made)
        worst = ", ".join(f"{kind} {value.value:.0f}" for kind, value in sorted(made.worst().items()))
        print(f"{exercise.id}: {worst}", flush=True)
        for value in made.beyond():
            print(f"  BEYOND {value}", flush=True)
    if report:
        report.write_text(table(reports), "utf-8")
    failed = [made.exercise for made in reports if made.beyond()]
    print(f"Beyond the limits: {', '.join(failed)}." if failed else "All within the limits.")
    return 1 if failed else 0


def _check(figures: Figures, exercises: list[Exercise]) -> int:
    """Gauge poses, pictures and cards, remember it, take what is mended off the list; 1 for a new failure."""
    from .gauge import gauge
    from .known import begin, mended, new_failures, recorded, remember, take_out_mended

    for exercise in exercises:
        report = gauge(figures[exercise.figure], exercise)
        is_first = remember(exercise.id, report.worst())
        found = recorded(PICTURES, all_exercises())
        if is_first:
            begin(exercise.id, found)
        print(f"{exercise.id}: {', '.join(report.failed()) or 'within the limits'}", flush=True)
        for value in report.beyond():
            print(f"  BEYOND {value}", flush=True)
    found = recorded(PICTURES, all_exercises())
    gone, new = mended(found), new_failures(found)
    take_out_mended(found)
    print("\n".join([*(f"mended: {name}" for name in gone), *(f"NEW: {name}" for name in new)]))
    return 1 if new else 0


def _chosen(names: list[str]) -> list[Exercise]:
    exercises = all_exercises()
    unknown = set(names) - {exercise.id for exercise in exercises}
    if unknown:
        known = ", ".join(exercise.id for exercise in exercises)
        raise PoseFileError(f"There is no pose file for {', '.join(sorted(unknown))}. There are: {known}.")
    return [exercise for exercise in exercises if not names or exercise.id in names]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="studio", description=__doc__)
    parser.add_argument(
        "--figure-data", metavar="FOLDER", help=f"where the figure's data are (or {VARIABLE})"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    render = commands.add_parser("render", help="render what changed into assets/pictures")
    render.add_argument("exercise", nargs="*", help="all when none is named")
    render.add_argument(
        "--only", action="append", default=[], help="this picture only, e.g. card, step_2, loop"
    )
    render.add_argument("--anew", action="store_true", help="even what did not change")
    render.add_argument("--draft", action="store_true", help="quickly, a quarter of the samples")
    render.add_argument(
        "--share",
        type=float,
        default=1.0,
        help="of the samples; finals from 0.5 on, in two thirds of the time",
    )
    render.add_argument("--threads", type=int, default=2, help="processor cores to use")
    render.add_argument("--minutes", type=float, help="stop cleanly after so many; run again to go on")
    show = commands.add_parser("preview", help="one sheet with stills of an exercise, from any angles")
    show.add_argument("exercise", nargs=1)
    show.add_argument("--still", action="append", required=True, help="card, step_1 …; several allowed")
    show.add_argument(
        "--angle", action="append", default=[], help="TURN,HEIGHT in degrees; the still's own if none"
    )
    show.add_argument("--sheet", type=Path, default=WORK / "preview.png")
    facts = commands.add_parser("facts", help="write pictures.json anew; nothing is rendered")
    facts.add_argument("exercise", nargs="*")
    gauges = commands.add_parser("gauge", help="hold poses and loops against the table of limits")
    gauges.add_argument("exercise", nargs="*")
    gauges.add_argument("--report", type=Path, metavar="FILE", help="write the report as Markdown")
    checks = commands.add_parser(
        "check", help="gauge everything, remember it, and take what is mended off the list of known failures"
    )
    checks.add_argument("exercise", nargs="*")
    sheets = commands.add_parser(
        "sheet", help="contact sheets of all cards and all pairs, as they are rendered"
    )
    sheets.add_argument("exercise", nargs="*")
    sheets.add_argument("--folder", type=Path, default=SHEETS)
    measure = commands.add_parser("measure", help="print joint angles, wrists, reaches and depth of contacts")
    measure.add_argument("exercise", nargs="*")
    photographs = commands.add_parser(
        "photographs", help="take the missing photographs that the photo goniometer is tested on"
    )
    photographs.add_argument("--folder", type=Path, default=PHOTOGRAPHS)
    photographs.add_argument("--anew", action="store_true", help="all of them")
    return parser


if __name__ == "__main__":
    sys.exit(main())
