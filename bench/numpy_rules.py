#!/usr/bin/env python3
"""The rival in NumPy: every rule in the form that is fastest for NumPy, batched float32 products on BLAS.

Stores the first P digits of MNIST, flips each pixel of every digit with a probability, recalls synchronously to a fixed point or a
2-cycle, scores every digit, and writes an .npz for each cell. A tie keeps the state: weights have no self-coupling but a tiny one for that,
half a unit where fields are whole. The rule `nearest` is one product and an argmax.

  numpy_rules.py --mnist DIR --rule hebbian,projection --patterns 20,50 --flip 0,0.1,0.2 --out DIR [--limit N]

--form dual keeps patterns and never builds weights, for rules that have weights but storkey. --unique yes steps each distinct state of a
batch once, by a hash of 64 bits. Both default to `best`: dual up to P = 200, and distinct states once where that pays.

NumPy is at its best with OPENBLAS_CORETYPE and OPENBLAS_L2_SIZE unset and OMP_NUM_THREADS = cores. Prints a line for each cell and a
last line with seconds: TOTAL S restorations R, wall time of each part, and cpu, the core-seconds of recall.
"""
import argparse, gzip, os, time
import numpy as np

BATCH, MAX_STEPS = 2048, 100
LARGEST_DUAL = 200
# Rules whose recalls meet: of the states in a batch, half to three quarters are distinct. Of the others nearly all are.
MEETING = ("hebbian", "centred", "dense", "modern")


