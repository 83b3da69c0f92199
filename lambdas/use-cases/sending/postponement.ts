import type { Letter } from "../../../schemas/model/letter.ts";
import type { SlotGrant } from "../../io/ports/mail.ts";

type Postponement = SlotGrant & { readonly kind: "postponed" };

/** Seconds until the report on an unknown letter must have come; also the longest that a queue delays a message. */
export const settlesIn = 900;

/** Returns a number between 0 and 1, from a letter's id, which is a hash, and from its number of attempts. */
const spreadOf = ({ id, claims }: Letter): number => {
  const from = (claims * 4) % (id.length - 4);
  return Number.parseInt(id.slice(from, from + 4), 16) / 0xffff;
};

/**
 * Returns the seconds until a postponed letter is retried. They double each time up to ten minutes, so that a long
 * outage causes no storm. The id adds up to half, so that letters postponed together are not retried together.
 */
export const postponedFor = (letter: Letter): number =>
  Math.round(Math.min(60 * 2 ** Math.min(letter.claims - 1, 4), 600) * (1 + spreadOf(letter) / 2));

/**
 * A letter without a slot is retried like a throttled one; if the daily quota is used up, as late as a queue permits.
 */
export const waitsFor = (letter: Letter, { until }: Pick<Postponement, "until">): number =>
  until === "soon" ? postponedFor(letter) : Math.round(settlesIn * (1 - spreadOf(letter) / 3));
