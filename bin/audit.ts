import { execFile } from "node:child_process";
import * as z from "zod";

/**
 * Queries the registry for known vulnerabilities of the deployed packages: the second part of npm run audit. Ends with 1 if there is a
 * moderate or worse one. Ends with 3, with a message, if the registry does not answer such queries: that is no "none
 * known".
 */
const Report = z.looseObject({
  vulnerabilities: z.record(z.string(), z.looseObject({ severity: z.string(), range: z.string() })),
});
const harmless = ["info", "low"];

const output = await new Promise<string>((resolve) => {
  execFile("npm", ["audit", "--omit", "dev", "--json"], { maxBuffer: 64 * 1024 * 1024 }, (_, stdout) =>
    // It ends with 1 both for a finding and for a failed query; its report says which.
    resolve(stdout),
  );
});

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const report = Report.safeParse(parse(output));
if (!report.success) {
  console.error("THE AUDIT DID NOT RUN: the registry answers no questions about vulnerabilities.");
  process.exitCode = 3;
} else {
  const found = Object.entries(report.data.vulnerabilities).filter(([, { severity }]) => !harmless.includes(severity));
  for (const [name, { severity, range }] of found) console.error(`${name} ${range}: ${severity}`);
  console.log(`${found.length} known vulnerabilities, moderate or worse`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
