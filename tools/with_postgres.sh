#!/bin/sh
# Runs a command beside a PostgreSQL of its own: made in a folder that goes away at the end, reached by a socket in it.
# The command finds the server's address in CEASEFIRE_TEST_POSTGRESQL.
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || echo /nowhere/initdb)")
if [ ! -x "$bin/initdb" ]; then
    echo "no PostgreSQL server is installed; on Debian: apt-get install postgresql" >&2
    exit 1
fi
home=$(mktemp -d "${TMPDIR:-/tmp}/ceasefire-postgresql.XXXXXX")
# The server refuses to run as root.
if [ "$(id -u)" = 0 ]; then
    chown postgres "$home"
    as() { runuser -u postgres -- "$@"; }
else
    as() { "$@"; }
fi
stop() {
    as "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$home"
}
trap stop EXIT
trap 'exit 130' INT TERM
as "$bin/initdb" -D "$home/data" -U ceasefire -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
as "$bin/pg_ctl" -D "$home/data" -l "$home/log" -w \
    -o "-c listen_addresses='' -c unix_socket_directories='$home' -c max_connections=200" start >/dev/null
as "$bin/createdb" -h "$home" -U ceasefire ceasefire
CEASEFIRE_TEST_POSTGRESQL="postgresql://ceasefire@/ceasefire?host=$home" "$@"
