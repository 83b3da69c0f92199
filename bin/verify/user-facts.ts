import * as z from "zod";

const offer = { party: z.string(), mandate: z.string() };

/** Facts of people, as far as the checker reads them. */
export const userFacts = [
  z.looseObject({
    kind: z.literal("user-registered"),
    happenedAt: z.string(),
    user: z.string(),
    role: z.string(),
    party: z.string().optional(),
    sub: z.string().optional(),
    gender: z.string().optional(),
    institutionKind: z.string().optional(),
  }),
  z.looseObject({ kind: z.literal("user-invitation-released"), happenedAt: z.string(), user: z.string() }),
  z.looseObject({ kind: z.literal("user-first-seen"), happenedAt: z.string(), user: z.string() }),
  z.looseObject({ kind: z.literal("account-created"), happenedAt: z.string(), user: z.string(), sub: z.string() }),
  z.looseObject({ kind: z.literal("invitation-resent"), happenedAt: z.string(), user: z.string() }),
  z.looseObject({
    kind: z.literal("person-updated"),
    happenedAt: z.string(),
    user: z.string(),
    details: z.array(z.string()).optional(),
    gender: z.string().nullable().optional(),
    institutionKind: z.string().nullable().optional(),
  }),
  z.looseObject({ kind: z.literal("user-party-added"), happenedAt: z.string(), user: z.string(), party: z.string() }),
  z.looseObject({ kind: z.literal("mandate-offered"), happenedAt: z.string(), user: z.string(), ...offer }),
  z.looseObject({
    kind: z.literal("mandate-offer-ended"),
    happenedAt: z.string(),
    user: z.string(),
    ...offer,
    outcome: z.string(),
  }),
  z.looseObject({ kind: z.literal("offer-opened"), happenedAt: z.string() }),
  z.looseObject({ kind: z.literal("offer-closed"), happenedAt: z.string() }),
  z.looseObject({ kind: z.literal("user-closed"), happenedAt: z.string(), user: z.string() }),
  z.looseObject({ kind: z.literal("user-reopened"), happenedAt: z.string(), user: z.string() }),
  z.looseObject({ kind: z.literal("user-suspended"), happenedAt: z.string(), user: z.string() }),
  z.looseObject({ kind: z.literal("user-erasure-ordered"), happenedAt: z.string(), user: z.string() }),
  z.looseObject({ kind: z.literal("user-erasure-approved"), happenedAt: z.string(), user: z.string() }),
  z.looseObject({ kind: z.literal("user-erasure-withdrawn"), happenedAt: z.string(), user: z.string() }),
  z.looseObject({ kind: z.literal("user-erased"), happenedAt: z.string(), user: z.string() }),
  z.looseObject({
    kind: z.literal("user-readdressed"),
    happenedAt: z.string(),
    user: z.string(),
    number: z.number().optional(),
  }),
] as const;
