import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import type { NamedParty } from "../../../domain/letters/messages/letter-wording.ts";
import type { GatheredContent } from "../../../domain/letters/content/letter-pages.ts";
import { denunciationLetters } from "../../../domain/letters/denunciation-letters.ts";
import { notificationsFor } from "../../../domain/letters/notifications.ts";
import { targetLettersOf } from "../../../domain/letters/target-letters.ts";
import { dueReminders } from "../../../domain/letters/reminder-letters.ts";
import type { LetterPlan } from "../../../domain/letters/lifecycle.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { type PartyId } from "../../../schemas/base/ids.ts";
import type { Recipient } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { inConsultation, inFeedback, inObservations, inQuestionnaire } from "../review/journey.ts";
import { at, delegate, expert, focalPoint, type Play } from "../review/play.ts";
import { gatherLetter } from "./gather-letter.ts";
import { withoutAnswers, withoutFeedback } from "../review/decided-plays.ts";
import {
  clarificationAsked,
  submitted,
  returned,
  correctedDelay,
  delayed,
  removedLate,
  replaced,
  redrawnPlay,
  redrawnBeside,
  redrawnBesideOutside,
  redrawnOutside,
  reversedDelay,
  reversedNomination,
  consulting,
  agreedInConsultation,
  leftOpen,
  clarificationAnswered,
  complete,
  tabled,
  published,
  corrected,
  widened,
  widenedBeforeStart,
  entered,
  denounced,
} from "./review-plays.ts";

/** Letters about played reviews, as they would be written at the time. */
const names: Readonly<Record<string, string>> = {
  FR: "France",
  PE: "Peru",
  KE: "Kenya",
  IT: "Italy",
  BT: "Bhutan",
  IN: "India",
  EE: "Estonia",
};
const named = (id: PartyId): NamedParty => ({ id, name: names[id] ?? id });
const people: ReadonlyMap<string, string> = new Map([
  [focalPoint("FR").id, "Claire Moreau"],
  [focalPoint("PE").id, "Rosa Quispe"],
  [focalPoint("KE").id, "Wanjiru Kamau"],
  [expert("PE").id, "Luis Ccori"],
  [delegate("FR", "second").id, "Étienne Lefèvre"],
]);

export const gatherInput = ({ review }: Play, content: GatheredContent, recipient: Recipient, now: Instant) =>
  gatherLetter(content, recipient, {
    reviews: [review],
    named,
    name: recipient.kind === "user" ? people.get(recipient.user) : undefined,
    now,
  });

/** Returns the input of a letter; throws if there is no letter, which is a defect of the sample. */
const input = (
  play: Play,
  { content, recipient }: Pick<LetterPlan, "content" | "recipient">,
  now: Instant,
): LetterInput => {
  if (content.kind === "bulletin") throw new Error(content.kind);
  const what = gatherInput(play, content, recipient, now);
  if (what.kind === "skip") throw new Error(`${content.kind} skips: ${what.reason}`);
  return what.input;
};

const isTo = (recipient: Recipient, to: string): boolean =>
  recipient.kind === "user"
    ? `user ${people.get(recipient.user)}` === to
    : recipient.kind === "mission" && `mission ${recipient.party}` === to;

/** Returns the letter of a kind that some facts cause, to one reader. */
const notice = (play: Play, facts: readonly Fact[], kind: string, to: string, now: Instant): LetterInput => {
  const found = facts
    .flatMap((fact) => notificationsFor(fact, play.review, now))
    .find(({ content, recipient }) => content.kind === kind && isTo(recipient, to));
  if (found === undefined) throw new Error(`no ${kind} to ${to}`);
  return input(play, found, now);
};

/** Returns the reminder that is due at a moment, to one reader. */
export const reminder = (play: Play, kind: string, to: string, now: Instant): LetterInput => {
  const found = dueReminders([play.review], now)
    .flatMap(({ letters }) => letters)
    .find(
      ({ content, recipient }) =>
        "reminderSubject" in content && content.reminderSubject.kind === kind && isTo(recipient, to),
    );
  if (found === undefined) throw new Error(`no ${kind} to ${to}`);
  return input(play, found, now);
};

/** Returns the letter about a consultation past its target, to one reader. */
const pastTarget = (to: string, now: Instant): LetterInput => {
  const play = inConsultation();
  const found = targetLettersOf([play.review], now).find(({ recipient }) => isTo(recipient, to));
  if (found === undefined) throw new Error(`nothing to ${to}`);
  return input(play, found, now);
};

