import * as z from "zod";
import { CycleId, GroupId, GroupList, PartyId, ReviewId } from "../base/ids.ts";
import { PartyName } from "../base/names.ts";
import { CalendarDate, ClusterNumber, Instrument, RegionalGroup } from "../base/values.ts";
import { Article, ObservationKind } from "../model/observation-items.ts";

const filters = {
  asAt: CalendarDate,
  knownOn: CalendarDate.optional(),
  cycle: CycleId.optional(),
  cluster: ClusterNumber.optional(),
  group: GroupId.optional(),
  groups: GroupList.optional(),
  regionalGroup: RegionalGroup.optional(),
  instrument: Instrument.optional(),
  kind: ObservationKind.optional(),
  article: Article.optional(),
};

const ObservationPart = z
  .strictObject({
    kind: ObservationKind.optional(),
    instrument: Instrument.optional(),
    article: Article.optional(),
    regionalGroup: RegionalGroup.or(z.literal("none")).optional(),
    count: z.int().min(1),
    lists: z.int().min(1),
  })
  .meta({ id: "ObservationPart", description: "How many observations have these values; none are left out" });
export type ObservationPart = z.infer<typeof ObservationPart>;

/** Observations of published lists, counted by kind, article and region. */
export const ObservationStatistics = z
  .strictObject({
    ...filters,
    published: z.int().min(0),
    itemized: z.int().min(0),
    total: z.int().min(0),
    parts: z.array(ObservationPart),
    sources: z.array(z.string()),
  })
  .meta({ id: "ObservationStatistics" });
export type ObservationStatistics = z.infer<typeof ObservationStatistics>;

export const ObservationMember = z
  .strictObject({
    review: ReviewId,
    cycle: CycleId.optional(),
    cluster: ClusterNumber,
    group: GroupId,
    party: PartyId,
    partyName: PartyName,
    kind: ObservationKind,
    instrument: Instrument,
    article: Article,
    sinceDay: CalendarDate,
  })
  .meta({ id: "ObservationMember" });
export type ObservationMember = z.infer<typeof ObservationMember>;

export const ObservationMemberPage = z
  .strictObject({
    asAt: CalendarDate,
    count: z.int().min(0),
    items: z.array(ObservationMember),
    next: z.string().optional(),
  })
  .meta({ id: "ObservationMemberPage" });
