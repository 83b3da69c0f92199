import { importer } from "../../domain/letters/notifications.ts";
import { parseAggregateKey } from "../../domain/base/hash-chain.ts";
import { reminderSubjectOf, reminderSubjectsOf, planFor, scheduleName } from "../../domain/reminders/schedule.ts";
import { rowOf } from "../../domain/review/fact-kinds.ts";
import type { ReviewEffect } from "../../domain/review/facts/fact-row.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { ReminderSubject } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import { log } from "../io/log.ts";
import { type AccountIo, ensureAccount, invite, inviteAllAgain } from "./accounts/accounts.ts";
import { alignAccount, replaceAccount } from "./accounts/end-accounts.ts";
import { erasePersonalData } from "./accounts/erase-person.ts";
import { doEach, workOnEach } from "./base/work-on-each.ts";
import { onBulletinEntry } from "./bulletins/on-bulletin-entry.ts";
import { planNotificationsOf, planRemindersOf } from "./planning/on-review-entry.ts";
import { planPartyNotificationsOf } from "./planning/on-party-entry.ts";
import { planUserNotificationsOf } from "./planning/on-user-entry.ts";
import type { UnsuppressIo } from "./reachability/resolve-address.ts";
import { unsuppressAddressOf, closeBounces } from "./reachability/bouncing-addresses.ts";
import { countingLetters } from "./planning/count-letters.ts";
import { closeGroup, correctUndoneStart, openGroup } from "./planning/open-group.ts";
import { openPhaseOf, planPhaseLetters } from "./planning/open-phase.ts";
import { followTarget } from "./planning/plan-target-letters.ts";
import { type PlanningIo, reviewsOn } from "./planning/plan-letters.ts";
import { applyNextResumption, applyResumption, resumeInvitations, startReviewsOf } from "./planning/start-reviews.ts";

export type JournalEntryIo = PlanningIo & AccountIo;
/** The dependencies of effects, in addition to those of the sweep's repairs. */
export type EffectIo = JournalEntryIo & Pick<UnsuppressIo, "suppression">;

const by = "react";

/** Returns a reminder subject's name in its schedules, for any step. */
const subjectName = (reminderSubject: ReminderSubject): string => scheduleName(reminderSubject, "start");

/** The reminder subjects of the obligations that were met or fell away, each once, with the day on which they were opened. */
const closedReminderSubjects = (review: Review, facts: readonly Fact[]) => {
  const closed = facts.flatMap((fact) => {
    if (fact.kind !== "obligation-met" && fact.kind !== "obligation-voided") return [];
    const obligation = review.obligations[fact.obligation];
    if (obligation === undefined) return [];
    const reminderSubject = reminderSubjectOf(review, { ...obligation, generation: fact.generation });
    return [{ reminderSubject, openedOn: obligation.openedOn }];
  });
  return new Map(closed.map((one) => [subjectName(one.reminderSubject), one])).values();
};

/**
 * Ends obligations that were met or cancelled: if their reminder subject has no open one, its next timer need not fire.
 */
const closeObligations = async (io: JournalEntryIo, review: Review, facts: readonly Fact[]): Promise<void> => {
  await workOnEach(closedReminderSubjects(review, facts), async ({ reminderSubject, openedOn }) => {
    const reviews = await reviewsOn(io.store, reminderSubject);
    if (reviews.flatMap(reminderSubjectsOf).some((open) => subjectName(open) === subjectName(reminderSubject))) return;
    const { next } = planFor(reminderSubject, openedOn, io.clock.now());
    if (next !== undefined) await io.schedules.disarm(scheduleName(reminderSubject, next.stepName));
  });
};

/** Applies the effects of an entry on the obligations of a review, from the current review. */
const followObligations = async (io: JournalEntryIo, id: string, facts: readonly Fact[]): Promise<void> => {
  const aggregate = await io.store.load("review", id);
  if (aggregate === undefined) return;
  const review = aggregate.state;
  await doEach([() => closeObligations(io, review, facts), () => planRemindersOf(io, review, facts)]);
};

/** Invites nominees of a review that is not paused, also those whom an import has registered for a paused one. */
const inviteNamed = async (io: JournalEntryIo, id: string): Promise<void> => {
  const review = await io.store.load("review", id);
  if (review !== undefined && review.state.remindersPaused !== true) await resumeInvitations(io, [review.state], by);
};

/** The type of a method, because only methods are compared in a way that lets the row of a fact's own kind take any fact. */
type EffectOf<F> = { of(io: EffectIo, fact: F): Promise<unknown> }["of"];

