#!/usr/bin/env bash
# A desktop for one command: a screen, a sound server that plays into a file, a D-Bus and a window manager of its own.
# usage: session.sh OUT COMMAND...   FRAME_BUFFER is set for the command; SCREEN is the size of the screen; OUT/heard.raw is what was to be heard, 48 kHz
# shellcheck disable=SC2015,SC2016 # waiting, and what the inner shell expands
set -euo pipefail
out=$1 && shift
mkdir -p "$out"
export XDG_RUNTIME_DIR=$out/run FRAME_BUFFER=$out/run/Xvfb_screen0 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 NO_AT_BRIDGE=0
rm -rf -- "$out/run"
mkdir -m 700 "$out/run"

started=()
end() {
    [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null || true
    wait
}
trap end EXIT
# Our own children only, each by its number.
Xvfb -displayfd 3 -screen 0 "${SCREEN:-1400x900}x24" -noreset -nolisten tcp -fbdir "$XDG_RUNTIME_DIR" \
    3>"$out/run/display" >"$out/xvfb.log" 2>&1 &
started+=($!)
for _ in $(seq 100); do [ -s "$out/run/display" ] && break || sleep 0.1; done
DISPLAY=:$(cat "$out/run/display")
export DISPLAY
if command -v pulseaudio >/dev/null; then
    pulseaudio -n --exit-idle-time=-1 --disallow-exit=no --use-pid-file=no \
        -L "module-native-protocol-unix auth-anonymous=1 socket=$XDG_RUNTIME_DIR/pulse.socket" \
        -L "module-null-sink sink_name=speaker" >"$out/pulseaudio.log" 2>&1 &
    started+=($!)
    export PULSE_SERVER=unix:$XDG_RUNTIME_DIR/pulse.socket
    for _ in $(seq 50); do [ -S "$XDG_RUNTIME_DIR/pulse.socket" ] && break || sleep 0.1; done
    parec --device=speaker.monitor --format=s16le --rate=48000 --channels=1 --raw >"$out/heard.raw" \
        2>"$out/parec.log" &
    started+=($!)
fi
for _ in $(seq 50); do [ -e "$FRAME_BUFFER" ] && break || sleep 0.1; done
if command -v dbus-run-session >/dev/null && command -v openbox >/dev/null; then
    dbus-run-session -- bash -c 'openbox >/dev/null 2>&1 & sleep 0.5; "$@"; code=$?; kill $!; exit $code' bash "$@"
else
    "$@"
fi
