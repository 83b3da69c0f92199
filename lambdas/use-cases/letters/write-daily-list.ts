import { letterWriterIn } from "../../io/letter-writers.ts";
import pMap from "p-map";
import { escalatedTo, type EscalatedLetter } from "../../../domain/letters/escalation.ts";
import type { ObligationListed } from "../../../domain/letters/content/daily-list.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { isNomination } from "../../../domain/reminders/schedule.ts";
import { dayOf } from "../../../domain/base/time.ts";
import { all } from "../../io/pages.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import {
  composedLetter,
  partyNameOf,
  type NotWritten,
  skip,
  type WriteIo,
  type WrittenLetter,
  writtenTo,
} from "./written-letter.ts";

/** Returns the current reviews with an overdue obligation. */
const overdueReviews = async (store: Store, now: Instant): Promise<readonly Review[]> => {
  const seats = await all((paging) => store.due({ ...paging, before: now }));
  const aggregates = await store.loadMany("review", [...new Set(seats.map(({ review }) => review))]);
  return aggregates.map(({ state }) => state);
};

/**
 * Returns the key of a row in the list: nominations of a party for a group share one, every other obligation has its
 * own.
 */
const rowKey = ({ party, kind, group, review, dueAt }: EscalatedLetter): string =>
  [party, kind, isNomination(kind) ? group : review, dueAt].join(" ");

/** The number of missions that are read in parallel. */
const maxConcurrency = 20;

/** Parties of whose missions no address works now. */
const unreachableAmong = async (
  ledger: Pick<Ledger, "unreachableOf">,
  parties: readonly PartyId[],
): Promise<ReadonlySet<PartyId>> => {
  const rows = await pMap(parties, (party) => ledger.unreachableOf({ kind: "mission", party }), {
    concurrency: maxConcurrency,
  });
  return new Set(parties.filter((_, place) => rows[place] !== undefined && rows[place].until === undefined));
};

/** Writes the secretariat's current list; nothing if every item on it is done. */
export const writeDailyList = async (
  { store, ledger, parties: known, frontEndUrl, replyTo, secretariatAddress }: WriteIo,
  day: CalendarDate,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  // A list delayed for days has nothing that today's list lacks.
  if (day !== dayOf(now)) return skip("replaced");
  const listed = escalatedTo("secretariat", await overdueReviews(store, now), now);
  if (listed.length === 0) return skip("done");
  const concerned = [...new Set(listed.map(({ party }) => party))];
  const [parties, unreached] = await Promise.all([known.of(concerned), unreachableAmong(ledger, concerned)]);
  const obligations = [...Map.groupBy(listed, rowKey).values()].flatMap((together): ObligationListed[] => {
    const [first, ...others] = together;
    if (first === undefined) return [];
    const { party, kind, group, dueAt, since } = first;
    const reviews = [first.review, ...others.map(({ review }) => review)] as const;
    const unreachable = unreached.has(party);
    return [{ party: partyNameOf(parties, party), kind, group, reviews, dueAt, since, unreachable }];
  });
  const list = { kind: "daily-list", day, obligations, now, frontEndUrl, replyTo } as const;
  const ofReviews = listed.map(({ review }) => review);
  return writtenTo(
    { address: secretariatAddress, contact: "first" },
    composedLetter(await letterWriterIn("en"), list),
    [],
    ofReviews,
  );
};
