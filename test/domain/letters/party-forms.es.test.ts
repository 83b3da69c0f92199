import { expect, test } from "vitest";
import { partyForms } from "../../../domain/letters/messages/party-forms.es.ts";
import { PartyId } from "../../../schemas/base/ids.ts";

test.each([
  [
    "GB",
    "United Kingdom",
    "el Reino Unido de Gran Bretaña e Irlanda del Norte",
    "del Reino Unido de Gran Bretaña e Irlanda del Norte",
  ],
  ["SV", "El Salvador", "El Salvador", "de El Salvador"],
  ["PE", "Peru", "el Perú", "del Perú"],
  ["FR", "France", "Francia", "de Francia"],
  ["US", "United States", "los Estados Unidos de América", "de los Estados Unidos de América"],
])("the party %s is called as Spanish sentences need it", (code, name, inSentence, of) => {
  const party = { id: PartyId.parse(code), name };
  expect([partyForms(party, ""), partyForms(party, "of")]).toEqual([inSentence, of]);
});
