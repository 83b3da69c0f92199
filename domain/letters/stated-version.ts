import type { GroupId, LetterId, PartyId, PhaseId } from "../../schemas/base/ids.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter, LetterContent, LetterState, Recipient } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { logicalRecipient } from "./letter-id.ts";

/** An aggregate of which a letter states facts that a later command may correct. */
export type StatedAggregate =
  | { readonly kind: "phase"; readonly id: PhaseId }
  | { readonly kind: "party"; readonly id: PartyId }
  | { readonly kind: "group"; readonly id: GroupId };

/**
 * Returns the aggregate whose version a letter keeps, because a correction of it concerns the recipients of earlier
 * versions.
 * Undefined for other letters. Reminders need none: their claim checks that each of their obligations is still open.
 */
export const statedAggregate = (content: LetterContent): StatedAggregate | undefined => {
  switch (content.kind) {
    case "phase-opened":
      return { kind: "phase", id: content.phase };
    case "party-left":
    case "mandate-ended":
      return { kind: "party", id: content.party };
    case "start-corrected":
      return { kind: "group", id: content.group };
    default:
      return undefined;
  }
};

/** States of a letter that left, or of which it is not known whether it did. */
const mayHaveLeft: ReadonlySet<LetterState> = new Set(["unknown", "accepted", "delivered", "complained", "settled"]);

/** A correction: when it was recorded, and as which version of the aggregate. */
interface RecordedCorrection {
  readonly at: Instant;
  readonly version: number;
}

/**
 * Returns whether a letter states data from before a correction. Its version decides, because clocks of senders differ.
 * A letter that was never claimed, and left before tables were restored, has no version. Without a correction the
 * result is true.
 */
const statesEarlier = ({ statedVersion, plannedAt }: Letter, correction: RecordedCorrection | undefined): boolean => {
  if (correction === undefined) return true;
  return statedVersion === undefined ? plannedAt <= correction.at : statedVersion < correction.version;
};

/** Returns whether a letter left, or may have left, with data from before a correction. */
export const hasLeftBefore = (letter: Letter, correction?: RecordedCorrection): boolean =>
  mayHaveLeft.has(letter.state) && statesEarlier(letter, correction);

/** Returns whether a letter is claimed, and about to leave with data from before a correction. */
export const leavesBefore = (letter: Letter, correction?: RecordedCorrection): boolean =>
  letter.state === "claimed" && statesEarlier(letter, correction);

/**
 * Returns whether a correction concerns a letter: it left, may have left, or is about to leave with the earlier data.
 */
export const isConcerned = (letter: Letter, correction?: RecordedCorrection): boolean =>
  hasLeftBefore(letter, correction) || leavesBefore(letter, correction);

/** A recipient for a party, and the letters to it. */
interface RecipientLetters {
  readonly recipient: Recipient;
  readonly party: PartyId;
  readonly letters: LetterId[];
}

/** Groups letters by recipient and party. Letters of no party are left out. */
export const byRecipient = (letters: readonly Letter[]): readonly RecipientLetters[] =>
  [...Map.groupBy(letters, ({ recipient, party }) => `${logicalRecipient(recipient)} ${party ?? ""}`)].flatMap(
    ([, group]) => {
      const { recipient, party } = group.at(-1) ?? {};
      return recipient === undefined || party === undefined
        ? []
        : [{ recipient, party, letters: group.map(({ id }) => id) }];
    },
  );

const correctingKinds: ReadonlySet<Fact["kind"]> = new Set([
  "phase-corrected",
  "denunciation-corrected",
  "denunciation-undone",
]);

/**
 * Returns the version in which entries of a phase or party record its correction of an instant; undefined if none does.
 */
export const correctionVersion = (entries: readonly JournalEntry[], at: Instant | undefined): number | undefined =>
  entries.findLast(({ facts }) => facts.some(({ kind, happenedAt }) => correctingKinds.has(kind) && happenedAt === at))
    ?.version;
