import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { partyForms } from "../../../domain/letters/messages/party-forms.ar.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { PartyId } from "../../../schemas/base/ids.ts";

const form = (id: string, wanted: string, name = id): string => partyForms({ id: PartyId.parse(id), name }, wanted);

test.each([
  ["SD", "li", "للسودان"],
  ["FR", "li", "لفرنسا"],
  ["AL", "li", "لألبانيا"],
  ["DE", "li", "لألمانيا"],
  ["AE", "li", "للإمارات العربية المتحدة"],
  ["US", "rep", "للولايات المتحدة الأمريكية"],
  ["EU", "rep", "الاتحاد الأوروبي"],
  ["EU", "li", "للاتحاد الأوروبي"],
  ["BO", "", "دولة بوليفيا المتعددة القوميات"],
  ["VE", "li", "لجمهورية فنزويلا البوليفارية"],
  ["FM", "", "ولايات ميكرونيزيا الموحدة"],
  ["BO", "bare", "بوليفيا (دولة - المتعددة القوميات)"],
  ["GW", "", "غينيا - بيساو"],
])("%s in the form %j is %s in Arabic", (id, wanted, expected) => {
  expect(form(id, wanted)).toBe(expected);
});

test("every party has every form in Arabic, without a letter of another script", () => {
  const file = parsePartyFile(readFileSync("data/parties.csv", "utf8"));
  const parties = file.ok ? file.parties : [];
  expect(parties.length).toBeGreaterThan(190);
  for (const { id, name } of parties)
    for (const wanted of ["", "bare", "li", "rep"])
      expect(form(id, wanted, name)).toMatch(/^[\p{Script=Arabic} ()-]+$/u);
});

test("a form that Arabic does not have is refused", () => {
  expect(() => form("FR", "gen")).toThrow(TypeError);
});
