import * as z from "zod";

/** ISO 3166 alpha-2 code of a State, or EU for the regional organization. */
export const PartyId = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be a party's two-letter code, like FR")
  .meta({ id: "PartyId", examples: ["FR"] })
  .brand<"PartyId">();
export type PartyId = z.infer<typeof PartyId>;

/** A mechanism by its key, and which of its cycles: untoc2. */
export const CycleId = z
  .string()
  .regex(/^[a-z]{2,12}[1-9]\d?$/, "must look like untoc2: the key of a mechanism and the number of its cycle")
  .meta({ id: "CycleId", examples: ["untoc2"] })
  .brand<"CycleId">();
export type CycleId = z.infer<typeof CycleId>;

/** The cycle that began in 2020. Its ids leave it out: they are the older ones, and stay as they are. */
export const firstCycle: CycleId = CycleId.parse("untoc1");

/** The cycle, unless it is the first, and the cluster: the beginning of an id. */
const phasePattern = "(?:[a-z]{2,12}[1-9]\\d?-)?c([1-4])";
const reviewPattern = new RegExp(`^${phasePattern}-[A-Z]{2}$`);
const groupPattern = new RegExp(`^${phasePattern}-g([1-9]\\d?)$`);

/** Of one review, group or phase there is one id, the shorter one. */
const isShortest = (id: string): boolean => !id.startsWith(`${firstCycle}-`);
const shortest = `must leave out ${firstCycle}, like c1-g1 and c1-FR: the first cycle stands in no id`;

/** One party under review in one thematic cluster of a cycle: c1-FR in the first one, untoc2-c1-FR in another. */
export const ReviewId = z
  .string()
  .regex(reviewPattern, "must look like c1-FR, cluster and party under review, or untoc2-c1-FR with another cycle")
  .refine(isShortest, shortest)
  .meta({ id: "ReviewId", examples: ["c1-FR"] })
  .brand<"ReviewId">();
export type ReviewId = z.infer<typeof ReviewId>;

/** One group in one thematic cluster of a cycle: c1-g2 in the first one, untoc2-c1-g12 in another. */
export const GroupId = z
  .string()
  .regex(groupPattern, "must look like c1-g1, cluster and group, or untoc2-c1-g1 with another cycle")
  .refine(isShortest, shortest)
  .meta({ id: "GroupId", examples: ["c1-g1"] })
  .brand<"GroupId">();
export type GroupId = z.infer<typeof GroupId>;

/** Groups that are counted together, each once: c1-g1,c1-g2. */
export const GroupList = z
  .string()
  .refine((text) => {
    const ids = text.split(",");
    return ids.every((id) => GroupId.safeParse(id).success) && new Set(ids).size === ids.length;
  }, "must name groups once each, with commas between them, like c1-g1,c1-g2")
  .meta({ id: "GroupList", examples: ["c1-g1,c1-g2"] })
  .brand<"GroupList">();
export type GroupList = z.infer<typeof GroupList>;

/** The groups of a list. */
export const groupsOfList = (list: GroupList): readonly GroupId[] => list.split(",").map((id) => GroupId.parse(id));

/** One thematic cluster of a cycle that is reviewed in a phase: c4 in the first one, untoc2-c1 in another. */
export const PhaseId = z
  .string()
  .regex(new RegExp(`^${phasePattern}$`), "must look like c4, the cluster, or untoc2-c1 with another cycle")
  .refine(isShortest, shortest)
  .meta({ id: "PhaseId", examples: ["c4"] })
  .brand<"PhaseId">();
export type PhaseId = z.infer<typeof PhaseId>;

const randomId = (prefix: string) => z.string().regex(new RegExp(`^${prefix}-[0-9a-z]{26}$`), "is no id of this kind");

export const UserId = randomId("u")
  .meta({ id: "UserId", examples: ["u-01jd8m3v9tq4w7x2c5e6r8y0ab"] })
  .brand<"UserId">();
export type UserId = z.infer<typeof UserId>;

export const MandateId = randomId("m")
  .meta({ id: "MandateId", examples: ["m-01jd8m3v9tq4w7x2c5e6r8y0ab"] })
  .brand<"MandateId">();
export type MandateId = z.infer<typeof MandateId>;

export const BulletinId = randomId("b")
  .meta({ id: "BulletinId", examples: ["b-01jd8m3v9tq4w7x2c5e6r8y0ab"] })
  .brand<"BulletinId">();
export type BulletinId = z.infer<typeof BulletinId>;

export const RegisterEntryId = randomId("e")
  .meta({ id: "RegisterEntryId", examples: ["e-01jd8m3v9tq4w7x2c5e6r8y0ab"] })
  .brand<"RegisterEntryId">();
export type RegisterEntryId = z.infer<typeof RegisterEntryId>;

export const StatusPaperId = randomId("p")
  .meta({ id: "StatusPaperId", examples: ["p-01jd8m3v9tq4w7x2c5e6r8y0ab"] })
  .brand<"StatusPaperId">();
