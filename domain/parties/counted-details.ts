import type { FactOf } from "../../schemas/model/fact.ts";
import type { CountedDetails, User } from "../../schemas/model/user.ts";

/** What is counted of a person, without what is not known. */
export const countedOf = ({ gender, institutionKind }: CountedDetails): CountedDetails => ({
  ...(gender === undefined ? {} : { gender }),
  ...(institutionKind === undefined ? {} : { institutionKind }),
});

/** What a fact changes of that: what is left out stays, null takes away. */
export type CountedChange = Pick<FactOf<"person-updated">, keyof CountedDetails>;

/** What is counted of a person after a fact. */
export const countedAfter = (before: CountedDetails, change: CountedChange): CountedDetails => {
  const { gender = before.gender, institutionKind = before.institutionKind } = change;
  return countedOf({ gender: gender ?? undefined, institutionKind: institutionKind ?? undefined });
};

/** What is left of a user who is erased: what is counted, and on whose word they were let in. */
export const erasedUser = (user: User, { happenedAt }: FactOf<"user-erased">): User => {
  const { id, role, party, otherParties, sponsors, closedAt = happenedAt } = user;
  const counted = {
    ...(party === undefined ? {} : { party }),
    ...(otherParties === undefined ? {} : { otherParties }),
    ...countedOf(user),
  };
  // What they ordered may still wait for a second person.
  const vouched = sponsors === undefined ? {} : { sponsors };
  return { id, role, ...counted, ...vouched, closedAt, erasedAt: happenedAt };
};
