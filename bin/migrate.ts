import { systemClock } from "../lambdas/io/clock.ts";
import { migrating, migrations, tablesOf } from "../lambdas/io/store/migrations.ts";
import { pacedRun, printRewritten, rewritingUsage, runRewriting } from "./rewriting.ts";

const usage = `Brings rows that an earlier release wrote to how this one writes them, by numbered migrations.

  npm run migrate -- [--data FOLDER | --stage NAME] [--apply] [--again] [--rate N]

${rewritingUsage}

  --again        looks also at migrations that are done

A migration that is done is written down in the table of records. The journal is never changed, and of a letter nothing but
where it is listed. docs/runbooks/migrating.md says when.`;

await runRewriting(usage, async (kept, options) => {
  const runs = migrating(kept);
  const run = pacedRun(kept, options);
  for (const migration of migrations) {
    const { number, name, why } = migration;
    const done = await runs.done(number);
    console.log(`${number} ${name}: ${done === undefined ? why : `done on ${done.doneAt}`}`);
    if (done !== undefined && !options.again) continue;
    const { tables } = await run(name, tablesOf(migration), (how) => runs.run(migration, systemClock.now(), how));
    const isWhole = tables.map((table) => printRewritten(table, options)).every(Boolean);
    // A later one may take for granted what this one does.
    if (!isWhole || (done === undefined && !options.apply)) return false;
  }
  console.log("All migrations are done.");
  return true;
});
