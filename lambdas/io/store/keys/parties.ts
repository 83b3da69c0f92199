import { inRecords, type RecordKey, sort } from "./key.ts";
import { aboutPartition, contactsPartition } from "./indexes.ts";
import { workEntries } from "./work.ts";
import type { FollowUp } from "../../../../schemas/model/follow-up.ts";
import type { Party } from "../../../../schemas/model/party.ts";
import { partyNamesPartition } from "../../../../schemas/model/tables.ts";
import { PartyId } from "../../../../schemas/base/ids.ts";
import { followUpWork } from "../../../../domain/oversight/work-items.ts";
import { aggregateKey } from "../../../../domain/base/hash-chain.ts";

export const partyNameKey = (party: string): RecordKey => ({ pk: partyNamesPartition, sk: party });
/** Returns the name of a party as a row in one partition with all others: 200 of these cost two read units. */
export const partyNameRow = ({ id, name }: Pick<Party, "id" | "name">) => ({ ...partyNameKey(id), schema: 1, name });
/**
 * The prefix of the key for a mission's contacts. They are separate from the party, because the public function reads
 * the party's partition.
 */
const missionPrefix = "mission#";
export const missionKey = (party: PartyId): RecordKey => ({ pk: `${missionPrefix}${party}`, sk: "mission" });
export const partyOfMission = ({ pk }: Pick<RecordKey, "pk">): PartyId =>
  PartyId.parse(pk.startsWith(missionPrefix) ? pk.slice(missionPrefix.length) : undefined);
/** Returns the key of a party's public data about its mission. */
export const publicOfficeKey = (party: PartyId): RecordKey => ({ pk: aggregateKey("party", party), sk: "office" });
/** Contacts with a party, apart from it, since their notes are not public. Numbers of fixed width, so that the order of keys is theirs. */
export const contactsPrefix = "contact#";
export const contactsWithPartition = (party: PartyId): string => `contacts#${party}`;
export const contactKey = (party: PartyId, number: number): RecordKey => ({
  pk: contactsWithPartition(party),
  sk: `${contactsPrefix}${String(number).padStart(6, "0")}`,
});
/** Returns a contact as an item next to its party. Indexes find it among all, by its review, and by its next step. */
export const contactRow = (contact: FollowUp) => {
  const place = sort(contact.recordedAt, contact.party, String(contact.number).padStart(6, "0"));
  return {
    ...contactKey(contact.party, contact.number),
    schema: 1,
    contact,
    ...inRecords({ kindKey: contactsPartition, kindSort: place }),
    ...(contact.review && inRecords({ partyKey: aboutPartition(contact.review), partySort: place })),
    ...workEntries(followUpWork(contact)),
  };
};
