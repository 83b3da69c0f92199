import type { GroupId, PartyId, PhaseId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { EmailAddress, Gender } from "../../../schemas/base/values.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { Letter, LetterContent, ObligationRef, SkipReason } from "../../../schemas/model/letter.ts";
import type { MissionContacts, Party } from "../../../schemas/model/party.ts";
import type { Phase } from "../../../schemas/model/phase.ts";
import type { Obligation, Review } from "../../../schemas/model/review.ts";
import type { Person, User } from "../../../schemas/model/user.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import type { Page } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import type { LetterWriter } from "./letter-writer.ts";

/** The stored data that a letter is written from, before its address is known. Only what its kind needs is read. */
export interface LetterData extends Omit<Frame, "reader"> {
  readonly letter: Pick<Letter, "recipient" | "party" | "plannedFor" | "obligationRefs">;
  readonly group?: Group | undefined;
  readonly phase?: Phase | undefined;
  readonly party?: Party | undefined;
  readonly user?: User | undefined;
  readonly mission?: MissionContacts | undefined;
  readonly persons: ReadonlyMap<UserId, Person>;
  /** The copies that a digest lists. */
  readonly copies: readonly Letter[];
  /** The reviews of `reviewsOf` or of `isAboutOverdue`. */
  readonly found: readonly ReviewId[];
  readonly reviews: readonly Review[];
}

/** All data that a letter is written from. */
export interface AddressedData extends LetterData {
  readonly address: EmailAddress;
  /** The name of the recipient, if it is a person. */
  readonly name?: string | undefined;
  /** The gender of that person, if it is on record. */
  readonly gender?: Gender | undefined;
  /** True for a person whose access was closed. */
  readonly isClosed?: true | undefined;
  /** Throws if the party is not registered. */
  readonly named: (id: PartyId) => NamedParty;
  /** The subject of each copy in the language of the digest, if that exists. */
  readonly copySubjects: ReadonlyMap<Letter, string | undefined>;
  /** The parties of `reachabilityOf` without an address that works. */
  readonly unreachable: ReadonlySet<PartyId>;
}

/**
 * The stored data that a kind of letter needs, in the order in which they are read. The functions are methods because
 * TypeScript compares only methods bivariantly.
 */
export interface LetterNeeds<Content> {
  group?(content: Content): GroupId;
  phase?(content: Content): PhaseId;
  party?(content: Content): PartyId;
  user?(content: Content): UserId | undefined;
  mission?(content: Content): PartyId;
  persons?(content: Content): readonly UserId[];
  /** The digest whose copies are read. */
  copiesOf?(content: Content): Extract<LetterContent, { kind: "digest" }>;
  /** The parties whose reviews are found. */
  reviewsOf?(content: Content, data: LetterData): readonly PartyId[];
  /** True if the reviews with an overdue obligation are found. */
  isAboutOverdue?(content: Content, data: LetterData): boolean;
  /** The reviews to read; all that were found if left out. */
  reviews?(content: Content, data: LetterData): readonly ReviewId[];
  /** The parties that the letter names. */
  parties?(content: Content, data: LetterData): readonly PartyId[];
  /** The parties of which it is checked whether a letter reaches them. */
  reachabilityOf?(content: Content, data: LetterData): readonly PartyId[];
  /** True if the letter also reaches a person whose access was closed. */
  readonly reachesClosed?: true;
}

/** The current content of a letter, or the reason why it is obsolete. */
export type Gathered<Input> =
  | {
      readonly kind: "say";
      readonly input: Input;
      readonly obligationRefs?: readonly ObligationRef[];
      /** The reviews that it names, if that was not known when it was planned. */
      readonly names?: readonly ReviewId[];
      /** The reviews whose dates it states; all that were read if left out. */
      readonly about?: readonly Review[];
    }
  | { readonly kind: "skip"; readonly reason: SkipReason };

/** A letter cannot be written from current data: a required part is missing. */
export class UnwritableLetter extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Unwritable";
  }
}

export const skip = (reason: SkipReason): { readonly kind: "skip"; readonly reason: SkipReason } => ({
  kind: "skip",
  reason,
});
export const gathered = <Input>(
  input: Input,
  more: Omit<Extract<Gathered<Input>, { kind: "say" }>, "kind" | "input"> = {},
): Gathered<Input> => ({ kind: "say", input, ...more });

/** Returns the data that every letter has. */
export const surroundingsOf = ({ now, frontEndUrl, replyTo }: LetterData): Omit<Frame, "reader"> => ({
  now,
  frontEndUrl,
  replyTo,
});

/** The wording of a kind of letter. The functions are methods, so that the row of its own kind can take any letter. */
export interface LetterPage<Input> {
  /** Returns the reference that a reply quotes. */
  reference(input: Input): string;
  /** Throws if a value is missing. */
  page(input: Input, reference: string, writer: LetterWriter): Page;
}

/** A kind of letter: the data that it needs, its content from these, and its wording. */
export interface KindPage<Content, Input> extends LetterPage<Input> {
  readonly needs: LetterNeeds<Content>;
  /** Returns why the letter is obsolete, whether or not its recipient has an address. */
  whyObsolete?(content: Content, data: LetterData): SkipReason | undefined;
  /**
   * Returns the current content of the letter. Dates are current, and only open obligations are included. The letter is
   * obsolete if its matter is met or superseded, or if its reader no longer serves.
   */
  gather(content: Content, data: AddressedData): Gathered<Input>;
  /** Returns whether the letter states the date of an obligation of its reader. */
  statesDateOf?(content: Content, obligation: Obligation): boolean;
}
