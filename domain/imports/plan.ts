import type { GroupId, PartyId, ReviewId } from "../../schemas/base/ids.ts";
import { type ImportId, UserId } from "../../schemas/base/ids.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { ImportRow } from "../../schemas/model/import-rows.ts";
import type { LotsDeviation } from "../../schemas/model/lots.ts";
import type { MissionContacts, Party } from "../../schemas/model/party.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Person, User } from "../../schemas/model/user.ts";
import type { EmailAddress, Instant } from "../../schemas/base/values.ts";
import { hashOf } from "../base/hash.ts";
import { inForce, redrawCap } from "../base/policy.ts";
import { resolveRecordedDate } from "../base/recorded-date.ts";
import { dayOf } from "../base/time.ts";
import { isOpen } from "../parties/users.ts";
import { drawReview, startReview } from "../review/commands/start-review.ts";
import { evolveReview } from "../review/evolve.ts";
import type { FrozenText } from "../review/frozen-text.ts";
import {
  type GroupImport,
  groupsOfRows,
  judgePairings,
  type PairedImport,
  type PairingsThere,
  refusePairings,
} from "./paired-reviews.ts";
import { mandateEvents, type MandateRow } from "./people-events.ts";
import { replayReview, type ReviewEvent, wordsOf } from "./replay.ts";
import type { ImportContent, ImportError, Placed } from "./sheets.ts";
import { type ImportedBy, stepErrors, stepEvents } from "./step-events.ts";

/** What an import is checked against: what is there now. */
export interface ImportWorld extends PairingsThere {
  /** Who has the addresses of the import. */
  readonly users: ReadonlyMap<EmailAddress, User>;
  readonly missions: ReadonlyMap<PartyId, MissionContacts>;
}

/** Which import, by whom, and when it was ordered: it is read as of that moment, whenever it is applied. */
export interface ImportOrder extends ImportedBy {
  readonly id: ImportId;
  readonly orderedAt: Instant;
}

/** Somebody who serves, with the parties that name them. */
export interface PersonImport {
  readonly user: UserId;
  readonly person: Person;
  readonly parties: readonly PartyId[];
  readonly isKnown: boolean;
}

/** A review with all that an import tells of it: as facts from its draw on, and the texts that they speak of. */
export interface ReviewImport {
  readonly review: Review;
  readonly facts: readonly Fact[];
  readonly frozen: readonly FrozenText[];
}

/** All that an import brings about, as far as it can, and what is wrong with it. */
export interface ImportPlan {
  readonly errors: readonly ImportError[];
  readonly parties: readonly Party[];
  readonly missions: readonly { readonly party: PartyId; readonly mission: MissionContacts }[];
  readonly people: readonly PersonImport[];
  readonly redraws: readonly { readonly party: PartyId; readonly number: number }[];
  readonly reviews: readonly ReviewImport[];
  /** Reviews that what is wrong keeps from being imported, with why. */
  readonly refused: readonly { readonly review: ReviewId; readonly why: string }[];
  readonly groups: readonly GroupImport[];
}

type PersonRow = Placed<ImportRow<"people">>;

const detailsOf = ({
  name,
  email,
  language,
  gender,
  title,
  institution,
  institution_kind,
  phone,
}: PersonRow): Person => ({
  name,
  email,
  language,
  ...(gender === undefined ? {} : { gender }),
  ...(title === undefined ? {} : { title }),
  ...(institution === undefined ? {} : { institution }),
  ...(institution_kind === undefined ? {} : { institutionKind: institution_kind }),
  ...(phone === undefined ? {} : { phone }),
});

/** The id of somebody whom an import registers: the same whenever it is read. */
const newUserId = (id: ImportId, email: EmailAddress): UserId => UserId.parse(`u-${hashOf([id, email]).slice(0, 26)}`);

const planPeople = (
  rows: readonly PersonRow[],
  users: ImportWorld["users"],
  id: ImportId,
): { readonly people: readonly PersonImport[]; readonly errors: readonly ImportError[] } => {
  const errors: ImportError[] = [];
  const people = [...Map.groupBy(rows, ({ email }) => email)].flatMap(([email, [first, ...more]]) => {
    if (first === undefined) return [];
    const person = detailsOf(first);
    for (const other of more)
      if (hashOf(detailsOf(other)) !== hashOf(person))
        errors.push({
          sheet: "people",
          row: other.row,
          column: "email",
          message: `is that of row ${first.row}, whose details are others`,
        });
    const user = users.get(email);
    if (user !== undefined && (user.role !== "delegate" || !isOpen(user)))
      errors.push({
        sheet: "people",
        row: first.row,
        column: "email",
        message: "belongs to an account that serves for no party; give the person's own address",
      });
    const parties = [...new Set([first, ...more].map(({ party }) => party))];
    return [{ user: user?.id ?? newUserId(id, email), person, parties, isKnown: user !== undefined }];
  });
  return { people, errors };
};

