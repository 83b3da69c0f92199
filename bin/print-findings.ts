import { readFile } from "node:fs/promises";
import * as z from "zod";

// The last step of npm run synth: prints what CDK's validation and the rule packs of cdk-nag found, warnings
// included, and ends with 1 where there is anything.
const file = "cdk.out/validation-report.json";
const { pluginReports } = z
  .object({ pluginReports: z.array(z.unknown()) })
  .parse(JSON.parse(await readFile(file, "utf8")));
if (pluginReports.length > 0) {
  console.error(`${file} has findings:\n${JSON.stringify(pluginReports, null, 2)}`);
  process.exitCode = 1;
}
