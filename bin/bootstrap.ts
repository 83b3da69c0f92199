import { parseArgs } from "node:util";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { firstSecrets } from "../lambdas/io/cursor-secrets.ts";
import { judgeDraw } from "../domain/lots/recorded-draw.ts";
import { systemClock } from "../lambdas/io/clock.ts";
import { randomIds, randomSecret } from "../lambdas/io/random.ts";
import { dynamoStore } from "../lambdas/io/store/store.ts";
import { messageOf } from "../local/base/user-error.ts";
import { EmailAddress } from "../schemas/base/values.ts";
import { stageNamed } from "../lib/stage-settings.ts";
import { readMissions, readPairing, readParties } from "./load/files.ts";
import { confirmLoaded, type LoadOptions, loadMissions, loadPairing, loadParties, loadUser } from "./load/subjects.ts";
import { judgeQuotas, readQuotas } from "./account-quotas.ts";
import { argumentsOr } from "./arguments.ts";
import { progressBar } from "./load/progress.ts";
import { settingsOf } from "./stage-file.ts";
import { openStage, tablesOfStage } from "./stage-tables.ts";

const usage = `Loads the parties and the first user of the secretariat into a deployment; repeat it as you like.

  npm run bootstrap -- --email you@example.org [--name "…"] [--stage dev] [--parties FILE] [--pairing FILE]
                      [--missions FILE]

  npm run bootstrap -- --confirm another@example.org [--stage dev]

  npm run bootstrap -- --quotas [--stage dev]

--pairing records lots that were drawn, with their groups; without it the deployment has no reviews yet. A draw held outside
has its day and document as \`drawnOn\` and \`document\` in the place of \`seed\`; each rule that it breaks for a party needs
its reason among \`deviations\`, or nothing is loaded.
--missions is a CSV file with the columns party, address, second_address, language, place and digest; a mission that has an
address keeps it.
Before anything else the quotas of the account are held against the settings of the stage; production stops where they do
not fit. --quotas does no more than that, and needs no deployment.
--confirm loads nothing: it says that a user of the secretariat, whom another registered, reopened or readdressed, is who
it should be.`;

const { values } = argumentsOr(usage, () =>
  parseArgs({
    options: {
      email: { type: "string" },
      confirm: { type: "string" },
      quotas: { type: "boolean", default: false },
      name: { type: "string", default: "Secretariat" },
      stage: { type: "string", default: "dev" },
      parties: { type: "string" },
      pairing: { type: "string" },
      missions: { type: "string" },
    },
  }),
);
const stage = argumentsOr(usage, () => stageNamed(values.stage));
// A stage whose settings do not fit was not deployed by this checkout.
const settings = argumentsOr(usage, () => settingsOf(stage));
const opened = await openStage(stage).catch((error: unknown) => {
  console.error(messageOf(error));
  return process.exit(1);
});

/** Prints the quotas of the account that are too low for the stage; ends with 1 if it cannot proceed with them. */
const checkQuotas = async (): Promise<void> => {
  const clients = { lambda: new LambdaClient(opened.options), mail: new SESv2Client(opened.options) };
  const { lines, goesOn } = await judgeQuotas(stage, settings, () => readQuotas(clients));
  for (const line of lines) console.error(`${goesOn ? "Warning" : "Refused"}: ${line}`);
  if (!goesOn) process.exit(1);
};

if (values.quotas) {
  await checkQuotas();
  console.log(`The quotas of the account were held against the settings of ${stage}.`);
  process.exit(0);
}
const option = values.confirm === undefined ? "email" : "confirm";
const email = EmailAddress.safeParse(values[option]);
if (!email.success) {
  console.error(`${usage}\n\n--${option} ${email.error.issues[0]?.message ?? "is missing"}`);
  process.exit(2);
}
if (option === "email") await checkQuotas();

const tables = await tablesOfStage(opened);
const store = dynamoStore({ client: opened.client, tables });
if (option === "confirm") {
  const confirmed = await confirmLoaded({ store, now: systemClock.now(), by: "bootstrap" }, email.data);
  console.log(`${email.data} is user ${confirmed} of the secretariat, who waits for no confirmation.`);
  process.exit(0);
}
const parties = await readParties(values.parties);
const pairing = values.pairing === undefined ? undefined : await readPairing(values.pairing);
const contacts = values.missions === undefined ? undefined : await readMissions(values.missions);
const missionCount = Object.keys(contacts?.missions ?? {}).length;
const judged = pairing === undefined ? undefined : judgeDraw(pairing, parties, systemClock.now());
if (judged?.ok === false) {
  console.error(`The draw of ${values.pairing} is not recorded: ${judged.refusal}`);
  console.error(JSON.stringify(judged.details, undefined, 2));
  process.exit(1);
}

const reviews = pairing?.groups.flatMap((group) => group.reviews).length ?? 0;
const bar = progressBar("Loading", parties.length + reviews + missionCount + 1);
const loading: LoadOptions = { store, now: systemClock.now(), by: "bootstrap", tick: bar.tick };
let registered = 0;
for (const party of parties) {
  const imported = await loadParties(loading, [party]);
  registered += imported.registered.length;
  bar.tick();
}
await store.cursorSecrets(() => firstSecrets(randomSecret(), loading.now));
if (contacts !== undefined) await loadMissions(loading, contacts);
if (pairing !== undefined) await loadPairing(loading, pairing);
const user = await loadUser(
  loading,
  { id: randomIds(systemClock).user(), role: "secretariat" },
  { name: values.name, email: email.data, language: "en" },
);
bar.stop();
console.log(
  `Parties: ${parties.length}, of which new: ${registered}. Missions in the file: ${missionCount}. Reviews in the pairing: ${reviews}.`,
);
console.log(`${email.data} is user ${user} of the secretariat; the account and the invitation follow in a minute.`);
