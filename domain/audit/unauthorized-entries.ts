import type { Action } from "../../schemas/base/actions.ts";
import type { Fact, JournalEntry } from "../../schemas/model/fact.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { User } from "../../schemas/model/user.ts";
import type { GuaranteeViolation } from "../base/guarantee.ts";
import { presidentReminder } from "../bulletins/default-texts.ts";
import { may, namingActions, type Target } from "../review/permissions.ts";
import { evolveReview } from "../review/evolve.ts";

/** The President orders the one bulletin that says the reminder with the President's signature. */
const presidentsOwn: readonly Action[] = ["presidents-reminder.send"];
const anyNaming: readonly Action[] = Object.values(namingActions);

/** What brings a fact about: actions for a party, what only follows from others, or what no person does. */
type Cause = readonly [actions: readonly Action[], target?: Target] | "follows" | "nobody";

const causeOf = (fact: Fact, review: Review | undefined): Cause => {
  const party = review?.party;
  switch (fact.kind) {
    case "party-registered":
      return [["party.import"]];
    case "party-corrected":
      return [["party.correct", "party.import"], { party: fact.party }];
    case "mission-contacts-set":
      return [["mission.write"], { party: fact.party }];
    case "address-released":
      return [["suppressed-address.release"]];
    case "contact-recorded":
      return [["contact.record"], { party: fact.party }];
    case "officer-assigned":
      return [["officer.assign"]];
    case "group-started":
      return [["group.start"]];
    case "user-registered":
      return [["user.register", ...(fact.role === "delegate" ? anyNaming : [])], { party: fact.party }];
    case "mandate-began":
      return [[namingActions[fact.role], "mandate.replace"], { party: fact.party }];
    case "mandate-ended":
      return [
        ["mandate.replace", "mandate.remove", "redraw.carry-out"],
        { party: review?.mandates[fact.mandate]?.party },
      ];
    case "mandate-advanced":
      return [["mandate.replace", "mandate.remove"], { party: review?.mandates[fact.mandate]?.party }];
    case "invitations-asked-again":
      return [["invitations.resend"]];
    case "invitation-resent":
      return [["letter.settle"]];
    case "nomination-checked":
      return [["nomination.check"]];
    case "consultation-held":
      return [["consultation.record", "consultation.waive-meeting"]];
    case "consultation-concluded":
      return [[fact.withoutMeeting ? "consultation.waive-meeting" : "consultation.record"]];
    case "languages-agreed":
    case "languages-left-open":
      return [["languages.record"]];
    case "answers-submitted":
      return [["answers.submit"], { party }];
    case "answers-returned":
      return [["answers.return"]];
    case "answers-opened":
      return [["answers.open"]];
    case "feedback-cleared":
      return [["feedback.clear"], { party: fact.party }];
    case "feedback-returned":
      return [["feedback.return"]];
    case "clarification-asked":
      return [["clarification.ask"], { party: fact.party }];
    case "clarification-answered":
      return [["clarification.answer"], { party }];
    case "clarification-closed":
      return [["clarification.close", "redraw.carry-out"]];
    case "observations-drafted":
      return [["observations.draft"]];
    case "observations-agreed":
      return [["observations.agree"], { party: fact.party }];
    case "observations-published":
      return [["observations.publish"]];
    case "publication-consented":
      return [["publication.consent"], { party: fact.party }];
    case "delay-notified":
    case "delay-asked":
      return [["delay.notify"], { party: review?.obligations[fact.obligation]?.party }];
    case "delay-approved":
      return [["delay.approve"]];
    case "delay-refused":
      return [["delay.refuse"]];
    case "date-corrected":
      return [["date.correct"]];
    case "redraw-asked":
    case "redraw-counted":
      return [["redraw.ask"], { party: fact.party }];
    case "seat-redrawn":
      return [["redraw.carry-out"]];
    case "bulletin-ordered":
      return [["bulletin.order", ...(fact.stored?.id === presidentReminder ? presidentsOwn : [])]];
    case "bulletin-approved":
      return [["bulletin.approve"]];
    case "bulletin-cancelled":
      return [["bulletin.cancel"]];
    case "bulletin-resumed":
      return [["bulletin.resume"]];
    case "bulletin-resent":
      return [["bulletin.resend"]];
    case "bulletin-settled":
      return [["bulletin.settle"]];
    case "text-stored":
      return [["text.write"]];
    case "bulletin-released":
    case "person-updated":
    case "stage-changed":
    case "obligation-opened":
    case "obligation-met":
    case "obligation-voided":
    case "obligation-redated":
      return "follows";
    case "group-planned":
    case "group-start-completed":
    case "review-drawn":
    case "review-started":
    case "account-created":
    case "bulletin-stopped":
    case "bulletin-completed":
    case "user-first-seen":
      return "nobody";
  }
};

/** A review as far as the facts tell; undefined where they are not those of a review from its beginning. */
const taken = (review: Review | undefined, facts: readonly Fact[]): Review | undefined => {
  const [first] = facts;
  if (review === undefined && first?.kind !== "review-drawn") return undefined;
  return facts.reduce<Review | undefined>(evolveReview, review);
};

/**
 * Entries of one subject's journal that somebody recorded who had no right to when it was recorded (13): observers and
 * the public cause no write, permanent missions only what is theirs, and nobody what is another party's. What
 * functions recorded is theirs to record.
 */
export const unauthorizedEntries = (
  entries: readonly JournalEntry[],
  users: ReadonlyMap<string, User>,
): readonly GuaranteeViolation[] => {
  const broken: GuaranteeViolation[] = [];
  let review: Review | undefined;
  for (const entry of entries) {
    if (entry.by.startsWith("u-")) broken.push(...brokenEntry(entry, users.get(entry.by), review));
    review = taken(review, entry.facts);
  }
  return broken;
};

const brokenEntry = (
  { subject, version, by, facts, recordedAt }: JournalEntry,
  author: User | undefined,
  review: Review | undefined,
): readonly GuaranteeViolation[] => {
  const about = `${subject} ${version}`;
  if (author === undefined) return [{ guarantee: 13, about, why: `recorded by ${by}, who is not registered` }];
  return facts.flatMap((fact): readonly GuaranteeViolation[] => {
    const cause = causeOf(fact, review);
    const target: Target = cause === "follows" || cause === "nobody" ? {} : { review, ...cause[1] };
    const allowed =
      cause !== "nobody" && (cause === "follows" || cause[0].some((action) => may(author, action, target, recordedAt)));
    return allowed ? [] : [{ guarantee: 13, about, why: `${fact.kind} recorded by ${by}, a ${author.role}` }];
  });
};
