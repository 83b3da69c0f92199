import { parseArgs } from "node:util";
import pMap from "p-map";
import { type Rebuilt, rebuildingAggregates } from "../lambdas/io/store/rebuild.ts";
import { messageOf } from "../local/base/user-error.ts";
import { argumentsOr } from "./arguments.ts";
import type { KeptTables } from "./kept-tables.ts";
import { progressBar } from "./load/progress.ts";
import { openTables } from "./open-tables.ts";

const usage = `Rebuilds aggregates from the journal: verifies every chain, folds its facts, and compares what is stored.

  npm run rebuild -- [--data FOLDER | --stage NAME] [--write] [review#c1-FR …]

  --data FOLDER  what a local system keeps, which has to be stopped; .data where left out
  --stage NAME   a deployed stage, which may be running
  --write        writes what is missing or differs; without it nothing is changed

Without subjects named, all are looked at. What is rebuilt: parties, groups, reviews, users, bulletins and texts, with the rows
by which lists find them. What is not in the journal is not rebuilt: names and addresses of people, contacts of
missions, notes of contacts, drafts, documents, what bulletins and stored texts say, and letters.
Ends with 1 where a subject differs and was not written, or is refused, with 2 where it could not be done.`;

const { values, positionals } = argumentsOr(usage, () =>
  parseArgs({
    options: {
      data: { type: "string" },
      stage: { type: "string" },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
    allowPositionals: true,
  }),
);
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const inWords = (rebuilt: Exclude<Rebuilt, { kind: "same" }>): string =>
  rebuilt.kind === "refused" ? `refused: ${rebuilt.why}` : rebuilt.rows.join(", ");

/**
 * Maximum number of aggregates processed in parallel: enough to hide the latency of a table, too few to be throttled.
 */
const maxConcurrency = 8;

const rebuildAll = async ({ client, tables }: KeptTables): Promise<void> => {
  const rebuilding = rebuildingAggregates({ client, tables });
  const subjects = positionals.length > 0 ? positionals : await rebuilding.subjects();
  const bar = progressBar(values.write ? "Rebuilding" : "Comparing", subjects.length);
  const found = await pMap(
    subjects,
    async (subject) => {
      const rebuilt = await rebuilding.rebuild(subject, { write: values.write });
      bar.tick();
      return { subject, rebuilt };
    },
    { concurrency: maxConcurrency },
  );
  bar.stop();
  for (const { subject, rebuilt } of found) if (rebuilt.kind !== "same") console.log(`${subject}: ${inWords(rebuilt)}`);
  const count = (kind: Rebuilt["kind"]) => found.filter(({ rebuilt }) => rebuilt.kind === kind).length;
  const [same, differing, refused] = [count("same"), count("differs"), count("refused")];
  const became = values.write ? "rebuilt" : "not as their journal says";
  console.log(
    `${same} of ${subjects.length} subjects as their journal says, ${differing} ${became}, ${refused} refused.`,
  );
  if (differing > 0 && !values.write) console.log("Nothing was written: repeat it with --write.");
  process.exitCode = refused > 0 || (differing > 0 && !values.write) ? 1 : 0;
};

try {
  const tables = await openTables(usage, values);
  try {
    await rebuildAll(tables);
  } finally {
    await tables.close();
  }
} catch (error) {
  console.error(`Not rebuilt: ${messageOf(error)}`);
  process.exitCode = 2;
}