/** The effects of each kind of fact; a kind that is not listed has none of its own. */
const factEffects: { readonly [K in Fact["kind"]]?: EffectOf<FactOf<K>> } = {
  "group-started": (io, { group }) => startReviewsOf(io, group, by),
  "group-start-undone": async (io, { group }) => {
    await closeGroup(io, group);
    await startReviewsOf(io, group, by);
  },
  "group-start-corrected": (io, { group }) => startReviewsOf(io, group, by),
  "group-start-correction-completed": (io, { group }) => openGroup(io, group),
  "group-start-undo-completed": (io, { group }) => correctUndoneStart(io, group),
  "group-start-completed": (io, { group }) => openGroup(io, group),
  "phase-opened": (io, { phase }) => openPhaseOf(io, phase, by),
  "group-reminders-released": (io, { group }) => applyResumption(io, group, by),
  "group-release-completed": (io, { group }) => doEach([() => openGroup(io, group), () => applyNextResumption(io, by)]),
  // The rules of all commands, that no other entry needs, so they are loaded with the first import.
  "import-ordered": async (io, fact) => (await import("./imports/apply-import.ts")).applyImport(io, fact.import),
  // What counts, words and writes papers, that no other entry needs.
  "status-paper-ordered": async (io, fact) => (await import("./reports/write-paper.ts")).writePaper(io, fact.paper),
  "status-paper-completed": async (io, fact) => (await import("./reports/write-paper.ts")).writePaper(io, fact.paper),
  "user-invitation-released": (io, { user }) => ensureAccount(io, user, by),
  "user-registered": async (io, { sub, user, import: id }) =>
    sub === undefined && id === undefined && (await ensureAccount(io, user, by)),
  "account-created": async (io, { user }) => {
    await alignAccount(io, user);
    await invite(io, user);
  },
  "user-closed": async (io, { user }) => {
    await alignAccount(io, user);
    await closeBounces(io, { kind: "user", user });
  },
  "user-reopened": async (io, { user }) => {
    await ensureAccount(io, user, by);
    await alignAccount(io, user);
  },
  "user-erased": (io, { user }) => erasePersonalData(io, user),
  "user-readdressed": (io, fact) => replaceAccount(io, fact, by),
  "invitation-resent": (io, { user }) => invite(io, user),
  "invitations-requested-again": (io, fact) => inviteAllAgain(io, fact, by),
  "mission-contacts-set": (io, { party }) => closeBounces(io, { kind: "mission", party }),
  "person-updated": (io, { user }) => closeBounces(io, { kind: "user", user }),
  "address-released": unsuppressAddressOf,
};

const effectOf = async (io: EffectIo, fact: Fact): Promise<void> => {
  const effect: EffectOf<Fact> | undefined = factEffects[fact.kind];
  await effect?.(io, fact);
};

/** The effects that rows of facts about reviews name. */
const reviewEffects: Readonly<Record<ReviewEffect, (io: EffectIo, review: string) => Promise<unknown>>> = {
  "invite-nominees": inviteNamed,
  // What shows texts, that few entries need.
  "publish-texts": async ({ store }, id) => (await import("./planning/publish-texts.ts")).publishTextsOf(store, id),
};

/** Returns the named effects of an entry, each once. An import invites no nominees until its release. */
const reviewEffectsOf = ({ facts, by: author }: JournalEntry): readonly ReviewEffect[] => {
  const effects = new Set(facts.flatMap((fact) => rowOf(fact)?.effects ?? []));
  return [...effects].filter((effect) => author !== importer || effect !== "invite-nominees");
};

/**
 * Applies the effects of one journal entry. It reads the current state, not the state at the entry, except for letters
 * about the entry, which go to the recipients at that time. Stream order exists for one aggregate only, and an entry
 * may come again. A failing effect does not prevent the others. Failures are thrown at the end, so that the stream
 * repeats the entry; effects that succeeded are then repeated without result. Counts the letters that the entry caused.
 */
export const onJournalEntry = async (outer: EffectIo, entry: JournalEntry): Promise<void> => {
  const about = parseAggregateKey(entry.subject);
  await countingLetters(outer, entry, (io) =>
    doEach([
      ...entry.facts.map((fact) => () => effectOf(io, fact)),
      ...reviewEffectsOf(entry).map((effect) => () => reviewEffects[effect](io, about.id)),
      ...(about.kind === "review" && entry.by !== importer
        ? [
            () => followObligations(io, about.id, entry.facts),
            () => planNotificationsOf(io, about.id, entry),
            () => followTarget(io, about.id, entry),
          ]
        : []),
      ...(about.kind === "user" ? [() => planUserNotificationsOf(io, about.id, entry)] : []),
      ...(about.kind === "party" ? [() => planPartyNotificationsOf(io, about.id, entry)] : []),
      ...(about.kind === "phase" ? [() => planPhaseLetters(io, about.id, entry)] : []),
      () => onBulletinEntry(io, entry),
    ]),
  );
  log("FACT_HANDLED", { subject: entry.subject, version: entry.version, facts: entry.facts.map(({ kind }) => kind) });
};
