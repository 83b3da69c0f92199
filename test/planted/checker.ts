import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { runSuites } from "./suites.ts";

/** The test that plays the courses, runs the checker over them and writes its findings down. */
const suite = "test/verify/whole-course.test.ts";

/** A day after the last of the courses. */
const lastDay = "9999-12-31";

const Findings = z.array(z.object({ kind: z.string(), about: z.string(), why: z.string(), rule: z.string() }));
export type Finding = z.infer<typeof Findings>[number];

/**
 * Plays the courses in a checkout, once up to each day, or to their end if a day is undefined. Returns the findings
 * of the checker alone, or undefined if the courses do not end.
 */
export const findByChecker = async (
  root: string,
  stop: AbortSignal,
  days: readonly (string | undefined)[],
): Promise<readonly Finding[] | undefined> => {
  const file = join(root, "findings.json");
  rmSync(file, { force: true });
  const env = { FINDINGS_FILE: file, COURSE_ENDS: days.map((day) => day ?? lastDay).join(",") };
  await runSuites(root, [suite], stop, { env, rounds: days.length });
  return existsSync(file) ? Findings.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
};

/** The rules by which findings were reported, those of most findings first, in few words. */
export const rulesAmong = (findings: readonly Finding[]): string =>
  [...Map.groupBy(findings, ({ kind }) => kind)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([kind, those]) => `${kind} (${those.length}): ${those[0]?.rule ?? ""}`)
    .join("; ");
