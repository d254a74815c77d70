"""Writes metrics.reference.json: scikit-learn's metrics on small cases, null where it refuses. Run: python metrics.reference.py"""
import json
import math
import pathlib
import platform
import warnings

import numpy as np
import sklearn
from sklearn import metrics

warnings.filterwarnings("ignore")
draw = np.random.default_rng(11)


def probabilities(rows, labels, decimals):
    raw = draw.gamma(0.7, 1, (rows, labels))
    rounded = np.round(raw / raw.sum(axis=1, keepdims=True), decimals)
    rounded[:, -1] = 1 - rounded[:, :-1].sum(axis=1)
    return np.clip(np.abs(rounded), 0, 1)


def drawn(rows, names, decimals=3):
    truths = draw.choice(names, rows)
    predicted = np.where(draw.random(rows) < 0.6, truths, draw.choice(names, rows))
    return {"truths": truths, "predicted": predicted, "labels": names, "probabilities": probabilities(rows, len(names), decimals)}


def given(truths, predicted, labels):
    return {"truths": list(truths), "predicted": list(predicted), "labels": list(labels), "probabilities": probabilities(len(truths), len(labels), 3)}


cases = {
    "four labels": drawn(80, ["anger", "happiness", "neutral", "sadness"]),
    "two labels": drawn(30, ["calm", "joy"]),
    "tied probabilities": drawn(60, ["a", "b", "c"], decimals=1),
    "a label that nobody predicts": given("aabbcc", "aaabbb", "abc"),
    "a predicted label without a truth": given("aaabbb", "abcabc", "abc"),
    "all right": given("abcabc", "abcabc", "abc"),
    "certain errors": {**given("abab", "abba", "ab"), "probabilities": np.array([[1, 0], [0, 1], [0, 1], [1, 0]], float)},
    "a single label": given("aaaa", "aaaa", "ab"),
    "no recordings": given("", "", "ab"),
}


def attempt(score):
    try:
        value = score()
    except ValueError:
        return None
    return None if np.ndim(value) == 0 and isinstance(value, float) and math.isnan(value) else value


def averages(truths, predicted, average):
    return metrics.precision_recall_fscore_support(truths, predicted, average=average, zero_division=0)[:3]


def scores(truths, predicted, labels, probabilities):
    share = probabilities[:, 1] if len(labels) == 2 else probabilities
    per_class = attempt(lambda: np.array(metrics.precision_recall_fscore_support(truths, predicted, labels=labels, zero_division=0)).T.tolist())
    return {
        "accuracy": attempt(lambda: float(metrics.accuracy_score(truths, predicted))),
        "uar": attempt(lambda: float(metrics.balanced_accuracy_score(truths, predicted))),
        "perClass": per_class if len(truths) else None,
        "macro": attempt(lambda: [float(v) for v in averages(truths, predicted, "macro")]) if len(truths) else None,
        "weighted": attempt(lambda: [float(v) for v in averages(truths, predicted, "weighted")]) if len(truths) else None,
        "confusion": attempt(lambda: metrics.confusion_matrix(truths, predicted, labels=labels).tolist()) if len(truths) else None,
        "kappa": attempt(lambda: float(metrics.cohen_kappa_score(truths, predicted))),
        "rocAuc": attempt(lambda: float(metrics.roc_auc_score(truths, share, multi_class="ovr", labels=labels))),
        "logLoss": attempt(lambda: float(metrics.log_loss(truths, probabilities, labels=labels))),
    }


def plain(case):
    return {name: value.tolist() if isinstance(value, np.ndarray) else value for name, value in case.items()}


out = {
    "versions": {"python": platform.python_version(), "numpy": np.__version__, "scikit-learn": sklearn.__version__},
    "cases": {name: {**plain(case), "scores": scores(**case)} for name, case in cases.items()},
}
pathlib.Path(__file__).with_suffix("").with_suffix(".reference.json").write_text(json.dumps(out, separators=(",", ":")))