export type StatusPaperId = z.infer<typeof StatusPaperId>;

/** Forty hex digits of the hash over what an import holds: the same content is the same import. */
export const ImportId = z
  .string()
  .regex(/^i-[0-9a-f]{40}$/, "is no import's id")
  .meta({ id: "ImportId", examples: ["i-0f3c1f0e9b8a7d6c5b4a39281706f5e4d3c2b1a0"] })
  .brand<"ImportId">();
export type ImportId = z.infer<typeof ImportId>;

/** Name of a stored text, for example president-reminder. */
export const TextId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "must be words of small letters and digits, joined by hyphens")
  .max(60, "must have at most 60 characters")
  .meta({ id: "TextId", examples: ["president-reminder"] })
  .brand<"TextId">();
export type TextId = z.infer<typeof TextId>;

/** Kind of obligation and its party, unique within one review: focal-point:FR. */
export const ObligationId = z
  .string()
  .regex(/^[a-z-]+(-\d{1,3})?:[A-Z]{2}$/, "must look like focal-point:FR")
  .meta({ id: "ObligationId", examples: ["focal-point:FR"] })
  .brand<"ObligationId">();
export type ObligationId = z.infer<typeof ObligationId>;

/** Forty hex digits of the hash over what makes the letter one letter. */
export const LetterId = z
  .string()
  .regex(/^[0-9a-f]{40}$/, "is no letter's id")
  .meta({ id: "LetterId", examples: ["0f3c1f0e9b8a7d6c5b4a39281706f5e4d3c2b1a0"] })
  .brand<"LetterId">();
export type LetterId = z.infer<typeof LetterId>;

/** Lower-case SHA-256 in hex. */
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "must be a hash as it was given: 64 hex digits in small letters")
  .meta({ id: "Hash" })
  .brand<"Hash">();
export type Hash = z.infer<typeof Hash>;

const prefixOf = (cluster: number, cycle: CycleId): string => `${cycle === firstCycle ? "" : `${cycle}-`}c${cluster}`;

/** The id of a party's review in a cluster of a cycle: c1-FR, untoc2-c1-FR. Throws a ZodError on a cluster that is none. */
export const reviewIdOf = (cluster: number, party: PartyId, cycle: CycleId = firstCycle): ReviewId =>
  ReviewId.parse(`${prefixOf(cluster, cycle)}-${party}`);
/** The id of a group in a cluster of a cycle: c1-g2, untoc2-c1-g12. Throws a ZodError on a cluster or group that is none. */
export const groupIdOf = (cluster: number, group: number, cycle: CycleId = firstCycle): GroupId =>
  GroupId.parse(`${prefixOf(cluster, cycle)}-g${group}`);

/** The phase of a cluster of a cycle: c4, untoc2-c1. Throws a ZodError on a cluster that is none. */
export const phaseIdOf = (cluster: number, cycle: CycleId = firstCycle): PhaseId =>
  PhaseId.parse(prefixOf(cluster, cycle));

/** The cycle of a review, group or phase. */
export const cycleOf = (id: ReviewId | GroupId | PhaseId): CycleId => {
  const [, cycle] = /^([a-z]{2,12}[1-9]\d?)-/.exec(id) ?? [];
  return cycle === undefined ? firstCycle : CycleId.parse(cycle);
};

/** Returns the cycle of a review, group or phase for replies, or nothing if it is the first one. */
export const laterCycleOf = (id: ReviewId | GroupId | PhaseId): { readonly cycle?: CycleId } => {
  const cycle = cycleOf(id);
  return cycle === firstCycle ? {} : { cycle };
};

/** The mechanism of a cycle by its key, and which of its cycles it is. */
export const partsOfCycle = (cycle: CycleId): { readonly mechanism: string; readonly number: number } => {
  const [, mechanism = "", number] = /^([a-z]+)(\d+)$/.exec(cycle) ?? [];
  return { mechanism, number: Number(number) };
};

/** Returns the parts of a group's id other than the cycle. */
export const partsOfGroup = (id: GroupId): { readonly cluster: number; readonly group: number } => {
  const [, cluster, group] = groupPattern.exec(id) ?? [];
  return { cluster: Number(cluster), group: Number(group) };
};

/** The cluster of a review, group or phase. */
export const clusterOf = (id: ReviewId | GroupId | PhaseId): number => Number(/(?:^|-)c([1-4])/.exec(id)?.[1]);

/** The clusters of some of them, each once, in their order. */
export const clustersOf = (ids: readonly (ReviewId | GroupId | PhaseId)[]): number[] =>
  [...new Set(ids.map(clusterOf))].toSorted((one, other) => one - other);

/** Returns the cluster of a review, group or phase for replies, with its cycle unless that is the first one. */
export const cycleAndClusterOf = (
  id: ReviewId | GroupId | PhaseId,
): { readonly cycle?: CycleId; readonly cluster: number } => ({ ...laterCycleOf(id), cluster: clusterOf(id) });
