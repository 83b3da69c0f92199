import type { Store } from "../../../lambdas/io/ports/store.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import { answer, found, pageOf, rowOf } from "./pages.ts";

export const contactKey = ({ party, number }: Pick<FollowUp, "party" | "number">): string =>
  `${party}#${String(number).padStart(6, "0")}`;

const placed = (contact: FollowUp) => [`${contact.recordedAt}#${contactKey(contact)}`, contact] as const;

/** Returns the store's methods for contacts with parties, over a map. */
export const memoryContacts = (
  contacts: Map<string, FollowUp>,
): Pick<Store, "contact" | "contactsWith" | "contacts" | "contactsAbout" | "emptyNote"> => ({
  contact: (party, number) => answer(() => found(contacts, contactKey({ party, number }))),
  contactsWith: (code, paging) =>
    answer(() =>
      pageOf(
        [...contacts].filter(([, { party }]) => party === code),
        paging,
        true,
      ),
    ),
  contacts: (paging) => answer(() => pageOf([...contacts.values()].map(placed), paging, true)),
  contactsAbout: (review, paging) =>
    answer(() =>
      pageOf([...contacts.values()].filter((contact) => contact.review === review).map(placed), paging, true),
    ),
  emptyNote: (of) =>
    answer(() => {
      const before = contacts.get(contactKey(of));
      if (before === undefined) return;
      const { note: _, ...contact } = before;
      contacts.set(contactKey(of), rowOf(contact));
    }),
});
