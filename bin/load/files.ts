import { defined } from "../../schemas/base/defined.ts";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { readCsv } from "../../domain/base/read-csv.ts";
import { parsePartyFile } from "../../domain/parties/parse-party-file.ts";
import { PartyId } from "../../schemas/base/ids.ts";
import { DemoMissionsFile, PairingFile } from "../../schemas/model/data-files.ts";
import { MissionContacts, type Party } from "../../schemas/model/party.ts";

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

/** A row of a file of missions, with the columns of the sheet of an import. */
const MissionRow = z
  .strictObject({
    party: PartyId,
    address: MissionContacts.shape.address,
    second_address: MissionContacts.shape.secondAddress,
    language: MissionContacts.shape.language,
    place: MissionContacts.shape.place,
    digest: MissionContacts.shape.digest,
  })
  .transform(({ party, second_address: secondAddress, digest, ...mission }) => ({
    party,
    mission: {
      ...mission,
      ...defined({ secondAddress, digest }),
    },
  }));

/** The contacts of missions of a CSV file, by party. Throws with row and column of every broken cell, and of a party named twice. */
export const readMissions = async (path: string): Promise<Pick<DemoMissionsFile, "missions">> => {
  const read = readCsv(await readFile(path, "utf8"));
  if (!read.ok) throw new Error(`${path}: row ${read.problem.row}: ${read.problem.problem}`);
  const [header, ...records] = read.records;
  const lines: string[] = [];
  const missions = new Map<PartyId, MissionContacts>();
  for (const { row, cells } of records) {
    const filled = cells
      .map((cell, place) => [header?.cells[place] ?? "", cell] as const)
      .filter(([, cell]) => cell !== "");
    const { data, error } = MissionRow.safeParse(Object.fromEntries(filled));
    for (const issue of error?.issues ?? [])
      lines.push(`row ${row}, column ${issue.path.join(".") || "-"}: ${issue.message}`);
    if (data === undefined) continue;
    if (missions.has(data.party)) lines.push(`row ${row}, column party: ${data.party} is in an earlier row`);
    missions.set(data.party, data.mission);
  }
  if (lines.length > 0) throw new Error(`${path} was not loaded:\n${lines.join("\n")}`);
  return { missions: Object.fromEntries(missions) };
};
