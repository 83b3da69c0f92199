import * as z from "zod";
import { MissionContacts, PublicOffice } from "../../../schemas/model/party.ts";
import { type WireItem, fromItem } from "./attributes.ts";
import { assertRow } from "./row.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import { partyOfMission, missionKey, publicOfficeKey } from "./keys/parties.ts";
import type { ReadItem } from "./item-reader.ts";
import { readMany } from "./questions.ts";

const MissionRow = z.object({ mission: z.object(MissionContacts.shape) });

/** Returns a mission's contacts from their item. Throws a TypeError on a row of another kind. */
const readMission = (item: WireItem): MissionContacts => {
  const row = fromItem(item);
  assertRow(MissionRow, row, "mission");
  return row.mission;
};

const OfficeRow = z.object({ office: z.object(PublicOffice.shape).optional() });

/** Returns a party's public data about its mission from its item. Throws a TypeError on a row of another kind. */
const readPublicOffice = (item: WireItem): PublicOffice | undefined => {
  const row = fromItem(item);
  assertRow(OfficeRow, row, "public office");
  return row.office;
};

const MissionKey = z.object({ pk: z.string() });

/** Returns the party of a mission's item. Throws a TypeError on a row of another kind. */
const readPartyOfMission = (item: WireItem): PartyId => {
  const row = fromItem(item);
  assertRow(MissionKey, row, "mission");
  return partyOfMission(row);
};

/** The contacts of missions. */
export interface MissionStore {
  mission(party: PartyId): Promise<MissionContacts | undefined>;
  /** Returns a party's public data about its mission; undefined if it publishes none. */
  publicOffice(party: PartyId): Promise<PublicOffice | undefined>;
  /** Returns the contacts of these parties; a party without contacts is omitted. */
  missions(parties: readonly PartyId[]): Promise<ReadonlyMap<PartyId, MissionContacts>>;
}

/** Missions on DynamoDB. */
export const dynamoMissions = (read: ReadItem): MissionStore => ({
  mission: (party) => read(missionKey(party), readMission),
  publicOffice: (party) => read(publicOfficeKey(party), readPublicOffice),
  missions: async (parties) => {
    const items = await readMany(read, [...new Set(parties)].map(missionKey));
    return new Map(items.map((item) => [readPartyOfMission(item), readMission(item)]));
  },
});
