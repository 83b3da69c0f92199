import { migrations } from "../lambdas/io/store/migrations.ts";
import { migrateAll, rewritingUsage, runRewriting } from "./rewriting.ts";

const usage = `Brings rows that an earlier release wrote to how this one writes them, by numbered migrations.

  npm run migrate -- [--data FOLDER | --stage NAME] [--apply] [--again] [--rate N]

${rewritingUsage}

  --again        looks also at migrations that are done

A migration that is done is written down in the table of records. The journal is never changed, and of a letter nothing but
where it is listed. docs/runbooks/migrating.md says when.`;

await runRewriting(usage, migrateAll(migrations));
