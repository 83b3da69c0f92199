import { aggregateKey } from "../../domain/base/hash-chain.ts";
import type { SuppressedAddress } from "../../schemas/model/address.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { unsuppressMark } from "../../domain/letters/address-reputation.ts";
import type { GuaranteeViolation } from "../../domain/base/guarantee.ts";
import { accessLettersOn, type SecretariatJournals } from "../../domain/letters/access-notifications.ts";
import { readdressLettersSince } from "../../domain/letters/mission-notifications.ts";
import { lettersSince } from "../../domain/letters/notifications.ts";
import { earliestStart } from "../../domain/base/settings.ts";
import { letterIdOf, logicalRecipient } from "../../domain/letters/letter-id.ts";
import { startOfDay } from "../../domain/base/time.ts";
import { inviteAgain } from "../../domain/parties/users.ts";

/**
 * Returns the facts that need letters of which one was never written (7): over the journals of reviews, each from its
 * first entry on, by the rules that were in effect when the facts were recorded.
 */
export const notificationViolations = (
  journals: readonly (readonly JournalEntry[])[],
  letters: ReadonlySet<string>,
  now: Instant,
): readonly GuaranteeViolation[] =>
  unwritten(
    journals.flatMap((entries) => lettersSince(entries, startOfDay(earliestStart), now)),
    letters,
  );

/**
 * Returns the missing letters about changes of access (7), over the journals of the users of the secretariat, to its
 * other users.
 */
export const accessNotificationViolations = (
  journals: SecretariatJournals,
  letters: ReadonlySet<string>,
  now: Instant,
): readonly GuaranteeViolation[] =>
  unwritten(
    [...journals].flatMap(([id, entries]) => entries.flatMap((entry) => accessLettersOn(id, entry, journals, now))),
    letters,
  );

/**
 * Returns the missing letters about changed mission addresses (7), over the journals of parties, to the former
 * addresses.
 */
export const readdressNotificationViolations = (
  journals: readonly (readonly JournalEntry[])[],
  letters: ReadonlySet<string>,
  now: Instant,
): readonly GuaranteeViolation[] =>
  unwritten(
    journals.flatMap((entries) => readdressLettersSince(entries, startOfDay(earliestStart), now)),
    letters,
  );

const unwritten = (called: readonly Letter[], letters: ReadonlySet<string>): readonly GuaranteeViolation[] =>
  [...new Map(called.map((letter) => [letter.id, letter])).values()]
    .filter(({ id }) => !letters.has(id))
    .map(({ id, recipient, content, rule }) => ({
      guarantee: 7,
      about: logicalRecipient(recipient),
      why: `no ${content.kind} letter ${id}: ${rule}`,
    }));

/** Returns whether a user waits for an invitation that an officer requested and that was never carried out. */
const isForgotten = (user: User, facts: readonly Fact[]): boolean =>
  facts.some((fact) => {
    if (fact.kind !== "invitations-requested-again" || !fact.users.includes(user.id)) return false;
    const decision = inviteAgain(user, fact.happenedAt, fact.waiting === true ? "waiting" : "these");
    return decision.ok && decision.facts.length > 0;
  });

/** Returns the registered users without an account, or without a letter of their latest invitation (7). */
export const accessViolations = (
  users: readonly User[],
  facts: readonly Fact[],
  letters: ReadonlySet<string>,
): readonly GuaranteeViolation[] =>
  users.flatMap((user): readonly GuaranteeViolation[] => {
    const { id, sub, accountMade, invitationPaused, invitations = 1 } = user;
    const about = aggregateKey("user", id);
    if (invitationPaused === true) return [];
    if (sub === undefined) return [{ guarantee: 7, about, why: "has no account" }];
    if (accountMade !== true) return [];
    if (isForgotten(user, facts)) return [{ guarantee: 7, about, why: "was not invited again" }];
    const letter = letterIdOf({ kind: "invitation", user: id }, { kind: "user", user: id }, invitations);
    return letters.has(letter)
      ? []
      : [{ guarantee: 7, about, why: `no letter ${letter} of invitation ${invitations}` }];
  });

/** Returns the addresses that a user unsuppressed and that are marked all the same (7). */
export const unsuppressViolations = (
  marks: readonly SuppressedAddress[],
  facts: readonly Fact[],
): readonly GuaranteeViolation[] =>
  marks
    .filter((mark) =>
      facts.some(
        (fact) => fact.kind === "address-released" && unsuppressMark(mark, fact.letter, fact.happenedAt) !== undefined,
      ),
    )
    .map(({ letter }) => ({
      guarantee: 7,
      about: `address of letter ${letter}`,
      why: "was unsuppressed, and is marked",
    }));
