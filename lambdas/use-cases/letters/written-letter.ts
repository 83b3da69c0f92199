import { defined } from "../../../schemas/base/defined.ts";
import { compose, type ComposedLetter } from "../../../domain/letters/content/compose.ts";
import { type LetterPage, UnwritableLetter } from "../../../domain/letters/content/letter-page.ts";
import type { LetterWriter } from "../../../domain/letters/content/letter-writer.ts";
import type { NamedParty } from "../../../domain/letters/messages/letter-wording.ts";
import { partyName } from "../../../domain/parties/party-names.ts";
import type { PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import type { EmailAddress, Language } from "../../../schemas/base/values.ts";
import type { Contact, LetterText, ObligationRef, SkipReason } from "../../../schemas/model/letter.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import type { PartyCache } from "../base/party-cache.ts";
import type { ReachIo, ResolvedAddress } from "../reachability/resolve-address.ts";

export interface WriteIo {
  readonly store: Store;
  readonly ledger: ReachIo["ledger"] & Pick<Ledger, "ofParty" | "letter">;
  readonly parties: PartyCache;
  readonly frontEndUrl: string;
  readonly replyTo: string;
  /** The mailbox of the secretariat's own letters. */
  readonly secretariatAddress: EmailAddress;
}

/** A letter written for its recipient from current data, with the obligations that it covers. */
export interface WrittenLetter {
  readonly kind: "written";
  readonly to: EmailAddress;
  /** The name of the recipient in the letter; absent if it names an office. */
  readonly name?: string | undefined;
  readonly contact: Contact;
  readonly composed: ComposedLetter;
  /** Of a bulletin: which languages come before its own for its reader, and had no text. */
  readonly languagesTried?: readonly Language[];
  readonly obligationRefs: readonly ObligationRef[];
  /** The reviews that it names, where that was decided only now. */
  readonly names: readonly ReviewId[];
  /** The reviews that it is about, as it was written of them. */
  readonly about: readonly Review[];
  /** The dates of its recipient, as a calendar file. */
  readonly calendar?: string;
  /** The version of the phase, party or group that it states, for a letter that a correction may concern. */
  readonly statedVersion?: number | undefined;
  /** True if its mission prefers copies of letters once a week. */
  readonly readsWeekly: boolean;
  /** The address of its mission is not confirmed: it goes to the address before this change as well. */
  readonly unconfirmedChange?: number | undefined;
}

/**
 * Returns the part of a written letter that the mail service gets and the ledger stores: the part that its recipient
 * sees.
 */
export const textOf = ({ composed: { subject, text, html }, calendar }: WrittenLetter): LetterText => ({
  subject,
  text,
  html,
  ...defined({ calendar }),
});

/** The reason why a letter is not written: nothing remains to report, or it has no recipient. */
export interface NotWritten {
  readonly kind: "skip";
  readonly reason: SkipReason;
  /** The unconfirmed change of address, as for a written letter: it may reach its mission there. */
  readonly unconfirmedChange?: number | undefined;
}

/** A letter that waits: the bulletin that it is of was stopped. */
export interface StoppedLetter {
  readonly kind: "stopped";
}

/** A correction that is written later: the letter that it corrects is claimed, and may still be put back. */
export interface EarlyLetter {
  readonly kind: "early";
}

/** The letter as it leaves. Throws Unwritable where something that it has to say is missing. */
export const composedLetter = <Input>(page: LetterPage<Input>, input: Input, writer: LetterWriter): ComposedLetter => {
  try {
    return compose(page, input, writer);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UnwritableLetter(error.message, { cause: error });
  }
};

/** Returns a letter addressed to its recipient. */
export const writtenTo = (
  {
    address: to,
    name,
    contact,
    digest,
    unconfirmedChange,
  }: Pick<ResolvedAddress, "address" | "name" | "contact" | "digest" | "unconfirmedChange">,
  letter: ComposedLetter,
  obligationRefs: readonly ObligationRef[] = [],
  names: readonly ReviewId[] = [],
  about: readonly Review[] = [],
): WrittenLetter => ({
  kind: "written",
  to,
  name,
  contact,
  composed: letter,
  obligationRefs,
  names,
  about,
  readsWeekly: digest === "weekly",
  unconfirmedChange,
});

/** A party as letters name it. Throws Unwritable where it is not registered. */
export const partyNameOf = (parties: ReadonlyMap<PartyId, Party>, id: PartyId): NamedParty => {
  const party = parties.get(id);
  if (party === undefined) throw new UnwritableLetter(`No party ${id} is registered`);
  return { id, name: partyName(party, "en") };
};
