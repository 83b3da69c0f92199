import * as z from "zod";
import { type BodyLimit, endpoint, plain } from "../endpoint.ts";
import { ImportId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { PlainReference } from "../../model/draft.ts";
import type { SheetName } from "../../model/import-rows.ts";

const importViews = () => import("../../views/import.ts");

/**
 * As much as a function can be given: Lambda takes 6 MB with headers, and with a character more for each quotation mark,
 * backslash and end of a line of the body. What is above that, the gateway refuses.
 */
const importLimit: BodyLimit = { bytes: 5.75 * 1024 * 1024, refusal: "import-too-large" };

const bySecretariat = { ...plain, function: "secretariat-api", access: "token", tag: "Imports" } as const;

/** A number is read like its digits; the document has one type, because generators know no value of two. */
const Cell = z.union([z.string(), z.number()]).meta({
  override: ({ jsonSchema }) => {
    delete jsonSchema.anyOf;
    jsonSchema.type = "string";
  },
});

const Sheet = z
  .union([
    z.strictObject({ csv: z.string() }).meta({ id: "SheetAsCsv" }),
    z.strictObject({ rows: z.array(z.record(z.string(), Cell)) }).meta({ id: "SheetAsRows" }),
  ])
  .meta({ id: "ImportSheet" });

const Sheets = z
  .strictObject({
    parties: Sheet,
    missions: Sheet,
    phases: Sheet,
    pairings: Sheet,
    deviations: Sheet,
    people: Sheet,
    steps: Sheet,
    delays: Sheet,
    redraws: Sheet,
  } satisfies Record<SheetName, typeof Sheet>)
  .partial()
  .meta({ id: "ImportSheets" });

export const OrderImport = endpoint({
  ...bySecretariat,
  id: "orderImport",
  method: "POST",
  path: "/v1/imports",
  action: "import.order",
  summary: "Take over reviews that run already, with all that was recorded of them elsewhere",
  description:
    "Sheets of parties, missions, phases, pairings, deviations, people, steps, delays and redraws, each as CSV or as rows with the same columns; docs/imports.md says what each column holds. The whole is checked first: each review is played by the rules of the system, every step on its day. With `dryRun` nothing is recorded, and the answer says what would be and what is wrong, by sheet, row and column; else an import with anything wrong is refused. Then it is applied review by review; `getImport` says how far it is. The same content once more is the same import and changes nothing. A request holds 5.75 MB. No letter leaves about what was taken over: a group that has started has its reminders `paused` until they are resumed (`previewResumption`, `resumeReminders`).",
  bodyLimit: importLimit,
  body: z
    .strictObject({
      source: PlainReference.meta({
        description: "From what this is known, and where texts are that are not handed in; no name and no address",
      }),
      dryRun: z.boolean().optional(),
      sheets: Sheets,
    })
    .meta({ id: "ImportOrder" }),
  status: 202,
  mayStartNothing: true,
  location: true,
  reply: async () => (await importViews()).ImportChecked,
  refusals: ["not-yours", "invalid-import", "conflict"],
});

export const ListImports = endpoint({
  ...bySecretariat,
  id: "listImports",
  method: "GET",
  path: "/v1/imports",
  action: "imports.read",
  summary: "Imports, and how far each is",
  query: PageQuery,
  reply: async () => {
    const { pageOf } = await import("../../views/core.ts");
    return pageOf("ImportPage", (await importViews()).ImportView);
  },
  refusals: ["not-yours"],
});

export const GetImport = endpoint({
  ...bySecretariat,
  id: "getImport",
  method: "GET",
  path: "/v1/imports/{importId}",
  action: "imports.read",
  summary: "One import: how far it is, and what could not be applied",
  params: z.strictObject({ importId: ImportId }),
  reply: async () => (await importViews()).ImportView,
  etag: true,
  refusals: ["not-found", "not-yours"],
});
