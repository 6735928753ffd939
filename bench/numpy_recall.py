#!/usr/bin/env python3
"""NumPy's recall alone, warm, per load: what bench/kernels times in Java. numpy_recall.py MNIST_DIR|random [--unique]

Hebbian networks in the form that is fastest for NumPy; --unique steps each distinct state of a batch once. `random` takes 70,000
patterns of 784 independent pixels instead of digits. PATTERNS narrows the loads."""
import os, sys, time
import numpy as np
import numpy_rules as rules


def main():
    bits = np.random.default_rng(1).random((70000, 784), np.float32) < .5 if sys.argv[1] == "random" else rules.digits(sys.argv[1])
    total = 0.0
    for patterns in (int(p) for p in os.environ.get("PATTERNS", "5,20,50,100,200,400,784,70000").split(",")):
        step = rules.model("hebbian", bits[:patterns]).step
        seconds = 0.0
        for level in (0, .05, .1, .2, .3, .4):
            cues = rules.flipped(bits, patterns, level)
            began = time.perf_counter()
            rules.recall(rules.unique_step(step) if "--unique" in sys.argv else step, cues)
            seconds += time.perf_counter() - began
        total += seconds
        print(f"patterns {patterns} seconds {seconds:.2f}", flush=True)
    print(f"TOTAL seconds {total:.2f}")


if __name__ == "__main__":
    main()
