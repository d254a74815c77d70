"""Writes folds.reference.json: what scikit-learn's group splitters do with random speakers and emotions.

Run: python folds.reference.py   (scikit-learn 1.9.1, numpy of the same environment)
"""
import json
import pathlib

import numpy as np
import sklearn
from sklearn.model_selection import GroupKFold, StratifiedGroupKFold

cases = []
for seed, (speakers, emotions, n, k) in enumerate(
    [(6, 2, 40, 2), (10, 4, 120, 3), (10, 4, 120, 5), (29, 4, 200, 5), (40, 7, 300, 10), (8, 5, 320, 4)]
):
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet(np.full(speakers, 1.0))
    groups = [f"s{g:02d}" for g in np.concatenate([np.arange(speakers), rng.choice(speakers, n - speakers, p=shares)])]
    labels = [f"e{e}" for e in np.concatenate([np.repeat(np.arange(emotions), 2), rng.choice(emotions, n - 2 * emotions)])]
    tests = lambda splitter: [test.tolist() for _, test in splitter.split(labels, labels, groups)]
    cases.append(
        {
            "k": k,
            "speakers": groups,
            "emotions": labels,
            "group": tests(GroupKFold(k)),
            "stratified-group": tests(StratifiedGroupKFold(k)),
        }
    )
out = {"versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__}, "cases": cases}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(out) + "\n")
