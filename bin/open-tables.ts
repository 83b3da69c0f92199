import { stageNamed } from "../lib/stage-settings.ts";
import { argumentsOr } from "./arguments.ts";
import { type KeptTables, openKeptTables } from "./kept-tables.ts";
import { openStage, tablesOfStage } from "./stage-tables.ts";

/** Options that select the tables of a command. */
interface TablesNamed {
  readonly data?: string | undefined;
  readonly stage?: string | undefined;
}

/**
 * The tables of a stage, or those that a stopped local system keeps in a folder, `.data` where neither is named. Ends with 2 and
 * how the command is written where both are named, or no such stage is known.
 */
export const openTables = async (usage: string, { data, stage }: TablesNamed): Promise<KeptTables> => {
  if (stage === undefined) return openKeptTables(data ?? ".data");
  const name = argumentsOr(usage, () => {
    if (data !== undefined) throw new Error("Name a folder or a stage, not both");
    return stageNamed(stage);
  });
  const opened = await openStage(name);
  const { client } = opened;
  return { client, tables: await tablesOfStage(opened), close: async () => client.destroy() };
};
