import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Setting, inForce } from "../../domain/base/settings.ts";
import { mostRecipients } from "../../domain/policy/bulletins.ts";
import { clarificationCap, maxReportedErrors, offersCap, seatCap } from "../../domain/policy/limits.ts";
import { type Counted, dayLimits, type LimitedAs } from "../../domain/policy/day-limits.ts";
import { redrawCap } from "../../domain/policy/lots.ts";
import { presidentsReminderEvery } from "../../domain/policy/reminders.ts";
import { mostItems } from "../../lambdas/io/ports/commit.ts";
import { problems } from "../../schemas/problems/problems.ts";
import { CalendarDate } from "../../schemas/base/values.ts";

/** Returns the last edition of a setting: the page states the value from then on. */
const lastOf = <Value>(setting: Setting<Value>): Value => inForce(setting, CalendarDate.parse("2999-12-31"));

const ofDay = lastOf(dayLimits) as {
  readonly [A in LimitedAs]: { readonly [C in Counted]: number };
};

/** Every limit with its words in the page, its number, and the refusal above it. */
const limits: readonly (readonly [words: string, most: number, problem?: keyof typeof problems])[] = [
  ["commands, by a user of a party", ofDay.person.commands, "commands-used-up"],
  ["commands, by a party", ofDay.party.commands, "commands-used-up"],
  ["commands, by a user of the secretariat", ofDay.officer.commands, "commands-used-up"],
  ["letters caused by the commands of a user of a party", ofDay.person.letters, "letters-used-up"],
  ["letters caused by the commands of a party", ofDay.party.letters, "letters-used-up"],
  ["letters caused by the commands of a user of the secretariat", ofDay.officer.letters, "letters-used-up"],
  ["people named, replaced or removed", ofDay.party.namings, "namings-used-up"],
  ["people of other parties whose contact details", ofDay.person.contacts, "contacts-used-up"],
  ["people whose contact details", ofDay.officer.contacts, "contacts-used-up"],
  ["people who serve", lastOf(seatCap).serving, "seat-full"],
  ["people who have served", lastOf(seatCap).ever, "seat-full"],
  ["mandates that wait", lastOf(offersCap), "too-many-offers"],
  ["requests for clarification", lastOf(clarificationCap), "clarifications-used-up"],
  ["requests to draw lots again", lastOf(redrawCap), "redraws-used-up"],
  ["the President's reminder to one party, in seven days", 1, "reminder-too-soon"],
  ["recipients of a bulletin", lastOf(mostRecipients), "too-many-recipients"],
  ["items that one command writes", mostItems, "too-much-at-once"],
  ["places that do not fit", maxReportedErrors],
];

test("docs/api.md states every limit, and the refusal above it", () => {
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
  expect(lastOf(presidentsReminderEvery)).toEqual({ hours: 7 * 24 });
});
