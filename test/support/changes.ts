import type { AnyChange, SideRecord, Change } from "../../lambdas/io/ports/store.ts";
import type { Decision } from "../../domain/base/decision.ts";
import { drawReview, type Nomination, nominate, startReview } from "../../domain/review/commands/start-review.ts";
import { fold, type Aggregate } from "../../domain/audit/aggregates.ts";
import { registerUser } from "../../domain/parties/users.ts";
import type { Fact, AggregateKind } from "../../schemas/model/fact.ts";
import { BulletinId, GroupId, MandateId, PartyId, ReviewId, UserId } from "../../schemas/base/ids.ts";
import type { MandateRole } from "../../schemas/model/review.ts";
import type { Person } from "../../schemas/model/user.ts";
import { CalendarDate, EmailAddress, Instant } from "../../schemas/base/values.ts";

/** Makes the parts of commands out of what the domain decides, for tests of what carries them. */
export const at = (text: string): Instant => Instant.parse(text);
export const day = (text: string): CalendarDate => CalendarDate.parse(text);
export const party = (code: string): PartyId => PartyId.parse(code);
export const address = (text: string): EmailAddress => EmailAddress.parse(text);
export const reviewId = (code: string): ReviewId => ReviewId.parse(`c1-${code}`);

/** An id of 26 digits that ends with the given number. */
const numbered = (number: number): string => number.toString(36).padStart(26, "0");
export const userId = (number: number): UserId => UserId.parse(`u-${numbered(number)}`);
export const bulletinId = (number: number): BulletinId => BulletinId.parse(`b-${numbered(number)}`);
export const mandateId = (number: number): MandateId => MandateId.parse(`m-${numbered(number)}`);

/** A page that holds all that a test makes. */
export const everything = { limit: 1_000 } as const;

/** The facts of a decision; a refusal is a defect of the test. */
export const factsOf = (decision: Decision): readonly Fact[] => {
  if (!decision.ok) throw new Error(`Refused: ${decision.refusal}`);
  return decision.facts;
};

/** One subject's part in a command, with the state that its facts lead to. */
export const change = <K extends AggregateKind>(
  kind: K,
  id: string,
  before: Aggregate<K> | undefined,
  facts: readonly Fact[],
  sideRecords: readonly SideRecord[] = [],
): Change<K> => {
  const after = fold(kind, before?.state, facts);
  if (after === undefined) throw new Error(`${kind} ${id} has no state`);
  return { kind, id, before, after, facts, ...(sideRecords.length === 0 ? {} : { sideRecords }) };
};

/** A review of the first cluster and group, drawn for `under` with the given reviewing parties. */
export const drawn = (under: string, ...reviewing: readonly string[]): AnyChange =>
  change(
    "review",
    reviewId(under),
    undefined,
    factsOf(
      drawReview(
        {
          id: reviewId(under),
          cluster: 1,
          group: GroupId.parse("c1-g1"),
          party: party(under),
          seats: [
            { party: party(under), role: "under-review", instruments: ["UNTOC"] },
            ...reviewing.map((code) => ({
              party: party(code),
              role: "reviewing" as const,
              instruments: ["UNTOC" as const],
            })),
          ],
        },
        at("2020-11-01T09:00:00.000Z"),
      ),
    ),
  );

export const started = (review: Aggregate<"review">, on = "2020-12-01"): Change<"review"> =>
  change("review", review.id, review, factsOf(startReview(review.state, day(on))));

export const named = (
  review: Aggregate<"review">,
  role: MandateRole,
  code: string,
  number: number,
  when = "2020-12-03T09:00:00.000Z",
): Change<"review"> => {
  const nomination: Nomination = {
    mandate: mandateId(number),
    user: userId(number),
    role,
    party: party(code),
    at: at(when),
  };
  return change("review", review.id, review, factsOf(nominate(review.state, nomination)));
};

/** A person under `example.org`. */
export const personOf = (number: number, email = `person-${number}@example.org`): Person => ({
  name: `Person ${number}`,
  email: address(email),
  language: "en",
});

/** A new user with personal data; a delegate of a party where one is given, else of the secretariat. */
export const registered = (
  number: number,
  options: { readonly party?: string; readonly sub?: string; readonly email?: string } = {},
): Change<"user"> =>
  change(
    "user",
    userId(number),
    undefined,
    factsOf(
      registerUser(
        {
          id: userId(number),
          role: options.party === undefined ? "secretariat" : "delegate",
          ...(options.party === undefined ? {} : { party: party(options.party) }),
          ...(options.sub === undefined ? {} : { sub: options.sub }),
        },
        at("2020-11-20T09:00:00.000Z"),
      ),
    ),
    [{ kind: "person", user: userId(number), person: personOf(number, options.email) }],
  );
