import { fill } from "../labels/fill.ts";
import type { Wording, Words } from "../labels/words.ts";
import { SettledReason, SkipReason, type Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { dayOf, longDate } from "../base/time.ts";
import { needsSettlement } from "../letters/lifecycle.ts";

type Sentence = keyof Words["explanations"];

/** Returns the functions that form the sentences of one language. */
const sayingIn = ({ words, language }: Wording) => ({
  say: (sentence: Sentence, values: Readonly<Record<string, string>> = {}): string =>
    fill(words.explanations[sentence], values),
  dayOf: (at: Instant): string => longDate(dayOf(at), language),
});

const reminderSubject = ({ content }: Letter, wording: Wording): string => {
  const { say, dayOf: day } = sayingIn(wording);
  const kind = wording.words.letterKinds[content.kind];
  if (content.kind === "daily-list") return say("dated", { kind, day: longDate(content.day, wording.language) });
  if (content.kind === "digest") return say("dated", { kind, day: longDate(content.on, wording.language) });
  if (!("reminderSubject" in content)) return say("notice", { kind });
  const { kind: obligation, group, review, dueAt } = content.reminderSubject;
  const place = review ?? group;
  return say("reminder", {
    stepName: content.stepName,
    obligation: wording.words.obligations[obligation],
    place,
    day: day(dueAt),
  });
};

/** Returns the reason for the address of a letter, where that is not the one usual address. */
const address = (
  { attempt, contact, content, requested }: Letter,
  { say }: ReturnType<typeof sayingIn>,
): readonly string[] => {
  if (requested === true) return [say("requested")];
  if (content.kind === "invitation") return attempt > 1 ? [say("invitationAgain", { attempt: String(attempt) })] : [];
  if (contact === "former") return [say("former")];
  return [...(attempt > 1 ? [say("anew")] : []), ...(contact === "second" ? [say("second")] : [])];
};

const reasonInWords = (reason: string, { words }: Wording): string => {
  const skipped = SkipReason.safeParse(reason).data;
  if (skipped !== undefined) return words.skipReasons[skipped];
  const settled = SettledReason.safeParse(reason).data;
  return settled === undefined ? reason : words.settledReasons[settled];
};

const now = ({ state, reason }: Letter, wording: Wording): string => {
  const { say } = sayingIn(wording);
  const values = { state: wording.words.letterStates[state] };
  return reason === undefined
    ? say("now", values)
    : say("nowBecause", { ...values, reason: reasonInWords(reason, wording) });
};

/** Returns sentences about a letter whose delivery is, or was, unknown: the known facts, and the possible actions. */
const settlement = (letter: Letter, { say, dayOf: day }: ReturnType<typeof sayingIn>): readonly string[] => {
  const { id, state, reason, attentionAt, settlement: settled } = letter;
  if (needsSettlement(letter)) return [say("unknown"), say("toSettle", { letter: id })];
  if (state === "unknown")
    return [say("unknown"), ...(attentionAt === undefined ? [] : [say("awaitsReport", { day: day(attentionAt) })])];
  if (state === "settled" && reason === "superseded") return [say("unknown"), say("overtaken")];
  if (settled === undefined) return [];
  return [say(settled.outcome === "went-out" ? "saidWentOut" : "saidSendAgain", { day: day(settled.at) })];
};

/** Returns why a waiting letter has not left, as far as the mail service or the sender stated it. */
const postponement = ({ state, history }: Letter, { say }: ReturnType<typeof sayingIn>): readonly string[] => {
  const why = history.at(-1)?.why;
  return state === "planned" && why !== undefined ? [say("postponed", { why })] : [];
};

/**
 * Returns why a letter came about and its result, in sentences of one language. Replies of the mail service are quoted.
 */
export const explanationInWords = (letter: Letter, wording: Wording): string => {
  const saying = sayingIn(wording);
  const { digest, plannedFor } = letter;
  return [
    reminderSubject(letter, wording),
    saying.say("planned", { day: saying.dayOf(plannedFor) }),
    ...address(letter, saying),
    ...(digest === undefined ? [] : [saying.say("inDigest", { digest })]),
    now(letter, wording),
    ...postponement(letter, saying),
    ...settlement(letter, saying),
  ].join(" ");
};
