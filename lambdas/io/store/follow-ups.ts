import { contactKey, contactsWithPartition, contactsPrefix } from "./keys/parties.ts";
import { contactsPartition, aboutPartition } from "./keys/indexes.ts";
import { page } from "./pages.ts";
import { records } from "./questions.ts";
import type { ReadItem } from "./item-reader.ts";
import type { Access } from "./tables.ts";
import type { PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import type { PageRequest, Page } from "../ports/paging.ts";
import { readContact } from "./contact-rows.ts";

/** Contacts with parties. */
export interface FollowUpStore {
  contact(party: PartyId, number: number): Promise<FollowUp | undefined>;
  /** Contacts with a party, the last recorded first. */
  contactsWith(party: PartyId, paging: PageRequest): Promise<Page<FollowUp>>;
  /** Returns the contacts with all parties, eventually consistent. */
  contacts(paging: PageRequest): Promise<Page<FollowUp>>;
  /** Returns the contacts about one review, eventually consistent. */
  contactsAbout(review: ReviewId, paging: PageRequest): Promise<Page<FollowUp>>;
}

/** The secretariat's follow-up. */
export const followUps = (access: Access, read: ReadItem): FollowUpStore => ({
  contact: (party, number) => read(contactKey(party, number), readContact),
  contactsWith: (party, paging) =>
    page(
      access.client,
      records(access, {
        partition: contactsWithPartition(party),
        sort: { beginsWith: contactsPrefix },
        newestFirst: true,
      }),
      paging,
      readContact,
    ),
  contacts: (paging) =>
    page(
      access.client,
      records(access, { index: "byKind", partition: contactsPartition, newestFirst: true }),
      paging,
      readContact,
    ),
  contactsAbout: (review, paging) =>
    page(
      access.client,
      records(access, { index: "byParty", partition: aboutPartition(review), newestFirst: true }),
      paging,
      readContact,
    ),
});
