import { readFileSync } from "node:fs";
import { parseSettings, StageError, type StageName, type StageSettings } from "../lib/stage-settings.ts";

const folder = new URL("../data/stages/", import.meta.url);

/** Returns the content of the file of a stage, unchecked. Throws a StageError if it is missing or no JSON. */
export const readStageFile = (name: StageName): unknown => {
  try {
    return JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "cannot be read";
    throw new StageError(`data/stages/${name}.json: ${why}`);
  }
};

/** Returns the checked settings of a stage. Throws a StageError if they are invalid. */
export const settingsOf = (name: StageName): StageSettings => parseSettings(name, readStageFile(name));
