"""What Python costs beside Rust, and threads beside processes: ratios of times of the same run.

    python ratios.py PACE FOLDER [--resplit SCRIPT] [--rounds N] [--only single|parallel]

PACE is the program `pace` of the benches: it writes the generated archive of 541 issues into FOLDER, and parses it
once whenever it is asked to. Every case is timed right after it in every round, as the time that the thread computed,
and the table shows the median of the rounds' ratios. SCRIPT is a module with `split_issue(text)`, a yardstick: what a
researcher writes with `re`; without it `outline.py` beside this file is. `cargo xtask bench python` runs all of it.

Threads are timed by the clock on the wall, beside two processes that share nothing. Where those are not nearly twice as
fast as one, other programs use the machine, and nothing can be said of threads: such rounds are not counted, and where
too few are left, the row says so and the run fails.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import torch_bulletin as tb

HERE = Path(__file__).parent

# How much faster two processes that share nothing must be than one, for a round to say anything of threads.
CONTROL = 1.6

# How much the same work may differ within a round.
STEADY = 1.25


class Pace:
    """The Rust library in a process of its own."""

    def __init__(self, program: str, folder: Path) -> None:
        self.process = subprocess.Popen([program, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.answer() == "ready"

    def answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def parse(self) -> float:
        assert self.process.stdin is not None
        self.process.stdin.write("parse\n")
        self.process.stdin.flush()
        return float(self.answer())


@contextmanager
def no_collector() -> Iterator[None]:
    """As in timeit: the collector runs between the rounds and not in them."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def computed(work: Callable[[], object]) -> float:
    with no_collector():
        start = time.thread_time()
        work()
        return time.thread_time() - start


def elapsed(work: Callable[[], object]) -> float:
    with no_collector():
        start = time.perf_counter()
        work()
        return time.perf_counter() - start


def parse_all(sources: list[bytes]) -> None:
    for source in sources:
        tb.parse(source)


class Row(NamedTuple):
    """One line of the table; `limit` is what must hold of the median, and `wanted` its words."""

    name: str
    ratios: list[float]
    wanted: str = ""
    limit: Callable[[float], bool] | None = None

    def __str__(self) -> str:
        if not self.ratios:
            return f"{self.name:38}       –                     {self.wanted}: refused, the machine is not quiet"
        median, least, most = statistics.median(self.ratios), min(self.ratios), max(self.ratios)
        verdict = "" if self.limit is None else "  holds" if self.limit(median) else "  MISSED"
        return f"{self.name:38}{median:8.2f}{least:10.2f}{most:8.2f}   {self.wanted:14}{verdict}"

    @property
    def holds(self) -> bool:
        return bool(self.ratios) and (self.limit is None or self.limit(statistics.median(self.ratios)))


def at_most(name: str, ratios: list[float], limit: float) -> Row:
    return Row(name, ratios, f"at most {limit:g}", lambda median: median <= limit)


def at_least(name: str, ratios: list[float], limit: float) -> Row:
    return Row(name, ratios, f"at least {limit:g}", lambda median: median >= limit)


