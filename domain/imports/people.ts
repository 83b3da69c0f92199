import { defined } from "../../schemas/base/defined.ts";
import { type ImportId, type PartyId, type ReviewId, UserId } from "../../schemas/base/ids.ts";
import type { EmailAddress } from "../../schemas/base/values.ts";
import type { ImportRow } from "../../schemas/model/import-rows.ts";
import type { Person, User } from "../../schemas/model/user.ts";
import { hashOf } from "../base/hash.ts";
import { isOpen } from "../parties/users.ts";
import type { PairedImport } from "./paired-reviews.ts";
import type { MandateRow } from "./people-events.ts";
import { say } from "./messages.ts";
import { differing, type ImportError, type Placed } from "./sheets.ts";

/** A person who serves, with the parties that name them. */
export interface PersonImport {
  readonly user: UserId;
  readonly person: Person;
  readonly parties: readonly PartyId[];
  readonly isKnown: boolean;
}

type PersonRow = Placed<ImportRow<"people">>;

const detailsOf = ({
  name,
  email,
  language,
  gender,
  title,
  institution,
  institution_kind,
  phone,
}: PersonRow): Person => ({
  name,
  email,
  language,
  ...defined({ gender, title, institution, institutionKind: institution_kind, phone }),
});

/** Returns the id of a user whom an import registers: equal at each reading. */
export const newUserId = (id: ImportId, email: EmailAddress): UserId =>
  UserId.parse(`u-${hashOf([id, email]).slice(0, 26)}`);

/** The holders of the addresses of an import, and their stored data. */
export interface PeopleThere {
  readonly users: ReadonlyMap<EmailAddress, User>;
  readonly persons: ReadonlyMap<UserId, Person>;
}

/**
 * Returns the people who serve in the content of an import, and the errors where data on a person contradict themselves
 * or stored data.
 */
export const planPeople = (
  rows: readonly PersonRow[],
  { users, persons }: PeopleThere,
  id: ImportId,
): {
  readonly people: readonly PersonImport[];
  readonly errors: readonly ImportError[];
  readonly kept: readonly ImportError[];
} => {
  const errors: ImportError[] = [];
  const kept: ImportError[] = [];
  const people = [...Map.groupBy(rows, ({ email }) => email)].flatMap(([email, [first, ...more]]) => {
    if (first === undefined) return [];
    const person = detailsOf(first);
    for (const other of more)
      if (hashOf(detailsOf(other)) !== hashOf(person))
        errors.push({
          sheet: "people",
          row: other.row,
          column: "email",
          message: say("other-details", { row: first.row }),
        });
    const user = users.get(email);
    if (user !== undefined && (user.role !== "delegate" || !isOpen(user)))
      errors.push({
        sheet: "people",
        row: first.row,
        column: "email",
        message: say("no-delegate"),
      });
    const known = user === undefined ? undefined : persons.get(user.id);
    if (known !== undefined) kept.push(...differing("people", first, person, known));
    const parties = [...new Set([first, ...more].map(({ party }) => party))];
    return [{ user: user?.id ?? newUserId(id, email), person, parties, isKnown: user !== undefined }];
  });
  return { people, errors, kept };
};

/** Returns the reviews of each row about a person: those that it names, or all of the party in the import. */
export const mandateRows = (
  rows: readonly PersonRow[],
  reviews: readonly PairedImport[],
): { readonly mandates: readonly MandateRow[]; readonly errors: readonly ImportError[] } => {
  const errors: ImportError[] = [];
  const mandates = rows.map((person): MandateRow => {
    const { row, party } = person;
    const named: readonly ReviewId[] | undefined = person.reviews;
    const own = reviews.filter(({ seats }) => seats.some((seat) => seat.party === party)).map(({ id }) => id);
    const foreign = (named ?? []).filter((each) => reviews.every(({ id }) => id !== each));
    if (own.length === 0) errors.push({ sheet: "people", row, column: "party", message: say("no-seat") });
    else if (foreign.length > 0)
      errors.push({
        sheet: "people",
        row,
        column: "reviews",
        message: say("foreign-reviews", { reviews: foreign.join(" ") }),
      });
    return { person, reviews: named ?? own };
  });
  return { mandates, errors };
};