/** Which reviews each row about somebody is for: those that it names, or all of the party in the import. */
const mandateRows = (
  rows: readonly PersonRow[],
  reviews: readonly PairedImport[],
): { readonly mandates: readonly MandateRow[]; readonly errors: readonly ImportError[] } => {
  const errors: ImportError[] = [];
  const mandates = rows.map((person): MandateRow => {
    const { row, party } = person;
    const named: readonly ReviewId[] | undefined = person.reviews;
    const own = reviews.filter(({ seats }) => seats.some((seat) => seat.party === party)).map(({ id }) => id);
    const foreign = (named ?? []).filter((each) => reviews.every(({ id }) => id !== each));
    if (own.length === 0)
      errors.push({ sheet: "people", row, column: "party", message: "holds no seat in a review of this import" });
    else if (foreign.length > 0)
      errors.push({
        sheet: "people",
        row,
        column: "reviews",
        message: `holds what is no review of this import: ${foreign.join(" ")}`,
      });
    return { person, reviews: named ?? own };
  });
  return { mandates, errors };
};

/** Rows about reviews that the import does not hold. */
const withoutReview = (content: ImportContent, reviews: readonly PairedImport[]): readonly ImportError[] => {
  const known = new Set(reviews.map(({ id }) => id));
  return (["steps", "delays"] as const).flatMap((sheet) =>
    content[sheet]
      .filter(({ review }) => !known.has(review))
      .map(({ row }) => ({ sheet, row, column: "review", message: "is no review of this import" })),
  );
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
    return { ok: false, error: { ...place, message: `lies after the start of the group, ${startedOn}` } };
  const when = resolveRecordedDate(drawnOn ?? startedOn, now);
  if (!when.ok) return { ok: false, error: { ...place, message: wordsOf(when) } };
  const decision = drawReview({ ...paired, ...(deviations === undefined ? {} : { deviations }) }, when.at);
  return decision.ok ? decision : { ok: false, error: { ...place, message: wordsOf(decision) } };
};

/** The fact that a review was taken over: since then nobody is reminded of it until that is released. */
const importedFact = (review: ReviewId, { id, orderedBy, orderedAt }: ImportOrder): Fact => ({
  kind: "review-imported",
  happenedAt: orderedAt,
  review,
  import: id,
  orderedBy,
});

const planContacts = (rows: ImportContent["missions"], world: ImportWorld, known: ReadonlySet<PartyId>) => {
  const errors: ImportError[] = [];
  const missions = rows.flatMap(({ row, party, address, second_address: secondAddress, language, place, digest }) => {
    const at = (column: string, message: string): void => {
      errors.push({ sheet: "missions", row, column, message });
    };
    if (!known.has(party)) at("party", "is no registered party; add it to the sheet parties");
    const mission: MissionContacts = {
      address,
      language,
      place,
      ...(secondAddress === undefined ? {} : { secondAddress }),
      ...(digest === undefined ? {} : { digest }),
    };
    const before = world.missions.get(party);
    if (before !== undefined && before.address !== address)
      at("address", "differs from the one that the mission has left here; an import changes no address");
    return before === undefined ? [{ party, mission }] : [];
  });
  return { missions, errors };
};

const planRedraws = (rows: ImportContent["redraws"], parties: ReadonlyMap<PartyId, Party>, now: Instant) => {
  const most = inForce(redrawCap, dayOf(now));
  const errors: ImportError[] = [];
  const redraws = rows.flatMap(({ row, party: id, asked: number }) => {
    const party = parties.get(id);
    const at = (column: string, message: string): void => {
      errors.push({ sheet: "redraws", row, column, message });
    };
    if (party === undefined) at("party", "is no registered party; add it to the sheet parties");
    if (number > most) at("asked", `is more than a party may ask for, ${most}`);
    if (number < (party?.redraws ?? 0)) at("asked", `is less than is counted here, ${party?.redraws}`);
    return party === undefined || number === (party.redraws ?? 0) ? [] : [{ party: id, number }];
  });
  return { redraws, errors };
};

/** The parties as they are once those of the import are registered or corrected. */
const partiesAfter = (there: readonly Party[], imported: readonly Party[]): ReadonlyMap<PartyId, Party> =>
  new Map(
    [...there, ...imported.map((party) => ({ ...there.find(({ id }) => id === party.id), ...party }))].map((party) => [
      party.id,
      party,
    ]),
  );

