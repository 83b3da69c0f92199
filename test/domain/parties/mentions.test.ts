import { describe, expect, test } from "vitest";
import { maySpeakOf, namesPerson } from "../../../domain/parties/mentions.ts";
import { Person } from "../../../schemas/model/user.ts";

const person = Person.parse({
  name: "Éloïse de Vandermonde-Okoye",
  email: "eloise@fr.example.org",
  phone: "+43 1 987 65 43",
  language: "fr",
});

describe("a note names a person", () => {
  test.each([
    "Called éloïse  de VANDERMONDE-Okoye for the date",
    "Eloise de Vandermonde-Okoye is away",
    "Write to Eloise@FR.example.org.",
    "Call (43) 1-987.65.43",
  ])("where it says %s", (note) => {
    expect(namesPerson(note, person)).toBe(true);
    expect(maySpeakOf(note, person)).toBe(true);
  });

  test.each(["Mme Okoye needs time", "vandermonde: on leave", "Spoke with Éloïse"])(
    "of the own party by a part of the name: %s",
    (note) => {
      expect(namesPerson(note, person)).toBe(false);
      expect(maySpeakOf(note, person)).toBe(true);
    },
  );

  test.each(["The deadline of the party", "Okoyeville", "2021-12-04 at 15:00", ""])("not where it says %s", (note) => {
    expect(maySpeakOf(note, person)).toBe(false);
  });

  test("by no number of a few digits, which occurs in any date", () => {
    expect(maySpeakOf("on 2021-12-04", { ...person, phone: "2021" })).toBe(false);
  });
});
