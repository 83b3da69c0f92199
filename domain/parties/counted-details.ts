import { defined } from "../../schemas/base/defined.ts";
import type { FactOf } from "../../schemas/model/fact.ts";
import type { CountedDetails, User } from "../../schemas/model/user.ts";

/** Returns the counted details of a person, without the unknown ones. */
export const countedOf = ({ gender, institutionKind }: CountedDetails): CountedDetails =>
  defined({ gender, institutionKind });

/** The change that a fact makes in the counted details: those left out stay, null removes. */
export type CountedChange = Pick<FactOf<"person-updated">, keyof CountedDetails>;

/** Returns the counted details of a person after a fact. */
export const countedAfter = (before: CountedDetails, change: CountedChange): CountedDetails => {
  const { gender = before.gender, institutionKind = before.institutionKind } = change;
  return countedOf({ gender: gender ?? undefined, institutionKind: institutionKind ?? undefined });
};

/** Returns the remaining data of a user who is erased: the counted details, and the sponsors of the access. */
export const erasedUser = (user: User, { happenedAt }: FactOf<"user-erased">): User => {
  const { id, role, party, otherParties, sponsors, closedAt = happenedAt } = user;
  const counted = {
    ...defined({ party, otherParties }),
    ...countedOf(user),
  };
  // What they ordered may still wait for a second person.
  const vouched = sponsors === undefined ? {} : { sponsors };
  return { id, role, ...counted, ...vouched, closedAt, erasedAt: happenedAt };
};
