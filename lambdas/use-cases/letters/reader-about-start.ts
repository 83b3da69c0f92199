import { readerOf, servingAs } from "../../../domain/letters/content/gather-content.ts";
import type { Reader } from "../../../domain/letters/content/letter-frame.ts";
import type { NamedParty } from "../../../domain/letters/messages/letter-wording.ts";
import type { Recipient } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { ResolvedAddress } from "../reachability/resolve-address.ts";
import type { Instant } from "../../../schemas/base/values.ts";

/**
 * Returns the recipient of a letter about the start of a group: its party's mission, or a person who serves the party
 * in one of the reviews.
 */
export const readerAboutStart = (
  recipient: Recipient,
  party: NamedParty,
  { name, gender }: Pick<ResolvedAddress, "name" | "gender">,
  reviews: readonly Review[],
  now: Instant,
): Reader | undefined => {
  const [mandate] = reviews
    .flatMap((review) => servingAs(recipient, review, now) ?? [])
    .filter((one) => one.party === party.id);
  return readerOf(recipient, mandate, { named: () => party, name, gender });
};
