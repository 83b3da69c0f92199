import type { CalendarDate } from "../../schemas/base/values.ts";
import type { Cell } from "./cells.ts";
import type { CountsBlock } from "./counts-blocks.ts";

/** A block as JSON: each cell by its place in a list of their names, because days name the same ones over and over. */
export interface PackedBlock {
  readonly from: CalendarDate;
  readonly cells: readonly Cell[];
  readonly opening: readonly (readonly number[])[];
  readonly days: readonly (readonly [CalendarDate, readonly (readonly number[])[]])[];
}

export const packBlock = ({ from, opening, days }: CountsBlock): PackedBlock => {
  const named = new Set([...opening.keys(), ...[...days.values()].flatMap((cells) => [...cells.keys()])]);
  const cells = [...named].toSorted();
  const places = new Map(cells.map((cell, place) => [cell, place]));
  const packed = (counts: ReadonlyMap<Cell, number>) =>
    [...counts]
      .map(([cell, count]) => [places.get(cell) ?? -1, count])
      .toSorted(([one = 0], [other = 0]) => one - other);
  return {
    from,
    cells,
    opening: packed(opening),
    days: [...days]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, changes]) => [day, packed(changes)]),
  };
};

export const unpackBlock = ({ from, cells, opening, days }: PackedBlock): CountsBlock => {
  const unpacked = (counts: readonly (readonly number[])[]): ReadonlyMap<Cell, number> =>
    new Map(counts.map(([place = -1, count = 0]) => [cells[place] ?? "", count]));
  return { from, opening: unpacked(opening), days: new Map(days.map(([day, changes]) => [day, unpacked(changes)])) };
};
