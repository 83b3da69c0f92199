import type { Action } from "../schemas/actions.ts";
import type { Fact, FactOf, JournalEntry, SubjectKind } from "../schemas/fact.ts";
import type { LetterId } from "../schemas/ids.ts";
import type { Letter, LetterState } from "../schemas/letter.ts";
import type { Review } from "../schemas/review.ts";
import type { User } from "../schemas/user.ts";
import type { Instant } from "../schemas/values.ts";
import { hashOf } from "./hash.ts";
import { subjectOf, verifyChain } from "./journal.ts";
import { may, namingActions, type Target } from "./permissions.ts";
import { nominationPeriodOn } from "./policy.ts";
import { askedForAll } from "./reminding.ts";
import { evolveReview, partiesWithoutFocalPoint } from "./reviews.ts";
import { fold, type Head } from "./subjects.ts";
import { dueAfter } from "./time.ts";

/** A promise of the house that does not hold: its number in the list of guarantees, about what, and how. */
export interface Broken {
  readonly guarantee: number;
  readonly about: string;
  readonly why: string;
}

const replayed = (kind: SubjectKind, facts: readonly Fact[]): unknown => {
  try {
    return fold(kind, undefined, facts);
  } catch (error) {
    return error;
  }
};

/**
 * A subject's journal against its head: chain and versions without holes (2, 3), facts that replay to the stored state
 * (16), and of a review every step and every date (1, 8, 10).
 */
export const brokenInJournal = (head: Head<SubjectKind>, entries: readonly JournalEntry[]): readonly Broken[] => {
  const about = subjectOf(head.kind, head.id);
  const chain = verifyChain(about, entries, { head });
  if (!chain.intact) return [{ guarantee: 3, about, why: chain.firstBroken.why }];
  const facts = entries.flatMap((entry) => entry.facts);
  const state = replayed(head.kind, facts);
  if (state instanceof Error) return [{ guarantee: 1, about, why: state.message }];
  const whole = hashOf(state) === hashOf(head.state);
  return [
    ...(whole ? [] : [{ guarantee: 16, about, why: "the journal does not replay to the stored state" }]),
    ...(head.kind === "review" ? brokenOnTheWay(about, facts) : []),
  ];
};

const brokenOnTheWay = (about: string, facts: readonly Fact[]): readonly Broken[] => {
  const broken: Broken[] = [];
  let review: Review | undefined;
  for (const fact of facts) {
    if (review !== undefined && fact.kind === "stage-changed") broken.push(...brokenStep(about, review, fact));
    if (review !== undefined && fact.kind === "obligation-opened") broken.push(...brokenDate(about, review, fact));
    review = evolveReview(review, fact);
  }
  return broken;
};

/** A nomination is left only with every focal-point seat filled. That a step is one of the table, `evolve` sees to. */
const brokenStep = (about: string, review: Review, { from }: FactOf<"stage-changed">): readonly Broken[] => {
  const vacant = from === "nomination" ? partiesWithoutFocalPoint(review) : [];
  return vacant.length === 0 ? [] : [{ guarantee: 10, about, why: `left ${from} without ${vacant.join(", ")}` }];
};

/** The date of a nomination is what the start, the rule of that day and the calendar of Vienna give. */
const brokenDate = (about: string, review: Review, fact: FactOf<"obligation-opened">): readonly Broken[] => {
  const { obligation, obligationKind, openedOn, dueAt } = fact;
  const expected = dueAfter(openedOn, nominationPeriodOn(obligationKind, openedOn));
  if (fact.generation === 1 && openedOn !== review.startedOn)
    return [{ guarantee: 8, about, why: `${obligation} opened on ${openedOn}, not when the review started` }];
  return dueAt === expected ? [] : [{ guarantee: 8, about, why: `${obligation} is due ${dueAt}, not ${expected}` }];
};

/** The right that somebody needs to bring a fact about; none for what only follows, or what functions do. */
type Right = readonly [actions: readonly Action[], target: Target];
const anyNaming = Object.values(namingActions);

const rightBehind = (fact: Fact): Right | "follows" | "nobody" => {
  switch (fact.kind) {
    case "party-registered":
      return [["party.import"], {}];
    case "party-corrected":
      return [["party.correct", "party.import"], { party: fact.party }];
    case "mission-contacts-set":
      return [["mission.write"], { party: fact.party }];
    case "group-started":
      return [["group.start"], {}];
    case "mandate-began":
      return [[namingActions[fact.role]], { party: fact.party }];
    case "user-registered":
      return [["user.register", ...(fact.role === "delegate" ? anyNaming : [])], { party: fact.party }];
    case "person-updated":
    case "stage-changed":
    case "obligation-met":
      return "follows";
    case "group-planned":
    case "group-start-completed":
    case "review-drawn":
    case "review-started":
    case "obligation-opened":
    case "account-created":
      return "nobody";
  }
};

