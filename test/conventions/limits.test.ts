import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as policy from "../../domain/base/policy.ts";
import { mostItems } from "../../lambdas/io/ports/store.ts";
import { problems } from "../../schemas/problems/problems.ts";
import { CalendarDate } from "../../schemas/base/values.ts";

/** Whatever edition is the last: the page says what holds from then on. */
const lastOf = <Value>(setting: policy.Setting<Value>): Value =>
  policy.inForce(setting, CalendarDate.parse("2999-12-31"));

/** Every limit as a row of the page names it, with how much it is and as what more is refused. */
const limits: readonly (readonly [words: string, most: number, problem?: keyof typeof problems])[] = [
  ["requests with a new Idempotency-Key", lastOf(policy.keysPerDay), "keys-used-up"],
  ["new people named", lastOf(policy.invitationsPerDay), "invitations-used-up"],
  ["people of other parties whose contact details", lastOf(policy.contactsPerDay).party, "contacts-used-up"],
  ["people whose contact details", lastOf(policy.contactsPerDay).office, "contacts-used-up"],
  ["people who serve", lastOf(policy.seatCap).serving, "seat-full"],
  ["people who have served", lastOf(policy.seatCap).ever, "seat-full"],
  ["requests for clarification", lastOf(policy.clarificationCap), "clarifications-used-up"],
  ["requests to draw lots again", lastOf(policy.redrawCap), "redraws-used-up"],
  ["the President's reminder to one party, in seven days", 1, "reminder-too-soon"],
  ["recipients of a bulletin", lastOf(policy.mostRecipients), "too-many-recipients"],
  ["items that one command writes", mostItems, "too-much-at-once"],
  ["places that do not fit", policy.mostErrorsTold],
];

test("docs/api.md tells every limit as it is, and what more is refused as", () => {
  const [, section = ""] = readFileSync("docs/api.md", "utf8").split("## Limits\n");
  const rows = section
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows).toHaveLength(limits.length);
  for (const [place, [words, most, problem]] of limits.entries()) {
    const [what = "", number, refusal] = rows[place] ?? [];
    expect(what.startsWith(words) ? words : what).toBe(words);
    expect([what, number, refusal]).toEqual([
      what,
      most.toLocaleString("en"),
      problem === undefined ? "" : `\`${problem}\``,
    ]);
  }
});

test("the President's reminder goes to a party once in seven days, as docs/api.md says", () => {
  expect(lastOf(policy.presidentsReminderEvery)).toEqual({ hours: 7 * 24 });
});
