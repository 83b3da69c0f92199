import { defined } from "../../schemas/base/defined.ts";
import type { ChangesByScope } from "./changes-of-counts.ts";
import type { CountedSpan } from "./counted-spans.ts";
import type { CountedRow, RowChange } from "./recount.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";

/** A row, or what becomes of it, as JSON. */
export interface PackedRow {
  readonly sources: readonly (readonly [string, readonly CountedSpan[]])[];
  readonly counted?: CountedRow["counted"];
}

export const packRow = ({ sources, counted }: CountedRow | RowChange): PackedRow => ({
  sources: [...sources],
  ...defined({ counted }),
});

export const unpackRow = ({ sources, counted }: PackedRow): CountedRow => ({
  sources: new Map(sources),
  ...defined({ counted }),
});

/** Changes as JSON. */
export type PackedChanges = readonly (readonly [
  string,
  readonly (readonly [CalendarDate, readonly (readonly [string, number])[]])[],
])[];

export const packChanges = (changes: ChangesByScope): PackedChanges =>
  [...changes].map(([scope, days]) => [scope, [...days].map(([day, cells]) => [day, [...cells]])]);

export const unpackChanges = (changes: PackedChanges): ChangesByScope =>
  new Map(changes.map(([scope, days]) => [scope, new Map(days.map(([day, cells]) => [day, new Map(cells)]))]));
