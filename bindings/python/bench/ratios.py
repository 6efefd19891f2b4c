"""What Python costs beside Rust, and threads beside processes: ratios of times of the same run.

    python ratios.py PACE FOLDER [--resplit SCRIPT] [--rounds N]

PACE is the program `pace` of the benches: it writes the generated archive of 541 issues into FOLDER, and parses it
once whenever it is asked to. Every case is timed right after it in every round, as the time that the thread computed,
and the table shows the median of the rounds' ratios. SCRIPT is a module with `split_issue(text)`, a yardstick.
`cargo xtask bench python` runs all of it.
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

import torch_bulletin as tb


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


def of(values: list[float]) -> str:
    return f"{statistics.median(values):7.2f}  ({min(values):.2f}–{max(values):.2f})"


def single(pace: Pace, files: list[bytes], rounds: int, split: Callable[[str], object] | None) -> None:
    texts = [it.decode() for it in files]
    size = sum(map(len, files))
    rust: list[float] = []
    from_bytes: list[float] = []
    from_text: list[float] = []
    to_dict: list[float] = []
    yardstick: list[float] = []
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
        if split is not None:
            some = files[:20]
            theirs = computed(lambda: [split(it.decode()) and None for it in some]) / sum(map(len, some))
            yardstick.append(theirs / (ours / size))
    each = statistics.median(rust) / len(files) * 1e6
    print(f"Rust parse: {each:.0f} µs an issue, {size / statistics.median(rust) / 1e6:.0f} MB/s")
    print(f"parse(bytes) / Rust parse            {of(from_bytes)}   at most 1.5")
    print(f"parse(str) / Rust parse              {of(from_text)}   at most 2.5")
    print(f"to_dict() / json.loads of its JSON   {of(to_dict)}   at most 3")
    if yardstick:
        print(f"split_issue / parse(bytes)           {of(yardstick)}   at least 20")


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


def parallel(files: list[bytes], rounds: int) -> None:
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
    for _ in range(rounds):
        one = elapsed(lambda: parse_all(files))
        control.append(one / elapsed(in_processes))
        threads.append(one / elapsed(lambda: in_threads(halves)))
    print(f"speed-up of two processes            {of(control)}   the control")
    print(f"speed-up of two threads              {of(threads)}")
    shares = [ours / theirs for ours, theirs in zip(threads, control)]
    print(f"threads / processes                  {of(shares)}   at least 0.85")


def yardstick(path: str | None) -> Callable[[str], object] | None:
    if path is None:
        return None
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
    parser.add_argument("--resplit", help="a module with split_issue(text)")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    pace = Pace(options.pace, options.folder)
    files = [path.read_bytes() for path in sorted(options.folder.glob("*.txt"))]
    print(f"{len(files)} issues, {sum(map(len, files)) / 1e6:.1f} MB, Python {sys.version.split()[0]}, {os.cpu_count()} CPUs")
    single(pace, files, options.rounds, yardstick(options.resplit))
    parallel(files, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
