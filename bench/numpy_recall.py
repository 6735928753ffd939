#!/usr/bin/env python3
"""NumPy's recall alone, warm, per load: what bench/kernels times in Java. numpy_recall.py MNIST_DIR|random [--unique]

`random` takes 70,000 patterns of 784 independent pixels instead of digits. PATTERNS narrows the loads."""
import os, sys, time
import numpy as np
import numpy_sweep as sweep


def main():
    if sys.argv[1] == "random":
        bits = np.random.default_rng(1).random((70000, 784), np.float32) < .5
    else:
        images = np.concatenate([sweep.read_idx(sweep.find(sys.argv[1], f"{part}-images-idx3-ubyte")) for part in ("train", "t10k")])
        bits = images.reshape(len(images), -1) >= 128
    advance = sweep.unique_step if "--unique" in sys.argv else sweep.step
    total = 0.0
    for patterns in (int(p) for p in os.environ.get("PATTERNS", "5,20,50,100,200,400,784,70000").split(",")):
        weights = sweep.train(bits[:patterns])
        seconds = 0.0
        for level in (0, .05, .1, .2, .3, .4):
            rng = np.random.default_rng([1, patterns, int(level * 1e6)])
            cues = bits ^ (rng.random(bits.shape, np.float32) < level) if level else bits
            began = time.perf_counter()
            sweep.recall(weights, cues, advance)
            seconds += time.perf_counter() - began
        total += seconds
        print(f"patterns {patterns} seconds {seconds:.2f}", flush=True)
    print(f"TOTAL seconds {total:.2f}")


if __name__ == "__main__":
    main()
