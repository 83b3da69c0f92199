import * as z from "zod";
import { Hash } from "../base/ids.ts";
import { JournalEntryView, pageOf } from "./core.ts";

/** An entry with the journal that it belongs to, as its hash is computed with it. */
export const JournalFeedEntry = z
  .strictObject({ subject: z.string(), ...JournalEntryView.shape })
  .meta({ id: "JournalFeedEntry" });

/** Where a journal ends. */
export const JournalHead = z
  .strictObject({ id: z.string(), version: z.int().min(0), hash: Hash })
  .meta({ id: "JournalHead" });

export const JournalPage = pageOf("JournalPage", JournalEntryView);