def read_idx(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rb") as f:
        data = f.read()
    dims = data[3]
    shape = [int.from_bytes(data[4 + 4 * i:8 + 4 * i], "big") for i in range(dims)]
    return np.frombuffer(data, np.uint8, offset=4 + 4 * dims).reshape(shape)


def find(folder, stem):
    for suffix in ("", ".gz"):
        path = os.path.join(folder, stem + suffix)
        if os.path.exists(path):
            return path
    raise SystemExit(f"{folder} has no {stem}[.gz]")


def digits(folder, limit=None):
    images = np.concatenate([read_idx(find(folder, f"{part}-images-idx3-ubyte")) for part in ("train", "t10k")])
    return images.reshape(len(images), -1)[:limit] >= 128


def flipped(bits, patterns, level):
    """Each pixel flipped with probability `level`; seeded by load and level."""
    rng = np.random.default_rng([1, patterns, int(level * 1e6)])
    return bits ^ (rng.random(bits.shape, np.float32) < level) if level else bits


def signed(bits):
    s = bits.astype(np.float32)
    s *= 2
    s -= 1
    return s


def products(bits):
    """The sum of outer products, in whole numbers."""
    n = bits.shape[1]
    sums = np.zeros((n, n), np.float32)
    for i in range(0, len(bits), 8192):
        block = signed(bits[i:i + 8192])
        sums += block.T @ block
    return sums


class Weights:
    """field = S W - theta"""

    def __init__(self, weights, theta=None, tie=1e-6):
        self.weights, self.theta = weights.astype(np.float32), theta
        np.fill_diagonal(self.weights, tie)

    def step(self, bits):
        field = signed(bits) @ self.weights
        if self.theta is not None:
            field -= self.theta
        return field > 0


class Dual:
    """field = (S A^T) B - d S - theta: weights A^T B of low rank, less their diagonal d"""

    def __init__(self, a, b, d, theta=None, tie=1e-6):
        self.at, self.b, self.d, self.theta = np.ascontiguousarray(a.T, np.float32), b.astype(np.float32), np.float32(d - tie), theta

    def step(self, bits):
        s = signed(bits)
        field = (s @ self.at) @ self.b
        s *= self.d
        field -= s
        if self.theta is not None:
            field -= self.theta
        return field > 0


class Separated:
    """field = f(S X^T) X, where f is a power of overlaps (dense) or their softmax (modern)"""

    def __init__(self, x, kind, parameter):
        self.x, self.xt, self.kind, self.parameter = x, np.ascontiguousarray(x.T), kind, parameter

    def step(self, bits):
        overlaps = signed(bits) @ self.xt
        field = (self.softmax if self.kind == "modern" else self.power)(overlaps) @ self.x
        return (field > 0) | ((field == 0) & bits)

    def softmax(self, m):
        n = self.x.shape[1]
        m -= m.max(1, keepdims=True)
        if self.parameter != n:
            m *= np.float32(self.parameter / n)
        return np.exp(m, out=m)

    def power(self, m):
        m *= np.float32(1 / self.x.shape[1])
        exponent, result = int(self.parameter) - 1, None
        while True:
            if exponent & 1:
                result = m.copy() if result is None else np.multiply(result, m, out=result)
            exponent >>= 1
            if not exponent:
                return result
            np.multiply(m, m, out=m)


class Nearest:
    """The stored pattern of the largest overlap"""

    def __init__(self, bits):
        self.bits, self.xt = bits, np.ascontiguousarray(signed(bits).T)

    def recall(self, cues, batch):
        final = np.empty_like(cues)
        for i in range(0, len(cues), batch):
            final[i:i + batch] = self.bits[(signed(cues[i:i + batch]) @ self.xt).argmax(1)]
        return final, np.ones(len(cues), np.int32)


def storkey(bits):
    n = bits.shape[1]
    w = np.zeros((n, n))
    for v in signed(bits).astype(np.float64):
        g = (v / 2 - w @ v) / n
        w *= 1 + 2 / n
        o = np.outer(v, g)
        w += o
        w += o.T
        np.fill_diagonal(w, 0)
    return Weights(w)


def centred(bits, dual):
    p, n = bits.shape
    s = signed(bits).sum(0, dtype=np.float64)
    d = p * products(bits).astype(np.float64) - np.outer(s, s)
    np.fill_diagonal(d, 0)
    theta = ((d @ s) / p - s * (n * p * p - (s * s).sum()) / p / p).astype(np.float32)
    if not dual:
        return Weights(d, theta, tie=1e-3)
    x = signed(bits)
    return Dual(np.vstack([x, s]), np.vstack([p * x, -s]), p * p - s * s, theta, tie=1e-3)


def projection(bits, dual):
    p, n = bits.shape
    x = signed(bits).astype(np.float64)
    if 2 * p > n:
        return Weights(np.eye(n) - 1e-6 * n * np.linalg.inv(x.T @ x + 1e-6 * n * np.eye(n)))
    b = np.linalg.solve(x @ x.T + 1e-6 * n * np.eye(p), x)
    return Dual(signed(bits), b, np.einsum("pi,pi->i", x, b)) if dual else Weights(x.T @ b)


def model(rule, bits, form="best"):
    dual = len(bits) <= LARGEST_DUAL if form == "best" else form == "dual"
    kind, _, parameter = rule.partition(":")
    if kind == "hebbian":
        return Dual(signed(bits), signed(bits), len(bits), tie=.5) if dual else Weights(products(bits), tie=.5)
    if kind == "centred":
        return centred(bits, dual)
    if kind == "projection":
        return projection(bits, dual)
    if kind == "storkey":
        return storkey(bits)
    if kind == "nearest":
        return Nearest(bits)
    return Separated(signed(bits), kind, float(parameter))


MIX = np.random.default_rng(7).integers(1, 2**63, 4096, dtype=np.uint64) | np.uint64(1)


def unique_step(step):
    """The same step, of each distinct state once."""
    def advance(bits):
        packed = np.packbits(bits, axis=1)
        padding = -packed.shape[1] % 8
        if padding:
            packed = np.pad(packed, ((0, 0), (0, padding)))
        words = packed.view(np.uint64)
        hashes = (words ^ (words >> np.uint64(29))) * MIX[:words.shape[1]]
        hashes = (hashes ^ (hashes >> np.uint64(32))).sum(1, dtype=np.uint64)
        _, first, inverse = np.unique(hashes, return_index=True, return_inverse=True)
        return step(bits[first])[inverse]
    return advance


def recall(advance, cues, batch=BATCH):
    final, steps = np.empty_like(cues), np.zeros(len(cues), np.int32)
    for start in range(0, len(cues), batch):
        current = cues[start:start + batch]
        index = np.arange(start, start + len(current))
        previous = None
        for t in range(1, MAX_STEPS + 1):
            after = advance(current)
            done = (after == current).all(1)
            if previous is not None:
                done |= (after == previous).all(1)
            if t == MAX_STEPS:
                done[:] = True
            final[index[done]], steps[index[done]] = after[done], t
            keep = ~done
            if not keep.any():
                break
            index, previous, current = index[keep], current[keep], after[keep]
    return final, steps


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mnist", required=True)
    parser.add_argument("--rule", required=True)
    parser.add_argument("--patterns", default="20,50,100,200")
    parser.add_argument("--flip", default="0,0.05,0.1,0.2,0.3,0.4")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--form", choices=("best", "dual", "weights"), default="best")
    parser.add_argument("--unique", choices=("best", "yes", "no"), default="best")
    parser.add_argument("--batch", type=int, default=BATCH)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()

    began = time.perf_counter()
    total, restorations = dict.fromkeys(("read", "train", "noise", "recall", "cpu", "score"), 0.0), 0

    def timed(part, work, *arguments):
        start = time.perf_counter()
        result = work(*arguments)
        total[part] += time.perf_counter() - start
        return result

    def score(name, cues, final, steps):
        similarity, given, exact = (final == bits).mean(1), (cues == bits).mean(1), (final == bits).all(1)
        np.savez(os.path.join(args.out, name), input_similarity=given, similarity=similarity, overlap=2 * similarity - 1, exact=exact, steps=steps)
        return similarity

    bits = timed("read", digits, args.mnist, args.limit)
    os.makedirs(args.out, exist_ok=True)
    for rule in args.rule.split(","):
        unique = rule.partition(":")[0] in MEETING if args.unique == "best" else args.unique == "yes"
        for patterns in (int(p) for p in args.patterns.split(",")):
            memory = timed("train", model, rule, bits[:patterns], args.form)
            # Overlaps with all patterns take 64 MB at most.
            batch = max(64, min(args.batch, 2**24 // patterns)) if isinstance(memory, (Separated, Nearest)) else args.batch
            for level in (float(p) for p in args.flip.split(",")):
                cues = timed("noise", flipped, bits, patterns, level)
                cpu = time.process_time()
                if isinstance(memory, Nearest):
                    final, steps = timed("recall", memory.recall, cues, batch)
                else:
                    final, steps = timed("recall", recall, unique_step(memory.step) if unique else memory.step, cues, batch)
                total["cpu"] += time.process_time() - cpu
                similarity = timed("score", score, f"{rule}_{patterns}_{level}", cues, final, steps)
                restorations += len(bits)
                print(f"rule {rule} P {patterns} flip {level} similarity {similarity.mean():.5f} steps {steps.mean():.3f}", flush=True)
    seconds = time.perf_counter() - began
    print(f"TOTAL {seconds:.2f} restorations {restorations} " + " ".join(f"{part} {value:.2f}" for part, value in total.items()))


if __name__ == "__main__":
    main()
