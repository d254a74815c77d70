import assert from "node:assert/strict";
import { test } from "node:test";
import { officialFolds } from "../../evaluation/folds/official-folds";
import { openCorpus } from "../open-corpus";
import { CORPORA } from "./corpora";
import { unpack } from "./unpack.fixture";

/** What must come of a tree: speaker and emotion by file. */
interface Unpacked {
  readonly adapter: string;
  /** Whether it opens by its name alone. */
  readonly named?: boolean;
  readonly tree: Parameters<typeof unpack>[0];
  readonly expected: Readonly<Record<string, readonly [speaker: string, emotion: string]>>;
  /** What is said of what was left out. */
  readonly notes?: readonly RegExp[];
  /** Sizes of the official folds' test parts. */
  readonly tested?: readonly number[];
}

const iemocapDialog = `% [START_TIME - END_TIME] TURN_NAME EMOTION [V, A, D]

[6.2901 - 8.2357]\tSes01F_impro04_F000\tneu\t[2.5000, 2.5000, 2.5000]
C-E2:\tNeutral;\t()

[10.0100 - 11.3925]\tSes01F_impro04_M003\texc\t[4.5000, 3.5000, 2.5000]
[12.0100 - 13.3925]\tSes01F_impro04_F001\tfru\t[2.5000, 3.5000, 2.5000]
[14.0100 - 15.3925]\tSes01F_impro04_F002\txxx\t[2.5000, 3.5000, 2.5000]
`;

