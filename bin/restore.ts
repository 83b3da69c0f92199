import { parseArgs } from "node:util";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { systemClock } from "../lambdas/io/clock.ts";
import { cognitoAccounts } from "../lambdas/io/aws/accounts.ts";
import { all } from "../lambdas/io/pages.ts";
import { dynamoLedger } from "../lambdas/io/store/ledger.ts";
import { dynamoStore } from "../lambdas/io/store/store.ts";
import type { Access } from "../lambdas/io/store/tables.ts";
import { remakeAccount } from "../lambdas/use-cases/accounts/remake-accounts.ts";
import {
  erasuresLeft,
  erasuresSince,
  namedErasure,
  repeatErasure,
} from "../lambdas/use-cases/accounts/repeat-erasures.ts";
import { decidePausedLetters, pausedLetters } from "../lambdas/use-cases/sending/paused-letters.ts";
import { messageOf, UserError } from "../local/base/user-error.ts";
import { UserId } from "../schemas/base/ids.ts";
import { Instant } from "../schemas/base/values.ts";
import type { ErasureToRepeat } from "../schemas/model/restoration.ts";
import { stageNamed } from "../lib/stage-settings.ts";
import { argumentsOr } from "./arguments.ts";
import { adoptTables } from "./restore/adopt-tables.ts";
import { type OpenStage, openStage, tablesOfStage, userPoolOfStage } from "./stage-tables.ts";
import type { Letter } from "../schemas/model/letter.ts";

/** A paused letter as a line: what a person needs to find out whether it left. */
const pausedLine = ({ id, state, content, party, plannedFor }: Letter): string =>
  [id, plannedFor, state, content.kind, party ?? "-"].join("  ");

const usage = `Takes tables into use that were restored to an earlier second, and ends what waits because of it.

  npm run restore -- --stage NAME --adopt --restored-to INSTANT --records TABLE --journal TABLE --letters TABLE
                     --journal-before TABLE | --erased none | --erased USER …
  npm run restore -- --stage NAME --list
  npm run restore -- --stage NAME --release all | LETTER …
  npm run restore -- --stage NAME --settle all | LETTER …
  npm run restore -- --stage NAME --erase
  npm run restore -- --stage NAME --accounts

  --adopt     makes the tables fit, writes down that they were restored, and prints the settings that deploy them
  --list      letters that were due before the tables were taken into use, and may have left: none is sent automatically
  --release   these did not leave: they do with the next hourly sweep, with their content at that time
  --settle    these had left: they count as sent
  --erase     erases again those who were erased since, where something was in the way so far
  --accounts  recreates accounts that the user pool has lost, except those of users whose access is closed

A restore brings back persons erased since then, so --adopt needs a list of them: it reads the journal that was in use
until now, or takes the users, once each, or none.

docs/runbooks/restoring.md has all steps in their order.`;

