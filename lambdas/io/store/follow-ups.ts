import type { Store } from "../ports/store.ts";
import * as keys from "./keys.ts";
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
  contact: (party, number) => read(keys.contactKey(party, number), readContact),
  contactsWith: (party, paging) =>
    page(
      access.client,
      records(access, {
        partition: keys.contactsWithPartition(party),
        sort: { beginsWith: keys.contactsPrefix },
        newestFirst: true,
      }),
      paging,
      readContact,
    ),
  contacts: (paging) =>
    page(
      access.client,
      records(access, { index: "byKind", partition: keys.contactsPartition, newestFirst: true }),
      paging,
      readContact,
    ),
  contactsAbout: (review, paging) =>
    page(
      access.client,
      records(access, { index: "byParty", partition: keys.aboutPartition(review), newestFirst: true }),
      paging,
      readContact,
    ),
  work: (kind, { until, officer, ...paging }) =>
    page(
      access.client,
      records(access, {
        ...(officer === undefined
          ? { index: "byWork", partition: keys.workPartition(kind) }
          : { index: "byOfficer", partition: keys.workOfOfficerPartition(officer, kind) }),
        sort: { below: keys.notAfter(until) },
      }),
      paging,
      readWork,
    ),
});
