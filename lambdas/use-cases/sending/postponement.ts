import type { Letter } from "../../../schemas/model/letter.ts";
import type { SlotGrant } from "../../io/ports/mail.ts";

type Postponement = SlotGrant & { readonly kind: "postponed" };

/** Seconds until the report on an unknown letter must have come; also the longest that a queue delays a message. */
export const settlesIn = 900;

/** Between 0 and 1, by a letter's id, which is a hash, and by how often it was tried. */
const spreadOf = ({ id, claims }: Letter): number => {
  const from = (claims * 4) % (id.length - 4);
  return Number.parseInt(id.slice(from, from + 4), 16) / 0xffff;
};

/**
 * Seconds until a postponed letter is tried again: twice as long each time up to ten minutes, so that a long outage is no
 * storm, and by its id up to half as long again, so that letters which were postponed together do not come back together.
 */
export const postponedFor = (letter: Letter): number =>
  Math.round(Math.min(60 * 2 ** Math.min(letter.claims - 1, 4), 600) * (1 + spreadOf(letter) / 2));

/** A letter that gets no slot comes back like one that was throttled; where the day's quota is used up, as late as a queue allows. */
export const waitsFor = (letter: Letter, { until }: Pick<Postponement, "until">): number =>
  until === "soon" ? postponedFor(letter) : Math.round(settlesIn * (1 - spreadOf(letter) / 3));
