import * as z from "zod";
import { PartyId, ReviewId } from "../base/ids.ts";
import { MissionContacts } from "./party.ts";
import { Seat } from "./review.ts";
import { CalendarDate, ClusterNumber, GroupNumber, Reason } from "../base/values.ts";

/** The rules of the drawing of lots, by the words that reports use. */
export const LotsRule = z.enum([
  "seats",
  "not-itself",
  "no-mutual-review",
  "joined-instruments",
  "one-from-each-side",
  "additional-where-lacking",
  "most-reviewers",
  "load",
  "not-drawn-again",
]);
export type LotsRule = z.infer<typeof LotsRule>;

/** A review as the lots gave it: the party under review and who reviews it for which instruments. */
const PairedReview = z.strictObject({
  id: ReviewId,
  party: PartyId,
  seats: z.array(Seat),
  /** The party under review waived that it has four reviewers at most [P28(c)]. */
  limitWaived: z.boolean().optional(),
});
export type PairedReview = z.infer<typeof PairedReview>;

/** A group of reviews; what the parties had joined on its planned day is what they are reviewed for. */
export const PairedGroup = z.strictObject({
  number: GroupNumber,
  plannedFor: CalendarDate,
  reviews: z.array(PairedReview),
});
export type PairedGroup = z.infer<typeof PairedGroup>;

/** A rule that a pairing breaks for a party, accepted with a reason. */
const Deviation = z.strictObject({
  rule: LotsRule,
  party: PartyId,
  review: ReviewId.optional(),
  reason: Reason,
});
export type Deviation = z.infer<typeof Deviation>;

/** data/pairing.json: the prepared pairing of all parties that take part. */
export const PairingFile = z.strictObject({
  about: z.string(),
  cluster: ClusterNumber,
  seed: z.int32(),
  groups: z.array(PairedGroup),
  deviations: z.array(Deviation),
});
export type PairingFile = z.infer<typeof PairingFile>;

/** data/demo-missions.json: made-up contact data of permanent missions. */
export const DemoMissionsFile = z.strictObject({
  about: z.string(),
  missions: z.record(PartyId, MissionContacts),
});
export type DemoMissionsFile = z.infer<typeof DemoMissionsFile>;
