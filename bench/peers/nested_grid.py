"""The nested leave-one-speaker-out SVM grid of scikit-learn on a feature table (file, emotion, speaker, features); prints seconds and UAR."""
import csv, json, sys, time
import numpy
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import GroupKFold, LeaveOneGroupOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

table, kernel = sys.argv[1:]
rows = list(csv.reader(open(table)))[1:]
emotions, speakers = numpy.array([r[1] for r in rows]), numpy.array([r[2] for r in rows])
features = numpy.array([r[3:] for r in rows], float)
grid = (
    [dict(C=c) for c in (0.01, 0.1, 1)]
    if kernel == "linear"
    else [dict(C=c, gamma=g) for c in (1, 10, 100) for g in ("scale", 0.001, 0.01)]
)


def pipeline(options):
    return make_pipeline(StandardScaler(), SVC(kernel=kernel, **options))


start = time.perf_counter()
predicted = numpy.empty_like(emotions)
for train, test in LeaveOneGroupOut().split(features, emotions, speakers):
    def pooled(options):
        inner = cross_val_predict(pipeline(options), features[train], emotions[train], groups=speakers[train], cv=GroupKFold(3))
        return balanced_accuracy_score(emotions[train], inner)
    best = max(grid, key=pooled)
    predicted[test] = pipeline(best).fit(features[train], emotions[train]).predict(features[test])
print(json.dumps({"seconds": time.perf_counter() - start, "uar": balanced_accuracy_score(emotions, predicted)}))
