import type { CalendarDate } from "../../schemas/base/values.ts";
import type { Cell } from "./cells.ts";
import type { CountsBlock } from "./counts-blocks.ts";

/**
 * A block as JSON, in which the compression that follows finds a fifth of what it finds in names and pairs: names of cells are
 * sorted, each with how many characters it shares with the one before and the rest; the opening has a number for each; and the changes of a
 * day are pairs of how many cells on from the pair before, and by how much.
 */
export interface PackedBlock {
  readonly from: CalendarDate;
  readonly cells: readonly (readonly [shared: number, rest: string])[];
  readonly opening: readonly number[];
  readonly days: readonly (readonly [CalendarDate, readonly number[]])[];
}

const sharedLength = (one: string, other: string): number => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

const packNames = (names: readonly Cell[]): PackedBlock["cells"] =>
  names.map((name, place) => {
    const shared = sharedLength(names[place - 1] ?? "", name);
    return [shared, name.slice(shared)];
  });

const unpackNames = (packed: PackedBlock["cells"]): readonly Cell[] => {
  let before = "";
  return packed.map(([shared, rest]) => (before = before.slice(0, shared) + rest));
};

export const packBlock = ({ from, opening, days }: CountsBlock): PackedBlock => {
  const named = new Set([...opening.keys(), ...[...days.values()].flatMap((cells) => [...cells.keys()])]);
  const cells = [...named].toSorted();
  const places = new Map(cells.map((cell, place) => [cell, place]));
  const packDay = (changes: ReadonlyMap<Cell, number>): readonly number[] => {
    const inOrder = [...changes]
      .map(([cell, by]) => ({ place: places.get(cell) ?? -1, by }))
      .toSorted((one, other) => one.place - other.place);
    return inOrder.flatMap(({ place, by }, at) => [place - (inOrder[at - 1]?.place ?? 0), by]);
  };
  return {
    from,
    cells: packNames(cells),
    opening: opening.size === 0 ? [] : cells.map((cell) => opening.get(cell) ?? 0),
    days: [...days]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, changes]) => [day, packDay(changes)]),
  };
};

export const unpackBlock = ({ from, cells, opening, days }: PackedBlock): CountsBlock => {
  const names = unpackNames(cells);
  const unpackDay = (packed: readonly number[]): ReadonlyMap<Cell, number> => {
    const changes = new Map<Cell, number>();
    let place = 0;
    for (let at = 0; at < packed.length; at += 2) {
      place += packed[at] ?? 0;
      changes.set(names[place] ?? "", packed[at + 1] ?? 0);
    }
    return changes;
  };
  return {
    from,
    opening: new Map(opening.flatMap((count, place) => (count === 0 ? [] : [[names[place] ?? "", count] as const]))),
    days: new Map(days.map(([day, changes]) => [day, unpackDay(changes)])),
  };
};
