import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { conditionsPage } from "../../bin/template-figures.ts";
import { type Condition, synthesize } from "./synthesized.ts";

const prod = synthesize();
const alarms = prod.of("AWS::CloudWatch::Alarm");
/** Each failure condition with the alarms that report it. */
const reported = Map.groupBy(
  alarms.flatMap((alarm) =>
    (alarm.metadata["reports"] as readonly Condition[]).map((condition) => ({ condition, alarm })),
  ),
  ({ condition }) => condition.name,
);

const ofEveryFunction = "Errors Throttles Failures RowUnreadable";
const ofApi = `${ofEveryFunction} ContactsUsedUp`;
/** Every failure that has ever had an alarm: one that is left out here has become silent. */
const conditions = Object.entries({
  Alarms: "AlarmsNotDelivered",
  Api: "ServerErrors Slow RepeatedErrors UnauthorizedBurst ForbiddenBurst ThrottledBurst",
  "ApiShift/PublicApi": "NewVersionErrors NewVersionFailures",
  "ApiShift/ReviewApi": "NewVersionErrors NewVersionFailures",
  "ApiShift/SecretariatApi": "NewVersionErrors NewVersionFailures",
  Capacity: "SignInThrottles AccountConcurrency",
  "Capacity/Records": "ReadThrottles WriteThrottles",
  "Capacity/Journal": "ReadThrottles WriteThrottles",
  "Capacity/Letters": "ReadThrottles WriteThrottles",
  Clock: "RemindersNotDelivered RemindersDropped RemindersThrottled",
  SweepSchedules: "SweepsMissed",
  MailReceipts: "ReceiptsLost ReceiptsNotDelivered BounceRate ComplaintRate",
  PublicApi: ofEveryFunction,
  ReviewApi: ofApi,
  SecretariatApi: ofApi,
  React: `${ofEveryFunction} BulletinStopped StreamAge PutAsideEntries`,
  Count: `${ofEveryFunction} StreamAge PutAsideEntries`,
  Timer: `${ofEveryFunction} TimersBacklog TimersDeadLetters`,
  Send: `${ofEveryFunction} QuotaUsedUp LettersFailed LettersUnknown RecipientUnreachable DeadlineLettersBacklog DeadlineLettersDeadLetters BulletinsBacklog BulletinsDeadLetters LettersPostponed LettersLate`,
  Receipts: `${ofEveryFunction} RecipientUnreachable ReceiptsBacklog ReceiptsDeadLetters`,
  Sweep: `${ofEveryFunction} JournalBroken BulletinBroken LettersPaused TableUnprotected MailAccountClosed SweepBacklog SweepDeadLetters Silent CanaryFailing LettersWaiting`,
}).flatMap(([place, ids]) => ids.split(" ").map((id) => `${place}/${id}`));

describe("failure conditions", () => {
  test("are all that have ever had an alarm, and no others", () => {
    expect([...reported.keys()].toSorted()).toEqual(conditions.toSorted());
    expect(conditions.length).toBeGreaterThanOrEqual(95);
  });

  test.each(conditions)("%s raises an alarm whose text names its section, which exists in the runbook", (condition) => {
    const found = reported.get(condition) ?? [];
    expect(found).not.toEqual([]);
    for (const { condition: of, alarm } of found) {
      expect(alarm.properties["AlarmDescription"]).toContain(of.section);
      expect(of.impact.length).toBeGreaterThan(24);
      const [page = "", section] = of.section.split("#");
      const headings = readFileSync(page, "utf8")
        .split("\n")
        .filter((line) => line.startsWith("## "))
        .map((line) => line.slice(3).trim().toLowerCase().replaceAll(" ", "-"));
      expect(headings).toContain(section);
    }
  });

  test("have one alarm each; dead letters have a second one about further messages", () => {
    for (const [condition, found] of reported)
      expect(found.length, condition).toBe(
        /DeadLetters|PutAsideEntries|SweepsMissed|ReceiptsLost/u.test(condition) ? 2 : 1,
      );
  });

  test("are listed by the page that an operator reads, with alarm, harm and section", async () => {
    await expect(conditionsPage(prod.resources)).toMatchFileSnapshot("../../docs/runbooks/failure-conditions.md");
  });
});
