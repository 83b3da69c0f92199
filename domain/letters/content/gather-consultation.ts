import type { Review } from "../../../schemas/model/review.ts";
import { hashOf } from "../../base/hash.ts";
import { dayOf } from "../../base/time.ts";
import { instrumentsOwed } from "../../review/division.ts";
import { consultationTargetAt } from "../../review/blockers.ts";
import { obligationIdOf } from "../../review/obligations.ts";
import { type ContentOf, daysAgreed } from "../letter-kinds.ts";
import type { ConsultationAgreed, ConsultedParty } from "./consultation-notifications.ts";
import { type GatheredContent, type ReviewSeen, say, skip } from "./gather-content.ts";

/** Returns the parties of a review in the order of the seats, the one under review first. */
const consultedParties = ({ review, named }: ReviewSeen): readonly ConsultedParty[] =>
  Object.values(review.seats)
    .toSorted((one, other) => Number(other.party === review.party) - Number(one.party === review.party))
    .map(({ party, role, instruments }) => ({ party: named(party), role, instruments }));

export const gatherConsultationOpened = (
  _content: ContentOf<"consultation-opened">,
  seen: ReviewSeen,
): GatheredContent => {
  const targetAt = consultationTargetAt(seen.review);
  return targetAt === undefined
    ? skip("done")
    : say({ ...seen.about, kind: "consultation-opened", parties: consultedParties(seen), targetAt });
};

export const gatherConsultationPastTarget = (
  { generation }: ContentOf<"consultation-past-target">,
  { review, about }: ReviewSeen,
): GatheredContent => {
  if (generation !== review.targetGeneration) return skip("replaced");
  const targetAt = consultationTargetAt(review);
  if (targetAt === undefined) return skip("done");
  const { heldOn, languages, languagesOpen } = review.consultation ?? {};
  const hasLanguages = languages !== undefined || languagesOpen !== undefined;
  const held = heldOn === undefined ? {} : { heldOn };
  return say({ ...about, kind: "consultation-past-target", targetAt, hasLanguages, ...held });
};

export const gatherConsultationAgreed = (
  content: ContentOf<"consultation-agreed">,
  { review, about }: ReviewSeen,
): GatheredContent => {
  const { concludedOn, languages = [] } = review.consultation ?? {};
  if (concludedOn === undefined || languages.join() !== content.languages.join()) return skip("replaced");
  const isCorrection = content.corrects !== undefined;
  if (isCorrection && hashOf(content.corrects) !== hashOf(daysAgreed(review))) return skip("replaced");
  const isTakenOver = review.import !== undefined;
  return say({ ...about, kind: "consultation-agreed", isCorrection, isTakenOver, concludedOn, ...agreedIn(review) });
};

export const gatherWorkDivided = (
  { number }: ContentOf<"work-divided">,
  { review, about, named }: ReviewSeen,
): GatheredContent => {
  const { division, party: underReview } = review;
  if (division?.number !== number || division.toConfirmWith !== undefined) return skip("replaced");
  const reader = about.reader.party.id;
  return say({
    ...about,
    kind: "work-divided",
    number,
    dividedOn: dayOf(division.at),
    parts: division.parts.map(({ party, instruments }) => ({ party: named(party), instruments })),
    own: reader === underReview ? [] : instrumentsOwed(review, reader),
  });
};

type Agreed = Omit<
  ConsultationAgreed,
  "kind" | "isCorrection" | "isTakenOver" | "concludedOn" | keyof ReviewSeen["about"]
>;

/** Returns the current agreed arrangements; the date of the responses only while they are pending. */
const agreedIn = ({ consultation = {}, obligations, party }: Review): Agreed => {
  const { heldOn, mode, rounds = [], languages = [], languagesOpen } = consultation;
  const { translationNeeded = [], clockStartsOn } = consultation;
  const pending = obligations[obligationIdOf("questionnaire", party)];
  return {
    languages,
    translationNeeded,
    rounds: rounds.toSorted((one, other) => one.heldOn.localeCompare(other.heldOn)),
    ...(heldOn === undefined ? {} : { heldOn }),
    ...(mode === undefined ? {} : { mode }),
    ...(languagesOpen === undefined ? {} : { languagesOpen }),
    ...(clockStartsOn === undefined ? {} : { clockStartsOn }),
    ...(pending?.state === "open" ? { answersDueAt: pending.dueAt } : {}),
  };
};
