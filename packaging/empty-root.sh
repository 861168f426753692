# shellcheck shell=bash disable=SC2154,SC2034 # Sourced by clean-root and prove, which set suite, cache and root.
# An empty Debian or Ubuntu root that is thrown away at the end. Needs root and a Debian or Ubuntu host, whose package
# sources and certificates the empty root borrows.

# shellcheck source=/dev/null
host_suite=$(source /etc/os-release && echo "$VERSION_CODENAME")
clean_path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
say() { printf '\n== %s: %s\n' "$(basename "$0")" "$*"; }

sources() { # the host's own package sources, for the chosen suite
    # shellcheck disable=SC2016 # these are apt's variables, not the shell's
    apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        sed "s# $host_suite# $suite#" | sort -u
}

bootstrap() { # file packages: the empty root with `packages` besides the minimum, packed
    local mirror tools=$root/tools
    mirror=$(sources | awk -v suite="$suite" '$3 == suite { print $2; exit }')
    mkdir -p "$tools/packed"
    (cd "$tools/packed" && apt-get download -qq -o APT::Sandbox::User=root debootstrap && dpkg-deb -x debootstrap_*.deb "$tools")
    DEBOOTSTRAP_DIR=$tools/usr/share/debootstrap "$tools/usr/sbin/debootstrap" \
        --variant=minbase ${2:+--include="$2"} "$suite" "$root/new" "$mirror" >"$root/log" 2>&1 || {
        tail -n 20 "$root/log" >&2
        return 1
    }
    tar -C "$root/new" -czf "$1.part" . && mv "$1.part" "$1"
    rm -rf --one-file-system -- "${root:?}/new" "${root:?}/tools"
}

# What the host knows about reaching its packages; nothing else of it gets in.
lend_sources() {
    local file
    rm -rf "$root/etc/apt/sources.list" "$root/etc/apt/sources.list.d"
    sources >"$root/etc/apt/sources.list"
    for file in /etc/apt/apt.conf.d/99* /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt \
        /usr/local/share/ca-certificates/*; do
        [ ! -f "$file" ] || install -D -m 644 "$file" "$root$file"
    done
}

unpack_root() { # name packages: fills $root from the cache, made first if it is not there
    local packed=$cache/$1.tar.gz
    if [ ! -e "$packed" ]; then
        say "making an empty $suite${2:+ with $2}"
        mkdir -p "$cache"
        bootstrap "$packed" "$2"
    fi
    tar -C "$root" -xzf "$packed"
    lend_sources
}

# Everything started inside ends with the namespace.
inside() { # folder command...: run there as root, with the home folder of a person
    # shellcheck disable=SC2016 # expanded inside
    unshare --mount --pid --fork --kill-child --ipc --uts -- bash -c '
        root=$1 home=$2 folder=$3 && shift 3
        mount -t proc proc "$root/proc"
        mount -t sysfs -o ro sys "$root/sys"
        mount -t tmpfs tmpfs "$root/dev/shm" 2>/dev/null || { mkdir -p "$root/dev/shm" && mount -t tmpfs tmpfs "$root/dev/shm"; }
        mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
        exec env -i TERM=dumb LANG=C.UTF-8 HOME="$home" PATH='"$clean_path"' \
            chroot "$root" bash -c "cd \"\$1\" && shift && exec \"\$@\"" bash "$folder" "$@"
    ' bash "$root" "$home" "$@"
}
