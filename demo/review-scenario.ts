import { addDays, dayAfter } from "../domain/base/time.ts";
import type { CalendarDate, Instrument, Language } from "../schemas/base/values.ts";
import type { DemoStep, DemoCommand, Draft, Languages } from "./timeline.ts";
import type { Chance } from "./chance.ts";
import { conclude } from "./conclusion.ts";
import { reviewAnswers } from "./feedback.ts";
import { keptOn, latestDay, notBefore, paceOf, type Script, secretariat } from "./script.ts";
import { firstDay, tuesdayFrom } from "./population.ts";

/** The languages of a review, in about the shares of paragraph 28: one mostly, two, three by exception. */
const agreedLanguages = (chance: Chance): readonly Language[] =>
  chance.byShare<readonly Language[]>([
    [56, ["en"]],
    [5, ["fr"]],
    [4, ["es"]],
    [2, ["ar"]],
    [12, ["en", "fr"]],
    [8, ["en", "es"]],
    [9, ["ar", "en"]],
    [2, ["en", "ru"]],
    [2, ["en", "zh"]],
  ]);

const languagesOf = ({ chance, traits }: Script): Languages => {
  if (traits.threeLanguages === true)
    return { languages: ["ar", "en", "fr"], exception: "All parties accepted the cost of translating into three" };
  if (traits.model === undefined && chance.inHundred(18))
    return {
      open: {
        why: chance.oneOf(["in-discussion", "lack-of-resources"] as const),
        translationNeeded: [chance.oneOf(["fr", "es", "ar"] as const)],
      },
    };
  return { languages: agreedLanguages(chance) };
};

