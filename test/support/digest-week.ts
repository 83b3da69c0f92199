import type { Actor } from "../../domain/base/actor.ts";
import { concludeConsultation } from "../../domain/review/commands/consultation.ts";
import type { Decision } from "../../domain/base/decision.ts";
import { notifyDelay } from "../../domain/review/commands/delays.ts";
import { setMissionContacts } from "../../domain/parties/parties.ts";
import { executeOnAggregate, changeOf } from "../../lambdas/commands/execute-command.ts";
import { ObligationId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { MissionContacts } from "../../schemas/model/party.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { address, day, factsOf, party, reviewId, userId } from "./changes.ts";
import { given, givenUser, naming, secretariat as secretariatUser, startOf } from "./group-fixture.ts";
import type { TestApp } from "./test-app.ts";

/** France is reviewed by Germany and reviews Japan; its mission asked for a digest. A week to try it in, and what happens there. */
const codes = ["FR", "DE", "JP"];
const numberOf = (code: string): number => 100 + codes.indexOf(code);
export const focalPoint = (code: string): Actor => ({
  id: userId(numberOf(code)),
  role: "delegate",
  party: party(code),
});
const secretariat: Actor = { id: secretariatUser, role: "secretariat" };

/** A mission's contacts are set; what follows from it has happened. */
export const setContacts = async (app: TestApp, code: string, more: Partial<MissionContacts>): Promise<void> => {
  const head = await app.store.load("party", code);
  if (head === undefined) throw new Error(`No party ${code}`);
  const mission = {
    address: address(`mission@${code.toLowerCase()}.example.org`),
    language: "en" as const,
    place: "Vienna",
    ...more,
  };
  const now = app.clock.now();
  const facts = factsOf(setMissionContacts(head.state, now, more.digest));
  const change = changeOf("party", code, head, facts, [{ kind: "mission", party: party(code), mission }]);
  await app.store.commit({ changes: [change], by: secretariatUser, at: now });
  await app.settle();
};

/** A command about the review of a party; what follows from it is still to happen. */
export const act = async (
  app: TestApp,
  code: string,
  by: Actor,
  decide: (review: Review, now: Instant) => Decision,
) => {
  const now = app.clock.now();
  const wanted = { kind: "review", id: reviewId(code), by: by.id, now } as const;
  const done = await executeOnAggregate(app.store)({ ...wanted, decide: (review) => decide(review, now) });
  if (!done.ok) throw new Error(done.refusal);
};

/** The consultation of a review concludes, and its questionnaire opens: a letter to mission and focal point. */
export const conclude = (app: TestApp, code: string) =>
  act(app, code, secretariat, (review, now) =>
    concludeConsultation(review, secretariat, { heldOn: day("2021-01-11"), languages: { languages: ["en"] } }, now),
  );

/** A party under review needs more time: a letter to every mission and focal point. */
export const delay = (app: TestApp, code: string, dueOn: string) => {
  const obligation = ObligationId.parse(`questionnaire:${code}`);
  const wanted = { obligation, dueOn: day(dueOn), reason: "clearance" } as const;
  return act(app, code, focalPoint(code), (review, now) => notifyDelay(review, focalPoint(code), wanted, now));
};

const beginning = "2021-01-11T12:00:00.000Z";

/** Both reviews are in consultation on 11 January 2021, a Monday; nothing is overdue, and the mission of France has a digest. */
export const digesting = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: ["DE"], JP: ["FR"] } });
  for (const code of codes) {
    const user = { id: focalPoint(code).id, role: "delegate", party: party(code) } as const;
    await givenUser(app, user, `focal.point@${code.toLowerCase()}.example.org`);
  }
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  for (const code of codes) {
    await naming(app, "focal-point", code, { number: numberOf(code) });
    await naming(app, "expert", code, { number: 200 + numberOf(code) });
  }
  await app.settle();
  await setContacts(app, "FR", { digest: "weekly" });
  await app.moveTo(beginning);
  return app;
};

/** A round of the morning at 09:00 in Vienna, and what follows from it. */
export const morning = async (app: TestApp, on: string, hour = "08"): Promise<void> => {
  await app.moveTo(`${on}T${hour}:00:00.000Z`);
  await app.sweep("morning");
  await app.settle();
};

/** Mails to the mission of a party, in few words. */
export const mailsTo = (app: TestApp, code: string): readonly string[] =>
  app.mail.inbox
    .filter(({ to, at: when }) => to === `mission@${code.toLowerCase()}.example.org` && when >= beginning)
    .map(({ at, subject }) => `${at.slice(0, 16)} ${subject.replace(/ \[.*/u, "")}`);

/** Letters to the mission of a party about work and what happened, in few words, without those of nominations. */
export const rowsOf = async (app: TestApp, code: string): Promise<readonly string[]> =>
  (await app.letters())
    .filter(
      ({ recipient, content }) =>
        recipient.kind === "mission" && recipient.party === code && content.kind !== "nomination-reminder",
    )
    .map(inFewWords);

const inFewWords = ({ content, state, reason, attempt }: Letter): string =>
  [
    content.kind === "duty-reminder" ? `${content.occasion.kind} ${content.rung}` : content.kind,
    ...(attempt > 1 ? [`attempt ${attempt}`] : []),
    reason === undefined ? state : `${state}(${reason})`,
  ].join(" ");
