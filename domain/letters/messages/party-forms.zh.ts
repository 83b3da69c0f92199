import { partyName } from "../../parties/party-names.ts";
import type { PartyForms } from "./letter-wording.ts";

/** Chinese: a name stands as it is wherever it is put, without article and without case. */
export const partyForms: PartyForms = (party, form) => {
  if (form !== "" && form !== "bare") throw new TypeError(`Chinese has no form ${form} of ${party.id}`);
  return partyName(party, "zh");
};
