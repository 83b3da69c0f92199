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

/** That a nomination was ticked, and in which reviews. */
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
    /** When it came up. */
    since: Instant,
    /** What to do, in the language of the reply. */
    todo: z.string(),
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    review: ReviewId.optional(),
    /** Those of its review or group. */
    ...ofSomeCluster,
    /** Whose it is, where it is somebody's. */
    officer: UserId.optional(),
    officerName: PersonName,
    duty: ObligationKind.optional(),
    /** Of feedback: the instruments it is owed on, by the division of work. */
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
    /** When the bulletin that waits is to leave: once that has passed, it leaves with its approval. */
    sendAt: Instant.optional(),
    user: UserId.optional(),
    personName: PersonName,
    mandate: MandateId.optional(),
    role: MandateRole.optional(),
    /** What helps, by the operations that do it. */
    actions: z.array(AvailableAction),
  }),
);
export type WorkItem = z.infer<typeof WorkItem>;

/** To whom invitations are sent again. */
export const InvitationsAgain = withId(
  "InvitationsAgain",
  z.strictObject({
    users: z.array(NamedUser),
    /** More are unused than are sent again by one call: ask again. */
    more: z.boolean(),
  }),
);
