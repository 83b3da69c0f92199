import * as z from "zod";
import { PartyId, ReviewId, UserId } from "../../../../schemas/base/ids.ts";
import { EmailAddress, Instant } from "../../../../schemas/base/values.ts";
import { MissionContacts, PublicOffice } from "../../../../schemas/model/party.ts";
import { ReviewPlace } from "../../../../schemas/model/review-place.ts";
import { Person } from "../../../../schemas/model/user.ts";
import type { DueRow, FormerPerson } from "../../ports/store.ts";
import { UnreadableRow } from "../../unreadable-row.ts";
import { partyOfMission } from "../keys/parties.ts";
import { fromItem, type WireItem } from "../attributes.ts";
import { assertRow } from "./row.ts";

const PlaceRow = z.object({ state: ReviewPlace });
/**
 * Returns the position of a review from the requested attributes of its aggregate. Throws a TypeError on a row of
 * another kind.
 */
export const readReviewPlace = (item: WireItem): ReviewPlace => {
  const row = fromItem(item);
  assertRow(PlaceRow, row, "place of a review");
  return row.state;
};

const MissionRow = z.object({ mission: z.object(MissionContacts.shape) });
/** Returns a mission's contacts from their item. Throws a TypeError on a row of another kind. */
export const readMission = (item: WireItem): MissionContacts => {
  const row = fromItem(item);
  assertRow(MissionRow, row, "mission");
  return row.mission;
};

const OfficeRow = z.object({ office: z.object(PublicOffice.shape).optional() });
/** Returns a party's public data about its mission from its item. Throws a TypeError on a row of another kind. */
export const readPublicOffice = (item: WireItem): PublicOffice | undefined => {
  const row = fromItem(item);
  assertRow(OfficeRow, row, "public office");
  return row.office;
};

const MissionKey = z.object({ pk: z.string() });
/** Returns the party of a mission's item. Throws a TypeError on a row of another kind. */
export const readPartyOfMission = (item: WireItem): PartyId => {
  const row = fromItem(item);
  assertRow(MissionKey, row, "mission");
  return partyOfMission(row);
};

const PersonRow = z.object({ user: UserId, person: z.object(Person.shape).optional() });
/**
 * Returns the person in an item, with the user it belongs to; without a person if they were erased. Throws a TypeError
 * on a row of another kind.
 */
export const readPerson = (item: WireItem): { readonly user: UserId; readonly person?: Person | undefined } => {
  const row = fromItem(item);
  assertRow(PersonRow, row, "person");
  return row;
};

const FormerRow = z.object({ person: z.object(Person.shape), sub: z.string().optional() });
/** Returns the identity of a person during their erasure. Throws a TypeError on a row of another kind. */
export const readFormer = (item: WireItem): FormerPerson => {
  const row = fromItem(item);
  assertRow(FormerRow, row, "former person");
  return row;
};

const FormerAddressRow = z.object({ address: EmailAddress });
/** Returns an address that another replaced. Throws a TypeError on a row of another kind. */
export const readFormerAddress = (item: WireItem): EmailAddress => {
  const row = fromItem(item);
  assertRow(FormerAddressRow, row, "former address");
  return row.address;
};

const OwnerRow = z.object({ user: UserId.optional() });
/** Returns the owner of an account or an address; undefined if it is free. */
export const readOwner = (item: WireItem): UserId | undefined => {
  const row = fromItem(item);
  assertRow(OwnerRow, row, "owner");
  return row.user;
};

const SeatRow = z.object({ review: ReviewId, party: PartyId, dueAt: Instant.optional() });
/**
 * Returns an open obligation of a party, as the indexes by due date and by kind list it. Throws a TypeError on a row of
 * another kind.
 */
export const readDueRow = (item: WireItem): DueRow => {
  const row = fromItem(item);
  assertRow(SeatRow, row, "seat");
  const { dueAt } = row;
  if (dueAt === undefined) throw new UnreadableRow(`The seat of ${row.party} in ${row.review} has no due date`);
  return { review: row.review, party: row.party, dueAt };
};
export const readReviewOfSeat = (item: WireItem): ReviewId => {
  const row = fromItem(item);
  assertRow(SeatRow, row, "seat");
  return row.review;
};

const UserRow = z.object({ id: UserId });
/** Returns the id in a user's aggregate. Throws a TypeError on a row of another kind. */
export const readUserId = (item: WireItem): UserId => {
  const row = fromItem(item);
  assertRow(UserRow, row, "user");
  return row.id;
};
