// The rules of the house. Rooms stand in the order in which the data flows: each may import the rooms before it, nothing else.
const rooms = [
  "numbers",
  "disk",
  "audio",
  "frames",
  "features",
  "synthesis",
  "corpus",
  "models",
  "loading",
  "jobs",
  "dataset",
  "evaluation",
  "runs",
  "figures",
  "report",
  "live",
  "notebook",
];
/** These run in browsers, too: the same code from the notebook to the page. */
const pureRooms = ["numbers", "audio", "frames", "features", "models", "live"];

/** What refuses arguments, and what writes values as text, stands below all rooms. */
const check = "^src/lib/(check|html|markdown)\\.ts$";
const tests = "\\.(test|fixture)\\.(ts|mjs)$";
const inRooms = (names) => `^src/lib/(${names.join("|")})/`;

const oneWay = rooms.map((room, i) => ({
  name: `${room}-imports-one-way`,
  comment: `${room} may import check.ts, html.ts, markdown.ts and ${rooms.slice(0, i).join(", ") || "no room"}`,
  severity: "error",
  from: { path: inRooms([room]), pathNot: tests },
  to: { path: "^src/", pathNot: [inRooms(rooms.slice(0, i + 1)), check] },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: "pure-rooms-reach-no-disk",
      comment: `${pureRooms.join(", ")} run in browsers: weights and tables are handed to them`,
      severity: "error",
      from: { path: [inRooms(pureRooms), check, "^src/page/"], pathNot: tests },
      to: { path: inRooms(["disk"]), reachable: true },
    },
    {
      name: "pure-rooms-use-no-node",
      comment: "no browser has Node's own modules",
      severity: "error",
      from: { path: [inRooms(pureRooms), check, "^src/page/"], pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "rooms-only",
      comment: "what neither refuses arguments nor escapes values belongs to a room",
      severity: "error",
      from: {},
      to: { path: "^src/lib/[^/]+\\.ts$", pathNot: check },
    },
    {
      name: "check-imports-nothing",
      comment: "they stand below all rooms",
      severity: "error",
      from: { path: check },
      to: { path: "^src/" },
    },
    {
      name: "applications-stand-apart",
      comment: "the page runs in browsers, the service under Node: they share the library alone",
      severity: "error",
      from: { path: "^src/(page|service)/", pathNot: tests },
      to: { path: "^src/(?!lib/|$1/)" },
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
      to: { circular: true },
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