const trees: readonly Unpacked[] = [
  {
    adapter: "emodb",
    tree: [
      "wav/03a01Fa.wav",
      "wav/08b02Wb.wav",
      "erkennung.txt",
      "erklaerung.txt",
      "lablaut/03a01Fa.lablaut",
    ],
    expected: { "wav/03a01Fa.wav": ["03", "happiness"], "wav/08b02Wb.wav": ["08", "anger"] },
  },
  {
    adapter: "ravdess",
    tree: [
      "Actor_01/03-01-05-01-02-01-01.wav",
      "Actor_02/03-01-08-02-02-01-02.wav",
      "audio_speech_actors_01-24/Actor_01/03-01-05-01-02-01-01.wav",
      "Actor_01/03-02-05-01-02-01-01.wav",
      "Actor_01/01-01-05-01-02-01-01.mp4",
    ],
    expected: {
      "Actor_01/03-01-05-01-02-01-01.wav": ["01", "anger"],
      "Actor_02/03-01-08-02-02-01-02.wav": ["02", "surprise"],
    },
    notes: [/1 copy .* left out/, /2 files are left out, songs and films/],
  },
  {
    adapter: "cremad",
    tree: {
      "AudioWAV/1001_DFA_ANG_XX.wav": "",
      "AudioWAV/1002_ITH_SAD_X.wav": "",
      "AudioMP3/1001_DFA_ANG_XX.mp3": "",
      "VideoFlash/1001_DFA_ANG_XX.flv": "",
      "VideoDemographics.csv": "ActorID,Age,Sex,Race,Ethnicity\n1001,51,Male,Caucasian,Not Hispanic\n",
      "finishedResponses.csv": "sessionNums,pos,ans,ttr\n1,2,A,3\n",
      "SentenceFilenames.csv": '"Stimulus_Number","Filename"\n1,1001_DFA_ANG_XX\n',
    },
    expected: {
      "AudioWAV/1001_DFA_ANG_XX.wav": ["1001", "anger"],
      "AudioWAV/1002_ITH_SAD_X.wav": ["1002", "sadness"],
    },
    notes: [/2 copies .* left out/],
  },
  {
    adapter: "tess",
    tree: [
      "OAF_Fear/OAF_back_fear.wav",
      "YAF_pleasant_surprised/YAF_dog_ps.wav",
      "OAF_neutral/OA_bite_neutral.wav",
    ].flatMap((file) => [file, `TESS Toronto emotional speech set data/${file}`]),
    expected: {
      "OAF_Fear/OAF_back_fear.wav": ["OAF", "fear"],
      "YAF_pleasant_surprised/YAF_dog_ps.wav": ["YAF", "surprise"],
      "OAF_neutral/OA_bite_neutral.wav": ["OAF", "neutral"],
    },
    notes: [/3 copies/],
  },
  {
    adapter: "savee",
    tree: ["AudioData/DC/a01.wav", "AudioData/JE/sa02.wav", "Info.txt"],
    expected: { "AudioData/DC/a01.wav": ["DC", "anger"], "AudioData/JE/sa02.wav": ["JE", "sadness"] },
  },
  {
    adapter: "savee",
    tree: ["ALL/DC_a01.wav", "ALL/KL_su12.wav"],
    expected: { "ALL/DC_a01.wav": ["DC", "anger"], "ALL/KL_su12.wav": ["KL", "surprise"] },
  },
  {
    adapter: "urdu",
    tree: ["Angry/SM1_F10_A010.wav", "Sad/SF2_F1_S02.wav", "README.md"],
    expected: { "Angry/SM1_F10_A010.wav": ["SM1", "anger"], "Sad/SF2_F1_S02.wav": ["SF2", "sadness"] },
  },
  {
    adapter: "emovo",
    tree: ["EMOVO/f1/dis-f1-b1.wav", "EMOVO/m3/gio-m3-n5.wav", "EMOVO/documents/readme.pdf"],
    expected: { "EMOVO/f1/dis-f1-b1.wav": ["f1", "disgust"], "EMOVO/m3/gio-m3-n5.wav": ["m3", "happiness"] },
  },
  {
    adapter: "esd",
    tree: {
      "Emotion Speech Dataset/0001/0001.txt": "0001_000351\t打远一看\t生气\n",
      "Emotion Speech Dataset/0001/Angry/0001_000351.wav": "",
      "Emotion Speech Dataset/0020/Sad/0020_001051.wav": "",
    },
    expected: {
      "Emotion Speech Dataset/0001/Angry/0001_000351.wav": ["0001", "anger"],
      "Emotion Speech Dataset/0020/Sad/0020_001051.wav": ["0020", "sadness"],
    },
  },
  {
    adapter: "esd",
    tree: [
      "0011/Happy/train/0011_000701.wav",
      "0011/Sad/train/0011_001101.wav",
      "0011/Happy/test/0011_000721.wav",
    ],
    expected: {
      "0011/Happy/train/0011_000701.wav": ["0011", "happiness"],
      "0011/Sad/train/0011_001101.wav": ["0011", "sadness"],
      "0011/Happy/test/0011_000721.wav": ["0011", "happiness"],
    },
    tested: [1],
  },
  {
    adapter: "jlcorpus",
    tree: {
      "Raw JL corpus (unchecked and unannotated)/JL(wav+txt)/female1_angry_10a_1.wav": "",
      "Raw JL corpus (unchecked and unannotated)/JL(wav+txt)/female1_angry_10a_1.txt":
        "Jack views an art piece",
      "Raw JL corpus (unchecked and unannotated)/JL(wav+txt)/male2_excited_3b_2.wav": "",
      "raw jl corpus (unchecked and unannotated)/jl(wav+txt)/female1_angry_10a_1.wav": "",
      "Perception test/stimulus 1.wav": "",
    },
    expected: {
      "Raw JL corpus (unchecked and unannotated)/JL(wav+txt)/female1_angry_10a_1.wav": ["female1", "anger"],
      "Raw JL corpus (unchecked and unannotated)/JL(wav+txt)/male2_excited_3b_2.wav": ["male2", "excited"],
    },
    notes: [/1 copy/, /1 file is left out, not named as .* JL-Corpus are: Perception test\/stimulus 1.wav/],
  },
  {
    adapter: "subesco",
    tree: ["SUBESCO/F_02_MONIKA_S_1_ANGRY_5.wav", "SUBESCO/M_02_SAJIB_S_10_SURPRISE_3].wav"],
    expected: {
      "SUBESCO/F_02_MONIKA_S_1_ANGRY_5.wav": ["F_02", "anger"],
      "SUBESCO/M_02_SAJIB_S_10_SURPRISE_3].wav": ["M_02", "surprise"],
    },
  },
  {
    adapter: "shemo",
    tree: ["female/F03S02.wav", "male/M11W01.wav"],
    expected: { "female/F03S02.wav": ["F03", "sadness"], "male/M11W01.wav": ["M11", "surprise"] },
  },
  {
    adapter: "mesd",
    tree: [
      "Mexican Emotional Speech Database (MESD)/Anger_F_A_de_nada.wav",
      "Mexican Emotional Speech Database (MESD)/Happiness_C_B_hola.wav",
    ],
    expected: {
      "Mexican Emotional Speech Database (MESD)/Anger_F_A_de_nada.wav": ["", "anger"],
      "Mexican Emotional Speech Database (MESD)/Happiness_C_B_hola.wav": ["", "happiness"],
    },
  },
  {
    adapter: "emovdb",
    tree: ["bea_Angry/anger_1-28_0011.wav", "josh_Sleepy/Sleepiness_1_28_0002.wav"],
    expected: {
      "bea_Angry/anger_1-28_0011.wav": ["bea", "anger"],
      "josh_Sleepy/Sleepiness_1_28_0002.wav": ["josh", "sleepiness"],
    },
  },
  {
    adapter: "emovdb",
    tree: ["EmoV-DB_sorted/sam/Amused/amused_1-15_0003.wav", "EmoV-DB_sorted/bea/Angry/anger_1-28_0011.wav"],
    expected: {
      "EmoV-DB_sorted/sam/Amused/amused_1-15_0003.wav": ["sam", "amused"],
      "EmoV-DB_sorted/bea/Angry/anger_1-28_0011.wav": ["bea", "anger"],
    },
  },
  {
    adapter: "emozionalmente",
    tree: {
      "audio/1584111111111.wav": "",
      "audio/1584222222222.wav": "",
      "metadata/samples.csv":
        "file_name,actor,sentence,emotion_expressed\n1584111111111.wav,17,Vorrei il numero,joy\n1584222222222.wav,9,Sabato sera,neutrality\n",
      "metadata/users.csv": "username,gender,age,mother_tongue\n17,f,23,italian\n9,m,31,italian\n",
      "metadata/evaluations.csv": "file_name,evaluator,emotion_recognized\n1584111111111.wav,4,anger\n",
    },
    expected: {
      "audio/1584111111111.wav": ["17", "happiness"],
      "audio/1584222222222.wav": ["9", "neutral"],
    },
  },
  {
    adapter: "iemocap",
    tree: {
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_F000.wav": "",
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_M003.wav": "",
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_F001.wav": "",
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_F002.wav": "",
      "Session1/dialog/wav/Ses01F_impro04.wav": "",
      "Session1/dialog/EmoEvaluation/Ses01F_impro04.txt": iemocapDialog,
      "Session2/sentences/wav/Ses02M_script01_1/Ses02M_script01_1_F000.wav": "",
      "Session2/dialog/EmoEvaluation/Ses02M_script01_1.txt":
        "[1.0 - 2.0]\tSes02M_script01_1_F000\tang\t[1.5000, 4.0000, 4.0000]\n",
    },
    expected: {
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_F000.wav": ["Ses01F", "neutral"],
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_M003.wav": ["Ses01M", "happiness"],
      "Session2/sentences/wav/Ses02M_script01_1/Ses02M_script01_1_F000.wav": ["Ses02F", "anger"],
    },
    notes: [/2 recordings of other labels are left out, .*iemocap-all:DIR takes all\): 1 fru, 1 xxx/],
    tested: [2, 1],
  },
  {
    adapter: "iemocap-all",
    named: true,
    tree: {
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_F000.wav": "",
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_M003.wav": "",
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_F001.wav": "",
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_F002.wav": "",
      "Session1/dialog/EmoEvaluation/Ses01F_impro04.txt": iemocapDialog,
    },
    expected: {
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_F000.wav": ["Ses01F", "neutral"],
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_F001.wav": ["Ses01F", "frustration"],
      "Session1/sentences/wav/Ses01F_impro04/Ses01F_impro04_M003.wav": ["Ses01M", "excitement"],
    },
    notes: [/1 recordings are left out, on whose emotion the listeners did not agree: 1 xxx/],
  },
  {
    adapter: "meld",
    tree: {
      "train_sent_emo.csv":
        "Sr No.,Utterance,Speaker,Emotion,Sentiment,Dialogue_ID,Utterance_ID\n1,Hi,Ross,joy,positive,6,1\n2,Oh,Rachel,anger,negative,125,3\n3,No,Monica,sadness,negative,7,0\n",
      "dev_sent_emo.csv":
        "Sr No.,Utterance,Speaker,Emotion,Sentiment,Dialogue_ID,Utterance_ID\n1,Hm,Joey,neutral,neutral,6,1\n",
      "test_sent_emo.csv":
        "Sr No.,Utterance,Speaker,Emotion,Sentiment,Dialogue_ID,Utterance_ID\n1,Wow,All,surprise,positive,6,1\n",
      "train_splits/dia6_utt1.mp4": "",
      "train_splits/dia7_utt0.mp4": "",
      "train_splits/dia125_utt3.mp4": "",
      "dev_splits_complete/dia6_utt1.mp4": "",
      "output_repeated_splits_test/dia6_utt1.mp4": "",
      "output_repeated_splits_test/final_videos_testdia6_utt1.mp4": "",
    },
    expected: {
      "dev_splits_complete/dia6_utt1.mp4": ["Joey", "neutral"],
      "output_repeated_splits_test/dia6_utt1.mp4": [
        "All output_repeated_splits_test/dia6_utt1.mp4",
        "surprise",
      ],
      "train_splits/dia6_utt1.mp4": ["Ross", "happiness"],
      "train_splits/dia7_utt0.mp4": ["Monica", "sadness"],
    },
    notes: [
      /1 recordings have the speaker "All", who is not one voice.*'original_speaker != All' leaves/,
      /train\/dia125_utt3 are left out: the films are damaged/,
    ],
    tested: [1],
  },
  {
    adapter: "msp-podcast",
    tree: {
      "Audios/MSP-PODCAST_0001_0008.wav": "",
      "Audios/MSP-PODCAST_0001_0009.wav": "",
      "Audios/MSP-PODCAST_0002_0001.wav": "",
      "Audios/MSP-PODCAST_0003_0001.wav": "",
      "Labels/labels_consensus.csv": `FileName,EmoClass,EmoAct,EmoVal,EmoDom,SpkrID,Gender,Split_Set
MSP-PODCAST_0001_0008.wav,A,5,2,5,127,Female,Train
MSP-PODCAST_0001_0009.wav,X,4,4,4,127,Female,Train
MSP-PODCAST_0002_0001.wav,N,4,4,4,12,Male,Test1
MSP-PODCAST_0003_0001.wav,C,4,4,4,Unknown,Male,Development
`,
    },
    expected: {
      "Audios/MSP-PODCAST_0001_0008.wav": ["127", "anger"],
      "Audios/MSP-PODCAST_0002_0001.wav": ["12", "neutral"],
      "Audios/MSP-PODCAST_0003_0001.wav": ["Unknown Audios/MSP-PODCAST_0003_0001.wav", "contempt"],
    },
    notes: [/1 recordings are left out, on whose emotion/, /1 recordings have the speaker "Unknown"/],
    tested: [1],
  },
  {
    adapter: "msp-podcast",
    tree: {
      "Audio/MSP-PODCAST_0001_0008.wav": "",
      "Labels/labels_concensus.json": JSON.stringify({
        "MSP-PODCAST_0001_0008.wav": { EmoClass: "H", SpkrID: "3", Gender: "Male", Split_Set: "Validation" },
      }),
    },
    expected: { "Audio/MSP-PODCAST_0001_0008.wav": ["3", "happiness"] },
  },
  {
    adapter: "polish",
    tree: ["m1.a_nie_2.wav", "m5.s_tak_1.wav"],
    expected: { "m1.a_nie_2.wav": ["m1", "anger"], "m5.s_tak_1.wav": ["m5", "fear"] },
  },
  {
    adapter: "pavoque",
    tree: {
      "pavoque-angry.flac": "",
      "pavoque-angry.yaml":
        "- {prompt: a1, text: Hallo, style: angry, start: 0.5, end: 2.25, segments: []}\n",
      "pavoque-poker.flac": "",
      "pavoque-poker.yaml": "- prompt: p1\n  text: Nein\n  style: poker\n  start: 1\n  end: 2\n",
      "pavoque-outtakes.flac": "",
      "pavoque-outtakes.yaml": "- {prompt: a1, text: Ha, style: sad, start: 0, end: 1}\n",
    },
    expected: {
      "pavoque-angry.flac#t=0.5,2.25": ["pavoque", "anger"],
      "pavoque-poker.flac#t=1,2": ["pavoque", "poker"],
    },
  },
  {
    adapter: "mead",
    tree: [
      "M003/audio/angry/level_1/001.m4a",
      "W009/audio/surprised/level_3/030.m4a",
      "M003/video/front/angry/level_1/001.mp4",
    ],
    expected: {
      "M003/audio/angry/level_1/001.m4a": ["M003", "anger"],
      "W009/audio/surprised/level_3/030.m4a": ["W009", "surprise"],
    },
    notes: [/1 file is left out, films/],
  },
  {
    adapter: "m3ed",
    tree: {
      "annotation.json": JSON.stringify({
        anjia: {
          anjia_1: {
            SpeakerInfo: { A: { Name: "FangSiJin" }, B: { Name: "XuWenChang" } },
            Dialog: {
              anjia_1_1: { Speaker: "A", Text: "好", EmoAnnotation: { final_main_emo: "Anger" } },
              anjia_1_2: { Speaker: "B", Text: "嗯", EmoAnnotation: { final_main_emo: "Neutral" } },
            },
          },
        },
      }),
      "splitInfo/movie_list_train.txt": "anjia\n",
      "wav/A_anjia_1_1.wav": "",
      "wav/B_anjia_1_2.wav": "",
    },
    expected: {
      "wav/A_anjia_1_1.wav": ["anjia/FangSiJin", "anger"],
      "wav/B_anjia_1_2.wav": ["anjia/XuWenChang", "neutral"],
    },
  },
  {
    adapter: "enterface",
    tree: [
      "subject 1/anger/sentence 1/s1_an_1.avi",
      "subject 6/sadness/s6_sa.avi",
      "subject 11/fear/sentence 2/s12_fe_2.avi",
    ],
    expected: {
      "subject 1/anger/sentence 1/s1_an_1.avi": ["1", "anger"],
      "subject 11/fear/sentence 2/s12_fe_2.avi": ["11", "fear"],
      "subject 6/sadness/s6_sa.avi": ["6", "sadness"],
    },
  },
];

