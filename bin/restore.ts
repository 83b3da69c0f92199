import { parseArgs } from "node:util";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { systemClock } from "../lambdas/io/clock.ts";
import { cognitoAccounts } from "../lambdas/io/aws/accounts.ts";
import { all } from "../lambdas/io/pages.ts";
import { dynamoLedger } from "../lambdas/io/store/ledger.ts";
import { dynamoStore } from "../lambdas/io/store/store.ts";
import { remakeAccount } from "../lambdas/use-cases/accounts/remake-accounts.ts";
import { decideHeldLetters, heldLetters } from "../lambdas/use-cases/sending/held-letters.ts";
import { messageOf, UserError } from "../local/base/user-error.ts";
import { Instant } from "../schemas/base/values.ts";
import { type StageName, stageNamed } from "../lib/stage-settings.ts";
import { argumentsOr } from "./arguments.ts";
import { adoptTables } from "./restore/adopt-tables.ts";
import { heldLine } from "./restore/print-letters.ts";
import { clientOfStage, stageClientOptions, tablesOfStage, userPoolOfStage } from "./stage-tables.ts";

const usage = `Takes tables into use that were restored to an earlier second, and ends what waits because of it.

  npm run restore -- --adopt --restored-to INSTANT --records TABLE --journal TABLE --letters TABLE
  npm run restore -- --stage NAME --list
  npm run restore -- --stage NAME --release all | LETTER …
  npm run restore -- --stage NAME --settle all | LETTER …
  npm run restore -- --stage NAME --accounts

  --adopt     makes the tables fit, writes down that they were restored, and prints the settings that deploy them
  --list      letters that were due before the tables were taken into use, and may have left: none is sent by itself
  --release   these did not leave: they do with the next hourly round, as things stand then
  --settle    these had left: they count as sent
  --accounts  makes accounts anew that the user pool has lost, but of nobody whose access is closed

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
      list: { type: "boolean", default: false },
      release: { type: "boolean", default: false },
      settle: { type: "boolean", default: false },
      accounts: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
    allowPositionals: true,
  }),
);

const client = clientOfStage();

/** What was given for an option. Throws a UserError where nothing was. */
const given = (name: "stage" | "restored-to" | "records" | "journal" | "letters"): string => {
  const value = values[name];
  if (value === undefined) throw new UserError(`--${name} is missing\n\n${usage}`);
  return value;
};

const stage = (): StageName => stageNamed(given("stage"));

const adopt = async (): Promise<void> => {
  const restoredTo = Instant.safeParse(given("restored-to"));
  const adoptedAt = systemClock.now();
  if (!restoredTo.success || restoredTo.data >= adoptedAt)
    throw new UserError("--restored-to is an instant that has passed, as 2026-02-03T04:05:06.000Z");
  const tables = { records: given("records"), journal: given("journal"), letters: given("letters") };
  const restoration = { schema: 1 as const, restoredTo: restoredTo.data, adoptedAt };
  const { journalStream } = await adoptTables(client, tables, restoration);
  console.log(`The tables are fit, and hold what was due until ${adoptedAt}. Write into the file of the stage, and deploy:

${JSON.stringify({ tables: { ...tables, journalStream } }, undefined, 2)}`);
};

/** The letters that were named; undefined for all of them. Throws a UserError where none was. */
const named = (): ReadonlySet<string> | undefined => {
  if (positionals.length === 0) throw new UserError(`Name letters, or all\n\n${usage}`);
  return positionals.includes("all") ? undefined : new Set(positionals);
};

const decide = async (outcome: "release" | "settle"): Promise<void> => {
  const only = named();
  const ledger = dynamoLedger({ client, tables: await tablesOfStage(stage()) });
  const moved = await decideHeldLetters(ledger, outcome, systemClock.now(), only);
  for (const id of moved) console.log(id);
  const left = await heldLetters(ledger);
  console.log(`${moved.length} ${outcome === "release" ? "released" : "settled"}, ${left.length} still held.`);
};

const list = async (): Promise<void> => {
  const held = await heldLetters(dynamoLedger({ client, tables: await tablesOfStage(stage()) }));
  for (const letter of held) console.log(heldLine(letter));
  console.log(`${held.length} letters are held.`);
};

const makeAccounts = async (): Promise<void> => {
  const name = stage();
  const store = dynamoStore({ client, tables: await tablesOfStage(name) });
  const accounts = cognitoAccounts(new CognitoIdentityProviderClient(stageClientOptions), await userPoolOfStage(name));
  const io = { store, accounts, clock: systemClock };
  const count = { made: 0, there: 0, none: 0, failed: 0 };
  for (const { state } of await all((paging) => store.list("user", paging)))
    try {
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
  const wanted = (["adopt", "list", "release", "settle", "accounts"] as const).filter((each) => values[each]);
  const [only, ...more] = wanted;
  if (only === undefined || more.length > 0) throw new UserError(`Ask for one thing\n\n${usage}`);
  if (only === "adopt") return adopt();
  if (only === "list") return list();
  return only === "accounts" ? makeAccounts() : decide(only);
};

try {
  await run();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
} finally {
  client.destroy();
}
