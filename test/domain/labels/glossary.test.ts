import { readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { labelsIn } from "../../harness/labels.ts";
import { Language } from "../../../schemas/base/values.ts";
import type { Labels } from "../../../schemas/views/labels.ts";

/** The terms of data/glossary and what labels call the same things. */

const folder = new URL("../../../data/glossary/", import.meta.url);
const languages = Language.options.filter((language) => readdirSync(folder).includes(`${language}.csv`));

const Row = z.strictObject({ english: z.string(), term: z.string(), source: z.string(), status: z.string() });

const rowsOf = (language: Language) => {
  const file = readFileSync(new URL(`${language}.csv`, folder), "utf8");
  const rows: unknown = parse(file, { columns: ["english", "term", "source", "status"], from_line: 2 });
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ ...row, english: row.english.toLowerCase() }));
};

/** The labels for each term of the glossary. */
const named: Readonly<Record<string, (labels: Labels) => string>> = {
  "focal point": ({ mandateRoles }) => mandateRoles["focal-point"],
  "governmental expert": ({ mandateRoles }) => mandateRoles.expert,
  observer: ({ mandateRoles }) => mandateRoles.observer,
  "party under review": ({ seatRoles }) => seatRoles["under-review"],
  "reviewing party": ({ seatRoles }) => seatRoles.reviewing,
  "additional reviewing party": ({ seatRoles }) => seatRoles["additional-reviewer"],
  scheduled: ({ stages }) => stages.scheduled,
  "initial consultation": ({ stages }) => stages.consultation,
  "self-assessment questionnaire": ({ stages }) => stages.questionnaire,
  "written feedback": ({ stages }) => stages.feedback,
  concluded: ({ stages }) => stages.concluded,
  "criminalization and jurisdiction": ({ clusters }) => clusters["1"],
  "prevention, technical assistance, protection measures and other measures": ({ clusters }) => clusters["2"],
  "law enforcement and the judicial system": ({ clusters }) => clusters["3"],
  "international cooperation, mutual legal assistance and confiscation": ({ clusters }) => clusters["4"],
  "trafficking in persons protocol": ({ instruments }) => instruments.TIP.short,
  "smuggling of migrants protocol": ({ instruments }) => instruments.SOM.short,
  "firearms protocol": ({ instruments }) => instruments.FP.short,
};

/** Words without their endings: a stage may be called by the plural of a term. */
const stems = (words: string): readonly string[] =>
  words
    .toLowerCase()
    .split(/[\s,]+/u)
    .map((word) => word.slice(0, 5));

/** Words of the timeline, the calendar, the pages and the paper, and of letters. */
const otherWordsIn = (language: Language): string =>
  ["../../../domain/labels/", "../../../domain/letters/messages/"]
    .map((path) => new URL(path, import.meta.url))
    .flatMap((from) =>
      readdirSync(from)
        .filter((file) => file.endsWith(`.${language}.json`))
        .map((file) => readFileSync(new URL(file, from), "utf8")),
    )
    .join("\n");

/** Terms that were used instead of the glossary's term before there was one term for each thing. */
const givenUp: Readonly<Partial<Record<Language, RegExp>>> = {
  ar: /جهات الاتصال|الطرف المستعرَض|طلب إيضاح|إعادة القرعة|الأجل|(?:الموعد|المواعيد) النهائية?/u,
  es: /puntos? de contacto|partes? examinadas?|observaciones por escrito|corrección de errores/iu,
  fr: /points? focal|points? focaux|pays examinés?|d’un erratum/iu,
  ru: /обзор[а-я]* осуществления/iu,
  zh: /联络点|协调人|提名/u,
};

describe.each(languages)("the glossary in %s", (language) => {
  const rows = rowsOf(language);
  const labels = labelsIn(language);

  test("has each English term once, and says of each where it is from or that it was recalled", () => {
    const terms = rows.map(({ english }) => english);
    expect(terms.filter((term, place) => terms.indexOf(term) !== place)).toEqual([]);
    const wrong = rows.filter(
      ({ term, source, status }) =>
        term === "" || !["looked-up", "recalled"].includes(status) || (status === "looked-up" && source === ""),
    );
    expect(wrong).toEqual([]);
  });

  test("has the terms by which labels name stages, roles and clusters", () => {
    const terms = new Map(rows.map(({ english, term }) => [english, term]));
    const compared = Object.entries(named).flatMap(([english, labelOf]) => {
      const term = terms.get(english);
      return term === undefined ? [] : [[english, stems(labelOf(labels)), stems(term)] as const];
    });
    expect(compared.filter(([, label, term]) => label.join(" ") !== term.join(" "))).toEqual([]);
    expect(compared.length).toBeGreaterThan(8);
  });

  test("is kept to: labels and letters have no second word for what it names", () => {
    const said = givenUp[language]?.exec(JSON.stringify(labels) + otherWordsIn(language))?.[0];
    expect(said).toBeUndefined();
  });
});
