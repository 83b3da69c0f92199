import * as z from "zod";
import { Contact } from "./contact.ts";
import { MandateId, PartyId, ReviewId, UserId } from "./ids.ts";
import { MandateRole, ObligationKind } from "./review.ts";
import { Instant } from "./values.ts";
import { BlockedWhy, WorkKind } from "./worklist.ts";

const named = <S extends z.ZodType>(id: string, schema: S): S => schema.meta({ id });

export const ContactView = named("Contact", z.strictObject(Contact.shape));
export type ContactView = z.infer<typeof ContactView>;

const BlockedView = named(
  "Blocked",
  z.strictObject({
    why: BlockedWhy,
    since: Instant,
    party: PartyId.optional(),
    duty: ObligationKind.optional(),
  }),
);

/** Something for the secretariat to do: what it is about, since when, and by which operations it is done. */
export const WorkItem = named(
  "WorkItem",
  z.strictObject({
    kind: WorkKind,
    id: z.string(),
    /** When it came up. */
    since: Instant,
    /** What to do, in the language of the reply. */
    todo: z.string(),
    party: PartyId.optional(),
    partyName: z.string().optional(),
    review: ReviewId.optional(),
    /** Whose it is, where it is somebody's. */
    officer: UserId.optional(),
    duty: ObligationKind.optional(),
    blockedBy: z.array(BlockedView).optional(),
    contact: ContactView.optional(),
    user: UserId.optional(),
    mandate: MandateId.optional(),
    role: MandateRole.optional(),
    /** Operations that help, as they are called. */
    actions: z.array(z.strictObject({ operation: z.string(), method: z.string(), path: z.string() })),
  }),
);
export type WorkItem = z.infer<typeof WorkItem>;
