import type { Course, RecordedEntry } from "./course.ts";
import { accessRule, correctionRule, furtherNominationRule, offerRule, takenOver } from "./rules.ts";

/** A required letter of a fact: its recipient, subject and earliest time. */
export interface WantedNotice {
  readonly to: string;
  readonly letter: string;
  readonly review: string | undefined;
  readonly at: string;
  /** The id of its letter, where the journal gives it. */
  readonly id?: string | undefined;
  /** The time at which it leaves, if later. */
  readonly leavesAt?: string;
  readonly because: string;
  readonly rule: string;
  /** Returns whether the content of the letter was superseded by an instant, so that it need not leave any more. */
  readonly isSuperseded: (by: string) => boolean;
  /** True if it may be left out: a missing one is no finding, nor is an existing one. */
  readonly isOptional?: boolean;
  /** True if a recipient whose access was closed meanwhile gets it, too. */
  readonly isDueToClosed?: boolean;
}

/**
 * Returns the invitations of users registered without an account, after the account exists; and further requested
 * ones.
 */
const ofUsers = (users: ReadonlyMap<string, readonly RecordedEntry[]>): readonly WantedNotice[] =>
  [...users].flatMap(([user, facts]) => {
    const seen = facts.find(({ fact }) => fact.kind === "user-first-seen")?.recordedAt;
    return facts
      .filter(({ fact }) => fact.kind === "account-created" || fact.kind === "invitation-resent")
      .map(({ recordedAt: at, version }) => ({
        to: `user:${user}`,
        letter: "invitation",
        review: undefined,
        at,
        because: `user#${user} entry ${version}`,
        rule: accessRule,
        isSuperseded: (by: string) => seen !== undefined && seen <= by,
      }));
  });

/** A person hears of each correction of their details; where the address was corrected, at the one before as well. */
const ofCorrections = (users: ReadonlyMap<string, readonly RecordedEntry[]>): readonly WantedNotice[] =>
  [...users].flatMap(([user, facts]) => {
    const registered = facts.find(({ fact }) => fact.kind === "user-registered")?.fact;
    if (registered?.kind !== "user-registered" || registered.role === "secretariat") return [];
    return facts
      .filter(({ fact, by }) => fact.kind === "person-updated" && fact.details !== undefined && !takenOver.has(by))
      .flatMap(({ version, recordedAt: at }) => {
        const former = facts.flatMap(({ fact, version: other }) =>
          other === version && fact.kind === "user-readdressed" && fact.number !== undefined ? [fact.number] : [],
        );
        return [`user:${user}`, ...former.map((number) => `user:${user}:before-${number}`)].map((to) => ({
          to,
          letter: "person-corrected",
          review: undefined,
          at,
          because: `user#${user} entry ${version}: person-updated`,
          rule: correctionRule,
          isSuperseded: () => false,
        }));
      });
  });

/** A person who was registered for another party hears of the first nomination by each further one, as long as they serve it. */
const ofFurtherNominations = (
  courses: readonly Course[],
  users: ReadonlyMap<string, readonly RecordedEntry[]>,
): readonly WantedNotice[] =>
  [...users].flatMap(([user, facts]) =>
    facts.flatMap(({ fact, version, recordedAt: at, by: author }) => {
      if (fact.kind !== "user-party-added" || takenOver.has(author)) return [];
      const held = courses.flatMap(({ mandates }) =>
        [...mandates.values()].filter((mandate) => mandate.user === user && mandate.party === fact.party),
      );
      return [
        {
          to: `user:${user}`,
          letter: "further-nomination",
          review: undefined,
          at,
          because: `user#${user} entry ${version}: named by ${fact.party}`,
          rule: furtherNominationRule,
          isSuperseded: (by: string) =>
            held.every(({ ends }) => ends.some(({ recordedAt, until }) => recordedAt <= by && until <= by)),
        },
      ];
    }),
  );

/**
 * Returns the letters about offers: the person of another party gets a request to accept; the mission that offered the
 * mandate is notified of the response, and the mission that registered the person of an acceptance.
 */
const ofOffers = (users: ReadonlyMap<string, readonly RecordedEntry[]>): readonly WantedNotice[] =>
  [...users].flatMap(([user, facts]) => {
    const home = facts.flatMap(({ fact }) => (fact.kind === "user-registered" ? (fact.party ?? []) : []))[0];
    const ends = facts.flatMap(({ fact, recordedAt }) =>
      fact.kind === "mandate-offer-ended" ? [{ mandate: fact.mandate, recordedAt }] : [],
    );
    return facts.flatMap(({ fact, version, recordedAt: at }) => {
      const wanted = { letter: "mandate-offer", review: undefined, at, rule: offerRule } as const;
      const because = `user#${user} entry ${version}`;
      if (fact.kind === "mandate-offered")
        return [
          {
            ...wanted,
            to: `user:${user}`,
            because: `${because}: offered by ${fact.party}`,
            isSuperseded: (by: string) =>
              ends.some(({ mandate, recordedAt }) => mandate === fact.mandate && recordedAt <= by),
          },
        ];
      if (fact.kind !== "mandate-offer-ended" || fact.outcome === "withdrawn") return [];
      const readers = [fact.party, ...(fact.outcome === "accepted" && home !== undefined ? [home] : [])];
      return readers.map((party) => ({
        ...wanted,
        to: `mission:${party}`,
        because: `${because}: ${fact.outcome} for ${fact.party}`,
        isSuperseded: () => false,
      }));
    });
  });

/**
 * Returns the letters that entries about people require: invitations, corrections, nominations by a further party,
 * offers of one.
 */
export const personalNoticesOf = (
  courses: readonly Course[],
  users: ReadonlyMap<string, readonly RecordedEntry[]>,
): readonly WantedNotice[] => [
  ...ofUsers(users),
  ...ofCorrections(users),
  ...ofFurtherNominations(courses, users),
  ...ofOffers(users),
];
