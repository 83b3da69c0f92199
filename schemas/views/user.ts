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
    /** The time at which the access was closed. */
    closedAt: Instant.optional(),
    /** Until when an officer suspended the access; the suspension ends then without a request. */
    suspendedUntil: Instant.optional(),
    /** The erasure of the person that was ordered, and waits for a second person. */
    erasureOrdered: z
      .strictObject({ ...NamedUser.shape, orderedAt: Instant, reason: ErasureReason, source: ErasureSource })
      .optional(),
    /** The time at which the person was erased. */
    erasedAt: Instant.optional(),
    /** The time of the last invitation; absent if there was none. */
    invitedAt: Instant.optional(),
    /** The time at which an invited user first used the access. */
    firstSeenAt: Instant.optional(),
    /** Of a user of the secretariat who waits to be confirmed: on whose word the access was given. */
    sponsors: z.array(NamedUser).optional(),
    /** The time of the confirmation of a user of the secretariat by another member, or by the operator. */
    confirmedAt: Instant.optional(),
    /** From when on a user of the secretariat may approve what others ordered; absent where at once. */
    approvesFrom: Instant.optional(),
    version: z.int().min(0),
  }),
);
export type UserView = z.infer<typeof UserView>;

/** A person who acts, or acted, for a party, as shown to users who may correct the data. */
export const PartyPersonView = withId(
  "PartyPerson",
  z.strictObject({ party: PartyId, partyName: PartyName, person: PersonView, version: z.int().min(0) }),
);
export type PartyPersonView = z.infer<typeof PartyPersonView>;
