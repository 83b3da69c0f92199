import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { VerificationResult } from "../../bin/verify/verify.ts";
import { playTakeOver, playWholeCourse, verifyTakeOver, verifyWholeCourse } from "./whole-course.ts";

/** Where the findings are written for whoever planted a defect and wants to know by which rule it was found. */
const report = process.env["FINDINGS_FILE"];
/** The day on which the course ends, where a defect shows before its last. */
const end = process.env["COURSE_ENDS"];

test("the checker finds nothing in a course that exercises most rules, and in a Mechanism that was taken over", async () => {
  const course = await playWholeCourse(end);
  const results: readonly VerificationResult[] = [
    await verifyWholeCourse(course),
    await verifyTakeOver(await playTakeOver()),
  ];
  const findings = results.flatMap((result) => result.findings);
  if (report !== undefined) writeFileSync(report, JSON.stringify(findings));
  expect(findings.map(({ kind, about, why }) => `${kind}: ${about}: ${why}`)).toEqual([]);
  expect(course.failures).toEqual([]);
});
