"""Decisions of scikit-learn's shrinkage LDA, for linear-discriminant.test.ts: python linear-discriminant.reference.py > linear-discriminant.reference.json"""

import json

import numpy as np
import sklearn
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

COLUMNS, EACH, LABELS = 12, 3, ["a", "b", "c"]
wave = np.sin(np.arange(1, EACH * len(LABELS) * COLUMNS + 1) * 1.7)
rows = wave.reshape(-1, COLUMNS) + np.repeat(np.eye(3, COLUMNS), EACH, axis=0)
labels = np.repeat(LABELS, EACH)
cases = []
for shrinkage in (0.1, 0.5, 0.9):
    model = LinearDiscriminantAnalysis(solver="eigen", shrinkage=shrinkage, priors=[1 / 3] * 3)
    decisions = model.fit(rows, labels).predict_proba(rows[::2] * 0.5)
    cases.append({"shrinkage": shrinkage, "probabilities": decisions.round(12).tolist()})
print(json.dumps({"made": {"scikit-learn": sklearn.__version__}, "cases": cases}))
