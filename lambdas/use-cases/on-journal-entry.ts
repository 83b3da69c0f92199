import { parseAggregateKey } from "../../domain/base/hash-chain.ts";
import { occasionOf, occasionsOf, planFor, scheduleName } from "../../domain/reminders/schedule.ts";
import type { Fact, FactOf, JournalEntry } from "../../schemas/model/fact.ts";
import type { ReminderSubject } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import { log } from "../io/log.ts";
import { type AccountIo, ensureAccount, invite, inviteAllAgain } from "./accounts/accounts.ts";
import { doEach, workOnEach } from "./base/work-on-each.ts";
import { onBulletinEntry } from "./bulletins/on-bulletin-entry.ts";
import { planNotificationsOf, planRemindersOf } from "./planning/on-review-entry.ts";
import type { ReleaseIo } from "./reachability/resolve-address.ts";
import { releaseAddressOf, closeBounces } from "./reachability/bouncing-addresses.ts";
import { planOpeningReminder, type PlanningIo, reviewsOn } from "./planning/plan-letters.ts";
import { startReviewsOf } from "./planning/start-reviews.ts";

export type JournalEntryIo = PlanningIo & AccountIo;
/** What reacting needs besides what the sweep repairs with. */
export type EffectIo = JournalEntryIo & Pick<ReleaseIo, "suppression">;

const by = "react";

/** A group has started: from now on its missions are reminded. */
const openGroup = async (io: JournalEntryIo, { group }: FactOf<"group-start-completed">): Promise<void> => {
  const head = await io.store.load("group", group);
  const reviews = await io.store.loadMany("review", head?.state.reviews ?? []);
  await planOpeningReminder(
    io,
    reviews.map(({ state }) => state),
  );
};

/**
 * A review that joined its group later: reminded by itself. One that starts with its group is opened with it, once
 * and not review by review, so that a party gets one letter for all of them.
 */
const openReview = async (io: JournalEntryIo, review: Review): Promise<void> => {
  const group = await io.store.load("group", review.group);
  if (group?.state.state === "started" && !group.state.reviews.includes(review.id))
    await planOpeningReminder(io, [review]);
};

/** An occasion by what its schedules are called, whatever their rung. */
const occasionName = (occasion: ReminderSubject): string => scheduleName(occasion, "start");

/** The occasions of the duties that were met or fell away, each once, with the day on which they were opened. */
const closedOccasions = (review: Review, facts: readonly Fact[]) => {
  const closed = facts.flatMap((fact) => {
    if (fact.kind !== "obligation-met" && fact.kind !== "obligation-voided") return [];
    const obligation = review.obligations[fact.obligation];
    if (obligation === undefined) return [];
    const occasion = occasionOf(review, { ...obligation, generation: fact.generation });
    return [{ occasion, openedOn: obligation.openedOn }];
  });
  return new Map(closed.map((one) => [occasionName(one.occasion), one])).values();
};

/** Duties were met or fell away: once nothing of their occasion is open any more, its next timer need not fire. */
const closeObligations = async (io: JournalEntryIo, review: Review, facts: readonly Fact[]): Promise<void> => {
  await workOnEach(closedOccasions(review, facts), async ({ occasion, openedOn }) => {
    const reviews = await reviewsOn(io.store, occasion);
    if (reviews.flatMap(occasionsOf).some((open) => occasionName(open) === occasionName(occasion))) return;
    const { next } = planFor(occasion, openedOn, io.clock.now());
    if (next !== undefined) await io.schedules.disarm(scheduleName(occasion, next.rung));
  });
};

/** What an entry asks for of the duties of a review, as the review stands now. */
const followDuties = async (io: JournalEntryIo, id: string, facts: readonly Fact[]): Promise<void> => {
  const head = await io.store.load("review", id);
  if (head === undefined) return;
  const review = head.state;
  await doEach([
    async () => facts.some(({ kind }) => kind === "review-started") && (await openReview(io, review)),
    () => closeObligations(io, review, facts),
    () => planRemindersOf(io, review, facts),
  ]);
};

const effectOf = async (io: EffectIo, fact: Fact): Promise<void> => {
  switch (fact.kind) {
    case "group-started":
      return startReviewsOf(io, fact.group, by);
    case "group-start-completed":
      return openGroup(io, fact);
    case "user-registered":
      if (fact.sub === undefined) await ensureAccount(io, fact.user, by);
      return undefined;
    case "account-created":
    case "invitation-resent":
      return invite(io, fact.user);
    case "invitations-asked-again":
      return inviteAllAgain(io, fact, by);
    case "mission-contacts-set":
      return closeBounces(io, { kind: "mission", party: fact.party });
    case "person-updated":
      return closeBounces(io, { kind: "user", user: fact.user });
    case "address-released":
      return releaseAddressOf(io, fact);
    case "party-registered":
    case "party-corrected":
    case "contact-recorded":
    case "officer-assigned":
    case "group-planned":
    case "review-drawn":
    case "review-started":
    case "obligation-met":
    case "obligation-voided":
    case "stage-changed":
    case "obligation-opened":
    case "mandate-began":
    case "nomination-checked":
    case "user-first-seen":
    case "delay-notified":
    case "delay-asked":
    case "delay-approved":
    case "delay-refused":
    case "date-corrected":
    case "obligation-redated":
    case "consultation-held":
    case "languages-agreed":
    case "languages-left-open":
    case "consultation-concluded":
    case "answers-submitted":
    case "answers-returned":
    case "answers-opened":
    case "feedback-cleared":
    case "feedback-returned":
    case "clarification-asked":
    case "clarification-answered":
    case "clarification-closed":
    case "observations-drafted":
    case "observations-agreed":
    case "observations-published":
    case "publication-consented":
    case "mandate-ended":
    case "mandate-advanced":
    case "redraw-asked":
    case "seat-redrawn":
    case "redraw-counted":
    case "bulletin-ordered":
    case "bulletin-approved":
    case "bulletin-released":
    case "bulletin-stopped":
    case "bulletin-resumed":
    case "bulletin-cancelled":
    case "bulletin-completed":
    case "bulletin-settled":
    case "bulletin-resent":
    case "text-stored":
      return undefined;
  }
};

/**
 * Brings about what follows from one journal entry. But for the letters about it, which go to whom it concerned, it
 * reads how things stand now, not how they stood: stream order holds for one subject only, and an entry may come again.
 * An effect that fails keeps no other one away. What failed is thrown at the end, so that the stream gives the entry
 * again; what succeeded is then done again without effect.
 */
export const onJournalEntry = async (io: EffectIo, entry: JournalEntry): Promise<void> => {
  const about = parseAggregateKey(entry.subject);
  await doEach([
    ...entry.facts.map((fact) => () => effectOf(io, fact)),
    ...(about.kind === "review"
      ? [() => followDuties(io, about.id, entry.facts), () => planNotificationsOf(io, about.id, entry)]
      : []),
    () => onBulletinEntry(io, entry),
  ]);
  log("FACT_HANDLED", { subject: entry.subject, version: entry.version, facts: entry.facts.map(({ kind }) => kind) });
};
