import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { VerificationResult } from "../../bin/verify/verify.ts";
import { playTakeOver, playWholeCourse, verifyTakeOver, verifyWholeCourse } from "./whole-course.ts";

/** The file for the findings, with the rule that found each planted defect; undefined where not requested. */
const report = process.env["FINDINGS_FILE"];
/** The days up to which the course is played, each once, where a defect shows before its last. */
const days = process.env["COURSE_ENDS"]?.split(",") ?? [undefined];

test(
  "the checker finds nothing in a course that exercises most rules, and in a Mechanism that was taken over",
  async () => {
    const results: VerificationResult[] = [await verifyTakeOver(await playTakeOver())];
    const failures: string[] = [];
    for (const day of days) {
      const course = await playWholeCourse(day);
      results.push(await verifyWholeCourse(course));
      failures.push(...course.failures);
    }
    const findings = results.flatMap((result) => result.findings);
    if (report !== undefined) writeFileSync(report, JSON.stringify(findings));
    expect(findings.map(({ kind, about, why }) => `${kind}: ${about}: ${why}`)).toEqual([]);
    expect(failures).toEqual([]);
  },
  600_000 * days.length,
);
