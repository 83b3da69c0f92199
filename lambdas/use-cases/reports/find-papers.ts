import { parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { StatusPaperId } from "../../../schemas/base/ids.ts";
import { type CalendarDate, type Instant, Language } from "../../../schemas/base/values.ts";
import type { StatusPaper } from "../../../schemas/model/status-paper.ts";
import { logUnreadable } from "../../io/log-failure.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";
import { feedFrom } from "../base/journal-feed.ts";
import { countedInPapers } from "./counted-in-papers.ts";

/** Returns true if an aggregate that a paper counts changed since a time; reads until the first change. */
const isNewSince = async (store: Pick<Store, "feed">, since: Instant, now: Instant): Promise<boolean> => {
  for await (const page of feedFrom(store, since, now))
    if (
      page.some(({ subject, recordedAt }) => recordedAt > since && countedInPapers.has(parseAggregateKey(subject).kind))
    )
      return true;
  return false;
};

/** Every paper, by id, which is the order in which they were ordered. */
export const everyPaper = (store: Pick<Store, "list">): Promise<readonly Aggregate<"status-paper">[]> =>
  all((paging) => store.list("status-paper", paging));

/**
 * Every paper, and the id of the one ordered last as at a day. Two orders at one moment decide on the same last paper; the
 * second one to commit loses and decides again, on a list that has the paper of the first: lists come from an index that may
 * be behind, so the last paper is read by its key where the list lacks it.
 */
export const papersAndLatest = async (
  store: Pick<Store, "list" | "load" | "latestPaper">,
  asAt: CalendarDate,
): Promise<{ readonly papers: readonly Aggregate<"status-paper">[]; readonly latest: StatusPaperId | undefined }> => {
  const latest = await store.latestPaper(asAt);
  const papers = await everyPaper(store);
  if (latest === undefined || papers.some(({ id }) => id === latest)) return { papers, latest };
  const last = await store.load("status-paper", latest);
  return { papers: last === undefined ? papers : [...papers, last], latest };
};

/** Returns true if a paper has every language that a paper ordered now would have. */
const isInEveryLanguage = (paper: StatusPaper): boolean =>
  Language.options.every((language) => paper.languages.includes(language));

/** Returns the paper as at a day that contains all current data, in every language; undefined if there is none. */
export const upToDatePaper = async (
  store: Pick<Store, "feed">,
  papers: readonly Aggregate<"status-paper">[],
  asAt: CalendarDate,
  now: Instant,
): Promise<Aggregate<"status-paper"> | undefined> => {
  const latest = papers.filter(({ state }) => state.asAt === asAt).at(-1);
  if (latest === undefined || !isInEveryLanguage(latest.state)) return undefined;
  if (await isNewSince(store, latest.state.orderedAt, now)) return undefined;
  return latest;
};

/** The last published paper as at a day or one before it: with that a paper compares. */
export const lastPublished = (
  papers: readonly Aggregate<"status-paper">[],
  asAt: CalendarDate,
): StatusPaper | undefined =>
  papers
    .map(({ state }) => state)
    .filter((paper) => paper.publishedAt !== undefined && paper.asAt <= asAt)
    .toSorted((one, other) => one.asAt.localeCompare(other.asAt) || one.orderedAt.localeCompare(other.orderedAt))
    .at(-1);

/** Published papers, the one published last first; what cannot be read is logged and left out. */
export const publishedPapers = async (store: Pick<Store, "list">): Promise<readonly StatusPaper[]> =>
  (await all((paging) => store.list("status-paper", { ...paging, onUnreadable: logUnreadable })))
    .flatMap(({ state }) => (state.publishedAt === undefined ? [] : [{ state, publishedAt: state.publishedAt }]))
    .toSorted((one, other) => other.publishedAt.localeCompare(one.publishedAt))
    .map(({ state }) => state);
