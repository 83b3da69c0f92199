import { replaceMandate } from "../../domain/review/commands/change-mandates.ts";
import { notifyDelay } from "../../domain/review/commands/delays.ts";
import { clearFeedback } from "../../domain/review/commands/feedback.ts";
import { agreeToObservations, publishObservations } from "../../domain/review/commands/observations.ts";
import { returnAnswers } from "../../domain/review/commands/questionnaire.ts";
import { askRedraw, carryOutRedraw } from "../../domain/review/commands/redraw-seat.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import { ObligationId } from "../../schemas/base/ids.ts";
import { agree, clear, inQuestionnaire, submit, table } from "../domain/review/journey.ts";
import {
  at,
  day,
  delegate,
  focalPoint,
  mandateId,
  mission,
  party,
  type Play,
  seat,
  secretariat,
  texts,
  drawing,
} from "../domain/review/play.ts";
import { change, onePage } from "../fixtures/changes.ts";
import { planTestGroup, registerTestUser } from "../fixtures/group.ts";
import { type TestApp, type LocalStackOptions, makeApp } from "../harness/test-app.ts";

/** Returns the facts of each command of a play: those of one instant. */
export const commandsOf = ({ facts }: Play): readonly (readonly Fact[])[] => {
  const commands: Fact[][] = [];
  for (const fact of facts)
    if (commands.at(-1)?.[0]?.happenedAt === fact.happenedAt) commands.at(-1)?.push(fact);
    else commands.push([fact]);
  return commands;
};

/**
 * Returns an app in which the parties of a play and all its people can be reached, without any record of its review.
 */
export const appOf = async (play: Play, options: Pick<LocalStackOptions, "kept"> = {}): Promise<TestApp> => {
  const app = makeApp({ now: "2020-11-02T11:00:00.000Z", ...options });
  app.mail.usually = "accepts";
  await planTestGroup(app, { reviews: { JP: ["FR", "PE", "KE", "IT"] } });
  for (const { user, party: of } of Object.values(play.review.mandates))
    await registerTestUser(app, { id: user, role: "delegate", party: of }, `${user}@example.org`);
  await app.settle();
  return app;
};

/** Records what one command decided, when it happened; what follows from it is still to happen. */
export const record = async (app: TestApp, facts: readonly Fact[], by: string = secretariat.id): Promise<void> => {
  const [first] = facts;
  if (first === undefined) return;
  if (first.happenedAt > app.clock.now()) app.sleepUntil(first.happenedAt);
  const aggregate = await app.store.load("review", "c1-FR");
  await app.store.commit({ changes: [change("review", "c1-FR", aggregate, facts)], by, at: first.happenedAt });
};

/** Returns every entry of the review's journal. */
export const journalOf = async (app: TestApp) => (await app.store.journalOf("review", "c1-FR", onePage)).items;

const delayTo = (play: Play, obligation: string, by: string, dueOn: string, on: string): void => {
  const delay = { obligation: ObligationId.parse(obligation), dueOn: day(dueOn), reason: "digital-gap" } as const;
  play.do((review) => notifyDelay(review, focalPoint(by), delay, at(on)));
};

const replace = (play: Play, code: string, successor: string, on: string, effectiveOn?: string): void => {
  const replacement = {
    party: party(code),
    mandate: mandateId(`fp${code}`),
    successor: { mandate: mandateId(`${successor}${code}`), user: delegate(code, successor).id },
    effectiveOn: effectiveOn === undefined ? undefined : day(effectiveOn),
  };
  const outcome = replaceMandate([play.review], mission(code), replacement, at(on));
  if (!outcome.ok) throw new Error(outcome.refusal);
  play.take({ ok: true, facts: outcome.changes.flatMap(({ facts }) => facts) });
};

const redraw = (play: Play, on: string): void => {
  const france = {
    id: party("FR"),
    name: "France",
    kind: "STATE",
    regionalGroup: "WEOG",
    joined: {},
    participation: "takes-part",
  } as const;
  const asking = askRedraw(play.review, france, mission("FR"), { seat: party("PE") }, at(`${on}T10:00:00.000Z`));
  if (!asking.ok) throw new Error(asking.refusal);
  play.take({ ok: true, facts: asking.review });
  const free = { groups: [], parties: [], limits: { mostReviewers: 4, load: { min: 1, max: 3 } } };
  const to = drawing("PE", seat("IT", "reviewing"));
  play.do((review) => carryOutRedraw(review, secretariat, to, free, at(on)));
};

/** Single steps of a review's life, for tests that put them together. */
export const steps = {
  delayTo,
  replace,
  redraw,
  returnAnswers: (play: Play, on: string): void =>
    void play.do((review) => returnAnswers(review, secretariat, "A page was missing", at(on))),
  submit,
  table,
};

/** Plays a review with almost every fact that letters are about. */
export const eventful = (): Play => {
  const play = inQuestionnaire();
  delayTo(play, "questionnaire:FR", "FR", "2021-08-20", "2021-06-21");
  delayTo(play, "questionnaire:FR", "FR", "2021-09-30", "2021-06-22");
  submit(play, "2021-06-30");
  steps.returnAnswers(play, "2021-07-01");
  replace(play, "KE", "second", "2021-07-02", "2021-07-20");
  replace(play, "KE", "second", "2021-07-03", "2021-07-10");
  submit(play, "2021-07-12");
  redraw(play, "2021-07-14");
  play.name("IT", "expert", "2021-07-20").name("IT", "focal-point", "2021-07-21");
  delayTo(play, "feedback:IT", "IT", "2022-03-01", "2021-08-01");
  clear(play, "IT", "2021-10-01");
  const kenya = delegate("KE", "second");
  play.do((review) => clearFeedback(review, kenya, { party: party("KE"), documents: texts }, at("2021-11-15")));
  table(play, "v", "2021-12-01", focalPoint("IT"));
  table(play, "w", "2021-12-02", focalPoint("IT"));
  for (const code of ["FR", "IT"]) agree(play, code, 2, "2022-01-20");
  play.do((review) => agreeToObservations(review, kenya, { party: party("KE"), version: 2 }, at("2022-01-21")));
  play.do((review) => publishObservations(review, secretariat, { version: 2 }, at("2022-02-01")));
  return play;
};
