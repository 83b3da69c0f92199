import { partyName } from "../../parties/party-names.ts";
import type { PartyForms } from "./letter-wording.ts";

/** Returns the Chinese name: one form everywhere, without article and case. */
export const partyForms: PartyForms = (party, form) => {
  if (form !== "" && form !== "bare") throw new TypeError(`Chinese has no form ${form} of ${party.id}`);
  return partyName(party, "zh");
};
