"""Writes cross-corpora.reference.json: what scikit-learn decides across two drawn corpora. Run: python cross-corpora.reference.py"""
import json
import pathlib
import platform

import numpy as np
import sklearn
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

draw = np.random.default_rng(16)
EMOTIONS = ["anger", "joy", "sadness"]
centres = draw.normal(0, 0.9, (3, 5))


def corpus(speakers, takes, gain, offset):
    """Speakers with levels of their own, heard through another chain; the last column never varies."""
    emotion = np.tile(np.repeat(EMOTIONS, takes), speakers)
    speaker = np.repeat([f"s{i}" for i in range(speakers)], takes * len(EMOTIONS))
    of_speaker = np.repeat(draw.normal(0, 0.8, (speakers, 5)), takes * len(EMOTIONS), axis=0)
    rows = centres[np.searchsorted(EMOTIONS, emotion)] + of_speaker + draw.normal(0, 1, (len(emotion), 5))
    rows = np.column_stack([rows * gain + offset, np.full(len(emotion), 2.5)])
    return {"rows": np.round(rows, 3), "emotions": emotion, "speakers": speaker}


a = corpus(4, 6, 1, 0)
b = corpus(5, 4, draw.uniform(0.5, 2, 5), draw.normal(0, 2, 5))
shuffled = [draw.permutation(b["emotions"]) for _ in range(100)]

models = {
    "lda": LinearDiscriminantAnalysis(solver="eigen", shrinkage=0.3, priors=[1 / 3] * 3),
    "logistic": LogisticRegression(C=0.5, tol=1e-10, max_iter=10000),
    "knn": KNeighborsClassifier(5),
    "svm-linear": SVC(kernel="linear", C=1, decision_function_shape="ovr"),
    "svm-rbf": SVC(kernel="rbf", C=10, gamma="scale", decision_function_shape="ovr"),
}


def within_groups(rows, groups):
    """Each group by its own mean and deviation, without labels."""
    out = np.empty_like(rows)
    for group in np.unique(groups):
        out[groups == group] = StandardScaler().fit_transform(rows[groups == group])
    return out


def normalized(by):
    if by == "train":
        scaler = StandardScaler().fit(a["rows"])
        return scaler.transform(a["rows"]), scaler.transform(b["rows"])
    if by == "speaker":
        return within_groups(a["rows"], a["speakers"]), within_groups(b["rows"], b["speakers"])
    return StandardScaler().fit_transform(a["rows"]), StandardScaler().fit_transform(b["rows"])


def decided(name, by):
    train, test = normalized(by)
    predicted = models[name].fit(train, a["emotions"]).predict(test)
    uar = lambda truth: recall_score(truth, predicted, average="macro")
    return {
        "model": name,
        "normalize": by,
        "predicted": predicted.tolist(),
        "uar": uar(b["emotions"]),
        "shuffledUar": float(np.mean([uar(truth) for truth in shuffled])),
    }


out = {
    "versions": {"python": platform.python_version(), "numpy": np.__version__, "scikit-learn": sklearn.__version__},
    "corpora": [{key: value.tolist() for key, value in one.items()} for one in (a, b)],
    "shuffled": [[EMOTIONS.index(label) for label in truth] for truth in shuffled],
    "decisions": [decided(name, by) for name in models for by in ("train", "speaker", "corpus")],
}
pathlib.Path(__file__).with_suffix("").with_suffix(".reference.json").write_text(json.dumps(out, separators=(",", ":")))
