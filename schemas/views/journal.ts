import * as z from "zod";
import { Hash } from "../base/ids.ts";
import { PersonName } from "../base/names.ts";
import { Instant } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { OutsideAct } from "../model/source.ts";
import { pageOf } from "./core.ts";

/** What an entry records. It has the members of its kind. */
const JournalFact = withId("JournalFact", z.looseObject({ kind: z.string(), happenedAt: Instant }));

export const JournalEntryView = withId(
  "JournalEntry",
  z.strictObject({
    version: z.int().min(0),
    recordedAt: Instant,
    /** A user, or the part of the system that acted automatically. */
    by: z.string(),
    byName: PersonName,
    /** For which party it was recorded, where that acted outside the system, and from what that is known. */
    onBehalfOf: OutsideAct.optional(),
    facts: z.array(JournalFact),
    previous: z.string(),
    hash: Hash,
  }),
);

/** An entry with the journal that it belongs to, as its hash is computed with it. */
export const JournalFeedEntry = z
  .strictObject({ subject: z.string(), ...JournalEntryView.shape })
  .meta({ id: "JournalFeedEntry" });

/** The end of a journal. */
export const JournalHead = z
  .strictObject({ id: z.string(), version: z.int().min(0), hash: Hash })
  .meta({ id: "JournalHead" });

export const JournalPage = pageOf("JournalPage", JournalEntryView);

export const ChainVerification = withId(
  "ChainVerification",
  z.strictObject({
    subject: z.string(),
    entries: z.int().min(0),
    intact: z.boolean(),
    lastHash: z.string(),
    firstBroken: z.strictObject({ version: z.int().min(0), why: z.string() }).optional(),
  }),
);
