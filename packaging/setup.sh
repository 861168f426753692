# Sourced by ./run and ./test: everything they need on a machine that has only python3. Expects $root.
# The first start does the work and leaves a stamp; later starts only compare the stamp.

venv=$root/.venv
python=$venv/bin/python
unset PYTHONDONTWRITEBYTECODE PYTHONHOME PYTHONPATH

# What must be there, as "kind name package purpose". Libraries are looked up by their file name, so that a
# machine whose packages are named otherwise is not asked for anything it already has; which ones Qt needs was
# asked of its files by packaging/system_libraries.py.
app_needs="$(cat "$root/requirements/libraries.txt")
module  ensurepip    python3-venv  its own Python environment
"
test_needs='
program Xvfb        xvfb              a screen for the tests
program xauth       xauth             a screen for the tests
program pulseaudio  pulseaudio        recording the sounds in the tests
program pactl       pulseaudio-utils  recording the sounds in the tests
program dbus-daemon dbus              the tests of the screen kept awake
program gdbus       libglib2.0-bin    the tests of the media keys
program git         git               the tests of the files in the project
program setpriv     util-linux        the tests as another user
program objdump     binutils          the tests of what Supple needs of the system
'

say() { printf 'supple: %s\n' "$*" >&2; }

is_usable_python() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 16))' 2>/dev/null
}

choose_python() {
    local candidate
    for candidate in python3 /usr/bin/python3 python3.15 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null && is_usable_python "$candidate"; then
            base_python=$(command -v "$candidate")
            return
        fi
    done
    say "Supple needs Python 3.11 to 3.15, and this machine has none. Please install python3 and start again."
    exit 1
}

is_there() { # kind name
    case $1 in
        library) grep -qF "$2 " <<<"$known_libraries" ;;
        module) "$base_python" -c "import $2" 2>/dev/null ;;
        program) command -v "$2" >/dev/null ;;
    esac
}

# The name under which this distribution has a package: Debian 13 and Ubuntu 24.04 renamed some to ...t64.
apt_name() {
    local name
    for name in "$1" "${1}t64"; do
        if [ -n "$(apt-cache show --no-all-versions "$name" 2>/dev/null)" ]; then
            echo "$name"
            return
        fi
    done
    return 1
}

install_system_packages() { # needs
    [ "$(uname -s)" = Linux ] || return 0
    local kind name package purpose as_root=() packages=()
    known_libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)
    declare -A missing=()
    while read -r kind name package purpose; do
        [ -n "$kind" ] || continue
        is_there "$kind" "$name" || missing[$package]=$purpose
    done <<<"$1"
    [ ${#missing[@]} -gt 0 ] || return 0

    say "this machine still lacks what follows, and Supple needs it for:"
    for package in "${!missing[@]}"; do
        printf '  %-20s %s\n' "$package" "${missing[$package]}" >&2
    done | sort >&2
    if ! command -v apt-get >/dev/null; then
        say "there is no apt-get here. Please install the same things with this system's own tool and start again."
        exit 1
    fi
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "please have an administrator run: apt-get install ${!missing[*]}"
            exit 1
        fi
        as_root=(sudo)
        say "installing with sudo, which may ask for your password."
    fi
    for package in "${!missing[@]}"; do
        if ! apt_name "$package" >/dev/null; then
            "${as_root[@]}" apt-get update -qq >&2 || true
            break
        fi
    done
    for package in "${!missing[@]}"; do
        packages+=("$(apt_name "$package" || echo "$package")")
    done
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${packages[@]}")
    local log
    log=$(mktemp)
    # A list from last month names files that are gone: refresh it once and try again.
    if ! "${as_root[@]}" "${install[@]}" >"$log" 2>&1; then
        "${as_root[@]}" apt-get update -qq >&2 || true
        if ! "${as_root[@]}" "${install[@]}" >"$log" 2>&1; then
            cat "$log" >&2
            say "installing failed; what apt-get said is above."
            exit 1
        fi
    fi
    rm -f "$log"
}

make_environment() { # lock
    if [ -e "$venv" ]; then
        # A folder that was moved, or whose Python was replaced by another, is made anew.
        if ! is_usable_python "$python" || [ "$(cat "$venv/.supple-root" 2>/dev/null || echo "$root")" != "$root" ]; then
            rm -rf -- "$venv"
        fi
    fi
    say "preparing the Python environment; the first time this takes a minute."
    [ -e "$venv" ] || "$base_python" -m venv "$venv"
    "$python" -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        --require-hashes --requirement "$1" >&2
    printf '%s\n' "$root" >"$venv/.supple-root"
    printf '%s\n' "$root/src" >"$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/supple.pth"
    "$python" -m compileall -qq "$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" || true
    "$python" -m compileall -qq "$root/src"
}

# The state that a finished set-up leaves behind: the lock, this script, the folder and the Python.
stamp_text() { # lock
    local files=("$1" "$root/packaging/setup.sh" "$root/requirements/libraries.txt")
    sha256sum "${files[@]}" 2>/dev/null || shasum -a 256 "${files[@]}"
    readlink -f "$python" 2>/dev/null || true
}

resources_are_old() {
    local rcc=$root/src/supple/supple.rcc
    [ -e "$rcc" ] || return 0
    [ -n "$(cd "$root" && find resources.qrc assets -path assets/studio -prune -o -type f -newer "$rcc" -print -quit)" ]
}

# set_up NAME NEEDS: NAME is app or test, the name of the lock and of the stamp.
set_up() {
    local lock=$root/requirements/$1.lock stamp=$venv/.supple-$1
    if [ "$(cat "$stamp" 2>/dev/null)" != "$(stamp_text "$lock")" ]; then
        exec 9>"$root/.set-up.lock"
        ! command -v flock >/dev/null || flock 9
        choose_python
        install_system_packages "$2"
        make_environment "$lock"
        # What the tests need includes what the program needs, in the same versions: then both are done.
        stamp_text "$root/requirements/app.lock" >"$venv/.supple-app"
        stamp_text "$lock" >"$stamp"
        exec 9>&-
    fi
    if resources_are_old; then
        "$python" "$root/packaging/make_resources.py" --compile
    fi
}
