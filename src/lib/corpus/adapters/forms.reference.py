"""Writes forms.reference.json: corpora as datasets 5.2.0 and audformat 1.4.3 write them, by path, in base64.

python forms.reference.py; needs datasets, audformat, soundfile.
"""

import base64
import json
import tempfile
from pathlib import Path

import audformat
import datasets
import numpy as np
import pandas as pd
import pyarrow as pa
import soundfile

NAMES = ["s1_anger", "s1_sadness", "s2_anger", "s2_sadness"]


def write_sounds(folder: Path) -> list[Path]:
    folder.mkdir(parents=True)
    paths = []
    for i, name in enumerate(NAMES):
        tone = 0.5 * np.sin(2 * np.pi * (200 + 100 * i) * np.arange(400) / 16000)
        paths.append(folder / f"{name}.wav")
        soundfile.write(paths[-1], tone, 16000, subtype="PCM_16")
    return paths


def write_hub(root: Path, paths: list[Path]) -> None:
    """As push_to_hub does: shards with the sound in them, labels as integers."""
    (root / "data").mkdir(parents=True)
    features = datasets.Features(
        {
            "audio": datasets.Audio(sampling_rate=16000, decode=False),
            "label": datasets.ClassLabel(names=["anger", "sadness"]),
            "speaker_id": datasets.Value("string"),
        }
    )
    labels = ["anger", "sadness"]
    rows = [
        {"audio": {"bytes": p.read_bytes(), "path": p.name}, "label": labels.index(p.stem[3:]), "speaker_id": p.stem[:2]}
        for p in paths
    ]
    for part, chosen in {"train": rows[:3], "test": rows[3:]}.items():
        # Not from_list, which encodes audio by PyTorch.
        table = pa.Table.from_pylist(chosen, schema=features.arrow_schema)
        dataset = datasets.Dataset(datasets.table.InMemoryTable(table), info=datasets.DatasetInfo(features=features))
        shards = 2 if part == "train" else 1
        for k in range(shards):
            name = f"{part}-{k:05d}-of-{shards:05d}.parquet"
            dataset.shard(shards, k, contiguous=True).to_parquet(root / "data" / name)


def write_audformat(root: Path, storage: str) -> None:
    files = [f"wav/{name}.wav" for name in NAMES]
    db = audformat.Database("small")
    db.schemes["emotion"] = audformat.Scheme(labels=["anger", "sadness"])
    db.schemes["age"] = audformat.Scheme("int")
    db["speaker"] = audformat.MiscTable(pd.Index(["s1", "s2"], dtype="string", name="speaker"))
    db["speaker"]["age"] = audformat.Column(scheme_id="age")
    db["speaker"]["age"].set([31, 47])
    db.schemes["speaker"] = audformat.Scheme("str", labels="speaker")
    db["files"] = audformat.Table(audformat.filewise_index(files))
    db["files"]["speaker"] = audformat.Column(scheme_id="speaker")
    db["files"]["speaker"].set([name[:2] for name in NAMES])
    for part, chosen in {"train": files[:2], "test": files[2:]}.items():
        db.splits[part] = audformat.Split(part)
        starts = [0.0, 0.005] * len(chosen)
        ends = [0.005, pd.NaT] * len(chosen)
        index = audformat.segmented_index([f for f in chosen for _ in range(2)], starts, ends)
        name = f"emotion.{part}"
        db[name] = audformat.Table(index, split_id=part)
        db[name]["label"] = audformat.Column(scheme_id="emotion")
        db[name]["label"].set([f.split("_")[1][:-4] for f in chosen for _ in range(2)])
    db.save(root, storage_format=storage)


scratch = Path(tempfile.mkdtemp())
sounds = write_sounds(scratch / "wav")
write_hub(scratch / "hub", sounds)
write_audformat(scratch / "audformat-csv", "csv")
write_audformat(scratch / "audformat-parquet", "parquet")
written = sorted(p for p in scratch.rglob("*") if p.is_file() and p.suffix != ".pkl")
reference = {str(p.relative_to(scratch)): base64.b64encode(p.read_bytes()).decode() for p in written}
(Path(__file__).parent / "forms.reference.json").write_text(json.dumps(reference, indent=1) + "\n")
