/** Where a corpus lies; `program.requiredOption(...corpusOption)`. */
export const corpusOption = ["--corpus <where>", "a folder or manifest, or adapter:DIR (emodb:DIR)"] as const;
