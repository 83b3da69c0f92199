import { firstSecrets } from "../../lambdas/io/cursor-secrets.ts";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import pMap from "p-map";
import type { TestProject } from "vitest/node";
import { firstMorning } from "../../bin/fill.ts";
import { demoPeople } from "../../bin/load-data.ts";
import { readDemoMissions, readPairing, readParties } from "../../bin/load/files.ts";
import { type LoadOptions, loadMissions, loadPairing, loadParties, loadUser } from "../../bin/load/subjects.ts";
import { prepareApp, prepareLocalApp } from "../../bin/prepare.ts";
import { randomIds, randomSecret } from "../../lambdas/io/random.ts";
import { dynamoStore } from "../../lambdas/io/store/store.ts";
import { dataFiles } from "../../local/base/data-folder.ts";
import { openStateDb } from "../../local/base/state-db.ts";
import { startLocalStack } from "../../local/local-stack.ts";
import { clockSetting } from "../../local/open-state.ts";
import type { LocalStack } from "../../local/stack-options.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import type { PairingFile } from "../../schemas/model/data-files.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { UserRole } from "../../schemas/model/user.ts";
import { EmailAddress, Instant } from "../../schemas/base/values.ts";

/** The synthesized app, and the data of a filled system to copy. */
export interface ProvidedData {
  readonly templateDir: string;
  readonly dataDir: string;
}

/** Data of a system that was filled and has ended, and the last time of its clock. */
export interface PreparedData extends ProvidedData {
  readonly endedAt: Instant;
}

declare module "vitest" {
  interface ProvidedContext {
    prepared: PreparedData;
  }
}

/**
 * Reviews of the prepared pairing, few enough that a group starts in a moment: Germany and France hold several seats,
 * among them are additional reviewers, and the second and third group stay planned.
 */
const chosen = ["c1-DE", "c1-SE", "c1-GR", "c1-IE", "c1-FR", "c1-AT", "c1-US"];

const few = ({ groups, ...pairing }: PairingFile): PairingFile => ({
  ...pairing,
  groups: groups.map((group) => ({ ...group, reviews: group.reviews.filter(({ id }) => chosen.includes(id)) })),
});

/**
 * Fills a store as `npm start` does: with all parties, but only a few reviews, and the missions that serve in them.
 * `subjectOf` returns the account of an address.
 */
export const fillStore = async (store: Store, now: Instant, subjectOf: (email: string) => string): Promise<void> => {
  const loading: LoadOptions = { store, now, by: "load", tick: () => undefined };
  const ids = randomIds({ now: () => now });
  const register = (role: UserRole, email: string, name: string, party?: PartyId) =>
    loadUser(
      loading,
      { id: ids.user(), role, party, sub: subjectOf(email) },
      { name, email: EmailAddress.parse(email), language: "en" },
    );

  const [parties, pairing, { missions, ...file }] = await Promise.all([
    readParties(),
    readPairing().then(few),
    readDemoMissions(),
  ]);
  await pMap(parties, (party) => loadParties(loading, [party]), { concurrency: 8 });
  await store.cursorSecrets(() => firstSecrets(randomSecret(), loading.now));
  await loadPairing(loading, pairing);
  const serving = pairing.groups.flatMap(({ reviews }) => reviews.flatMap(({ seats }) => seats));
  const here = [...new Set(serving.map(({ party }) => party))];
  const reached = Object.fromEntries(Object.entries(missions).filter(([party]) => here.some((id) => id === party)));
  await loadMissions(loading, { ...file, missions: reached });
  await register("secretariat", demoPeople.secretariat, "Secretariat (made up)");
  await register("secretariat", demoPeople.secondSecretariat, "A second person of the secretariat");
  await register("president", demoPeople.president, "President of the Conference (made up)");
  await pMap(here, (id) => register("permanent-mission", demoPeople.mission(id), `Mission of ${id} (made up)`, id), {
    concurrency: 8,
  });
};

const fill = async (app: LocalStack): Promise<void> => {
  const client = new DynamoDB({
    endpoint: app.services,
    region: "eu-central-1",
    credentials: { accessKeyId: "load", secretAccessKey: "load" },
  });
  const table = (variable: string): string => app.environment[variable] ?? "";
  const tables = { records: table("RECORDS_TABLE"), journal: table("JOURNAL_TABLE"), letters: table("LETTERS_TABLE") };
  await fillStore(dynamoStore({ client, tables }), Instant.parse(app.clock.instant()), app.register);
  client.destroy();
  await app.rest();
};

/** A folder for a moment: in memory where the system has it, as nothing of it is kept. */
export const temporaryFolder = (): string =>
  mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "review-mechanism-test-"));

/**
 * Copies the data of a system that has ended. The copy's clock continues from its last time, however long ago that
 * was: the first morning is ten minutes before the nine o'clock at which letters leave.
 */
export const copyOf = ({ dataDir, endedAt }: PreparedData): string => {
  const folder = temporaryFolder();
  cpSync(dataDir, folder, { recursive: true });
  const stateDb = openStateDb(dataFiles(folder).stateDb);
  stateDb.set(clockSetting, String(Date.parse(endedAt) - Date.now()));
  stateDb.close();
  return folder;
};

/** Builds and synthesizes what changed, and fills a system to copy from; the caller removes the folder. */
export const prepareData = async (): Promise<PreparedData> => {
  // Several tests run npm start at the same time; none of them may prepare its app while another reads it.
  await prepareLocalApp();
  const templateDir = await prepareApp();
  const folder = temporaryFolder();
  try {
    const app = await startLocalStack({ templateDir, dataDir: folder, startAt: firstMorning });
    try {
      await fill(app);
      return { templateDir, dataDir: folder, endedAt: Instant.parse(app.clock.instant()) };
    } finally {
      await app.close();
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
};

let dataDir: string | undefined;

/** Once for all files of the API's tests. */
export const setup = async ({ provide }: TestProject): Promise<void> => {
  const prepared = await prepareData();
  ({ dataDir } = prepared);
  provide("prepared", prepared);
};

export const teardown = (): void => {
  if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true });
};
