import { readFileSync } from "node:fs";
import { parseSettings, StageError, type StageName, type StageSettings } from "../lib/stage-settings.ts";

const folder = new URL("../data/stages/", import.meta.url);

/** What the file of a stage says, unchecked. Throws a StageError where it is away or no JSON. */
export const readStageFile = (name: StageName): unknown => {
  try {
    return JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "cannot be read";
    throw new StageError(`data/stages/${name}.json: ${why}`);
  }
};

/** What the file of a stage says, checked. Throws a StageError where it does not fit. */
export const settingsOf = (name: StageName): StageSettings => parseSettings(name, readStageFile(name));