def single(pace: Pace, files: list[bytes], rounds: int, split: Callable[[str], object]) -> list[Row]:
    texts = [it.decode() for it in files]
    size = sum(map(len, files))
    rust: list[float] = []
    from_bytes: list[float] = []
    from_text: list[float] = []
    to_dict: list[float] = []
    yardstick: list[float] = []
    facts: list[float] = []
    for _ in range(rounds):
        base = pace.parse()
        rust.append(base)
        ours = computed(lambda: parse_all(files))
        from_bytes.append(ours / base)
        from_text.append(computed(lambda: [tb.parse(it) and None for it in texts]) / pace.parse())
        bulletins = [tb.parse(it) for it in files[:100]]
        data = computed(lambda: [it.to_dict() and None for it in bulletins])
        written = [it.to_json() for it in bulletins]
        to_dict.append(data / computed(lambda: [json.loads(it) and None for it in written]))
        some = files[:20]
        theirs = computed(lambda: [split(it.decode()) and None for it in some]) / sum(map(len, some))
        yardstick.append(theirs / (ours / size))
        facts.append(computed(lambda: [it.facts and None for it in bulletins]) / (ours * len(bulletins) / len(files)))
    each = statistics.median(rust) / len(files) * 1e6
    print(f"Rust parse: {each:.0f} µs an issue, {size / statistics.median(rust) / 1e6:.0f} MB/s")
    return [
        at_most("parse(bytes) / Rust parse", from_bytes, 1.5),
        at_most("parse(str) / Rust parse", from_text, 2.5),
        at_most("to_dict() / json.loads of its JSON", to_dict, 3),
        at_least("split_issue / parse(bytes)", yardstick, 20),
        Row("bulletin.facts / parse(bytes)", facts),
    ]


def in_threads(halves: list[list[bytes]]) -> None:
    threads = [threading.Thread(target=parse_all, args=(half,)) for half in halves]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def worker(files: list[bytes], start: object, done: object) -> None:
    gc.disable()
    parse_all(files)
    while True:
        start.wait()  # type: ignore[attr-defined]
        parse_all(files)
        done.wait()  # type: ignore[attr-defined]


def parallel(files: list[bytes], rounds: int) -> list[Row]:
    """Two threads beside two processes that share nothing: what they are slower is the lock's and the allocator's."""
    halves = [files[::2], files[1::2]]
    context = multiprocessing.get_context("spawn")
    start, done = context.Barrier(3), context.Barrier(3)
    processes = [context.Process(target=worker, args=(half, start, done), daemon=True) for half in halves]
    for process in processes:
        process.start()

    def in_processes() -> None:
        start.wait()
        done.wait()

    in_processes()
    threads: list[float] = []
    control: list[float] = []
    # A busy machine may give quiet rounds: it is asked four times as often as it must answer.
    for _ in range(4 * rounds):
        one = elapsed(lambda: parse_all(files))
        processes_too = one / elapsed(in_processes)
        threads_too = one / elapsed(lambda: in_threads(halves))
        again = elapsed(lambda: parse_all(files))
        control.append(processes_too)
        # Neither the control nor the one thread may have been disturbed.
        if processes_too >= CONTROL and max(one, again) <= STEADY * min(one, again):
            threads.append(threads_too / processes_too)
        if len(threads) == rounds:
            break
    if 2 * len(threads) < rounds:
        median = statistics.median(control)
        print(
            f"refused: two processes were {median:.2f} times as fast as one ({min(control):.2f}–{max(control):.2f}), "
            f"{CONTROL} at least is wanted; {len(threads)} of {len(control)} rounds were quiet, {-(-rounds // 2)} are needed\n"
        )
        threads = []
    shares = at_least("two threads / two processes", threads, 0.85)
    return [Row("two processes / one (the control)", control), shares]


def yardstick(path: Path) -> Callable[[str], object]:
    spec = importlib.util.spec_from_file_location("yardstick", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    split: Callable[[str], object] = module.split_issue
    return split


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pace")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--resplit", type=Path, default=HERE / "outline.py", help="a module with split_issue(text)")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--only", choices=["single", "parallel"])
    options = parser.parse_args()
    pace = Pace(options.pace, options.folder)
    files = [path.read_bytes() for path in sorted(options.folder.glob("*.txt"))]
    print(f"{len(files)} issues, {sum(map(len, files)) / 1e6:.1f} MB, Python {sys.version.split()[0]}, {os.cpu_count()} CPUs")
    rows: list[Row] = []
    if options.only != "parallel":
        rows += single(pace, files, options.rounds, yardstick(options.resplit))
    if options.only != "single":
        rows += parallel(files, options.rounds)
    print(f"{'ratio':38}{'median':>8}{'least':>10}{'most':>8}   wanted")
    print(*rows, sep="\n")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
