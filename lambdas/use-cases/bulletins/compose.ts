import type { LetterWriter } from "../../../domain/letters/content/letter-writer.ts";
import { letterWritersIn } from "../../io/letter-writers.ts";
import {
  type BulletinInput,
  composeBulletin,
  isTooLarge,
  missingIn,
  type WriterOf,
} from "../../../domain/bulletins/check-text.ts";
import { languageFor, languagesOf, type LanguageVersions } from "../../../domain/bulletins/languages.ts";
import type { ComposedLetter } from "../../../domain/letters/content/compose.ts";
import { representation } from "../../../domain/letters/content/phrases.ts";
import type { Reader } from "../../../domain/letters/content/letter-frame.ts";
import { partyName } from "../../../domain/parties/party-names.ts";
import type { Addressee, ReadingLanguage } from "../../../schemas/model/addressee.ts";
import type { Placeholder } from "../../../schemas/model/bulletin-text.ts";
import type { BulletinId, PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { MissionContacts, Party } from "../../../schemas/model/party.ts";
import type { Person } from "../../../schemas/model/user.ts";
import type { EmailAddress, Gender, Instant, Language } from "../../../schemas/base/values.ts";
import type { Store } from "../../io/ports/store.ts";

/** The address of links in letters, and the address for replies. */
interface ComposeSurroundings {
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

export interface ComposeBulletinsIo extends ComposeSurroundings {
  readonly store: Pick<Store, "loadMany" | "missions" | "persons">;
}

/** The content for each of its recipients. */
interface BulletinSource {
  readonly bulletin: BulletinId;
  readonly versions: LanguageVersions;
}

/** In which language a reader of one is written to; undefined where there is no text for them. */
type ChooseLanguage = (reads: Language, versions: LanguageVersions) => ReadingLanguage | undefined;

/** A bulletin as one addressee gets it, or why it cannot be written to them. */
export type BulletinFor = { readonly addressee: Addressee } & (
  | {
      readonly kind: "written";
      readonly to: EmailAddress;
      readonly name: string;
      readonly letter: ComposedLetter;
      readonly chosen: ReadingLanguage;
    }
  /** There is no text in the language that they read, and none in one of the fallback. */
  | { readonly kind: "no-text"; readonly language: Language }
  /** No address is recorded: it is planned all the same, and ends as skipped. */
  | { readonly kind: "no-address" }
  | { readonly kind: "value-missing"; readonly language: Language; readonly placeholders: readonly Placeholder[] }
  | { readonly kind: "too-large"; readonly language: Language }
);

/** The stored data about recipients: names, addresses, and the form of their roles. */
export interface AddresseeContacts {
  readonly parties: ReadonlyMap<PartyId, Party>;
  /** The party under review in each review. */
  readonly underReview: ReadonlyMap<ReviewId, PartyId>;
  readonly missions: ReadonlyMap<PartyId, Pick<MissionContacts, "address" | "language">>;
  readonly persons: ReadonlyMap<UserId, Pick<Person, "email" | "language" | "name">>;
  /** The recorded gender of users, if any. */
  readonly genders: ReadonlyMap<UserId, Gender>;
}

const lookUp = async (
  { store }: Pick<ComposeBulletinsIo, "store">,
  addressees: readonly Addressee[],
): Promise<AddresseeContacts> => {
  const recipients = addressees.map(({ recipient }) => recipient);
  const reviews = await store.loadMany("review", [...new Set(addressees.flatMap((one) => one.reviews))]);
  const underReview = new Map(reviews.map(({ state }) => [state.id, state.party]));
  const parties = [...addressees.map(({ party }) => party), ...underReview.values()];
  const users = recipients.flatMap((one) => (one.kind === "user" ? [one.user] : []));
  const [aggregates, missions, persons, served] = await Promise.all([
    store.loadMany("party", [...new Set(parties)]),
    store.missions(recipients.flatMap((one) => (one.kind === "mission" ? [one.party] : []))),
    store.persons(users),
    store.loadMany("user", [...new Set(users)]),
  ]);
  return {
    parties: new Map(aggregates.map(({ state }) => [state.id, state])),
    underReview,
    missions,
    persons,
    genders: new Map(
      served.flatMap(({ state: { id, gender } }) => (gender === undefined ? [] : [[id, gender] as const])),
    ),
  };
};

const partyNameOf = ({ parties }: AddresseeContacts, id: PartyId) => {
  const party = parties.get(id);
  return { id, name: party === undefined ? id : partyName(party, "en") };
};

/** A review with the party under review; nothing where there is no such review. */
const reviewNamed = (contacts: AddresseeContacts, id: ReviewId): BulletinInput["reviews"] => {
  const party = contacts.underReview.get(id);
  return party === undefined ? [] : [{ id, underReview: partyNameOf(contacts, party) }];
};

const readerOf = (
  { recipient, party, reason }: Addressee,
  contacts: AddresseeContacts,
): { readonly to: EmailAddress; readonly reads: Language; readonly reader: Reader } | undefined => {
  const named = partyNameOf(contacts, party);
  if (recipient.kind === "mission") {
    const mission = contacts.missions.get(recipient.party);
    return mission && { to: mission.address, reads: mission.language, reader: { kind: "mission", party: named } };
  }
  const person = contacts.persons.get(recipient.user);
  const role = reason.as === "expert" ? "expert" : "focal-point";
  return (
    person && {
      to: person.email,
      reads: person.language,
      reader: { kind: "person", name: person.name, gender: contacts.genders.get(recipient.user), party: named, role },
    }
  );
};

/** A reader as a list of recipients shows them. */
const readerName = (reader: Reader, writer: LetterWriter): string =>
  reader.kind === "person" ? reader.name : writer.write(representation(reader.party)).text;

/** The dependencies for writing a bulletin. */
export interface BulletinMeans {
  readonly surroundings: ComposeSurroundings;
  readonly writerOf: WriterOf;
  readonly choose: ChooseLanguage;
  readonly now: Instant;
}

/** Writes a bulletin to one recipient from the stored data. Never throws: missing data are reported in the result. */
export const bulletinFor = (
  { surroundings: { frontEndUrl, replyTo }, writerOf, choose, now }: BulletinMeans,
  { bulletin, versions }: BulletinSource,
  addressee: Addressee,
  contacts: AddresseeContacts,
): BulletinFor => {
  const found = readerOf(addressee, contacts);
  if (found === undefined) return { addressee, kind: "no-address" };
  const chosen = choose(found.reads, versions);
  const text = chosen && versions.texts[chosen.language];
  if (chosen === undefined || text === undefined) return { addressee, kind: "no-text", language: found.reads };
  const { language } = chosen;
  const writer = writerOf(language);
  const input: BulletinInput = {
    bulletin,
    text,
    reason: addressee.reason,
    reader: found.reader,
    reviews: addressee.reviews.flatMap((id) => reviewNamed(contacts, id)),
    now,
    frontEndUrl,
    replyTo,
  };
  const placeholders = missingIn(input, writer);
  if (placeholders.length > 0) return { addressee, kind: "value-missing", language, placeholders };
  const letter = { ...composeBulletin(input, writer), language };
  if (isTooLarge(letter, now)) return { addressee, kind: "too-large", language };
  return { addressee, kind: "written", to: found.to, name: readerName(found.reader, writer), letter, chosen };
};

/**
 * Returns a writer of a bulletin for each of its recipients, with current names and addresses. It reads in batches:
 * some thirty requests for a thousand recipients. Letters are written on demand, so that the caller need not keep all
 * of them.
 */
export const bulletinWriter = async (
  io: ComposeBulletinsIo,
  wanted: BulletinSource,
  addressees: readonly Addressee[],
  now: Instant,
): Promise<(addressee: Addressee) => BulletinFor> => {
  const [contacts, writerOf] = await Promise.all([
    lookUp(io, addressees),
    letterWritersIn(languagesOf(wanted.versions)),
  ]);
  const means = { surroundings: io, writerOf, choose: languageFor, now };
  return (addressee) => bulletinFor(means, wanted, addressee, contacts);
};
