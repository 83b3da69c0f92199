import * as z from "zod";
import { ImportId } from "../../schemas/base/ids.ts";
import { SheetName } from "../../schemas/model/import-rows.ts";
import { fortyDigits } from "../base/hash.ts";
import type { PlacedSheets } from "./sheets.ts";

/** The content of an import, as it is kept until it is applied. */
export interface KeptImport {
  /** The source of the import, and the location of texts that it does not hold. */
  readonly source: string;
  readonly sheets: PlacedSheets;
}

const Cells = z.array(z.object({ row: z.int(), cells: z.record(z.string(), z.string()) }));
const Kept = z.object({ source: z.string(), sheets: z.partialRecord(SheetName, Cells) });

/** Returns the id of an import, which follows from its content: a file that is sent again is one import. */
export const importIdOf = (kept: KeptImport): ImportId => ImportId.parse(`i-${fortyDigits(kept)}`);

/** Returns the kept content of an import. Throws where the text is none. */
export const readKept = (text: string): KeptImport => {
  const kept: unknown = JSON.parse(text);
  return Kept.parse(kept);
};
