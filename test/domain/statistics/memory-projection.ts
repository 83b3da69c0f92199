import { addDays, endOfDay } from "../../../domain/base/time.ts";
import { parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import { cellsInBlock, changedBlocks, type CountsBlock, totalsAt } from "../../../domain/statistics/counts-blocks.ts";
import { countedIn, figureRowsIn, type Totals } from "../../../domain/statistics/projection-totals.ts";
import { countedBy, countMeasure } from "../../../domain/statistics/count.ts";
import { countedSpansOf } from "../../../domain/statistics/counted-spans.ts";
import { figureData, figureView } from "../../../domain/statistics/paper-figures.ts";
import { packBlock, unpackBlock } from "../../../domain/statistics/packed-blocks.ts";
import { changedRow, type CountedRow, type CountedSource, recount } from "../../../domain/statistics/recount.ts";
import { scopeKeyOf } from "../../../domain/statistics/scope-keys.ts";
import { type MechanismHistory, historyOf, historyOfReview } from "../../../domain/statistics/mechanism-history.ts";
import { statisticsOf } from "../../../domain/views/statistics.ts";
import { ReviewId } from "../../../schemas/base/ids.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { PaperFigure } from "../../../schemas/model/paper-figures.ts";
import { Measure, type StatisticsScope } from "../../../schemas/model/statistics.ts";

export type Subjects = readonly { readonly subject: string; readonly facts: Fact[] }[];

/** A projection in memory, with the blocks that functions store in the database. */
export class MemoryProjection {
  rows = new Map<string, CountedRow>();
  private readonly most: number;
  readonly blocks = new Map<string, Map<CalendarDate, CountsBlock>>();

  /** Keeps the counts in blocks of at most `most` cells. */
  constructor(most = cellsInBlock) {
    this.most = most;
  }

  /** Counts some subjects again, from all facts of the journal. */
  recount(journal: Subjects, subjects: readonly string[], openedTo: CalendarDate): void {
    const mechanism = historyOf(journal);
    const { rows, changes } = recount(
      subjects.map((subject) => sourceOf(journal, mechanism, subject)),
      this.rows,
    );
    for (const [id, change] of rows) this.rows.set(id, changedRow(this.rows.get(id), change));
    for (const [scope, days] of changes) this.change(scope, [...days], openedTo);
  }

  private change(scope: string, changes: [CalendarDate, ReadonlyMap<string, number>][], openedTo: CalendarDate): void {
    const blocks = this.blocks.get(scope) ?? new Map<CalendarDate, CountsBlock>();
    this.blocks.set(scope, blocks);
    const [first = openedTo] = changes.map(([day]) => day).toSorted();
    const covering = lastBy(blocks.values(), first)?.from ?? first;
    const kept = inOrder(blocks.values()).filter(({ from }) => from >= covering);
    for (const { pieces } of changedBlocks(kept, { changes, openedTo, most: this.most }))
      for (const piece of pieces) blocks.set(piece.from, unpackBlock(JSON.parse(JSON.stringify(packBlock(piece)))));
  }

  totals(scope: StatisticsScope, day: CalendarDate): ReadonlyMap<string, number> {
    return this.totalsIn(scopeKeyOf(scope) ?? "", day);
  }

  totalsIn(key: string, day: CalendarDate): ReadonlyMap<string, number> {
    return totalsAt(lastBy(this.blocks.get(key)?.values() ?? [], day), day);
  }
}

const inOrder = (blocks: Iterable<CountsBlock>): readonly CountsBlock[] =>
  [...blocks].toSorted((one, other) => (one.from < other.from ? -1 : 1));

/** Returns the last block that begins by a day. */
const lastBy = (blocks: Iterable<CountsBlock>, day: CalendarDate): CountsBlock | undefined =>
  inOrder(blocks).findLast(({ from }) => from <= day);

const sourceOf = (journal: Subjects, mechanism: MechanismHistory, subject: string): CountedSource => {
  const { kind, id } = parseAggregateKey(subject);
  const facts = journal.filter((one) => one.subject === subject).flatMap((one) => one.facts);
  if (kind !== "review") {
    const own = historyOf([{ subject, facts }]);
    return { id: subject, basis: String(facts.length), spans: countedSpansOf(own, undefined) };
  }
  const surroundings = {
    parties: [...mechanism.parties.values()].map(({ party }) => party),
    people: mechanism.people,
    planned: mechanism.planned,
  };
  const alone = historyOfReview(facts, surroundings);
  return { id: subject, basis: String(facts.length), spans: countedSpansOf(alone, ReviewId.parse(id)) };
};

/** Returns the counts of a part of the Mechanism on a day, from the projection and from the journal. */
export const bothWays = (totals: Totals, mechanism: MechanismHistory, scope: StatisticsScope, day: CalendarDate) => {
  const measured = countedIn(totals);
  const count = { mechanism, at: endOfDay(day), scope };
  const isOfReviews = scope.regionalGroup === undefined && scope.instrument === undefined;
  const figures = isOfReviews ? PaperFigure.options : [];
  return {
    kept: [
      ...Measure.options.map(measured),
      ...figures.map((figure) => figureView(figure, day, scope, figureRowsIn(totals, figure))),
    ],
    journal: [
      ...Measure.options.map((measure) => countMeasure(measure, count)),
      ...figures.map((figure) => figureData(figure, count)),
    ],
  };
};

/**
 * Returns how each measure changed between two days, by the projection and by the additions and removals in the
 * journal.
 */
export const changes = (
  kept: MemoryProjection,
  mechanism: MechanismHistory,
  scope: StatisticsScope,
  [was, is]: readonly [CalendarDate, CalendarDate],
) => {
  const views = statisticsOf(Measure.options, scope, {
    counted: countedIn(kept.totals(scope, is)),
    before: countedIn(kept.totals(scope, was)),
    definitionOf: () => "",
    namesParties: true,
  });
  const keysOn = (measure: Measure, day: CalendarDate) =>
    new Set(countedBy(measure, { mechanism, at: endOfDay(day), scope }).keys());
  return {
    kept: views.map(({ measure, change }) => ({ measure, change })),
    journal: views.map(({ measure }) => {
      const [before, now] = [keysOn(measure, was), keysOn(measure, is)];
      const by = now.difference(before).size - before.difference(now).size;
      return { measure, change: { was: before.size, more: Math.max(0, by), fewer: Math.max(0, -by) } };
    }),
  };
};

/** Returns every day on which the mechanism changed, the day before it, and some days far ahead. */
export const daysOfChange = (kept: MemoryProjection): readonly CalendarDate[] => {
  const days = [...kept.blocks.values()].flatMap((blocks) =>
    [...blocks.values()].flatMap((block) => [...block.days.keys()]),
  );
  return [...new Set(days.flatMap((day) => [addDays(day, -1), day]))].toSorted();
};
