import * as z from "zod";
import { FigureKind, FigureName } from "./figures.ts";
import { GroupId, PartyId, ReviewId } from "../base/ids.ts";
import { SeatRole, Stage } from "./review.ts";
import { ClusterNumber, Instant, Instrument, RegionalGroup } from "../base/values.ts";

/** As what somebody is written to: a permanent mission, or a person who serves for a party in a review. */
export const AudienceRole = z.enum(["mission", "focal-point", "expert"]).meta({ id: "AudienceRole" });
export type AudienceRole = z.infer<typeof AudienceRole>;

/**
 * The lists that an audience can be: those of the figures of the moment, by their names, two of them by the name
 * under which they are asked for most, seats without a focal point, and answers past their date, and the President's.
 */
export const AudienceList = z
  .enum(["missing-focal-point", "overdue-questionnaire", "presidents-list", ...FigureName.options])
  .meta({ id: "AudienceList" });
export type AudienceList = z.infer<typeof AudienceList>;

const some = <Value extends z.ZodType>(value: Value, most: number) =>
  z
    .array(value)
    .min(1, "must name at least one, or be left out")
    .max(most, `must name at most ${most}`)
    .refine((all) => new Set(all).size === all.length, "must name each once")
    .optional();

/**
 * Whom a bulletin is for. What is left out does not narrow; what is given narrows together. With anything that is
 * said of reviews it speaks of seats in these reviews, without it a mission needs none.
 */
export const Audience = z
  .strictObject({
    roles: z
      .array(AudienceRole)
      .min(1, "must name at least one")
      .max(AudienceRole.options.length)
      .refine((all) => new Set(all).size === all.length, "must name each once"),
    clusters: some(ClusterNumber, 4),
    groups: some(GroupId, 12),
    stages: some(Stage, Stage.options.length),
    /** On which side of a review the party sits. */
    seats: some(SeatRole, SeatRole.options.length),
    parties: some(PartyId, 250),
    regionalGroups: some(RegionalGroup, RegionalGroup.options.length),
    /** Of a seat, the instruments that it is about; of a party without regard to reviews, those it has joined. */
    instruments: some(Instrument, Instrument.options.length),
    list: AudienceList.optional(),
    /** Narrows a list to what it counts of these kinds, as `kind` does in the list of the figure. */
    kinds: some(FigureKind, FigureKind.options.length),
  })
  .refine(({ list, kinds }) => list !== undefined || kinds === undefined, {
    error: "narrow a list; name it in `list`",
    path: ["kinds"],
  })
  .meta({ id: "Audience" });
export type Audience = z.infer<typeof Audience>;

/** Why somebody is in an audience, in codes: what they are written to as, for which party, over which reviews. */
const grounds = { as: AudienceRole, party: PartyId };
export const AddresseeReason = z
  .discriminatedUnion("code", [
    /** The party is registered; nothing was asked of reviews. */
    z.strictObject({ code: z.literal("registered"), ...grounds }),
    /** The party holds a seat in these reviews. */
    z.strictObject({ code: z.literal("seated"), ...grounds, reviews: z.array(ReviewId).min(1) }),
    /** A list counts the party, in these reviews; of duties, until when the earliest of them is due. */
    z.strictObject({
      code: z.literal("listed"),
      ...grounds,
      list: AudienceList,
      kinds: z.array(FigureKind),
      reviews: z.array(ReviewId).min(1),
      dueAt: Instant.optional(),
    }),
  ])
  .meta({ id: "AddresseeReason" });
export type AddresseeReason = z.infer<typeof AddresseeReason>;
