import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { partyForms } from "../../../domain/letters/messages/party-forms.fr.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { PartyId } from "../../../schemas/base/ids.ts";

const form = (id: string, wanted: string, name = id): string => partyForms({ id: PartyId.parse(id), name }, wanted);

test.each([
  ["GM", "of", "de la Gambie"],
  ["FR", "to", "à la France"],
  ["PE", "of", "du Pérou"],
  ["CU", "of", "de Cuba"],
  ["US", "of", "des États-Unis d’Amérique"],
  ["PH", "to", "aux Philippines"],
  ["AL", "of", "de l’Albanie"],
  ["IL", "of", "d’Israël"],
  ["IL", "", "Israël"],
  ["ZA", "of", "de l’Afrique du Sud"],
  ["DK", "of", "du Danemark"],
  ["BO", "of", "de l’État plurinational de Bolivie"],
  ["BO", "bare", "Bolivie (État plurinational de)"],
  ["EU", "to", "à l’Union européenne"],
  ["EU", "bare", "Union européenne"],
])("%s in the form %j is %s in French", (id, wanted, expected) => {
  expect(form(id, wanted)).toBe(expected);
});

test("every party has every form in French", () => {
  const file = parsePartyFile(readFileSync("data/parties.csv", "utf8"));
  const parties = file.ok ? file.parties : [];
  expect(parties.length).toBeGreaterThan(190);
  for (const { id, name } of parties) {
    for (const wanted of ["", "bare", "of", "to"])
      expect(form(id, wanted, name)).toMatch(/^[\p{Script=Latin} ()’-]+$/u);
    expect(form(id, "of", name)).toMatch(/^(?:d’(?=[\p{Lu}])|de l’|de la |du |des |de )/u);
    expect(form(id, "of", name)).not.toMatch(/^de (?:la |le |les )?[AEIOUÉÎ]/u);
  }
});

test("a form that French does not have is refused", () => {
  expect(() => form("FR", "gen")).toThrow(TypeError);
});
