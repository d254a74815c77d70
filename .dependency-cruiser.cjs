// The rules of the house. A room may import what is named here and whatever those may import; nothing else.
const roomsBelow = {
  audio: [],
  frames: ["audio"],
  features: ["frames"],
  synthesis: ["audio"],
  corpus: ["audio", "synthesis"],
  jobs: [],
  dataset: ["corpus", "features", "jobs"],
  models: ["features"],
  evaluation: ["dataset", "models", "jobs"],
  report: ["evaluation"],
  notebook: ["report"],
  live: ["features", "models"],
};

/** The small files outside of the rooms. */
const outside = "^src/lib/(check|random|paths)\\.ts$";
const tests = "\\.(test|fixture)\\.ts$";

const reach = (room) => [room, ...roomsBelow[room].flatMap(reach)];

const oneWay = Object.keys(roomsBelow).map((room) => ({
  name: `${room}-imports-one-way`,
  comment: `${room} may import ${reach(room).join(", ")} and the files outside of the rooms`,
  severity: "error",
  from: { path: `^src/lib/${room}/`, pathNot: tests },
  to: { path: "^src/", pathNot: [`^src/lib/(${reach(room).join("|")})/`, outside] },
}));

/** Runs in browsers, too: the same code from the notebook to the page. */
const pure = [
  "^src/lib/(audio|frames|features)/",
  "^src/lib/models/(?!storage\\.ts|node-)",
  "^src/lib/live/(?!service/)",
  "^src/lib/(check|random)\\.ts$",
];

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: "pure-rooms-use-no-node",
      comment:
        "audio, frames, features, predicting models and live but its service run in browsers: no Node built-ins, no paths.ts",
      severity: "error",
      from: { path: pure, pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pure-rooms-use-no-paths",
      comment: "paths.ts is for rooms that read and write files",
      severity: "error",
      from: { path: pure, pathNot: tests },
      to: { path: ["^src/lib/paths\\.ts$", "-node/", "piscina"] },
    },
    {
      name: "only-three-files-outside-the-rooms",
      comment: "what is not argument checks, randomness or paths belongs to a room",
      severity: "error",
      from: {},
      to: { path: "^src/lib/[^/]+\\.ts$", pathNot: outside },
    },
    {
      name: "files-outside-import-no-room",
      comment: "check, random and paths stand below all rooms",
      severity: "error",
      from: { path: outside },
      to: { path: "^src/lib/[^/]+/" },
    },
    {
      name: "only-notebook-knows-tslab",
      comment: "figures, tables and players are plain data until the notebook room shows them",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/lib/notebook/" },
      to: { path: "node_modules/(tslab|@tslab)/" },
    },
    {
      name: "no-circles",
      comment: "two files that need each other are one idea, or three",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "libraries-import-no-tests",
      comment: "tests and fixtures are imported by tests alone",
      severity: "error",
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: "resolvable",
      comment: "an import leads to a file or an installed package",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
