// Makes the declarations of the library anew, behind whatever else the machine does.
require("node:os").setPriority(10);
require("../../jobs/typescript.cjs");
const { makeDeclarations } = require("./library-declarations.ts");

makeDeclarations();
