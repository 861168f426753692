#!/bin/sh
# Runs inside the unpacked .run file: puts Supple into the home folder of whoever started it. The same script, installed
# as uninstall.sh, takes it away again; so does: sh supple-VERSION.run -- --uninstall
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
place=$HOME/.local/opt/supple
link=$HOME/.local/bin/supple
entry=$data/applications/supple.desktop

# Whoever double-clicked sees no terminal; a notification reaches them where there is one.
say() {
    printf '%s\n' "$1"
    [ -t 1 ] || ! command -v notify-send >/dev/null || notify-send --app-name=Supple --icon=supple Supple "$1" || true
}

refuse() {
    say "$1" >&2
    exit 1
}

refresh_menu() {
    ! command -v update-desktop-database >/dev/null || update-desktop-database -q "$data/applications" || true
    ! command -v gtk-update-icon-cache >/dev/null || gtk-update-icon-cache -q -t "$data/icons/hicolor" || true
}

remove() {
    rm -rf -- "$HOME/.local/opt/supple"
    [ "$(readlink "$link" 2>/dev/null)" != "$place/supple" ] || rm -f -- "$link"
    rm -f -- "$entry" "$data"/metainfo/*.supple.metainfo.xml "$data"/icons/hicolor/*/apps/supple.png \
        "$data/icons/hicolor/scalable/apps/supple.svg"
}

# A program whose files change under it fails in odd ways.
for process in /proc/[0-9]*; do
    [ "$(readlink "$process/exe" 2>/dev/null)" != "$place/supple" ] ||
        refuse "Supple is running: close its window first, then try again."
done

if [ "${1:-}" = --uninstall ] || [ "$(basename "$0")" = uninstall.sh ]; then
    remove
    refresh_menu
    say "Supple is gone from $place. Your history stays in $data/supple: delete that folder to remove it too."
    exit 0
fi

[ "$(uname -m)" = x86_64 ] || refuse "This file is for 64-bit PCs (x86_64); this machine is $(uname -m)."

# What this system must have by itself: its C library, its graphics driver, its screen.
qt=$here/program/_internal/PySide6/Qt
lacking=$(LD_LIBRARY_PATH=$here/program/_internal:$qt/lib ldd "$here/program/supple" "$qt/plugins/platforms/libqxcb.so" \
    "$qt/plugins/platforms/libqwayland.so" "$qt/lib/libQt6Multimedia.so.6" 2>&1 |
    sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p; s/.*version .\(GLIBC[^ ]*\). not found.*/\1/p' |
    sort -u | tr '\n' ' ')
case $lacking in
    '') ;;
    *GLIBC*) refuse "This system is too old for Supple, which needs glibc 2.36 or newer: it lacks $lacking" ;;
    *) refuse "This system lacks $lacking- on Debian or Ubuntu: sudo apt install libgl1 libegl1 libxcb1 libwayland-client0 \
libwayland-cursor0 libwayland-egl1" ;;
esac

# The new one is laid beside the old one and takes its place at once, so that an update never leaves half a program.
new=$HOME/.local/opt/supple.new
mkdir -p "$HOME/.local/opt" "$HOME/.local/bin" "$data/applications"
rm -rf -- "$HOME/.local/opt/supple.new"
cp -R "$here/program" "$new"
cp "$here/setup.sh" "$new/uninstall.sh"
chmod 755 "$new/uninstall.sh"
remove
mv "$new" "$place"
ln -sf "$place/supple" "$link"
cp -R "$here/share/." "$data/"
# A menu need not have ~/.local/bin on its path, so the entry names the whole of it.
escaped=$(printf '%s' "$place/supple" | sed 's/[&#\\]/\\&/g')
sed -i "s#^Exec=supple#Exec=\"$escaped\"#" "$entry"
refresh_menu

say "Supple is installed in $place and in your menu. To remove it: $place/uninstall.sh; your history stays then."
