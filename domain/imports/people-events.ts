import { MandateId, type ReviewId, type UserId } from "../../schemas/base/ids.ts";
import type { ImportRow } from "../../schemas/model/import-rows.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { EmailAddress } from "../../schemas/base/values.ts";
import { refuse } from "../base/decision.ts";
import { hashOf } from "../base/hash.ts";
import { type MandateChanges, removeMandate, replaceMandate } from "../review/commands/change-mandates.ts";
import { verifyNomination } from "../review/commands/verify-nomination.ts";
import { nominateInAll } from "../review/commands/nominate.ts";
import type { Refused } from "../base/decision.ts";
import type { ReplayedDecision, ReviewEvent } from "./replay.ts";
import type { Placed } from "./sheets.ts";
import { asRecorder, type ImportedBy } from "./step-events.ts";

/** A row about a person's mandate, with the reviews that have it. */
export interface MandateRow {
  readonly person: Placed<ImportRow<"people">>;
  readonly reviews: readonly ReviewId[];
}

/**
 * Returns the id of the mandate of a row: equal at each reading, and another for every period of a person's service.
 */
const mandateIdOf = ({ party, role, email, named_on: namedOn }: MandateRow["person"]): MandateId =>
  MandateId.parse(`m-${hashOf({ party, role, email, namedOn }).slice(0, 26)}`);

/** Returns the part of a decision over several reviews that concerns its one review. */
const ofOne = (decision: Pick<MandateChanges, "ok" | "changes"> | Refused): ReplayedDecision =>
  decision.ok ? { ok: true, facts: decision.changes.flatMap(({ facts }) => facts) } : decision;

/** Returns the person who succeeds a focal point on the day on which the mandate of that one ended. */
const successorOf = ({ person }: MandateRow, rows: readonly MandateRow[]): MandateRow | undefined =>
  person.role !== "focal-point" || person.until === undefined
    ? undefined
    : rows.find(
        (other) =>
          other.person.party === person.party &&
          other.person.role === "focal-point" &&
          other.person.named_on === person.until &&
          other.person.email !== person.email,
      );

/** Mandates end before others begin on one day, and are checked after that; all before what else happened on it. */
const orderOfEnds = 1;
const orderOfBeginnings = 2;
const orderOfChecks = 3;

/** Returns the event that the secretariat compared a nomination with its note verbale before the import, if it did. */
const checkOf = ({ person }: MandateRow, mandate: MandateId): readonly ReviewEvent[] => {
  const { party, checked_on: day, named_on: namedOn, row } = person;
  if (day === undefined) return [];
  const decide: ReviewEvent["decide"] = (state, at) =>
    day < namedOn
      ? refuse("date-too-early", { earliest: namedOn })
      : ofOne(verifyNomination([state], { party, mandate }, at));
  const place = { sheet: "people", row } as const;
  return [{ day, order: orderOfChecks, place, dayColumn: "checked_on", whatColumn: "role", decide }];
};

/** Returns the mandates of one review as events: nominations and ends, with the successor or without one. */
export const mandateEvents = (
  review: ReviewId,
  all: readonly MandateRow[],
  userOf: (email: EmailAddress) => UserId,
  by: ImportedBy,
): readonly ReviewEvent[] => {
  const rows = all.filter(({ reviews }) => reviews.includes(review));
  const successors = new Set(rows.flatMap((row) => successorOf(row, rows) ?? []));
  return rows.flatMap((row): readonly ReviewEvent[] => {
    const { person } = row;
    const { party, role, until, instruments, named_on: day } = person;
    const place = { sheet: "people", row: person.row } as const;
    const mandate = mandateIdOf(person);
    const user = userOf(person.email);
    const beginning: ReviewEvent = {
      day,
      order: orderOfBeginnings,
      place,
      dayColumn: "named_on",
      whatColumn: "role",
      decide: (state, at) => {
        const requestedReviews = [state.id];
        return ofOne(nominateInAll([state], { mandate, role, party, user, instruments, at, requestedReviews }, at));
      },
    };
    const beginnings = [...(successors.has(row) ? [] : [beginning]), ...checkOf(row, mandate)];
    if (until === undefined) return beginnings;
    const end: ReviewEvent = {
      day: until,
      order: orderOfEnds,
      place,
      dayColumn: "until",
      whatColumn: "role",
      decide: (state, at) => (until < day ? refuse("date-too-early", { earliest: day }) : endMandate(state, at)),
    };
    const endMandate = (state: Review, at: Parameters<ReviewEvent["decide"]>[1]): ReplayedDecision => {
      const actor = asRecorder(by, party, until);
      const next = successorOf(row, rows)?.person;
      if (next === undefined) return ofOne(removeMandate([state], actor, { party, mandate, effectiveOn: until }, at));
      const successor = { mandate: mandateIdOf(next), user: userOf(next.email) };
      return ofOne(replaceMandate([state], actor, { party, mandate, successor, effectiveOn: until }, at));
    };
    return [...beginnings, end];
  });
};
