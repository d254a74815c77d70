"""Writes classifiers.reference.json: scikit-learn's decisions on small drawn data. Run: python classifiers.reference.py"""
import json
import pathlib
import platform

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

draw = np.random.default_rng(5)
labels = np.repeat(["anger", "fear", "joy", "sadness"], [18, 9, 14, 11])
centres = draw.normal(0, 1.2, (4, 6))
rows = np.round(draw.normal(0, 1, (52, 6)) + np.repeat(centres, [18, 9, 14, 11], axis=0), 3)
order = draw.permutation(52)
rows, labels = rows[order], labels[order]
rows[:, 5] = 2.5  # a column that does not vary
train, test = slice(0, 40), slice(40, 52)


def svc(**options):
    model = SVC(**options, decision_function_shape="ovo").fit(rows[train], labels[train])
    pairs = model.decision_function(rows[test])
    model.decision_function_shape = "ovr"
    names = {"class_weight": "classWeight", "tol": "tolerance"}
    return {
        "options": {names.get(name, name): value for name, value in options.items()},
        "pairs": pairs.tolist(),
        "perLabel": model.decision_function(rows[test]).tolist(),
        "predicted": model.predict(rows[test]).tolist(),
    }


def probabilities(model, keep=slice(None)):
    chosen = [i for i in range(40) if labels[i] in set(np.unique(labels)[keep])]
    model.fit(rows[chosen], labels[chosen])
    return {"probabilities": model.predict_proba(rows[test]).tolist(), "predicted": model.predict(rows[test]).tolist()}


out = {
    "versions": {"python": platform.python_version(), "numpy": np.__version__, "scikit-learn": sklearn.__version__},
    "rows": rows.tolist(),
    "labels": labels.tolist(),
    "svc": [
        svc(kernel="linear", C=1, tol=1e-3),
        svc(kernel="linear", C=0.1, class_weight="balanced", tol=1e-6),
        svc(kernel="rbf", C=10, gamma="scale", tol=1e-3),
        svc(kernel="rbf", C=1, gamma=0.2, class_weight={"fear": 3, "joy": 0.5}, tol=1e-6),
    ],
    "logistic": probabilities(LogisticRegression(C=0.5, tol=1e-10, max_iter=10000)),
    "logisticBalanced": probabilities(LogisticRegression(C=2, class_weight="balanced", tol=1e-10, max_iter=10000)),
    "logisticTwoLabels": probabilities(LogisticRegression(C=1, tol=1e-10, max_iter=10000), slice(0, 2)),
    "knn": probabilities(KNeighborsClassifier(4)),
    "scaled": StandardScaler().fit(rows[train]).transform(rows[test]).tolist(),
}
pathlib.Path(__file__).with_suffix("").with_suffix(".reference.json").write_text(json.dumps(out, separators=(",", ":")))
