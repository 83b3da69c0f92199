import { defined } from "../../schemas/base/defined.ts";
import type { GroupId, ImportId, PartyId, ReviewId, UserId } from "../../schemas/base/ids.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { SheetName } from "../../schemas/model/import-rows.ts";
import type { LotsDeviation } from "../../schemas/model/lots.ts";
import type { MissionContacts, Party } from "../../schemas/model/party.ts";
import type { Phase } from "../../schemas/model/phase.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { EmailAddress, Instant } from "../../schemas/base/values.ts";
import { refuse } from "../base/decision.ts";
import { resolveRecordedDate } from "../base/recorded-date.ts";
import { drawReview, startReview } from "../review/commands/start-review.ts";
import { evolveReview } from "../review/evolve.ts";
import type { FrozenText } from "../review/frozen-text.ts";
import {
  type GroupImport,
  groupsOfRows,
  type JudgedPairings,
  judgePairings,
  type PairedImport,
  type PairingsThere,
  refuseDeviations,
  refusePairings,
} from "./paired-reviews.ts";
import { partiesAfter, planContacts, planRedraws } from "./party-rows.ts";
import { mandateRows, newUserId, type PeopleThere, type PersonImport, planPeople } from "./people.ts";
import { englishOf, refused, say } from "./messages.ts";
import { mandateEvents, type MandateRow } from "./people-events.ts";
import { type PhaseImport, planPhases } from "./phases.ts";
import { repeatedRows } from "./repeated-rows.ts";
import { replayReview, type ReviewEvent } from "./replay.ts";
import type { ImportContent, ImportError } from "./sheets.ts";
import { type ImportedBy, stepEvents } from "./step-events.ts";
import { stepErrors } from "./step-rows.ts";
import { partiesWithoutReview, type WithoutReview } from "./without-review.ts";

/** The data against which an import is checked: the present state. */
export interface ImportContext extends PairingsThere, PeopleThere {
  readonly phases: readonly Phase[];
  readonly missions: ReadonlyMap<PartyId, MissionContacts>;
}

/** The identity, the user and the time of an import's order: it is read as of that moment, whenever it is applied. */
export interface ImportOrder extends ImportedBy {
  readonly id: ImportId;
  readonly orderedAt: Instant;
}

/** A review with all its data in an import: as facts from its draw on, and the texts of those facts. */
export interface ReviewImport {
  readonly review: Review;
  readonly facts: readonly Fact[];
  readonly frozen: readonly FrozenText[];
}

/** The possible effects of an import, and its errors. */
export interface ImportPlan {
  readonly errors: readonly ImportError[];
  /** Rows that differ from the stored data on people and missions: the stored data stay. */
  readonly kept: readonly ImportError[];
  readonly parties: readonly Party[];
  readonly missions: readonly { readonly party: PartyId; readonly mission: MissionContacts }[];
  readonly people: readonly PersonImport[];
  readonly redraws: readonly { readonly party: PartyId; readonly number: number }[];
  readonly phases: readonly PhaseImport[];
  readonly reviews: readonly ReviewImport[];
  /** Reviews that what is wrong keeps from being imported, with why. */
  readonly refused: readonly { readonly review: ReviewId; readonly why: string }[];
  readonly groups: readonly GroupImport[];
  /** The parties that would have no review of its clusters. */
  readonly withoutReview: readonly WithoutReview[];
}

/**
 * Returns errors for rows about reviews that the import does not hold, or about parties that have no seat in theirs.
 */
const withoutSeat = (content: ImportContent, reviews: readonly PairedImport[]): readonly ImportError[] => {
  const known = new Map(reviews.map((review) => [review.id, review]));
  return (["steps", "delays"] as const).flatMap((sheet) =>
    content[sheet].flatMap(({ row, review: id, party }): readonly ImportError[] => {
      const review = known.get(id);
      if (review === undefined) return [{ sheet, row, column: "review", message: say("no-review") }];
      if (party === undefined || review.seats.some((seat) => seat.party === party)) return [];
      const message = refused(refuse("not-in-this-review", { review: id, party }));
      return [{ sheet, row, column: "party", message }];
    }),
  );
};

/** Returns the rows of a sheet that errors name. */
const brokenRows = (sheet: SheetName, errors: readonly ImportError[]): ReadonlySet<number> =>
  new Set(errors.filter((error) => error.sheet === sheet).map(({ row }) => row));

/** Returns the rows of a sheet without an error of their own, and the reviews of the others. */
const soundRows = <Row extends { readonly row: number; readonly review: ReviewId }>(
  rows: readonly Row[],
  sheet: SheetName,
  errors: readonly ImportError[],
): { readonly sound: readonly Row[]; readonly lacking: ReadonlySet<ReviewId> } => {
  const broken = brokenRows(sheet, errors);
  return {
    sound: rows.filter(({ row }) => !broken.has(row)),
    lacking: new Set(rows.filter(({ row }) => broken.has(row)).map(({ review }) => review)),
  };
};

