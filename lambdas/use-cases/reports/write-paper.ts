import { createHash } from "node:crypto";
import { fold } from "../../../domain/audit/aggregates.ts";
import { parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import { completeFormat } from "../../../domain/papers/status-papers.ts";
import { paperData } from "../../../domain/reports/paper-data.ts";
import { statusPaper } from "../../../domain/reports/status-paper.ts";
import { worldOf } from "../../../domain/statistics/world.ts";
import { Hash, type StatusPaperId } from "../../../schemas/base/ids.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { PaperData } from "../../../schemas/model/paper-data.ts";
import type { RegisterEntry } from "../../../schemas/model/register.ts";
import { PaperFormat, type StatusPaper } from "../../../schemas/model/status-paper.ts";
import { executeOnAggregate } from "../../commands/execute-command.ts";
import { log } from "../../io/log.ts";
import { packPages } from "../../io/packed-pages.ts";
import type { Store } from "../../io/ports/store.ts";
import type { Clock } from "../../io/ports/time.ts";
import { entriesAsKnown } from "../oversight/world-as-known.ts";
import { countedInPapers } from "./counted-in-papers.ts";
import { paperNumbers } from "./paper-text.ts";

export interface PaperIo {
  readonly store: Store;
  readonly clock: Clock;
}

const registerEntries = (entries: readonly JournalEntry[]): readonly RegisterEntry[] =>
  [...Map.groupBy(entries, ({ subject }) => subject)].flatMap(([subject, own]) => {
    if (parseAggregateKey(subject).kind !== "register-entry") return [];
    const entry = fold(
      "register-entry",
      undefined,
      own.flatMap(({ facts }) => facts),
    );
    return entry === undefined ? [] : [entry];
  });

/** The last published paper as it was published; undefined where there was none. */
const previousOf = async ({ store }: PaperIo, id: StatusPaperId | undefined) => {
  if (id === undefined) return undefined;
  const head = await store.load("status-paper", id);
  const data = head === undefined ? undefined : await paperNumbers(store, head.state);
  if (data === undefined) throw new Error(`The numbers of ${id} are not kept`);
  return { id, data };
};

/** Counts what a paper says, from all that was recorded up to its order. */
const countPaper = async (io: PaperIo, { asAt, orderedAt, previous }: StatusPaper): Promise<PaperData> => {
  const known = await entriesAsKnown(io.store, countedInPapers, undefined, io.clock.now());
  const entries = known.filter(({ recordedAt }) => recordedAt <= orderedAt);
  const world = worldOf(entries);
  return paperData({
    asAt,
    knownAt: orderedAt,
    world,
    entries: registerEntries(entries),
    previous: await previousOf(io, previous),
  });
};

/** How a paper is written as a format, from its numbers alone. What writes each is loaded when it is. */
const writers: { readonly [F in PaperFormat]: (data: PaperData) => Promise<string | Uint8Array> } = {
  html: async (data) => {
    const [{ paperAsPage }, { paper, wording }] = await Promise.all([
      import("../../../domain/reports/page.ts"),
      worded(data),
    ]);
    return paperAsPage(paper, wording);
  },
  docx: async (data) => {
    const [{ paperAsWordDocument }, { paper, wording }] = await Promise.all([
      import("../../../domain/reports/word-document.ts"),
      worded(data),
    ]);
    return paperAsWordDocument(paper, wording);
  },
  markdown: async (data) => {
    const [{ paperAsMarkdown }, { paper }] = await Promise.all([
      import("../../../domain/reports/markdown.ts"),
      worded(data),
    ]);
    return paperAsMarkdown(paper);
  },
  json: (data) => Promise.resolve(JSON.stringify(data)),
};

/** A paper in words; English is the language in which there are any. */
const worded = async (data: PaperData) => {
  const [{ default: words }, { default: sentences }] = await Promise.all([
    import("../../../domain/labels/en.json", { with: { type: "json" } }),
    import("../../../domain/labels/status-paper.en.json", { with: { type: "json" } }),
  ]);
  const wording = { language: "en", words } as const;
  return { paper: statusPaper(data, sentences, wording), wording };
};

/** Keeps what was written, and records its hash. */
const keepFormat = async (io: PaperIo, id: StatusPaperId, format: PaperFormat, written: string | Uint8Array) => {
  const bytes = typeof written === "string" ? Buffer.from(written, "utf8") : Buffer.from(written);
  const pages = packPages(typeof written === "string" ? written : bytes.toString("base64"));
  await io.store.savePaper({ paper: id, format }, pages);
  const hash = Hash.parse(createHash("sha256").update(bytes).digest("hex"));
  const document = { format, hash, bytes: bytes.length, pages: pages.length };
  const now = io.clock.now();
  const decide = (paper: StatusPaper) => completeFormat(paper, document, now);
  await executeOnAggregate(io.store)({ kind: "status-paper", id, by: "react", now, decide });
};

/**
 * Writes what is left of a paper: its numbers first, then every format from these. Begun again after an interruption it goes
 * on where it stopped; one that is whole is left alone.
 */
export const writePaper = async (io: PaperIo, id: StatusPaperId): Promise<void> => {
  const head = await io.store.load("status-paper", id);
  if (head?.state.state !== "being-written") return;
  log("PAPER_BEING_WRITTEN", { paper: id, asAt: head.state.asAt });
  const kept = await paperNumbers(io.store, head.state);
  const data = kept ?? (await countPaper(io, head.state));
  if (kept === undefined) await keepFormat(io, id, "json", await writers.json(data));
  for (const format of PaperFormat.options)
    if (format !== "json" && head.state.documents.every((one) => one.format !== format))
      await keepFormat(io, id, format, await writers[format](data));
};