interface EventSources {
  readonly mandates: readonly MandateRow[];
  /** Rows of steps that cannot be played. */
  readonly incomplete: readonly ImportError[];
  readonly order: ImportOrder;
  readonly userOf: (email: EmailAddress) => UserId | undefined;
}

/** What happened in each review, as the sheets tell it. */
const eventsOf = (content: ImportContent, { mandates, incomplete, order, userOf }: EventSources) => {
  const steps = content.steps.filter(({ row }) => incomplete.every((error) => error.row !== row));
  return (paired: PairedImport): readonly ReviewEvent[] => [
    ...startEvent(paired),
    ...mandateEvents(paired.id, mandates, (email) => userOf(email) ?? newUserId(order.id, email), order),
    ...stepEvents(
      steps.filter(({ review }) => review === paired.id),
      content.delays.filter(({ review }) => review === paired.id),
      order,
    ),
  ];
};

/** A review from its draw on, with all that happened in it, or the first thing that cannot have. */
const playReview = (
  paired: PairedImport,
  deviations: readonly LotsDeviation[] | undefined,
  events: readonly ReviewEvent[],
  order: ImportOrder,
): { readonly id: ReviewId; readonly review?: ReviewImport; readonly error?: ImportError } => {
  const { id } = paired;
  const draw = decideDraw(paired, deviations, order.orderedAt);
  if (!draw.ok) return { id, error: draw.error };
  const drawnReview = draw.facts.reduce<Review | undefined>(evolveReview, undefined);
  if (drawnReview === undefined) throw new Error(`No fact draws ${id}`);
  const { review, facts, frozen, error } = replayReview(drawnReview, draw.facts, events, order.orderedAt);
  if (error !== undefined) return { id, error };
  const last = importedFact(id, order);
  return { id, review: { review: evolveReview(review, last), facts: [...facts, last], frozen } };
};

/**
 * What an import brings about over what is there, and all that is wrong with it: the same function checks an import, counts
 * what would be, and gives the facts that are recorded. Each review is played by the commands of the system.
 */
export const planImport = (content: ImportContent, world: ImportWorld, order: ImportOrder): ImportPlan => {
  const { orderedAt: now } = order;
  const parties = partiesAfter(world.parties, content.parties);
  const there = { ...world, parties: [...parties.values()] };
  const { groups, errors: unlike } = groupsOfRows(content.pairings);
  const paired = groups.flatMap(({ reviews }) => reviews);
  const pairingErrors = [...unlike, ...refusePairings(content.pairings, there)];
  const judged =
    pairingErrors.length > 0
      ? { accepted: new Map<ReviewId, readonly LotsDeviation[]>(), errors: [] }
      : judgePairings(groups, content.deviations, there, now);
  const { people, errors: peopleErrors } = planPeople(content.people, world.users, order.id);
  const { mandates, errors: mandateErrors } = mandateRows(content.people, paired);
  const contacts = planContacts(content.missions, world, new Set(parties.keys()));
  const redrawCounts = planRedraws(content.redraws, parties, now);
  const incomplete = stepErrors(content.steps);
  const errors: ImportError[] = [
    ...pairingErrors,
    ...judged.errors,
    ...peopleErrors,
    ...mandateErrors,
    ...withoutReview(content, paired),
    ...incomplete,
    ...contacts.errors,
    ...redrawCounts.errors,
  ];
  const userIds = new Map(people.map(({ user, person }) => [person.email, user]));
  const events = eventsOf(content, { mandates, incomplete, order, userOf: (email) => userIds.get(email) });
  const played = paired.map((one) => playReview(one, judged.accepted.get(one.id), events(one), order));
  const reviews = played.flatMap(({ review }) => review ?? []);
  const refused = played.flatMap(({ id, error }) => (error === undefined ? [] : [{ review: id, why: error.message }]));
  errors.push(...played.flatMap(({ error }) => error ?? []));
  return {
    errors,
    parties: content.parties,
    missions: contacts.missions,
    people,
    redraws: redrawCounts.redraws,
    reviews,
    refused,
    groups,
  };
};

/** How many reviews of an import would be in each stage. */
export const countStages = (reviews: readonly ReviewImport[]): ReadonlyMap<Review["stage"], number> => {
  const counts = new Map<Review["stage"], number>();
  for (const { review } of reviews) counts.set(review.stage, (counts.get(review.stage) ?? 0) + 1);
  return counts;
};

/** The groups of an import, by id. */
export const groupIdsOf = (groups: readonly GroupImport[]): readonly GroupId[] => groups.map(({ id }) => id);