const startEvent = ({ startedOn, row }: PairedImport): readonly ReviewEvent[] =>
  startedOn === undefined
    ? []
    : [
        {
          day: startedOn,
          order: 0,
          place: { sheet: "pairings", row },
          dayColumn: "started_on",
          whatColumn: "started_on",
          decide: (review) => startReview(review, startedOn),
        },
      ];

const decideDraw = (
  paired: PairedImport,
  deviations: readonly LotsDeviation[] | undefined,
  now: Instant,
): { readonly ok: true; readonly facts: readonly Fact[] } | { readonly ok: false; readonly error: ImportError } => {
  const { row, drawnOn, startedOn } = paired;
  const place = { sheet: "pairings", row, column: drawnOn === undefined ? "started_on" : "drawn_on" } as const;
  if (drawnOn !== undefined && startedOn !== undefined && drawnOn > startedOn)
    return { ok: false, error: { ...place, message: say("after-start", { day: startedOn }) } };
  const when = resolveRecordedDate(drawnOn ?? startedOn, now);
  if (!when.ok) return { ok: false, error: { ...place, message: refused(when) } };
  const decision = drawReview({ ...paired, ...defined({ deviations }) }, when.at);
  return decision.ok ? decision : { ok: false, error: { ...place, message: refused(decision) } };
};

/** Returns the fact that a review was imported: from then on its reminders are paused until they are resumed. */
const importedFact = (review: ReviewId, { id, orderedBy, orderedAt }: ImportOrder): Fact => ({
  kind: "review-imported",
  happenedAt: orderedAt,
  review,
  import: id,
  orderedBy,
});

interface EventSources {
  readonly mandates: readonly MandateRow[];
  /** Steps and delays that are sound by themselves. */
  readonly steps: ImportContent["steps"];
  readonly delays: ImportContent["delays"];
  readonly order: ImportOrder;
  readonly userOf: (email: EmailAddress) => UserId | undefined;
}

/** Returns the events of each review, as the sheets give them. */
const eventsOf = ({ mandates, steps, delays, order, userOf }: EventSources) => {
  const stepsOf = Map.groupBy(steps, ({ review }) => review);
  const delaysOf = Map.groupBy(delays, ({ review }) => review);
  return (paired: PairedImport): readonly ReviewEvent[] => [
    ...startEvent(paired),
    ...mandateEvents(paired.id, mandates, (email) => userOf(email) ?? newUserId(order.id, email), order),
    ...stepEvents(stepsOf.get(paired.id) ?? [], delaysOf.get(paired.id) ?? [], order),
  ];
};

interface PlayedReview {
  readonly id: ReviewId;
  /** The review with all that happened in it; undefined where something cannot have. */
  readonly review?: ReviewImport;
  readonly errors: readonly ImportError[];
}

/**
 * Replays a review from its draw on, with all its events, or returns the events that are impossible. A review that
 * cannot be drawn is not replayed.
 */
const playReview = (
  paired: PairedImport,
  deviations: readonly LotsDeviation[] | undefined,
  { events, lacksEvents }: { readonly events: readonly ReviewEvent[]; readonly lacksEvents: boolean },
  order: ImportOrder,
): PlayedReview => {
  const { id } = paired;
  const draw = decideDraw(paired, deviations, order.orderedAt);
  if (!draw.ok) return { id, errors: [draw.error] };
  const drawn = draw.facts.reduce<Review | undefined>(evolveReview, undefined);
  if (drawn === undefined) throw new Error(`No fact draws ${id}`);
  const start = { review: drawn, facts: draw.facts, lacksEvents };
  const { review, facts, frozen, errors } = replayReview(start, events, order.orderedAt);
  if (errors.length > 0) return { id, errors };
  const last = importedFact(id, order);
  return { id, review: { review: evolveReview(review, last), facts: [...facts, last], frozen }, errors };
};

/** Checks pairings by the rules of the lots, once no row of them contradicts another or stored data. */
const judgeOrRefuse = (
  { pairings, deviations }: ImportContent,
  groups: readonly GroupImport[],
  contradictions: readonly ImportError[],
  there: PairingsThere,
  now: Instant,
): JudgedPairings => {
  const errors = refusePairings(pairings, there);
  return contradictions.length + errors.length > 0
    ? { accepted: new Map(), errors }
    : judgePairings(groups, deviations, there, now);
};

interface PlaySources extends Pick<EventSources, "mandates" | "order" | "userOf"> {
  readonly accepted: ReadonlyMap<ReviewId, readonly LotsDeviation[]>;
  /** Rows that repeat others, which are not played. */
  readonly repeated: readonly ImportError[];
  /** Events of any review may be missing. */
  readonly lacksEvents: boolean;
}

