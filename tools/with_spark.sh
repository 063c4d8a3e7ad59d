#!/bin/sh
# Runs a command beside a Spark cluster of its own on loopback: one master and two workers, stopped at the end.
# The command finds the master's address in CEASEFIRE_TEST_SPARK. PYTHON is a Python that has pyspark.
set -eu
python=${PYTHON:-python3}
SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))') || {
    echo "$python has no pyspark; pip install 'ceasefire[spark]'" >&2
    exit 1
}
if ! command -v java >/dev/null && [ -z "${JAVA_HOME:-}" ]; then
    echo "there is no java; on Debian: apt-get install default-jre-headless" >&2
    exit 1
fi
home=$(mktemp -d "${TMPDIR:-/tmp}/ceasefire-spark.XXXXXX")
port=$("$python" -c 'import socket; one = socket.socket(); one.bind(("127.0.0.1", 0)); print(one.getsockname()[1])')
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_DIRS="$home/local" SPARK_WORKER_DIR="$home/work" SPARK_LOG_DIR="$home/log"
export SPARK_DAEMON_MEMORY=256m PYSPARK_PYTHON="$python"
started=
start() {
    "$SPARK_HOME/bin/spark-class" "$@" >>"$home/log.txt" 2>&1 &
    started="$started $!"
}
stop() {
    # shellcheck disable=SC2086 # each word is a process
    kill $started 2>/dev/null || true
    wait
    rm -rf "$home"
}
trap stop EXIT
trap 'exit 130' INT TERM
deploy=org.apache.spark.deploy
start $deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0
until "$python" -c "import socket; socket.create_connection(('127.0.0.1', $port), 1)" 2>/dev/null; do
    # shellcheck disable=SC2086
    kill -0 $started 2>/dev/null || { cat "$home/log.txt" >&2; exit 1; }
    sleep 0.3
done
for _ in 1 2; do
    start $deploy.worker.Worker --host 127.0.0.1 --webui-port 0 --cores "${CORES:-1}" --memory 1g "spark://127.0.0.1:$port"
done
tries=0
until [ "$(grep -c 'Successfully registered with master' "$home/log.txt")" = 2 ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || { cat "$home/log.txt" >&2; exit 1; }
    sleep 0.3
done
CEASEFIRE_TEST_SPARK="spark://127.0.0.1:$port" "$@"
