import * as z from "zod";
import { FigureKind } from "./figure-kind.ts";
import { FigureName } from "./figures.ts";
import { CycleId, GroupId, PartyId, ReviewId } from "../base/ids.ts";
import { SeatRole, Stage } from "./review.ts";
import { ClusterNumber, Instant, Instrument, RegionalGroup } from "../base/values.ts";

/** Capacity of a recipient: a permanent mission, or a person who serves for a party in a review. */
export const AudienceRole = z.enum(["mission", "focal-point", "expert"]).meta({ id: "AudienceRole" });
export type AudienceRole = z.infer<typeof AudienceRole>;

/** The lists that an audience can be: the President's, and those of the figures of the moment, by their names. */
export const AudienceList = z.enum(["presidents-list", ...FigureName.options]).meta({ id: "AudienceList" });
export type AudienceList = z.infer<typeof AudienceList>;

/**
 * Audience lists in stored rows: those of the first release name two lists otherwise, seats without a focal point, and
 * answers past their date.
 */
export const StoredAudienceList = z
  .enum(["missing-focal-point", "overdue-questionnaire", ...AudienceList.options])
  .meta({ id: "StoredAudienceList" });
export type StoredAudienceList = z.infer<typeof StoredAudienceList>;

const some = <Value extends z.ZodType>(value: Value, most: number) =>
  z
    .array(value)
    .min(1, "must name at least one, or be left out")
    .max(most, `must name at most ${most}`)
    .refine((all) => new Set(all).size === all.length, "must name each once")
    .optional();

const audienceOf = <List extends z.ZodType>(list: List) => ({
  roles: z
    .array(AudienceRole)
    .min(1, "must name at least one")
    .max(AudienceRole.options.length)
    .refine((all) => new Set(all).size === all.length, "must name each once"),
  /** The first one where left out and `clusters` are given: a number is that of a cluster of a cycle. */
  cycles: some(CycleId, 20),
  clusters: some(ClusterNumber, 4),
  groups: some(GroupId, 100),
  stages: some(Stage, Stage.options.length),
  /** On which side of a review the party sits. */
  seats: some(SeatRole, SeatRole.options.length),
  parties: some(PartyId, 250),
  regionalGroups: some(RegionalGroup, RegionalGroup.options.length),
  /** Of a seat, the instruments that it is about; of a party without regard to reviews, those it has joined. */
  instruments: some(Instrument, Instrument.options.length),
  list: list.optional(),
  /** Narrows a list to what it counts of these kinds, as `kind` does in the list of the figure. */
  kinds: some(FigureKind, FigureKind.options.length),
});

/**
 * Audience of a bulletin. Absent filters do not narrow; given filters combine. With a filter on reviews it covers
 * seats in these reviews; without one a mission needs no seat.
 */
export const Audience = z
  .strictObject(audienceOf(AudienceList))
  .refine(({ list, kinds }) => list !== undefined || kinds === undefined, {
    error: "narrow a list; name it in `list`",
    path: ["kinds"],
  })
  .meta({ id: "Audience" });
export type Audience = z.infer<typeof Audience>;

/** The audience in stored rows. */
export const StoredAudience = z.strictObject(audienceOf(StoredAudienceList));
export type StoredAudience = z.infer<typeof StoredAudience>;

/** Codes of the reason why a recipient is in an audience: capacity, party, reviews. */
const grounds = { as: AudienceRole, party: PartyId };
/** The party is registered; the audience has no filter on reviews. */
export const RegisteredReason = z.strictObject({ code: z.literal("registered"), ...grounds });
/** The party holds a seat in these reviews. */
export const SeatedReason = z.strictObject({
  code: z.literal("seated"),
  ...grounds,
  reviews: z.array(ReviewId).min(1),
});
/** A list counts the party, in these reviews; of obligations, until when the earliest of them is due. */
export const ListedReason = z.strictObject({
  code: z.literal("listed"),
  ...grounds,
  list: StoredAudienceList,
  kinds: z.array(FigureKind),
  reviews: z.array(ReviewId).min(1),
  dueAt: Instant.optional(),
});
export const AddresseeReason = z.discriminatedUnion("code", [RegisteredReason, SeatedReason, ListedReason]);
export type AddresseeReason = z.infer<typeof AddresseeReason>;
