import { expect, test } from "vitest";
import type { Actor } from "../../domain/base/actor.ts";
import { concludeConsultation } from "../../domain/review/commands/consultation.ts";
import type { Decision } from "../../domain/base/decision.ts";
import { notifyDelay } from "../../domain/review/commands/delays.ts";
import { clearFeedback } from "../../domain/review/commands/feedback.ts";
import {
  agreeToObservations,
  draftObservations,
  publishObservations,
} from "../../domain/review/commands/observations.ts";
import { submitAnswers } from "../../domain/review/commands/questionnaire.ts";
import { dayOf } from "../../domain/base/time.ts";
import { executeOnAggregate } from "../../lambdas/commands/execute-command.ts";
import { Hash, ObligationId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { day, party, reviewId, userId } from "../fixtures/changes.ts";
import { given, registerTestUser, nameDelegate, secretariat as secretariatUser, startOf } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import { findingsOf } from "../harness/verification.ts";

const hash = (digit: string) => Hash.parse(digit.repeat(64));
const parties = ["FR", "DE", "BR"];
const focalPoint = (code: string): Actor => ({
  id: userId(100 + parties.indexOf(code)),
  role: "delegate",
  party: party(code),
});
const secretariat: Actor = { id: secretariatUser, role: "secretariat" };

const act = async (app: TestApp, by: Actor, decide: (review: Review, now: Instant) => Decision) => {
  const now = app.clock.now();
  const done = await executeOnAggregate(app.store)({
    kind: "review",
    id: reviewId("FR"),
    by: by.id,
    now,
    decide: (review) => decide(review, now),
  });
  if (!done.ok) throw new Error(done.refusal);
  await app.settle();
};

/** Returns the lines of letters planned since. */
const since = async (app: TestApp, before: ReadonlySet<string>) =>
  (await app.letters())
    .filter(({ id }) => !before.has(id))
    .map(({ content, recipient, state }) =>
      [
        "reminderSubject" in content ? `${content.reminderSubject.kind} ${content.stepName}` : content.kind,
        recipient.kind === "user"
          ? `person of ${parties[Number.parseInt(recipient.user.slice(-3), 36) - 100]}`
          : Object.values(recipient)[1],
        state,
      ].join(", "),
    )
    .toSorted();
const known = async (app: TestApp) => new Set((await app.letters()).map(({ id }) => id));

/** Returns the lines of one letter to every mission and focal point. */
const toAll = (letter: string): readonly string[] => [
  ...parties.toSorted().map((code) => `${letter}, ${code}, delivered`),
  ...parties.toSorted().map((code) => `${letter}, person of ${code}, delivered`),
];

test("a whole review notifies and reminds each right recipient, and every guarantee holds at every rest", async () => {
  const app = await given.group({ reviews: { FR: ["DE", "BR"] } });
  for (const code of parties) {
    const user = { id: focalPoint(code).id, role: "delegate", party: party(code) } as const;
    await registerTestUser(app, user, `focal.point@${code.toLowerCase()}.example.org`);
  }
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  for (const code of parties) await nameDelegate(app, "focal-point", code, { number: 100 + parties.indexOf(code) });
  await app.settle();
  const step = async (by: Actor, decide: (review: Review, now: Instant) => Decision) => {
    const before = await known(app);
    await act(app, by, decide);
    expect(await brokenNow(app)).toEqual([]);
    return since(app, before);
  };

  const opened = await known(app);
  await app.moveTo("2020-12-30T08:00:00.000Z");
  await app.sweep("morning");
  await app.settle();
  expect((await since(app, opened)).filter((letter) => letter.startsWith("consultation"))).toEqual(
    toAll("consultation-past-target"),
  );

  await app.moveTo("2021-01-11T12:00:00.000Z");
  const concluded = await step(secretariat, (review, now) =>
    concludeConsultation(review, secretariat, { heldOn: dayOf(now), languages: { languages: ["en"] } }, now),
  );
  expect(concluded).toEqual(toAll("consultation-agreed"));

  await app.moveTo("2021-06-01T12:00:00.000Z");
  const delay = {
    obligation: ObligationId.parse("questionnaire:FR"),
    dueOn: day("2021-08-31"),
    reason: "clearance",
  } as const;
  const delayed = await step(focalPoint("FR"), (review, now) => notifyDelay(review, focalPoint("FR"), delay, now));
  expect(delayed).toEqual(toAll("delay-notified"));

  const early = await known(app);
  await app.moveTo("2021-08-25T12:00:00.000Z");
  const ofWork = (await since(app, early)).filter((letter) => letter.startsWith("questionnaire"));
  expect(ofWork).toEqual(
    ["d-28", "d-7"].flatMap((stepName) => [
      `questionnaire ${stepName}, FR, delivered`,
      `questionnaire ${stepName}, person of FR, delivered`,
    ]),
  );

  const submitted = await step(focalPoint("FR"), (review, now) =>
    submitAnswers(review, focalPoint("FR"), { UNTOC: hash("a") }, now),
  );
  expect(submitted).toEqual([
    "answers-received, person of BR, delivered",
    "answers-received, person of DE, delivered",
    "feedback start, BR, delivered",
    "feedback start, DE, delivered",
  ]);

  await app.moveTo("2021-12-01T12:00:00.000Z");
  for (const code of ["DE", "BR"])
    await step(focalPoint(code), (review, now) =>
      clearFeedback(review, focalPoint(code), { party: party(code), documents: { UNTOC: hash("b") } }, now),
    );
  await step(secretariat, (review, now) => draftObservations(review, secretariat, { document: hash("c") }, now));
  for (const code of parties)
    await step(focalPoint(code), (review, now) =>
      agreeToObservations(review, focalPoint(code), { party: party(code), version: 1 }, now),
    );
  const published = await step(secretariat, (review, now) =>
    publishObservations(review, secretariat, { version: 1 }, now),
  );
  expect(published).toHaveLength(6);

  const last = await known(app);
  await app.moveTo("2022-12-01T12:00:00.000Z");
  expect(await since(app, last)).toEqual([]);
  await app.rest();
  await app.sweep("full");
  expect(await brokenAtRest(app)).toEqual([]);
  expect(await findingsOf(app)).toEqual([]);
});