for (const { adapter, named = false, tree, expected, notes = [], tested } of trees) {
  test(`${adapter} opens as it unpacks: ${Object.keys(expected)[0]}`, async () => {
    const corpus = await openCorpus(named ? `${adapter}:${unpack(tree)}` : unpack(tree));
    assert.equal(corpus.adapter, adapter);
    const found = corpus.recordings.map(({ file, speaker, emotion }) => [file, [speaker, emotion]]);
    assert.deepEqual(Object.fromEntries(found), expected);
    assert.equal(corpus.notes?.length ?? 0, notes.length, corpus.notes?.join("\n"));
    for (const [i, note] of notes.entries()) assert.match(corpus.notes![i], note);
    if (tested)
      assert.deepEqual(
        officialFolds(corpus.recordings).map((fold) => fold.test.length),
        tested,
      );
  });
}

test("every corpus has a tree here, and gives the labels that its facts name", async () => {
  const unpacked = new Set(trees.map(({ adapter }) => adapter));
  assert.deepEqual(
    CORPORA.map(({ name }) => name).filter((name) => !unpacked.has(name)),
    [],
  );
  for (const { name, about } of CORPORA) {
    const labels = typeof about === "string" ? [] : about.labels;
    const given = trees
      .filter(({ adapter }) => adapter === name)
      .flatMap(({ expected }) => Object.values(expected));
    for (const [, emotion] of given) assert.ok(labels.includes(emotion), `${name} gives ${emotion}`);
  }
});

test("several corpora in a folder are told, and named to be opened", async () => {
  const folder = unpack(["a/03a01Fa.wav", "b/1001_DFA_ANG_XX.wav"]);
  await assert.rejects(
    openCorpus(folder),
    /of its 2 sounds, cremad \(1 file such as 1001_DFA.*\), emodb .*pass the folder of one/,
  );
  assert.equal((await openCorpus(`emodb:${folder}`)).recordings.length, 1);
});

test("CREMA-D's table of actors gives their age and sex", async () => {
  const { recordings } = await openCorpus(
    unpack({
      "AudioWAV/1001_DFA_ANG_XX.wav": "",
      "AudioWAV/1002_ITH_SAD_X.wav": "",
      "VideoDemographics.csv":
        "ActorID,Age,Sex,Race,Ethnicity\n1001,51,Male,Caucasian,Not Hispanic\n1002,21,Female,Caucasian,Not Hispanic\n",
    }),
  );
  const told = recordings.map(({ extra: { age, sex, gender } }) => [age, sex, gender]);
  assert.deepEqual(told, [
    ["51", "Male", "male"],
    ["21", "Female", "female"],
  ]);
});
