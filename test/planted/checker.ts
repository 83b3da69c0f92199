import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { runSuites } from "./suites.ts";

/** The test that plays the courses, runs the checker over them and writes its findings down. */
const suite = "test/verify/whole-course.test.ts";

const Findings = z.array(z.object({ kind: z.string(), about: z.string(), why: z.string(), rule: z.string() }));
export type Finding = z.infer<typeof Findings>[number];

/**
 * Plays the courses in a checkout, up to a day where one is given, and returns what the checker alone reports; undefined where
 * they do not come to an end.
 */
export const findByChecker = async (
  root: string,
  stop: AbortSignal,
  courseEnds?: string,
): Promise<readonly Finding[] | undefined> => {
  const file = join(root, "findings.json");
  rmSync(file, { force: true });
  await runSuites(root, [suite], stop, {
    FINDINGS_FILE: file,
    ...(courseEnds === undefined ? {} : { COURSE_ENDS: courseEnds }),
  });
  return existsSync(file) ? Findings.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
};

/** The rules by which findings were reported, those of most findings first, in few words. */
export const rulesAmong = (findings: readonly Finding[]): string =>
  [...Map.groupBy(findings, ({ kind }) => kind)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([kind, those]) => `${kind} (${those.length}): ${those[0]?.rule ?? ""}`)
    .join("; ");
