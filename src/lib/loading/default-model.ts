import { join } from "node:path";

/**
 * The model that is served and exported where none is named: trained on EMO-DB, whose recordings
 * are CC0; made by scripts/make-default-model.sh.
 */
export const defaultModelFolder = join(__dirname, "default-model");
