"""One outer fold of the nested search by scikit-learn on a drawn table (folder with table.json and .f64 files); prints processor seconds and UAR."""
import json, sys, time
from pathlib import Path
import numpy
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

folder, model = Path(sys.argv[1]), sys.argv[2]
table = json.loads((folder / "table.json").read_text())
labels, speakers = numpy.array(table["labels"]), numpy.array(table["speakers"])
rows = numpy.fromfile(folder / "rows.f64").reshape(-1, table["columns"])
count = table["training"]
priors = numpy.full(4, 0.25)
grids = {
    "lda": [lambda a=a: LinearDiscriminantAnalysis(solver="eigen", shrinkage=a, priors=priors) for a in (0.1, 0.3, 0.5, 0.7, 0.9)],
    "logistic": [lambda c=c: LogisticRegression(C=c, class_weight="balanced", max_iter=1000) for c in (0.01, 0.1, 1)],
    "svm-linear": [lambda c=c: SVC(kernel="linear", C=c) for c in (0.01, 0.1, 1)],
    "svm-rbf": [lambda c=c, g=g: SVC(C=c, gamma=g) for c in (1, 10, 100) for g in ("scale", 0.001, 0.01)],
}


def pooled(make):
    pipeline = make_pipeline(StandardScaler(), make())
    inner = cross_val_predict(pipeline, rows[:count], labels[:count], groups=speakers[:count], cv=GroupKFold(3))
    return balanced_accuracy_score(labels[:count], inner)


start = time.process_time()
best = max(grids[model], key=pooled)
fitted = make_pipeline(StandardScaler(), best()).fit(rows[:count], labels[:count])
predicted = fitted.predict(rows[count:])
print(json.dumps({"seconds": time.process_time() - start, "uar": balanced_accuracy_score(labels[count:], predicted)}))
