# shellcheck shell=bash disable=SC2154,SC2034 # root comes from whoever sources this, the rest is for them
# Sourced by what builds installers: where things are built, of which source, as which version. Expects $root.

# shellcheck source=packaging/setup.sh disable=SC1091
source "$root/packaging/setup.sh"
build=$root/build
build_needs='
program strip    binutils  smaller libraries
program objdump  binutils  the list of what the program needs
program git      git       the version and the date
library libspeechd.so.2  libspeechd2  reading notes aloud
'

# The source to build, from --source DIR; sets source, version, commit, and the date that all files get.
read_source() {
    source=$root
    while [ $# -gt 0 ]; do
        case $1 in
            --source) source=$(cd "$2" && pwd) && shift 2 ;;
            *) say "unknown argument: $1" && exit 2 ;;
        esac
    done
    version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$source/src/supple/__init__.py")
    commit=$(git -C "$source" rev-parse HEAD)
    if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
        SOURCE_DATE_EPOCH=$(git -C "$source" log -1 --format=%ct)
    fi
    export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 LC_ALL=C.UTF-8 TZ=UTC
    umask 022
    [ -z "$(git -C "$source" status --porcelain)" ] || say "note: this checkout has changes that are not committed."
}

# An environment of its own, of the system's Python: what is built then gets the distribution's, not a developer's.
set_up_build() { # more needs
    venv=$build/environment
    python=$venv/bin/python
    PATH=/usr/bin:/bin:/usr/sbin:/sbin:$PATH
    mkdir -p "$build"
    choose_python
    local shared
    shared=$("$base_python" -c 'import sys; print("libpython{}.{}".format(*sys.version_info))')
    set_up packaging "$app_needs$build_needs
library $shared.so.1.0 $shared the program's own Python
${1:-}"
}
