import type { AddressedData } from "../../../domain/letters/content/letter-page.ts";
import { type GatheredContent, kindPageOf } from "../../../domain/letters/content/letter-pages.ts";
import type { Recipient } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { EmailAddress, type Instant } from "../../../schemas/base/values.ts";

/**
 * Returns the content of a letter about some reviews, as it would be written at an instant. It knows only the parties
 * whose names the kind requests, as the sender does.
 */
export const gatherLetter = (
  content: GatheredContent,
  recipient: Recipient,
  data: { readonly reviews: readonly Review[]; readonly now: Instant } & Partial<AddressedData>,
) => {
  const { needs, gather } = kindPageOf(content);
  const read = {
    letter: { recipient, plannedFor: data.now },
    frontEndUrl: "https://reviews.example.org/",
    replyTo: "secretariat@reviews.example.org",
    persons: new Map(),
    copies: [],
    found: [],
    ...data,
  };
  const requested = new Set(needs.parties?.(content, read));
  return gather(content, {
    address: EmailAddress.parse("recipient@example.org"),
    named: (id) => {
      if (!requested.has(id)) throw new Error(`A letter of kind ${content.kind} names ${id}, and did not request it`);
      return { id, name: id };
    },
    copySubjects: new Map(),
    unreachable: new Set(),
    ...read,
  });
};
