import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { detailsPast, rowKinds } from "../../../lambdas/io/store/keys/row-kinds.ts";
import { memoryContacts } from "./contacts.ts";
import { answer, found } from "./pages.ts";
import type { StoreRows } from "./rows.ts";

/** Returns the store's methods for persons under erasure, over a few maps. */
export const memoryErasures = ({
  erasing,
  formerAddresses,
  contacts,
  requests,
}: StoreRows): Pick<Store, "erasing" | "forgetMentions" | "erasePastNotes" | "endErasure"> => ({
  erasing: (user) => answer(() => found(erasing, user)),
  forgetMentions: async (obligationRefs) => {
    for (const [key, { reply }] of requests) if (obligationRefs(reply.body)) requests.delete(key);
    for (const contact of contacts.values())
      if (contact.note !== undefined && obligationRefs(contact.note, contact.party))
        await memoryContacts(contacts).emptyNote(contact);
  },
  erasePastNotes: async (now) => {
    const { after } = rowKinds.records.contact;
    let erased = 0;
    for (const contact of contacts.values())
      if (contact.note !== undefined && detailsPast(after, contact.recordedAt, now).has("note")) {
        await memoryContacts(contacts).emptyNote(contact);
        erased += 1;
      }
    return erased;
  },
  endErasure: (user) =>
    answer(() => {
      for (const key of formerAddresses.keys())
        if (key.startsWith(`${aggregateKey("user", user)}#`)) formerAddresses.delete(key);
      erasing.delete(user);
    }),
});
