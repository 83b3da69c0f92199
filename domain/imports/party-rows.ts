import { defined } from "../../schemas/base/defined.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { MissionContacts, Party } from "../../schemas/model/party.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { inForce } from "../base/settings.ts";
import { redrawCap } from "../policy/lots.ts";
import { dayOf } from "../base/time.ts";
import { type ImportMessage, say } from "./messages.ts";
import { differing, type ImportContent, type ImportError, unregistered } from "./sheets.ts";

/** Returns the contact data of missions that have no address here, and rows that contradict stored data. */
export const planContacts = (
  rows: ImportContent["missions"],
  there: ReadonlyMap<PartyId, MissionContacts>,
  known: ReadonlySet<PartyId>,
) => {
  const errors: ImportError[] = [];
  const kept: ImportError[] = [];
  const missions = rows.flatMap(({ row, party, address, second_address: secondAddress, language, place, digest }) => {
    const at = (column: string, message: ImportMessage): void => {
      errors.push({ sheet: "missions", row, column, message });
    };
    if (!known.has(party)) at("party", unregistered);
    const mission: MissionContacts = {
      address,
      language,
      place,
      ...defined({ secondAddress, digest }),
    };
    const before = there.get(party);
    if (before !== undefined && before.address !== address) at("address", say("address-kept"));
    else if (before !== undefined) kept.push(...differing("missions", { row }, mission, before));
    return before === undefined ? [{ party, mission }] : [];
  });
  return { missions, errors, kept };
};

/** Returns the numbers of redraws that parties have requested, where that is more than is counted here. */
export const planRedraws = (rows: ImportContent["redraws"], parties: ReadonlyMap<PartyId, Party>, now: Instant) => {
  const most = inForce(redrawCap, dayOf(now));
  const errors: ImportError[] = [];
  const redraws = rows.flatMap(({ row, party: id, asked: number }) => {
    const party = parties.get(id);
    const at = (column: string, message: ImportMessage): void => {
      errors.push({ sheet: "redraws", row, column, message });
    };
    if (party === undefined) at("party", unregistered);
    if (number > most) at("asked", say("too-many-redraws", { most }));
    if (number < (party?.redraws ?? 0)) at("asked", say("fewer-redraws", { counted: party?.redraws ?? 0 }));
    return party === undefined || number === (party.redraws ?? 0) ? [] : [{ party: id, number }];
  });
  return { redraws, errors };
};

/** Returns the parties after those of the import are registered or corrected. */
export const partiesAfter = (there: readonly Party[], imported: readonly Party[]): ReadonlyMap<PartyId, Party> =>
  new Map(
    [...there, ...imported.map((party) => ({ ...there.find(({ id }) => id === party.id), ...party }))].map((party) => [
      party.id,
      party,
    ]),
  );
