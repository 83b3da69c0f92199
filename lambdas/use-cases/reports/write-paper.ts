import { createHash } from "node:crypto";
import pMap from "p-map";
import type { Wording } from "../../../domain/labels/words.ts";
import { completeParts, documentOf, type PaperPart, partsOf } from "../../../domain/papers/status-papers.ts";
import type { Paper } from "../../../domain/reports/content.ts";
import { isContact } from "../../../domain/registers/contact-counts.ts";
import { paperData } from "../../../domain/reports/paper-data.ts";
import type { PaperWords } from "../../../domain/reports/wording.ts";
import { statusPaper } from "../../../domain/reports/status-paper.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { Hash, type StatusPaperId } from "../../../schemas/base/ids.ts";
import type { Language } from "../../../schemas/base/values.ts";
import type { PaperData } from "../../../schemas/model/paper-data.ts";
import type { PaperTexts } from "../../../schemas/model/paper-texts.ts";
import { PaperFormat, type StatusPaper } from "../../../schemas/model/status-paper.ts";
import { executeOnAggregate } from "../../commands/execute-command.ts";
import { log } from "../../io/log.ts";
import { packPages } from "../../io/packed-pages.ts";
import type { Store } from "../../io/ports/store.ts";
import { labelWords, loadWords, type WordFiles } from "../../io/words.ts";
import type { Clock } from "../../io/ports/time.ts";
import { registerEntriesIn } from "../oversight/register-entries-as-known.ts";
import { entriesAsKnown } from "../oversight/history-as-known.ts";
import { countedInPapers } from "./counted-in-papers.ts";
import { paperNumbers, paperTexts, placeOf } from "./paper-text.ts";

export interface PaperIo {
  readonly store: Store;
  readonly clock: Clock;
}

/** The last published paper as it was published; undefined where there was none. */
const previousOf = async ({ store }: PaperIo, id: StatusPaperId | undefined) => {
  if (id === undefined) return undefined;
  const aggregate = await store.load("status-paper", id);
  const data = aggregate === undefined ? undefined : await paperNumbers(store, aggregate.state);
  if (data === undefined) throw new Error(`The numbers of ${id} are not kept`);
  return { id, data };
};

/** Counts the numbers of a paper, from all facts recorded up to its order. */
const countPaper = async (io: PaperIo, { asAt, orderedAt, previous }: StatusPaper): Promise<PaperData> => {
  const known = await entriesAsKnown(io.store, countedInPapers, undefined, io.clock.now());
  const entries = known.filter(({ recordedAt }) => recordedAt <= orderedAt);
  const mechanism = historyOf(entries);
  return paperData({
    asAt,
    knownAt: orderedAt,
    mechanism,
    entries: registerEntriesIn(entries).map(({ state }) => state),
    contacts: entries.flatMap(({ facts }) => facts.filter(isContact)),
    previous: await previousOf(io, previous),
  });
};

/** The writer of each format, loaded on first use. */
const writers: {
  readonly [F in Exclude<PaperFormat, "json">]: (paper: Paper, wording: Wording) => Promise<string | Uint8Array>;
} = {
  html: async (paper, wording) => (await import("../../../domain/reports/page.ts")).paperAsPage(paper, wording),
  docx: async (paper, wording) =>
    (await import("../../../domain/reports/word-document.ts")).paperAsWordDocument(paper, wording),
  markdown: async (paper) => (await import("../../../domain/reports/markdown.ts")).paperAsMarkdown(paper),
};

/** The content of a paper: its numbers, and the texts that a person added. */
interface PaperContent {
  readonly data: PaperData;
  readonly texts: PaperTexts | undefined;
  /** The paper in the languages in which a format was written: every format has the same words. */
  readonly written: Partial<Record<Language, WordedPaper>>;
}

interface WordedPaper {
  readonly paper: Paper;
  readonly wording: Wording;
}

/** The sentences of papers. */
export const paperWords: WordFiles<PaperWords> = {
  ar: () => import("../../../domain/labels/status-paper.ar.json", { with: { type: "json" } }),
  en: () => import("../../../domain/labels/status-paper.en.json", { with: { type: "json" } }),
  es: () => import("../../../domain/labels/status-paper.es.json", { with: { type: "json" } }),
  fr: () => import("../../../domain/labels/status-paper.fr.json", { with: { type: "json" } }),
  ru: () => import("../../../domain/labels/status-paper.ru.json", { with: { type: "json" } }),
  zh: () => import("../../../domain/labels/status-paper.zh.json", { with: { type: "json" } }),
};

/** Returns a paper in the words of a language. */
const worded = async ({ data, texts, written }: PaperContent, language: Language): Promise<WordedPaper> => {
  if (written[language] !== undefined) return written[language];
  const [words, sentences] = await Promise.all([loadWords(labelWords, language), loadWords(paperWords, language)]);
  const wording = { language, words };
  return (written[language] ??= { paper: statusPaper(data, sentences, wording, texts), wording });
};

/** Returns the content of a part of a paper, from the numbers and the added texts. */
const writePart = async (
  content: PaperContent,
  { format, language = "en" }: PaperPart,
): Promise<string | Uint8Array> => {
  if (format === "json") return JSON.stringify(content.data);
  const { paper, wording } = await worded(content, language);
  return writers[format](paper, wording);
};

/** Stores a written part, and returns its hash and size. */
const savePart = async ({ store }: PaperIo, paper: StatusPaper, part: PaperPart, written: string | Uint8Array) => {
  const bytes = typeof written === "string" ? Buffer.from(written, "utf8") : Buffer.from(written);
  const pages = packPages(typeof written === "string" ? written : bytes.toString("base64"));
  await store.savePaper(placeOf(paper, part), pages);
  const hash = Hash.parse(createHash("sha256").update(bytes).digest("hex"));
  return { ...part, hash, bytes: bytes.length, pages: pages.length };
};

/** Writes and stores parts, then records them in one commit: each commit invokes the functions on the stream. */
const writeParts = async (
  io: PaperIo,
  paper: StatusPaper,
  parts: readonly PaperPart[],
  content: PaperContent,
): Promise<void> => {
  const missing = parts.filter((part) => documentOf(paper, part) === undefined);
  if (missing.length === 0) return;
  const save = async (part: PaperPart) => savePart(io, paper, part, await writePart(content, part));
  const documents = await pMap(missing, save, { concurrency: 1 });
  const { id, texts } = paper;
  const now = io.clock.now();
  const decide = (current: StatusPaper) => completeParts(current, documents, now, texts);
  await executeOnAggregate(io.store)({ kind: "status-paper", id, by: "react", now, decide });
};

/** The numbers are kept first: all other formats are written from them, also after an interruption. */
const formatsInTurn: readonly PaperFormat[] = ["json", ...PaperFormat.options.filter((format) => format !== "json")];

/**
 * Writes the rest of a paper: its numbers first, then every format in all of its languages. After an interruption it
 * continues with the format at which it stopped; a complete paper is unchanged.
 */
export const writePaper = async (io: PaperIo, id: StatusPaperId): Promise<void> => {
  const aggregate = await io.store.load("status-paper", id);
  if (aggregate?.state.state !== "being-written") return;
  const paper = aggregate.state;
  log("PAPER_BEING_WRITTEN", { paper: id, asAt: paper.asAt });
  const kept = await paperNumbers(io.store, paper);
  const data = kept ?? (await countPaper(io, paper));
  const content = { data, texts: await paperTexts(io.store, paper), written: {} };
  for (const format of formatsInTurn)
    await writeParts(
      io,
      paper,
      partsOf(paper).filter((part) => part.format === format),
      content,
    );
};
