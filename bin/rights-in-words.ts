import { permissions, type Permission, type Relation } from "../domain/review/permissions.ts";
import { Action } from "../schemas/base/actions.ts";

/** Words for relations that do not depend on the item of an action. */
const everywhere: Readonly<Partial<Record<Relation, string>>> = {
  secretariat: "the secretariat",
  president: "the President",
  self: "the person concerned",
  participant: "focal points and experts of any review",
  registered: "every user with an account",
  "in-service": "every user with an account, except delegates whose last mandate has ended",
  public: "the public, without a token",
};

/** The roles that act for a party, in the order of their listing. */
const services: Readonly<Record<string, string>> = {
  mission: "the permanent mission",
  "focal-point": "focal points",
  expert: "experts",
  observer: "observers",
  successor: "people named to follow them",
};

const sides: Readonly<Record<string, string>> = {
  "": "a party concerned",
  "under-review": "the party under review",
  reviewing: "the reviewing parties",
};

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/**
 * Returns the roles that act for the parties of a side, like "focal points and experts of the reviewing parties", or
 * undefined if there are none.
 */
const ofSide = (by: readonly Relation[], side: string): string | undefined => {
  const who = Object.keys(services).filter((service) =>
    by.some((relation) => relation === (side === "" ? service : `${service}/${side}`)),
  );
  return who.length === 0 ? undefined : `${joined(who.map((one) => services[one] ?? one))} of ${sides[side]}`;
};

/** The secretariat, which records from a source what a party of some side did outside the system; undefined where it does not. */
const ofRecorder = ({ by }: Permission): string | undefined => {
  const side = Object.keys(sides).find((one) =>
    by.some((relation) => relation === (one === "" ? "recorder" : `recorder/${one}`)),
  );
  return side === undefined ? undefined : `the secretariat on behalf of ${sides[side]}, from a source`;
};

const sentence = (who: readonly string[], { in: stages }: Permission): string => {
  const within = stages === undefined ? "" : ` **Stages:** ${joined(stages.map((stage) => `\`${stage}\``))}.`;
  return `**Who:** ${who.join("; ")}.${within}`;
};

const whoActs = ({ by }: Permission): readonly string[] => {
  const some = by.flatMap((relation) => everywhere[relation] ?? []);
  const serving = Object.keys(sides).flatMap((side) => ofSide(by, side) ?? []);
  return [...some, ...serving];
};

/**
 * Who may do what, and in which stages of a review, in a line for each action, as the table of permissions has it; and in
 * another, `ACTION/record`, who records the same from a source by an operation of its own.
 */
export const rightsInWords = (): ReadonlyMap<string, string> =>
  new Map(
    Action.options.flatMap((action) => {
      const permission = permissions[action];
      const recorder = ofRecorder(permission);
      return [
        [action, sentence(whoActs(permission), permission)] as const,
        ...(recorder === undefined ? [] : [[`${action}/record`, sentence([recorder], permission)] as const]),
      ];
    }),
  );