/**
 * Entries that somebody recorded who has no right to (13): observers, delegates and the public cause no write, permanent
 * missions only what is theirs. What functions recorded is theirs to record.
 */
export const brokenAuthorship = (
  entries: readonly JournalEntry[],
  users: ReadonlyMap<string, User>,
): readonly Broken[] =>
  entries
    .filter(({ by }) => by.startsWith("u-"))
    .flatMap(({ subject, version, by, facts }) => {
      const author = users.get(by);
      const about = `${subject} ${version}`;
      if (author === undefined) return [{ guarantee: 13, about, why: `recorded by ${by}, who is not registered` }];
      return facts.flatMap((fact): readonly Broken[] => {
        const right = rightBehind(fact);
        const allowed =
          right !== "nobody" && (right === "follows" || right[0].some((action) => may(author, action, right[1])));
        return allowed ? [] : [{ guarantee: 13, about, why: `${fact.kind} recorded by ${by}, a ${author.role}` }];
      });
    });

/** What reminding is compared with: what stands in the ledger and what is armed. */
export interface Reminding {
  /** Reviews of groups that have started. */
  readonly reviews: readonly Review[];
  readonly letters: ReadonlySet<string>;
  readonly armed: ReadonlySet<string>;
}

/** Open duties whose due reminder is not in the ledger (7) or whose next is not armed, and alarms for nothing (4). */
export const brokenReminding = ({ reviews, letters, armed }: Reminding, now: Instant): readonly Broken[] => {
  const asked = askedForAll(reviews, now);
  const wanted = new Set(asked.flatMap(({ alarm }) => alarm?.name ?? []));
  return [
    ...asked
      .filter(({ letter }) => letter !== undefined && !letters.has(letter.id))
      .map(({ letter }) => ({
        guarantee: 7,
        about: `${letter?.party}`,
        why: `no letter ${letter?.id}: ${letter?.rule}`,
      })),
    ...[...wanted].filter((name) => !armed.has(name)).map((about) => ({ guarantee: 4, about, why: "is not armed" })),
    ...[...armed]
      .filter((name) => !wanted.has(name))
      .map((about) => ({ guarantee: 4, about, why: "armed for nothing" })),
  ];
};

/** How a letter counts: every planned one is exactly one of these. */
export type Outcome = "sent" | "skipped" | "failed" | "unknown" | "waiting";
const outcomeOf = {
  planned: "waiting",
  claimed: "waiting",
  unknown: "unknown",
  accepted: "sent",
  delivered: "sent",
  bounced: "sent",
  complained: "sent",
  skipped: "skipped",
  failed: "failed",
} as const satisfies Record<LetterState, Outcome>;

/** Letters that nobody looks after any more (7): their instant has passed and they do not say why they ended. */
export const silentLetters = (letters: readonly Letter[], now: Instant): readonly Broken[] =>
  letters
    .filter(({ state, attentionAt }) => {
      const outcome: Outcome = outcomeOf[state];
      return (outcome === "waiting" || outcome === "unknown") && attentionAt <= now;
    })
    .map(({ id, state }) => ({ guarantee: 7, about: `letter ${id}`, why: `is left ${state}` }));

/**
 * Letters of which more mails arrived than the ledger can answer for (6): one that was accepted, or that nobody heard
 * of again, and one more where it was repeated because of that.
 */
export const brokenMails = (letters: readonly Letter[], arrived: ReadonlyMap<LetterId, number>): readonly Broken[] => {
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  return [...arrived].flatMap(([id, mails]): readonly Broken[] => {
    const letter = byId.get(id);
    const about = `letter ${id}`;
    if (letter === undefined) return [{ guarantee: 6, about, why: "is not in the ledger" }];
    const outcome: Outcome = outcomeOf[letter.state];
    const first = outcome === "sent" || outcome === "unknown" || letter.messageId !== undefined ? 1 : 0;
    const answeredFor = first + (letter.resentAfterUnknown === true ? 1 : 0);
    return mails <= answeredFor ? [] : [{ guarantee: 6, about, why: `${letter.state}, but ${mails} mails arrived` }];
  });
};
