import { indexingOf } from "../lambdas/io/store/indexing.ts";
import { rewriteRows } from "../lambdas/io/store/rewriting.ts";
import { pacedRun, printRewritten, rewritingUsage, runRewriting } from "./rewriting.ts";

const usage = `Brings rows that are older than an index into it: writes the attributes by which this release would find them.

  npm run reindex -- [--data FOLDER | --stage NAME] [--apply] [--rate N]

${rewritingUsage}

Rows of an index that are away altogether come back with npm run rebuild. The journal is never changed.`;

await runRewriting(usage, async (kept, options) => {
  const run = pacedRun(kept, options);
  let isWhole = true;
  for (const table of ["records", "letters"] as const) {
    const rewritten = await run(`Indexing ${table}`, [table], (how) =>
      rewriteRows(kept, { ...indexingOf(kept, table), ...how }),
    );
    const rows = [...rewritten.kinds.values()].reduce((sum, count) => sum + count.rows, 0);
    console.log(`${table}: ${rows} rows`);
    isWhole = printRewritten(rewritten, options) && isWhole;
  }
  return isWhole;
});
