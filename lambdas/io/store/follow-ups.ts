import type { Store } from "../ports/store.ts";
import { contactKey, contactsWithPartition, contactsPrefix } from "./keys/parties.ts";
import { notAfter } from "./keys/key.ts";
import { contactsPartition, aboutPartition, workPartition, workOfOfficerPartition } from "./keys/indexes.ts";
import { page } from "./pages.ts";
import { records } from "./questions.ts";
import type { ReadItem } from "./item-reader.ts";
import { readContact, readWork } from "./rows/follow-ups.ts";
import type { Access } from "./tables.ts";

/** The secretariat's follow-up, and its open tasks. */
export const followUps = (
  access: Access,
  read: ReadItem,
): Pick<Store, "contact" | "contactsWith" | "contacts" | "contactsAbout" | "work"> => ({
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
