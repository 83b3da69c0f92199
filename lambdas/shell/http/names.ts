import type { Refused } from "../../../domain/base/decision.ts";
import { partiesIn } from "../../../domain/labels/problem-text.ts";
import * as z from "zod";
import { PartyId, UserId } from "../../../schemas/base/ids.ts";
import { nameMembers } from "../../../schemas/base/names.ts";
import { type Language, Office } from "../../../schemas/base/values.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Person } from "../../../schemas/model/user.ts";
import type { Store } from "../../io/ports/store.ts";
import { labelWords, loadWords } from "../../io/words.ts";
import type { NamedParties } from "../../use-cases/accounts/named-parties.ts";
import { readablePersons } from "../../use-cases/base/skip-unreadable.ts";

export interface NamesIo {
  readonly store: Pick<Store, "person" | "persons">;
  readonly parties: NamedParties;
}

/** The language of the names in a reply, and the persons already read. */
export interface Naming {
  readonly language: Language;
  /** Returns true if the caller may see a user's name. */
  readonly mayKnow: (user: UserId) => boolean;
  /** Persons that the handler has read. */
  readonly persons?: ReadonlyMap<UserId, Pick<Person, "name">> | undefined;
}

/** Members without names: facts and their sources remain as hashed, and the reason of a letter adds nothing new. */
const unnamed: ReadonlySet<string> = new Set(["facts", "onBehalfOf", "reason"]);

const members: ReadonlyMap<string, string> = new Map(Object.entries(nameMembers));

/** Reports every id that a name accompanies. */
const eachId = (value: unknown, report: (id: string) => void): void => {
  if (Array.isArray(value)) return value.forEach((each) => eachId(each, report));
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === "string" && members.get(key) !== undefined) report(inner);
    if (!unnamed.has(key)) eachId(inner, report);
  }
};

/** A party itself, as opposed to its participation. */
const RecordedParty = z.object({ id: PartyId, nameOnRecord: z.string() });

type PartyNaming = (party: Pick<Party, "id" | "name">) => string;

interface Names {
  /** Returns the name of an id; undefined if it has none, or this caller may not see it. */
  readonly nameOf: (id: string) => string | undefined;
  /** Returns the name of a party whose name on record is in the reply. */
  readonly partyName: PartyNaming;
}

/** Returns the value with the names next to the ids; an id without a name is unchanged. */
const withNames = (value: unknown, names: Names): unknown => {
  if (Array.isArray(value)) return value.map((each) => withNames(each, names));
  if (typeof value !== "object" || value === null) return value;
  const own: [string, unknown][] = [];
  const written: [string, string][] = [];
  for (const [key, inner] of Object.entries(value)) {
    own.push([key, unnamed.has(key) ? inner : withNames(inner, names)]);
    const member = members.get(key);
    const name = member === undefined || typeof inner !== "string" ? undefined : names.nameOf(inner);
    if (member !== undefined && name !== undefined) written.push([member, name]);
  }
  const party = RecordedParty.safeParse(value).data;
  if (party !== undefined) written.push(["name", names.partyName({ id: party.id, name: party.nameOnRecord })]);
  return Object.fromEntries([...own, ...written]);
};

/** Returns the names of parties in a language. The five languages other than English are loaded on first use. */
const partyNaming = async (language: Language): Promise<PartyNaming> => {
  if (language === "en") return ({ name }) => name;
  const { partyName } = await import("../../../domain/parties/party-names.ts");
  return (party) => partyName(party, language);
};

/** Returns the names of parties. It reads only the parties that the language's list lacks: in English, all. */
const partyNames = async (
  { parties }: NamesIo,
  ids: readonly PartyId[],
  naming: PartyNaming,
): Promise<ReadonlyMap<string, string>> => {
  const listed = ids.map((id) => [id, naming({ id, name: "" })] as const);
  const unlisted = listed.flatMap(([id, name]) => (name === "" ? [id] : []));
  const onRecord = unlisted.length === 0 ? undefined : await parties.of(unlisted);
  return new Map(listed.map(([id, name]) => [id, name === "" ? (onRecord?.get(id)?.name ?? id) : name] as const));
};

/** Returns the names of parties in a language, read ahead of their use. */
export const partyNamesIn = async (
  language: Language,
  io: NamesIo,
  ids: readonly PartyId[],
): Promise<ReadonlyMap<string, string>> => partyNames(io, ids, await partyNaming(language));

/** Returns the names of persons that the caller may see. Each is read once, unless the handler has read it already. */
const personNames = async (
  { store }: NamesIo,
  ids: readonly UserId[],
  { mayKnow, persons }: Naming,
): Promise<ReadonlyMap<string, string>> => {
  const known = ids.filter(mayKnow);
  const unread = known.filter((id) => persons?.has(id) !== true);
  const read = unread.length === 0 ? undefined : await readablePersons(store, unread);
  return new Map(
    known.flatMap((id) => {
      const name = (persons?.get(id) ?? read?.get(id))?.name;
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
};

/** Returns the names of offices, as their users have them; the labels are loaded if a reply shows one. */
const officeNames = async (offices: readonly Office[], language: Language): Promise<ReadonlyMap<string, string>> => {
  if (offices.length === 0) return new Map();
  const { userRoles } = await loadWords(labelWords, language);
  return new Map(offices.map((office) => [office, userRoles[office]]));
};

/**
 * Returns a reply with the names of parties and people next to their ids, in the language of the reply. Names are added
 * when a reply is sent and are not stored: a repeated reply names no person who was erased meanwhile. Names that the
 * caller may not see are omitted, and an unreadable row omits only its own name.
 */
export const nameReply = async (reply: unknown, io: NamesIo, naming: Naming): Promise<unknown> => {
  const ids = new Set<string>();
  eachId(reply, (id) => ids.add(id));
  const parties = [...ids].flatMap((id) => PartyId.safeParse(id).data ?? []);
  const people = [...ids].flatMap((id) => UserId.safeParse(id).data ?? []);
  const partyName = await partyNaming(naming.language);
  const offices = Office.options.filter((office) => ids.has(office));
  const [ofParties, ofPeople, ofOffices] = await Promise.all([
    partyNames(io, parties, partyName),
    personNames(io, people, naming),
    officeNames(offices, naming.language),
  ]);
  const nameOf = (id: string) => ofParties.get(id) ?? ofPeople.get(id) ?? ofOffices.get(id);
  return withNames(reply, { nameOf, partyName });
};

/** Returns the names of the parties that a refusal names; what reads them is loaded for such a refusal. */
export const namesFor = async ({ details = {} }: Refused, io: NamesIo, language: Language) => {
  const ids = partiesIn(details);
  return ids.length === 0 ? undefined : (await import("./refusal-words.ts")).namesIn(language, io, ids);
};