export const writeNotice = (
  { play, facts }: { play: Play; facts: readonly Fact[] },
  kind: string,
  to: string,
  now: string,
) => notice(play, facts, kind, to, at(now));

/** Returns the letter about the denunciation of a party from one review, to one reader. */
const denunciation = (code: string, to: string): LetterInput => {
  const { play, ofParty } = denounced(code);
  const now = at("2021-08-02T12:01:00.000Z");
  const found = denunciationLetters([{ facts: [...ofParty], recordedAt: now }], now).find(({ recipient }) =>
    isTo(recipient, to),
  );
  if (found === undefined) throw new Error(`nothing to ${to}`);
  return input(play, found, now);
};

/** Every kind of letter about a review, named as in its golden file. */
export const reviewSamples: Readonly<Record<string, LetterInput>> = {
  "questionnaire-opening": reminder(returned().play, "questionnaire", "mission FR", at("2021-07-02T07:00:00.000Z")),
  "questionnaire-upcoming": reminder(inQuestionnaire(), "questionnaire", "mission FR", at("2021-06-13T07:00:00.000Z")),
  "questionnaire-upcoming-focal-point": reminder(
    inQuestionnaire(),
    "questionnaire",
    "user Claire Moreau",
    at("2021-06-13T07:00:00.000Z"),
  ),
  "questionnaire-overdue": reminder(inQuestionnaire(), "questionnaire", "mission FR", at("2021-07-12T07:00:00.000Z")),
  "feedback-opening": reminder(inFeedback(), "feedback", "mission PE", at("2021-07-01T07:00:00.000Z")),
  "feedback-without-answers": reminder(withoutAnswers().play, "feedback", "mission PE", at("2022-10-18T07:00:00.000Z")),
  "feedback-overdue": reminder(inFeedback(), "feedback", "mission KE", at("2022-01-13T08:00:00.000Z")),
  "clarification-opening": reminder(clarificationAsked().play, "clarification", "mission FR", at("2021-08-02")),
  "clarification-overdue": reminder(
    clarificationAsked().play,
    "clarification",
    "user Claire Moreau",
    at("2021-08-31T07:00:00.000Z"),
  ),
  "agreement-opening": reminder(inObservations(), "agreement", "mission KE", at("2021-11-16")),
  "agreement-upcoming": reminder(tabled().play, "agreement", "mission FR", at("2022-11-24T08:00:00.000Z")),
  "consultation-opened": writeNotice(consulting(), "consultation-opened", "mission PE", "2020-12-10T12:01:00.000Z"),
  "consultation-past-target": pastTarget("user Rosa Quispe", at("2021-01-08T08:00:00.000Z")),
  "consultation-agreed": writeNotice(
    agreedInConsultation(),
    "consultation-agreed",
    "mission KE",
    "2021-01-11T12:01:00.000Z",
  ),
  "consultation-agreed-open": writeNotice(
    leftOpen(),
    "consultation-agreed",
    "user Claire Moreau",
    "2021-01-11T12:01:00.000Z",
  ),
  "clarification-answered": writeNotice(
    clarificationAnswered(),
    "clarification-answered",
    "user Luis Ccori",
    "2021-08-20T12:01:00.000Z",
  ),
  "decision-recorded": writeNotice(withoutAnswers(), "decision-recorded", "mission FR", "2022-10-17T15:01:00.000Z"),
  "feedback-complete-without": writeNotice(
    withoutFeedback(),
    "feedback-complete",
    "user Claire Moreau",
    "2022-10-17T15:01:00.000Z",
  ),
  "answers-received": writeNotice(submitted(), "answers-received", "user Luis Ccori", "2021-06-30T12:01:00.000Z"),
  "answers-returned": writeNotice(returned(), "answers-returned", "mission PE", "2021-07-01T12:01:00.000Z"),
  "delay-notified": writeNotice(delayed(), "delay-notified", "mission KE", "2021-06-21T12:01:00.000Z"),
  "delay-reversed": writeNotice(reversedDelay(), "delay-reversed", "mission KE", "2021-06-22T12:01:00.000Z"),
  "delay-corrected": writeNotice(correctedDelay(), "delay-reversed", "mission KE", "2021-06-22T12:01:00.000Z"),
  "clarification-asked": writeNotice(
    clarificationAsked(),
    "clarification-asked",
    "user Claire Moreau",
    "2021-08-02T12:01:00.000Z",
  ),
  "feedback-complete": writeNotice(complete(), "feedback-complete", "user Rosa Quispe", "2021-11-15T12:01:00.000Z"),
  "list-to-agree": writeNotice(tabled(), "list-to-agree", "user Wanjiru Kamau", "2021-12-01T12:01:00.000Z"),
  "erratum-published": writeNotice(corrected(), "erratum-published", "mission FR", "2022-03-02T12:01:00.000Z"),
  "instruments-added": writeNotice(widened(), "instruments-added", "mission FR", "2021-03-02T12:01:00.000Z"),
  "instruments-added-before-start": writeNotice(
    widenedBeforeStart(),
    "instruments-added",
    "mission IT",
    "2021-03-02T12:01:00.000Z",
  ),
  "instruments-added-newcomer": writeNotice(widened(), "instruments-added", "mission IT", "2021-03-02T12:01:00.000Z"),
  "instruments-added-reviewer": writeNotice(
    widened(),
    "instruments-added",
    "user Rosa Quispe",
    "2021-03-02T12:01:00.000Z",
  ),
  "review-entered": writeNotice(entered("2024-11-04"), "review-entered", "mission BT", "2024-11-04T12:01:00.000Z"),
  "review-entered-reviewer": writeNotice(entered(), "review-entered", "mission IN", "2024-11-04T12:01:00.000Z"),
  "party-left-under-review": denunciation("FR", "mission KE"),
  "party-left-itself": denunciation("PE", "mission PE"),
  "party-left-reviewing": denunciation("PE", "mission FR"),
  "list-published": writeNotice(published(), "list-published", "mission FR", "2022-02-01T12:01:00.000Z"),
  "list-published-to-reviewer": writeNotice(
    published(),
    "list-published",
    "user Rosa Quispe",
    "2022-02-01T12:01:00.000Z",
  ),
  handover: writeNotice(replaced(), "handover", "user Étienne Lefèvre", "2021-08-10T12:01:00.000Z"),
  "handover-ahead": writeNotice(replaced("2021-09-01"), "handover", "user Étienne Lefèvre", "2021-08-10T12:01:00.000Z"),
  "mandate-ended": writeNotice(replaced(), "mandate-ended", "user Claire Moreau", "2021-08-10T12:01:00.000Z"),
  "mandate-reversed": writeNotice(
    reversedNomination(),
    "mandate-ended",
    "user Étienne Lefèvre",
    "2021-08-12T12:01:00.000Z",
  ),
  "mandate-ended-ahead": writeNotice(
    replaced("2021-09-01"),
    "mandate-ended",
    "user Claire Moreau",
    "2021-08-10T12:01:00.000Z",
  ),
  "redraw-newcomer": writeNotice(redrawnPlay(), "seat-redrawn", "mission IT", "2021-09-30T12:01:00.000Z"),
  "redraw-newcomer-recorded-late": writeNotice(redrawnPlay(), "seat-redrawn", "mission IT", "2021-10-15T12:01:00.000Z"),
  "mandate-removed-late": writeNotice(removedLate(), "mandate-ended", "mission FR", "2021-08-20T12:00:00.000Z"),
  "redraw-leaving": writeNotice(redrawnPlay(), "seat-redrawn", "mission PE", "2021-09-30T12:01:00.000Z"),
  "redraw-additional": writeNotice(redrawnBeside(), "seat-redrawn", "mission ES", "2021-09-30T12:01:00.000Z"),
  "redraw-narrowed": writeNotice(redrawnBeside(), "seat-redrawn", "mission GH", "2021-09-30T12:01:00.000Z"),
  ...Object.fromEntries(
    [
      ["additional", "ES"],
      ["narrowed", "GH"],
      ["unneeded", "CL"],
    ].map(([name, code]) => [
      `redraw-outside-${name}`,
      writeNotice(redrawnBesideOutside(), "seat-redrawn", `mission ${code}`, "2021-09-30T12:01:00.000Z"),
    ]),
  ),
  "mandate-ended-by-lots": writeNotice(
    redrawnOutside(),
    "mandate-ended",
    "user Rosa Quispe",
    "2023-03-03T12:01:00.000Z",
  ),
  "redraw-unneeded": writeNotice(redrawnBeside(), "seat-redrawn", "mission CL", "2021-09-30T12:01:00.000Z"),
};

/** Returns the recipients of the letters about the facts of a command, in few words. */
export const lettersTo = (play: Play, facts: readonly Fact[], now: Instant): readonly string[] =>
  facts
    .flatMap((fact) => notificationsFor(fact, play.review, now))
    .map(
      ({ content, recipient }) =>
        `${content.kind} ${recipient.kind === "user" ? recipient.user.slice(-4) : Object.values(recipient).join(" ")}`,
    );
