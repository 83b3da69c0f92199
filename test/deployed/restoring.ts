import type { Instant } from "../../schemas/base/values.ts";
import { execute, type Outputs, run, stage } from "./cloud.ts";
import { copyTable } from "./table-copies.ts";

/** Copies of the three tables as at an instant. */
export interface Copies {
  readonly at: Instant;
  readonly records: string;
  readonly journal: string;
  readonly letters: string;
}

/** Copies the tables of the stage, under new names. */
export const copyTables = async (outputs: Outputs, at: Instant): Promise<Copies> => ({
  at,
  records: await copyTable(outputs.RecordsTableName, "restored"),
  journal: await copyTable(outputs.JournalTableName, "restored"),
  letters: await copyTable(outputs.LettersTableName, "restored"),
});

const restore = (...options: readonly string[]): Promise<string> =>
  run("npm", ["run", "--silent", "restore", "--", ...options], 120, "cloud");

/** Adopts copies as an operator does; returns the output of the command, and the settings that it printed. */
export const adopt = async (
  { at, records, journal, letters }: Copies,
  before: Outputs,
): Promise<{ readonly said: string; readonly settings: object }> => {
  const tables = ["--records", records, "--journal", journal, "--letters", letters];
  const said = await restore(
    "--stage",
    stage,
    "--adopt",
    "--restored-to",
    at,
    ...tables,
    "--journal-before",
    before.JournalTableName,
  );
  return { said, settings: JSON.parse(said.slice(said.indexOf("{\n"))) };
};

/** A paused letter as the list prints it. */
export interface PausedLine {
  readonly id: string;
  readonly kind: string;
  readonly party: string;
}

/** The letters that are paused, as an operator reads them. */
export const listPaused = async (): Promise<readonly PausedLine[]> => {
  const lines = (await restore("--stage", stage, "--list")).trim().split("\n");
  return lines.slice(0, -1).map((line) => {
    const [id = "", , , kind = "", party = ""] = line.split("  ");
    return { id, kind, party };
  });
};

/** Resumes or settles paused letters; returns the last line of the output. */
export const decidePaused = async (outcome: "release" | "settle", ...letters: readonly string[]): Promise<string> =>
  (await restore("--stage", stage, `--${outcome}`, ...letters)).trim().split("\n").at(-1) ?? "";

/** Runs a command that rewrites rows; returns its exit code, and the lines that it printed. */
export const rewrite = async (command: "migrate" | "reindex", ...options: readonly string[]) => {
  const { code, said } = await execute("npm", ["run", "--silent", command, "--", "--stage", stage, ...options], 120);
  return { code, lines: said.trim().split("\n") };
};
