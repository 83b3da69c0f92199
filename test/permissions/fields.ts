import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import * as z from "zod";
import { Instrument } from "../../schemas/base/values.ts";
import type { Answer } from "../harness/contract.ts";
import { scenesOf, whoOf } from "./grid.ts";
import { type One, people, type Scene, type Who } from "./people.ts";
import { fieldsSeen, refusal, replyFields, type Seen } from "./reply-fields.ts";

/**
 * The subject of a field: an instrument, or the caller's own party or another, as the closest record around it says;
 * empty if none says so.
 */
type Of = Instrument | "own" | "other" | "";

/** A row of the table: the only roles that see some fields of the replies of some operations. */
interface Row {
  readonly operations: readonly string[];
  readonly fields: readonly string[];
  /** The subjects; all if empty. */
  readonly of: readonly Of[];
  readonly scenes: readonly Scene[];
  readonly who: ReadonlySet<Who>;
  readonly line: number;
}

const Written = z.strictObject({
  operations: z.string().min(1),
  fields: z.string().min(1),
  of: z.string(),
  scenes: z.string(),
  who: z.string(),
  source: z.string().regex(/\[(?:S|P|G)\d|\[W\]|\[D\]/u, "names no paragraph"),
});

const words = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== "");

/** `person.{id name}` is `person.id person.name`. */
const unfolded = (text: string): readonly string[] =>
  [...text.matchAll(/([^\s{]*)\{([^}]*)\}|(\S+)/gu)].flatMap(([, before = "", inside, plain]) =>
    inside === undefined ? [plain ?? ""] : words(inside).map((word) => `${before}${word}`),
  );

const Kind = z.enum([...Instrument.options, "own", "other"]);

const namesIn = ({ operations, fields }: Row): readonly string[] =>
  operations.flatMap((operation) => fields.map((field) => `${operation} ${field}`));

/** The table as it is written. Throws where a row cannot be read. */
export const readFields = (file = new URL("fields.csv", import.meta.url)): readonly Row[] => {
  const rows = parse(readFileSync(file, "utf8"), { columns: true, info: true, comment: "#" }) as unknown as readonly {
    readonly record: unknown;
    readonly info: { readonly lines: number };
  }[];
  return rows.map(({ record, info: { lines: line } }) => {
    const written = Written.safeParse(record);
    if (!written.success) throw new Error(`Line ${line}: ${z.prettifyError(written.error)}`);
    const { operations, fields, of, scenes, who } = written.data;
    return {
      operations: words(operations),
      fields: unfolded(fields),
      of: words(of).map((word) => Kind.parse(word)),
      scenes: scenesOf(scenes === "" ? "all" : scenes, line),
      who: new Set(whoOf(who, line)),
      line,
    };
  });
};

/** The fields of replies of which the table says nothing, and those that it says something of and that are none. */
export const fieldGaps = (rows: readonly Row[]): readonly string[] => {
  const said = new Map<string, Row[]>();
  for (const row of rows) for (const name of namesIn(row)) said.set(name, [...(said.get(name) ?? []), row]);
  const fields = [...replyFields].flatMap(([operation, some]) => some.map((field) => `${operation} ${field}`));
  const known = new Set(fields);
  // Additional members of refusals are named by the table alone.
  const isAdded = (name: string): boolean => name.startsWith(`${refusal} `);
  const twice = [...said].filter(([, some]) =>
    some.some((one, at) => some.slice(0, at).some((other) => meet(one, other))),
  );
  return [
    ...fields.filter((name) => !said.has(name) && name !== `${refusal} *`).map((name) => `missing: ${name}`),
    ...[...said.keys()].filter((name) => !known.has(name) && !isAdded(name)).map((name) => `no such field: ${name}`),
    ...twice.map(([name, some]) => `twice: ${name}, lines ${some.map(({ line }) => line).join(" and ")}`),
  ];
};

/** Returns true if two rows of one field overlap in one scene. */
const meet = (one: Row, other: Row): boolean =>
  one.scenes.some((scene) => other.scenes.includes(scene)) &&
  (one.of.length === 0 || other.of.length === 0 || one.of.some((of) => other.of.includes(of)));

const kindOf = (who: Who, { instrument, party }: Seen): Of => {
  if (instrument !== undefined) return Instrument.parse(instrument);
  const { party: own }: One = people[who];
  if (party === undefined) return "";
  return party === own ? "own" : "other";
};

/** A field that a caller read, and the scene. */
interface Notification {
  readonly who: Who;
  readonly of: Of;
  readonly scene: Scene;
}

const grants = ({ of, scenes }: Row, notification: Notification): boolean =>
  (of.length === 0 || of.includes(notification.of)) && scenes.includes(notification.scene);

/** Records the fields that each caller read, and compares them with the table. */
export const watchReplies = (rows: readonly Row[]) => {
  /** By operation and field, then each reading once. */
  const shownByField = new Map<string, Map<string, Notification>>();
  const rowsOf = new Map<string, readonly Row[]>();
  for (const row of rows) for (const name of namesIn(row)) rowsOf.set(name, [...(rowsOf.get(name) ?? []), row]);
  const notificationsOf = (row: Row, field: string): readonly Notification[] =>
    row.operations
      .flatMap((operation) => [...(shownByField.get(`${operation} ${field}`)?.values() ?? [])])
      .filter((notification) => grants(row, notification));
  return {
    /** Records the fields of a reply; returns true if the caller reads any of them in the scene for the first time. */
    see: (operation: string, who: Who, scene: Scene, { status, body }: Pick<Answer, "status" | "body">): boolean => {
      const from = status < 300 ? operation : refusal;
      let isNew = false;
      for (const seen of fieldsSeen(from, body)) {
        const name = `${from} ${seen.field}`;
        const notifications = shownByField.get(name) ?? new Map<string, Notification>();
        const of = kindOf(who, seen);
        const notification = `${who} ${of} ${scene}`;
        if (notifications.has(notification)) continue;
        isNew = true;
        notifications.set(notification, { who, of, scene });
        shownByField.set(name, notifications);
      }
      return isNew;
    },
    /** Returns fields that a caller read without a row of the table. */
    leaks: (): readonly string[] => {
      const found = [...shownByField].flatMap(([name, notifications]) =>
        [...notifications.values()].flatMap((notification) => {
          const row = rowsOf.get(name)?.find((each) => grants(each, notification));
          const { who, of, scene } = notification;
          return row?.who.has(who) === true
            ? []
            : [`${name}${of === "" ? "" : ` (${of})`} shown to ${who} in ${scene} (line ${row?.line ?? "none"})`];
        }),
      );
      return [...new Set(found)];
    },
    /** Returns rows whose callers never read the fields: a row that grants too much would pass with any reply. */
    idle: (): readonly string[] =>
      rows.flatMap((row) => {
        const reached = new Set(row.fields.flatMap((field) => notificationsOf(row, field).map(({ who }) => who)));
        const without = [...row.who].filter((who) => !reached.has(who));
        return without.length === 0 ? [] : [`line ${row.line}: nothing of it is ever shown to ${without.join(" ")}`];
      }),
    /** Returns fields that no caller read by any row's operation. */
    unknownAmong: (): readonly string[] => [
      ...new Set(
        rows.flatMap((row) =>
          row.fields
            .filter((field) => notificationsOf(row, field).length === 0)
            .map((field) => `${row.operations[0]} ${field}`),
        ),
      ),
    ],
  };
};