const { values, positionals } = argumentsOr(usage, () =>
  parseArgs({
    options: {
      stage: { type: "string" },
      adopt: { type: "boolean", default: false },
      "restored-to": { type: "string" },
      records: { type: "string" },
      journal: { type: "string" },
      letters: { type: "string" },
      "journal-before": { type: "string" },
      erased: { type: "string", multiple: true },
      erase: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
      release: { type: "boolean", default: false },
      settle: { type: "boolean", default: false },
      accounts: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
    allowPositionals: true,
  }),
);

/** Returns the value of an option. Throws a UserError if it is missing. */
const given = (name: "stage" | "restored-to" | "records" | "journal" | "letters"): string => {
  const value = values[name];
  if (value === undefined) throw new UserError(`--${name} is missing\n\n${usage}`);
  return value;
};

/** Returns the users erased since the restored second: from the earlier journal, or as named. */
const erasedSince = async (
  { client }: OpenStage,
  restoredTo: Instant,
  now: Instant,
): Promise<readonly ErasureToRepeat[]> => {
  const { erased: named, "journal-before": journal } = values;
  if (named === undefined && journal === undefined)
    throw new UserError(
      `State the users erased since then: --journal-before TABLE, --erased USER … or none\n\n${usage}`,
    );
  const users = (named ?? []).filter((user) => user !== "none").map((user) => UserId.safeParse(user));
  if (users.some(({ success }) => !success)) throw new UserError("--erased names users by their ids, or none");
  const ofOthers = users.flatMap(({ data }) => (data === undefined ? [] : [namedErasure(data)]));
  if (journal === undefined) return ofOthers;
  const before = await erasuresSince(dynamoStore({ client, tables: { journal } }), restoredTo, now);
  for (const row of before.unreadable)
    console.error(`${row} cannot be read: name the user that it erases with --erased`);
  return [...before.erasures, ...ofOthers];
};

const adopt = async (stage: OpenStage): Promise<void> => {
  const { client } = stage;
  const restoredTo = Instant.safeParse(given("restored-to"));
  const adoptedAt = systemClock.now();
  if (!restoredTo.success || restoredTo.data >= adoptedAt)
    throw new UserError("--restored-to is an instant that has passed, as 2026-02-03T04:05:06.000Z");
  const tables = { records: given("records"), journal: given("journal"), letters: given("letters") };
  const erased = await erasedSince(stage, restoredTo.data, adoptedAt);
  const restoration = { schema: 1 as const, restoredTo: restoredTo.data, adoptedAt, erased: [...erased] };
  const { journalStream } = await adoptTables(stage, tables, restoration);
  await eraseAgain({ client, tables });
  console.log(`The tables are fit, and hold what was due until ${adoptedAt}. Write into the file of the stage, and deploy:

${JSON.stringify({ tables: { ...tables, journalStream } }, undefined, 2)}`);
};

/** The letters that were named; undefined for all of them. Throws a UserError where none was. */
const named = (): ReadonlySet<string> | undefined => {
  if (positionals.length === 0) throw new UserError(`Name letters, or all\n\n${usage}`);
  return positionals.includes("all") ? undefined : new Set(positionals);
};

const decide = async (stage: OpenStage, outcome: "resume" | "settle"): Promise<void> => {
  const only = named();
  const ledger = dynamoLedger({ client: stage.client, tables: await tablesOfStage(stage) });
  const moved = await decidePausedLetters(ledger, outcome, systemClock.now(), only);
  for (const id of moved) console.log(id);
  const left = await pausedLetters(ledger);
  console.log(`${moved.length} ${outcome === "resume" ? "released" : "settled"}, ${left.length} still held.`);
};

const list = async (stage: OpenStage): Promise<void> => {
  const held = await pausedLetters(dynamoLedger({ client: stage.client, tables: await tablesOfStage(stage) }));
  for (const letter of held) console.log(pausedLine(letter));
  console.log(`${held.length} letters are held.`);
};

/** Erases again the users that the tables bring back; prints the result for each. */
const eraseAgain = async (access: Access): Promise<void> => {
  const [store, ledger] = [dynamoStore(access), dynamoLedger(access)];
  const left = await erasuresLeft(store, ledger);
  let waitCount = 0;
  for (const erasure of left) {
    const repeated = await repeatErasure({ store, ledger, clock: systemClock }, erasure);
    if (repeated.kind === "waits") waitCount += 1;
    const why = repeated.kind === "waits" ? `waits, access is closed: ${JSON.stringify(repeated.obstacles)}` : "erased";
    console.log(`${erasure.user}  ${why}`);
  }
  console.log(`${left.length - waitCount} erased again, ${waitCount} wait.`);
  process.exitCode = waitCount > 0 ? 1 : 0;
};

const makeAccounts = async (stage: OpenStage): Promise<void> => {
  const access = { client: stage.client, tables: await tablesOfStage(stage) };
  const store = dynamoStore(access);
  const left = new Set((await erasuresLeft(store, dynamoLedger(access))).map(({ user }) => user));
  const accounts = cognitoAccounts(new CognitoIdentityProviderClient(stage.options), await userPoolOfStage(stage));
  const io = { store, accounts, clock: systemClock };
  const count = { made: 0, there: 0, none: 0, failed: 0 };
  for (const { state } of await all((paging) => store.list("user", paging)))
    try {
      // No account is made for an erased person, whatever access the tables still show.
      if (left.has(state.id)) continue;
      count[await remakeAccount(io, state.id, "restore")] += 1;
    } catch (error) {
      console.error(messageOf(error));
      count.failed += 1;
    }
  console.log(
    `${count.made} accounts made, ${count.there} were there, ${count.none} need none, ${count.failed} failed.`,
  );
  process.exitCode = count.failed > 0 ? 1 : 0;
};

const run = async (): Promise<void> => {
  if (values.help) return console.log(usage);
  const wanted = (["adopt", "list", "release", "settle", "erase", "accounts"] as const).filter((each) => values[each]);
  const [only, ...more] = wanted;
  if (only === undefined || more.length > 0) throw new UserError(`Give exactly one action\n\n${usage}`);
  const stage = await openStage(stageNamed(given("stage")));
  try {
    if (only === "adopt") await adopt(stage);
    else if (only === "list") await list(stage);
    else if (only === "erase") await eraseAgain({ client: stage.client, tables: await tablesOfStage(stage) });
    else if (only === "accounts") await makeAccounts(stage);
    else await decide(stage, only === "release" ? "resume" : "settle");
  } finally {
    stage.client.destroy();
  }
};

try {
  await run();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}
