#!/usr/bin/env python3
"""Asynchronous Hebbian recall of all digits, batched in NumPy: the rival of `sweep --update async`.

  numpy_async.py MNIST_DIR [--patterns P] [--flip LEVEL] [--limit N]

Neurons are updated one after the other in a random order that a batch shares and each sweep draws anew, until a sweep
changes no image of the batch. Local fields come from one matrix product and are then kept: a neuron that flips in some
images adds its weight row to the fields of just those. Integer-valued float32, exact; a tie keeps the state.
"""
import argparse, time
import numpy as np
import numpy_rules as rules

BATCH, MAX_SWEEPS = 1024, 100


def recall(weights, cues, rng):
    final = np.empty_like(cues)
    doubled = 2 * weights
    for start in range(0, len(cues), BATCH):
        state = cues[start:start + BATCH].astype(np.float32) * 2 - 1
        field = state @ weights                                    # images x neurons: an image's fields lie together
        for _ in range(MAX_SWEEPS):
            moved = False
            for i in rng.permutation(len(weights)):
                flips = np.flatnonzero(field[:, i] * state[:, i] < 0)
                if len(flips):
                    moved = True
                    flipped = -state[flips, i]
                    state[flips, i] = flipped
                    field[flips] += flipped[:, None] * doubled[i]
            if not moved:
                break
        final[start:start + BATCH] = state > 0
    return final


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mnist")
    parser.add_argument("--patterns", type=int, default=100)
    parser.add_argument("--flip", type=float, default=.1)
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    bits = rules.digits(args.mnist, args.limit)
    weights = rules.products(bits[:args.patterns])
    np.fill_diagonal(weights, 0)
    rng = np.random.default_rng(1)
    cues = bits ^ (rng.random(bits.shape, np.float32) < args.flip)
    began = time.perf_counter()
    final = recall(weights, cues, rng)
    seconds = time.perf_counter() - began
    print(f"images {len(bits)} similarity {(final == bits).mean():.5f} seconds {seconds:.2f} "
          f"microseconds_per_image {1e6 * seconds / len(bits):.0f}")


if __name__ == "__main__":
    main()
