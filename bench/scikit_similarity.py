#!/usr/bin/env python3
"""The structural similarities that ScikitImageSimilarityTest expects, from scikit-image: bench/scikit_similarity.py

Pictures of two values, drawn by formula; scikit-image's default window, 7 x 7 and uniform with sample variances, and a range of 1.
Needs python3 with NumPy and scikit-image; 0.19.3 and 0.26.0 print the same.
"""
import numpy as np
import skimage
from skimage.metrics import structural_similarity


def disc(y, x, squared_radius):
    return lambda r, c: (r - y) ** 2 + (c - x) ** 2 < squared_radius


def ring(r, c):
    return 36 < (r - 14) ** 2 + (c - 14) ** 2 < 121


def weave(r, c):
    return (3 * r + 5 * c) % 7 < 3


def grid(r, c):
    return r * c % 5 == 0


def image(width, height, up):
    return np.array([[float(up(r, c)) for c in range(width)] for r in range(height)])


def main():
    print("scikit-image", skimage.__version__, "NumPy", np.__version__)
    for width, height, x, y in (
            (28, 28, disc(14, 14, 81), disc(14, 16, 81)),
            (28, 28, disc(14, 14, 81), ring),
            (28, 28, ring, weave),
            (100, 100, weave, grid),
            (71, 9, grid, disc(4, 30, 400)),
            (7, 7, weave, grid)):
        print(width, height, structural_similarity(image(width, height, x), image(width, height, y), data_range=1))


if __name__ == "__main__":
    main()
