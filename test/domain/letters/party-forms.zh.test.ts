import { describe, expect, test } from "vitest";
import { partyForms } from "../../../domain/letters/messages/party-forms.zh.ts";
import { PartyId } from "../../../schemas/base/ids.ts";

const named = (id: string, name: string) => ({ id: PartyId.parse(id), name });

describe("parties in Chinese", () => {
  test.each([
    ["FR", "France", "法国"],
    ["CI", "Côte d'Ivoire", "科特迪瓦"],
    ["EU", "European Union", "欧洲联盟"],
    ["GB", "United Kingdom", "大不列颠及北爱尔兰联合王国"],
    ["KP", "Democratic People's Republic of Korea", "朝鲜民主主义人民共和国"],
    ["CD", "Democratic Republic of the Congo", "刚果民主共和国"],
    ["BO", "Bolivia (Plurinational State of)", "多民族玻利维亚国"],
  ])("are named as the United Nations name them: %s", (id, name, expected) => {
    for (const form of ["", "bare"]) expect(partyForms(named(id, name), form)).toBe(expected);
  });

  test("have no other form", () => {
    expect(() => partyForms(named("FR", "France"), "of")).toThrow(TypeError);
  });
});
