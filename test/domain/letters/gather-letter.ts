import type { AddressedData } from "../../../domain/letters/content/letter-page.ts";
import { type GatheredContent, kindPageOf } from "../../../domain/letters/content/letter-pages.ts";
import type { Recipient } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { EmailAddress, type Instant } from "../../../schemas/base/values.ts";

/** Returns the content of a letter about some reviews, as it would be written at an instant. */
export const gatherLetter = (
  content: GatheredContent,
  recipient: Recipient,
  data: { readonly reviews: readonly Review[]; readonly now: Instant } & Partial<AddressedData>,
) =>
  kindPageOf(content).gather(content, {
    letter: { recipient, plannedFor: data.now },
    frontEndUrl: "https://reviews.example.org/",
    replyTo: "secretariat@reviews.example.org",
    address: EmailAddress.parse("recipient@example.org"),
    named: (id) => ({ id, name: id }),
    persons: new Map(),
    copies: [],
    copySubjects: new Map(),
    found: [],
    unreachable: new Set(),
    ...data,
  });