/** Returns all replayed reviews, and the impossible rows of steps and delays. */
const playReviews = (
  content: ImportContent,
  reviews: readonly PairedImport[],
  { accepted, repeated, lacksEvents, ...sources }: PlaySources,
): { readonly played: readonly PlayedReview[]; readonly errors: readonly ImportError[] } => {
  const errors = [...withoutSeat(content, reviews), ...stepErrors(content.steps)];
  const unsound = [...errors, ...repeated];
  const [steps, delays] = [soundRows(content.steps, "steps", unsound), soundRows(content.delays, "delays", unsound)];
  const eventsIn = eventsOf({ ...sources, steps: steps.sound, delays: delays.sound });
  const played = reviews.map((one) => {
    const lacksSome = lacksEvents || steps.lacking.has(one.id) || delays.lacking.has(one.id);
    return playReview(one, accepted.get(one.id), { events: eventsIn(one), lacksEvents: lacksSome }, sources.order);
  });
  return { played, errors };
};

/** Sheets on whose rows all others build: where one of them could not be read, what it lacks would be missed everywhere. */
const foundations: ReadonlySet<SheetName> = new Set(["parties", "phases", "pairings", "deviations"]);

/**
 * Plans the effects of an import on the present state, with all its errors. One function checks an import, counts what
 * would be, and gives the facts that are recorded. Each review is replayed by the commands of the system. Errors in
 * reading the rows come first; mere consequences of them are not reported.
 */
export const planImport = (
  content: ImportContent,
  mechanism: ImportContext,
  order: ImportOrder,
  unread: readonly ImportError[] = [],
): ImportPlan => {
  const { orderedAt: now } = order;
  const parties = partiesAfter(mechanism.parties, content.parties);
  const there = { ...mechanism, parties: [...parties.values()] };
  const { groups, errors: unlike } = groupsOfRows(content.pairings);
  const paired = groups.flatMap(({ reviews }) => reviews);
  const { people, errors: peopleErrors, kept } = planPeople(content.people, mechanism, order.id);
  const { mandates, errors: mandateErrors } = mandateRows(content.people, paired);
  const served = mandates.map(({ person, reviews }) => ({ ...person, reviews: [...reviews] }));
  const repeated = repeatedRows({ ...content, people: served });
  const repeatedPeople = brokenRows("people", repeated);
  const contradictions = [...unlike, ...repeated.filter(({ sheet }) => sheet === "pairings")];
  const judged = judgeOrRefuse(content, groups, contradictions, there, now);
  const contacts = planContacts(content.missions, mechanism.missions, new Set(parties.keys()));
  const redrawCounts = planRedraws(content.redraws, parties, now);
  const userIds = new Map(people.map(({ user, person }) => [person.email, user]));
  const { played, errors: ofRows } = playReviews(content, paired, {
    mandates: mandates.filter(({ person }) => !repeatedPeople.has(person.row)),
    order,
    userOf: (email) => userIds.get(email),
    accepted: judged.accepted,
    repeated,
    lacksEvents: unread.length > 0 || mandateErrors.length > 0 || repeatedPeople.size > 0,
  });
  const reviews = played.flatMap(({ review }) => review ?? []);
  const phases = planPhases(content.phases, groups, { ...mechanism, played: reviews }, now);
  const errors = [
    ...repeated,
    ...phases.errors,
    ...unlike,
    ...judged.errors,
    ...refuseDeviations(content.deviations, content.pairings, there),
    ...peopleErrors,
    ...mandateErrors,
    ...ofRows,
    ...contacts.errors,
    ...redrawCounts.errors,
    ...played.flatMap((one) => one.errors),
  ];
  return {
    errors: unread.some(({ sheet }) => foundations.has(sheet)) ? unread : [...unread, ...errors],
    kept: [...contacts.kept, ...kept],
    parties: content.parties,
    missions: contacts.missions,
    people,
    redraws: redrawCounts.redraws,
    phases: phases.opened,
    reviews,
    refused: played.flatMap(({ id, errors: [first] }) =>
      first === undefined ? [] : [{ review: id, why: englishOf(first.message) }],
    ),
    groups,
    withoutReview: partiesWithoutReview(groups, there, now),
  };
};

/** Returns the number of reviews of an import in each stage. */
export const countStages = (reviews: readonly ReviewImport[]): ReadonlyMap<Review["stage"], number> => {
  const counts = new Map<Review["stage"], number>();
  for (const { review } of reviews) counts.set(review.stage, (counts.get(review.stage) ?? 0) + 1);
  return counts;
};

/** Returns the groups of an import, by id. */
export const groupIdsOf = (groups: readonly GroupImport[]): readonly GroupId[] => groups.map(({ id }) => id);
