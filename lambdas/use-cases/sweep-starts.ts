import { newsAge } from "../../domain/policy/letters.ts";
import { earlier } from "../../domain/base/time.ts";
import {
  isOpened,
  lateStartLetters,
  startCorrectedLetters,
  startUndoneLetters,
} from "../../domain/letters/start-letters.ts";
import { stateOfReviewsLetters } from "../../domain/letters/release-letters.ts";
import { isChangingReviews } from "../../domain/parties/groups.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { all } from "../io/pages.ts";
import type { JournalEntryIo } from "./on-journal-entry.ts";
import { aggregatesById } from "./base/skip-unreadable.ts";
import { lettersAboutGroup } from "./planning/open-group.ts";
import { openPhaseOf } from "./planning/open-phase.ts";
import { startReviewsOf } from "./planning/start-reviews.ts";
import type { EffectSweep } from "./sweep-effects.ts";

type TryStep = EffectSweep["trying"];

/** Continues interrupted imports. Returns their number. */
export const resumeImports = async (io: JournalEntryIo, tryStep: TryStep): Promise<number> => {
  let resumed = 0;
  for (const { state } of await all((paging) => io.store.list("import", paging)))
    if (state.state === "applying")
      await tryStep(`import ${state.id}`, async () => {
        await (await import("./imports/apply-import.ts")).applyImport(io, state.id);
        resumed += 1;
      });
  return resumed;
};

/** Continues interrupted status papers. Returns their number. */
export const resumePapers = async (io: JournalEntryIo, tryStep: TryStep): Promise<number> => {
  let resumed = 0;
  for (const { state } of await all((paging) => io.store.list("status-paper", paging)))
    if (state.state === "being-written")
      await tryStep(`status paper ${state.id}`, async () => {
        await (await import("./reports/write-paper.ts")).writePaper(io, state.id);
        resumed += 1;
      });
  return resumed;
};

/**
 * Continues groups whose start, its undoing or its correction was interrupted, and phases that are being opened.
 * Returns their number.
 */
export const resumeStarts = async (io: JournalEntryIo, by: string, tryStep: TryStep): Promise<number> => {
  let resumed = 0;
  for (const { state: group } of await all((paging) => io.store.list("group", paging)))
    if (isChangingReviews(group))
      await tryStep(`start of ${group.id}`, async () => {
        await startReviewsOf(io, group.id, by);
        resumed += 1;
      });
  for (const { state: phase } of await all((paging) => io.store.list("phase", paging)))
    if (phase.state === "opening")
      await tryStep(`opening of ${phase.id}`, async () => {
        await openPhaseOf(io, phase.id, by);
        resumed += 1;
      });
  return resumed;
};

/**
 * Returns the letters about the start of a group that must exist by now. For a late start, the recipients are parties
 * with an obligation open since then. Letters about a corrected day, about imported reviews and about an undone start
 * are required while they are news.
 */
export const lettersAboutStart = async (
  io: JournalEntryIo,
  group: Group,
  pending: readonly Review[],
  now: Instant,
  tryStep: TryStep,
): Promise<readonly Letter[]> => {
  const newsSince = earlier(now, newsAge);
  const letters: Letter[] = [];
  await tryStep(`letters about the start of ${group.id}`, async () => {
    const { id, undone, corrected, resumed } = group;
    const isNews = [corrected?.lettersAt, resumed?.lettersAt].some((at) => at !== undefined && at >= newsSince);
    if (isOpened(group, now)) letters.push(...lateStartLetters(group, pending, now));
    if (isNews) {
      // It also concerns parties without an open obligation.
      const aggregates = await aggregatesById(io.store, "review", group.reviews, (review, work) =>
        tryStep(`review ${review}`, work),
      );
      const reviews = aggregates.map(({ state }) => state);
      letters.push(...startCorrectedLetters(group, reviews, now), ...stateOfReviewsLetters(group, reviews, now));
    }
    if (undone !== undefined && undone.at >= newsSince)
      letters.push(...startUndoneLetters(group, await lettersAboutGroup(io.ledger, id), now));
  });
  return letters;
};
