import * as z from "zod";
import { contactKey, contactsWithPartition, contactsPrefix } from "./keys/parties.ts";
import { notAfter } from "./keys/key.ts";
import { contactsPartition, aboutPartition, workPartition, workOfOfficerPartition } from "./keys/indexes.ts";
import { page } from "./pages.ts";
import { records } from "./questions.ts";
import type { ReadItem } from "./item-reader.ts";
import type { Access } from "./tables.ts";
import type { PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import type { PageRequest, Page } from "../ports/paging.ts";
import { type WorkKind, WorkItem } from "../../../schemas/model/work-item.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type WireItem, fromItem } from "./attributes.ts";
import { parseRow } from "./row.ts";
import { readContact } from "./contact-rows.ts";

/** Contacts with parties, and open tasks. */
export interface FollowUpStore {
  contact(party: PartyId, number: number): Promise<FollowUp | undefined>;
  /** Contacts with a party, the last recorded first. */
  contactsWith(party: PartyId, paging: PageRequest): Promise<Page<FollowUp>>;
  /** Returns the contacts with all parties, eventually consistent. */
  contacts(paging: PageRequest): Promise<Page<FollowUp>>;
  /** Returns the contacts about one review, eventually consistent. */
  contactsAbout(review: ReviewId, paging: PageRequest): Promise<Page<FollowUp>>;
  /**
   * Returns open tasks of one kind that exist since `until` or longer, longest first; of one officer if named.
   * Eventually consistent.
   */
  work(
    kind: WorkKind,
    paging: PageRequest & { readonly until: Instant; readonly officer?: UserId },
  ): Promise<Page<WorkItem>>;
}

const WorkRow = z.object({ work: WorkItem });
/** Returns an open task as its index lists it. Throws a TypeError on a row of another kind. */
const readWork = (item: WireItem): WorkItem => {
  return parseRow(WorkRow, fromItem(item), "work").work;
};

/** The secretariat's follow-up, and its open tasks. */
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
  work: (kind, { until, officer, ...paging }) =>
    page(
      access.client,
      records(access, {
        ...(officer === undefined
          ? { index: "byWork", partition: workPartition(kind) }
          : { index: "byOfficer", partition: workOfOfficerPartition(officer, kind) }),
        sort: { below: notAfter(until) },
      }),
      paging,
      readWork,
    ),
});
