import * as z from "zod";
import { PartyId, UserId } from "../base/ids.ts";
import { OptionalPartyName, PartyName } from "../base/names.ts";
import { Instant } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { ErasureReason, ErasureSource, UserAccess, UserRole } from "../model/user.ts";
import { PersonView } from "./core.ts";
import { NamedParty, NamedUser } from "./named.ts";

export const UserView = withId(
  "User",
  z.strictObject({
    id: UserId,
    role: UserRole,
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    /** Further parties that named a delegate. */
    otherParties: z.array(NamedParty).optional(),
    /** Absent once the person was erased. */
    person: PersonView.optional(),
    access: UserAccess,
    /** When the access was closed. */
    closedAt: Instant.optional(),
    /** Until when an officer suspended the access; the suspension ends then without a request. */
    suspendedUntil: Instant.optional(),
    /** The erasure of the person that was ordered, and waits for a second person. */
    erasureOrdered: z
      .strictObject({ ...NamedUser.shape, orderedAt: Instant, reason: ErasureReason, source: ErasureSource })
      .optional(),
    /** When the person was erased. */
    erasedAt: Instant.optional(),
    /** When the last invitation was sent; absent where there was none. */
    invitedAt: Instant.optional(),
    /** When somebody who was invited first used the access. */
    firstSeenAt: Instant.optional(),
    /** Of a user of the secretariat who waits to be confirmed: on whose word the access was given. */
    sponsors: z.array(NamedUser).optional(),
    /** When another member, or the operator, confirmed a user of the secretariat. */
    confirmedAt: Instant.optional(),
    /** From when on a user of the secretariat may approve what others ordered; absent where at once. */
    approvesFrom: Instant.optional(),
    version: z.int().min(0),
  }),
);
export type UserView = z.infer<typeof UserView>;

/** A person who acts, or acted, for a party, as those may correct it whom it concerns. */
export const PartyPersonView = withId(
  "PartyPerson",
  z.strictObject({ party: PartyId, partyName: PartyName, person: PersonView, version: z.int().min(0) }),
);
export type PartyPersonView = z.infer<typeof PartyPersonView>;
