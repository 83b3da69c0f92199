import * as z from "zod";
import { FollowUp } from "../model/follow-up.ts";
import { ofSomeCluster } from "../base/clusters.ts";
import { BulletinId, GroupId, LetterId, MandateId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { OptionalPartyName, PartyName, PersonName } from "../base/names.ts";
import { MandateRole, ObligationKind } from "../model/review.ts";
import { CalendarDate, Instant, Instrument } from "../base/values.ts";
import { AvailableAction, ReviewTouched } from "./core.ts";
import { BlockedWhy, WorkKind } from "../model/work-item.ts";
import { withId } from "../base/with-id.ts";
import { NamedUser } from "./named.ts";

export const ContactView = withId(
  "Contact",
  z.strictObject({ ...FollowUp.shape, ...ofSomeCluster, partyName: PartyName, officerName: PersonName }),
);
export type ContactView = z.infer<typeof ContactView>;

/** Contacts that were recorded together, in the order of the request. */
export const ContactsRecorded = withId("ContactsRecorded", z.strictObject({ contacts: z.array(ContactView) }));

const BlockedView = withId(
  "Blocked",
  z.strictObject({
    why: BlockedWhy,
    since: Instant,
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    duty: ObligationKind.optional(),
  }),
);

/** The check of a nomination, with its reviews. */
export const NominationCheckView = withId(
  "NominationCheck",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    mandate: MandateId,
    role: MandateRole,
    person: UserId,
    personName: PersonName,
    checkedAt: Instant,
    reviews: z.array(ReviewTouched),
  }),
);
export type NominationCheckView = z.infer<typeof NominationCheckView>;

/** Nominations that were ticked together, in the order of the request. */
export const NominationsChecked = withId(
  "NominationsChecked",
  z.strictObject({ checks: z.array(NominationCheckView) }),
);

/** Something for the secretariat to do: what it is about, since when, and by which operations it is done. */
export const WorkItem = withId(
  "WorkItem",
  z.strictObject({
    kind: WorkKind,
    id: z.string(),
    /** The time at which it came up. */
    since: Instant,
    /** The task, in the language of the reply. */
    todo: z.string(),
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    review: ReviewId.optional(),
    /** Those of its review or group. */
    ...ofSomeCluster,
    /** The officer, if one is assigned. */
    officer: UserId.optional(),
    officerName: PersonName,
    duty: ObligationKind.optional(),
    /** Of feedback: the instruments that it covers, by the division of work. */
    instruments: z.array(Instrument).optional(),
    /** Until when the obligation is due, or was. */
    dueAt: Instant.optional(),
    dueOn: CalendarDate.optional(),
    blockedBy: z.array(BlockedView).optional(),
    contact: ContactView.optional(),
    /** The letter that did not arrive. */
    letter: LetterId.optional(),
    bulletin: BulletinId.optional(),
    group: GroupId.optional(),
    /** The time at which the waiting bulletin is to leave: after that, it leaves with its approval. */
    sendAt: Instant.optional(),
    user: UserId.optional(),
    personName: PersonName,
    mandate: MandateId.optional(),
    role: MandateRole.optional(),
    /** Possible actions, by their operations. */
    actions: z.array(AvailableAction),
  }),
);
export type WorkItem = z.infer<typeof WorkItem>;

/** The users to whom invitations are sent again. */
export const InvitationsAgain = withId(
  "InvitationsAgain",
  z.strictObject({
    users: z.array(NamedUser),
    /** More invitations are unused than one call sends again: repeat the request. */
    more: z.boolean(),
  }),
);
