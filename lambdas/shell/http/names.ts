import * as z from "zod";
import { PartyId, UserId } from "../../../schemas/base/ids.ts";
import { nameMembers } from "../../../schemas/base/names.ts";
import { type Language, Office } from "../../../schemas/base/values.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Person } from "../../../schemas/model/user.ts";
import type { Store } from "../../io/ports/store.ts";
import type { PartyCache } from "../../use-cases/accounts/party-cache.ts";
import { readablePersons } from "../../use-cases/base/skip-unreadable.ts";

export interface NamesIo {
  readonly store: Pick<Store, "person" | "persons">;
  readonly parties: PartyCache;
}

/** In which language a reply names whom, and what is known of them already. */
export interface Naming {
  readonly language: Language;
  /** Whether the caller may know what somebody is called. */
  readonly mayKnow: (user: UserId) => boolean;
  /** People whom the handler has read. */
  readonly persons?: ReadonlyMap<UserId, Pick<Person, "name">> | undefined;
}

/** Facts and what they rest on are kept as their hash was made of them, and the reason for which somebody is written to says nothing new. */
const unnamed: ReadonlySet<string> = new Set(["facts", "onBehalfOf", "reason"]);

const members: ReadonlyMap<string, string> = new Map(Object.entries(nameMembers));

/** Tells every id that a name stands beside. */
const eachId = (value: unknown, report: (id: string) => void): void => {
  if (Array.isArray(value)) return value.forEach((each) => eachId(each, report));
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === "string" && members.get(key) !== undefined) report(inner);
    if (!unnamed.has(key)) eachId(inner, report);
  }
};

/** A party by itself, and not what it takes part in. */
const RecordedParty = z.object({ id: PartyId, nameOnRecord: z.string() });

type PartyNaming = (party: Pick<Party, "id" | "name">) => string;

interface Names {
  /** What an id is called; undefined where it has no name, or none for this caller. */
  readonly nameOf: (id: string) => string | undefined;
  /** What a party is called whose name on record stands in the reply. */
  readonly partyName: PartyNaming;
}

/** The same with the names beside the ids; what has none stays as it is. */
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

/** How parties are named in a language. The five besides English are loaded when somebody asks for one of them. */
const partyNaming = async (language: Language): Promise<PartyNaming> => {
  if (language === "en") return ({ name }) => name;
  const { partyName } = await import("../../../domain/parties/party-names.ts");
  return (party) => partyName(party, language);
};

/** What parties are called. Only those are read whose name no list of the language has: in English, all. */
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

/** What parties are called in a language; read ahead, whoever shows them afterwards waits no more. */
export const partyNamesIn = async (
  language: Language,
  io: NamesIo,
  ids: readonly PartyId[],
): Promise<ReadonlyMap<string, string>> => partyNames(io, ids, await partyNaming(language));

/** What people are called whom the caller may know; each is read once, and nobody whom the handler read already. */
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

/** What offices are called, as users of them are; the labels are loaded where a reply shows one. */
const officeNames = async (offices: readonly Office[], language: Language): Promise<ReadonlyMap<string, string>> => {
  if (offices.length === 0) return new Map();
  const { loadWords } = await import("../../io/label-words.ts");
  const { userRoles } = await loadWords(language);
  return new Map(offices.map((office) => [office, userRoles[office]]));
};

/**
 * A reply with the names of parties and people beside their ids, in the language of the reply. They are written when a
 * reply leaves and kept nowhere: an answer that is repeated names nobody who was erased meanwhile. Nobody is named whose
 * name the caller may not know, and a row that cannot be read takes only its own name away.
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
