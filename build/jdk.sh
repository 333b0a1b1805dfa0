# Read by ./wengert and ./check: sets $jdk to the folder of a JDK that can build and run Wengert, or ends
# with one sentence. Nothing is started to find out; every JDK states its version in its file `release`.

suits() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS='=' read -r key value; do
        [ "$key" = JAVA_VERSION ] || continue
        value=${value#\"}
        value=${value%%[!0-9]*}
        [ "${value:-0}" -ge 25 ]
        return
    done <"$1/release"
    return 1
}

first_that_suits() {
    for jdk in "$@"; do
        suits "$jdk" && return
    done
    return 1
}

on_path=$(command -v java) && on_path=$(readlink -f "$on_path" 2>/dev/null) && on_path=${on_path%/bin/java}

first_that_suits "${JAVA_HOME:-}" "${on_path:-}" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec || {
    echo "Wengert needs a JDK 25 or newer and found none: install one (for example Eclipse Temurin 25 from adoptium.net), or set JAVA_HOME to it." >&2
    exit 1
}