/** The day from which the answers are due. */
interface ScenarioOutcome {
  readonly on: CalendarDate;
  readonly clockStartsOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

const isQuick = ({ traits, chance }: Script): boolean =>
  traits.model !== undefined || traits.prompt === true || chance.inHundred(50);

/** Returns further agreements of the parties besides meeting and languages: mostly none. */
const agreedDays = ({ traits, chance }: Script, on: CalendarDate) => {
  if (traits.model !== undefined || traits.prompt === true) return {};
  return chance.byShare<{ clockStartsOn?: CalendarDate; answersDueOn?: CalendarDate }>([
    [10, { clockStartsOn: addDays(on, 14) }],
    [6, { answersDueOn: dayAfter(on, { months: 5 }) }],
    [84, {}],
  ]);
};

/** The parties meet, agree on languages or leave them open, and record the outcome; some never come to it. */
const consult = (script: Script, entered: CalendarDate): ScenarioOutcome | undefined => {
  const { chance, focalPoint, review, traits, write } = script;
  const { id, party } = review;
  const special = traits.withoutMeeting === true || traits.threeLanguages === true;
  const quick = isQuick(script);
  if (!quick && !special && chance.inHundred(40)) return undefined;
  const from = addDays(entered, quick ? chance.between(20, 90) : chance.between(150, 480));
  const languages = languagesOf(script);
  const met = (on: CalendarDate): DemoCommand => ({ kind: "meet", review: id, heldOn: on });
  const outcome = (on: CalendarDate, days: ReturnType<typeof agreedDays> = {}): ScenarioOutcome => {
    const clockStartsOn = days.clockStartsOn ?? on;
    return { on, clockStartsOn, dueOn: days.answersDueOn ?? dayAfter(clockStartsOn, { months: 6 }) };
  };
  if (traits.withoutMeeting === true) {
    const on = tuesdayFrom(from);
    const withoutMeeting = "The parties agreed in writing that no meeting was needed";
    write(on, secretariat, { kind: "outcome", review: id, withoutMeeting, languages });
    return outcome(on);
  }
  const inSteps = chance.inHundred(35);
  const by = inSteps ? chance.oneOf(script.seatsOn(from)).party : party;
  if (!inSteps) {
    const kept: { days?: ReturnType<typeof agreedDays> } = {};
    const on = focalPoint(party, from, (day) => {
      kept.days = agreedDays(script, day);
      return { kind: "outcome", review: id, heldOn: day, languages, ...kept.days };
    });
    return on === undefined ? undefined : outcome(on, kept.days);
  }
  const metOn = focalPoint(by, from, met);
  if (metOn === undefined || (!quick && !special && chance.inHundred(15))) return undefined;
  const agreedOn = focalPoint(party, addDays(metOn, chance.between(7, 28)), {
    kind: "languages",
    review: id,
    languages,
  });
  if (agreedOn === undefined) return undefined;
  const after = addDays(agreedOn, chance.between(3, 21));
  // A silent party does not hold a review up: the secretariat may record what was agreed.
  if (traits.model === undefined && chance.inHundred(20)) {
    const on = tuesdayFrom(after);
    write(on, secretariat, { kind: "outcome", review: id });
    return outcome(on);
  }
  const on = focalPoint(party, after, { kind: "outcome", review: id });
  return on === undefined ? undefined : outcome(on);
};

/** Drafts of what a party writes for its instruments, each in the version that it gets. */
const draftsOf = (instruments: readonly Instrument[], version = 1): readonly Draft[] =>
  instruments.map((instrument) => ({ instrument, version }));

/** The answers are drafted and cleared on one day; gives it. */
const submitFrom = (script: Script, from: CalendarDate, version = 1): CalendarDate | undefined => {
  const { focalPoint, review, drafter, write } = script;
  const { id, party } = review;
  const drafts = draftsOf(review.seats.find((seat) => seat.party === party)?.instruments ?? [], version);
  const on = focalPoint(party, from, { kind: "submit", review: id, drafts });
  if (on !== undefined) write(on, drafter(party, on), { kind: "draft-answers", review: id, drafts });
  return on;
};

/** The party under review answers; gives the day on which the reviewers received the answers. */
const answer = (script: Script, outcome: ScenarioOutcome, beganOn: CalendarDate): CalendarDate | undefined => {
  const { chance, review, traits, write } = script;
  const { id, party } = review;
  const always = traits.model !== undefined || traits.prompt === true;
  const steady = always || traits.answersReturned === true || traits.corrected !== undefined;
  const pace = steady ? (traits.model?.published === false ? "delayed" : "in-time") : paceOf(chance, "answers");
  const opened = latestDay(beganOn, outcome.clockStartsOn);
  const kept = keptOn(script, party, `questionnaire:${party}`, { pace, openedOn: opened, dueOn: outcome.dueOn });
  if (kept === undefined) return undefined;
  const sent = submitFrom(script, notBefore(addDays(opened, 7), kept));
  const read = sent === undefined ? undefined : script.allServed(sent);
  if (read === undefined || traits.answersReturned !== true) return sent;
  const returned = tuesdayFrom(addDays(read, chance.oneOf([7, 14])));
  const reason = "At the party's request: the annex on statistics was missing";
  write(returned, secretariat, { kind: "return-answers", review: id, reason });
  return submitFrom(script, addDays(returned, chance.oneOf([14, 21, 35])), 2);
};

/** Languages that were left open are often agreed on much later. */
const settleLanguages = (script: Script, on: CalendarDate): void => {
  const { acts, chance, focalPoint, review } = script;
  const open = acts.some(({ does }) => "languages" in does && does.languages !== undefined && "open" in does.languages);
  if (!open || chance.inHundred(45)) return;
  const languages = { languages: agreedLanguages(chance) };
  focalPoint(review.party, addDays(on, chance.between(60, 220)), { kind: "languages", review: review.id, languages });
};

/** A day that was recorded wrongly is corrected a week later. */
const correct = ({ review, write }: Script, what: "consultation" | "submission", recorded: CalendarDate): void => {
  write(tuesdayFrom(addDays(recorded, 7)), secretariat, {
    kind: "correct",
    review: review.id,
    what,
    to: addDays(recorded, what === "consultation" ? 1 : -4),
    reason:
      what === "consultation" ? "The parties agreed on the day after" : "Received by note verbale four days before",
  });
};

/** All acts of a review's parties and of the secretariat about it, from its start to the end of the play. */
export const scenarioOf = (script: Script): readonly DemoStep[] => {
  const { acts, allServed, traits } = script;
  const entered = allServed(firstDay);
  const outcome = entered === undefined ? undefined : consult(script, entered);
  if (outcome === undefined) return acts;
  settleLanguages(script, outcome.on);
  if (traits.corrected === "consultation") correct(script, "consultation", outcome.on);
  const pending = allServed(outcome.on);
  const received = pending === undefined ? undefined : answer(script, outcome, pending);
  if (received === undefined) return acts;
  if (traits.corrected === "submission") correct(script, "submission", received);
  const beganOn = allServed(received);
  if (beganOn === undefined) return acts;
  const done = reviewAnswers(script, { received, beganOn });
  const listed = done === undefined ? undefined : allServed(done);
  if (listed !== undefined) conclude(script, listed);
  return acts;
};
