import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parsePartyFile } from "../../domain/parties/parse-party-file.ts";
import { DemoMissionsFile, PairingFile } from "../../schemas/model/data-files.ts";
import type { Party } from "../../schemas/model/party.ts";

const dataFile = (name: string): string => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));

/** The parties of a party file. Throws with row and column of every broken cell. */
export const readParties = async (path = dataFile("parties.csv")): Promise<readonly Party[]> => {
  const file = parsePartyFile(await readFile(path, "utf8"));
  if (file.ok) return file.parties;
  const lines = file.problems.map(({ row, column, problem }) => `row ${row}, column ${column || "-"}: ${problem}`);
  throw new Error(`${path} was not imported:\n${lines.join("\n")}`);
};

/** The prepared pairing of data/. Throws a ZodError on a file of another shape. */
export const readPairing = async (path = dataFile("pairing.json")): Promise<PairingFile> =>
  PairingFile.parse(JSON.parse(await readFile(path, "utf8")));

/** Missions made up for demo and tests, under example.org. Throws a ZodError on a file of another shape. */
export const readDemoMissions = async (path = dataFile("demo-missions.json")): Promise<DemoMissionsFile> =>
  DemoMissionsFile.parse(JSON.parse(await readFile(path, "utf8")));
