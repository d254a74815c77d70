"""Writes statistics.reference.json: scipy's tests on small cases. Run: python statistics.reference.py"""
import itertools
import json
import pathlib

import numpy as np
import scipy
from scipy import stats

draw = np.random.default_rng(3)


def enumerated(differences):
    """Exact p of the signed-rank test with ties: every sign pattern of the mid-ranks."""
    kept = differences[differences != 0]
    ranks = stats.rankdata(np.abs(kept))
    observed = abs(ranks[kept > 0].sum() - ranks.sum() / 2)
    sums = [sum(r for r, s in zip(ranks, signs) if s) for signs in itertools.product([0, 1], repeat=len(ranks))]
    return float(np.mean([abs(s - ranks.sum() / 2) >= observed - 1e-9 for s in sums]))


without_ties = [draw.normal(0.3, 1, n) for n in (5, 10, 24, 40)]
with_ties = [np.round(draw.normal(0.3, 1, n), 1) for n in (6, 9, 12)] + [np.array([0.5, 0.5, -0.5, 0.0, 1.0, 1.0, 0.0])]
out = {
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
    "wilcoxon": [{"differences": d.tolist(), "p": float(stats.wilcoxon(d, method="exact").pvalue)} for d in without_ties]
    + [{"differences": d.tolist(), "p": enumerated(d)} for d in with_ties],
    "mcnemar": [{"onlyFirst": b, "onlySecond": c, "p": float(stats.binomtest(b, b + c, 0.5).pvalue)} for b, c in [(1, 0), (3, 9), (8, 8), (25, 10), (1200, 1100)]],
}
pathlib.Path(__file__).with_suffix("").with_suffix(".reference.json").write_text(json.dumps(out, separators=(",", ":")))
