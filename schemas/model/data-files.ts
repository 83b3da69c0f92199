import * as z from "zod";
import { CycleId, PartyId, ReviewId } from "../base/ids.ts";
import { LotsDeviation } from "./lots.ts";
import { JoiningDates, MissionContacts } from "./party.ts";
import { DocumentSymbol, Seat } from "./review.ts";
import { CalendarDate, ClusterNumber, GroupNumber } from "../base/values.ts";

/** A review as the lots gave it: the party under review and who reviews it for which instruments. */
const PairedReview = z.strictObject({
  id: ReviewId,
  party: PartyId,
  seats: z.array(Seat),
  /** The party under review waived that it has four reviewers at most [P28(c)]. */
  limitWaived: z.boolean().optional(),
  /** The days by which what parties had joined counts, where they are not the planned day of the group. */
  countedOn: JoiningDates.optional(),
});
export type PairedReview = z.infer<typeof PairedReview>;

/** A group of reviews; what the parties had joined on its planned day is what they are reviewed for. */
export const PairedGroup = z.strictObject({
  number: GroupNumber,
  plannedFor: CalendarDate,
  reviews: z.array(PairedReview),
});
export type PairedGroup = z.infer<typeof PairedGroup>;

/**
 * A pairing of all participating parties: drawn here, by its seed, as data/pairing.json, or outside, on a day and by a
 * document. Broken rules are listed with the reasons in `deviations`.
 */
export const PairingFile = z
  .strictObject({
    about: z.string(),
    /** The first one where left out. */
    cycle: CycleId.optional(),
    cluster: ClusterNumber,
    seed: z.int32().optional(),
    drawnOn: CalendarDate.optional(),
    document: DocumentSymbol.optional(),
    groups: z.array(PairedGroup),
    deviations: z.array(LotsDeviation),
  })
  .refine(({ seed, drawnOn, document }) => seed !== undefined || (drawnOn !== undefined && document !== undefined), {
    path: ["document"],
    error: "must be the document that records the draw, with its day as `drawnOn`, where no `seed` gives it",
  });
export type PairingFile = z.infer<typeof PairingFile>;

/** data/demo-missions.json: made-up contact data of permanent missions. */
export const DemoMissionsFile = z.strictObject({
  about: z.string(),
  missions: z.record(PartyId, MissionContacts),
});
export type DemoMissionsFile = z.infer<typeof DemoMissionsFile>;
