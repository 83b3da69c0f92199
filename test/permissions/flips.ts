import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import * as z from "zod";
import { type Permission, permissions, type Relation } from "../../domain/review/permissions.ts";
import { Action } from "../../schemas/base/actions.ts";
import { Stage } from "../../schemas/model/review.ts";
import type { Cell } from "./grid.ts";
import { wrongAnswersInProcess, type FrozenScene } from "./cells-in-process.ts";
import type { Scene, Who } from "./people.ts";

/** Every relation there is; the compiler wants each, and no other. */
const all: Readonly<Record<Relation, true>> = {
  secretariat: true,
  president: true,
  mission: true,
  "mission/under-review": true,
  "mission/reviewing": true,
  "focal-point": true,
  "focal-point/under-review": true,
  "focal-point/reviewing": true,
  expert: true,
  "expert/under-review": true,
  "expert/reviewing": true,
  observer: true,
  "observer/under-review": true,
  "observer/reviewing": true,
  successor: true,
  "successor/under-review": true,
  "successor/reviewing": true,
  recorder: true,
  "recorder/under-review": true,
  "recorder/reviewing": true,
  self: true,
  participant: true,
  registered: true,
  "in-service": true,
  public: true,
};
const relations = Object.keys(all) as readonly Relation[];

/** A changed cell of the table of permissions. */
export interface Flip {
  readonly action: Action;
  /** `+president`, `-expert`, `+@feedback`, `-@feedback`. */
  readonly change: string;
  readonly flipped: Permission;
}
export const flipName = ({ action, change }: Pick<Flip, "action" | "change">): string => `${action} ${change}`;

const turned = <Value>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value];

/**
 * Every flip: each action and relation, and each action and stage. An action for which the table names no stages is
 * about no review, or is open as long as the review is there: it has no stages to flip.
 */
export const everyFlip = (): readonly Flip[] =>
  Action.options.flatMap((action) => {
    const permission: Permission = permissions[action];
    const { by, in: stages } = permission;
    const sign = (is: boolean): string => (is ? "-" : "+");
    return [
      ...relations.map((relation): Flip => ({
        action,
        change: `${sign(by.includes(relation))}${relation}`,
        flipped: { ...permission, by: turned(by, relation) },
      })),
      ...(stages === undefined ? [] : Stage.options).map((stage): Flip => ({
        action,
        change: `${sign(stages?.includes(stage) === true)}@${stage}`,
        flipped: { ...permission, in: turned(stages ?? [], stage) },
      })),
    ];
  });

/** Opens the table, so that one entry can be replaced for a time, and its used entries are recorded. */
const openTable = () => {
  const seen = new Set<Action>();
  const entries = { ...permissions } as Record<Action, Permission>;
  for (const action of Action.options)
    Object.defineProperty(permissions, action, {
      configurable: true,
      enumerable: true,
      get: () => {
        seen.add(action);
        return entries[action];
      },
    });
  return {
    /** Returns the entries that some work uses. */
    lookedAt: async (work: () => Promise<unknown>): Promise<ReadonlySet<Action>> => {
      seen.clear();
      await work();
      return new Set(seen);
    },
    /** Runs work under a flip. */
    under: async <T>({ action, flipped }: Flip, work: () => Promise<T>): Promise<T> => {
      const before = entries[action];
      entries[action] = flipped;
      try {
        return await work();
      } finally {
        entries[action] = before;
      }
    },
    close: () => {
      for (const action of Action.options)
        Object.defineProperty(permissions, action, {
          value: entries[action],
          configurable: true,
          enumerable: true,
          writable: true,
        });
    },
  };
};

export interface Judge {
  /** The first thing that a flip makes other than the grid says; undefined where the whole grid still holds. */
  readonly killerOf: (flip: Flip) => Promise<string | undefined>;
  readonly cells: number;
  readonly close: () => void;
}

/**
 * Opens a judge of flips. A flip changes only replies of cells that use the flipped entry, so only those are requested:
 * first those of its own action, and among them the callers that found such flips before.
 */
export const openJudge = async (
  grid: readonly Cell[],
  frozenScenes: ReadonlyMap<Scene, FrozenScene>,
  progress: (done: number) => void,
): Promise<Judge> => {
  const table = openTable();
  const looking = new Map<Action, Cell[]>(Action.options.map((action) => [action, []]));
  const judged = (cell: Cell) => {
    const frozen = frozenScenes.get(cell.scene);
    if (frozen === undefined) throw new Error(`there is no system in ${cell.scene}`);
    return wrongAnswersInProcess(frozen, cell);
  };
  for (const [at, cell] of grid.entries()) {
    const entries = await table.lookedAt(async () => {
      const wrong = await judged(cell);
      if (wrong.length > 0) throw new Error(`The grid does not hold before anything is flipped: ${wrong.join()}`);
    });
    for (const action of entries) looking.get(action)?.push(cell);
    progress(at + 1);
  }

  const finders = new Map<string, Who[]>();
  const inOrder = ({ action, change }: Flip): readonly Cell[] => {
    const found = finders.get(change) ?? [];
    const rank = (cell: Cell): number => {
      if (cell.action !== action) return 1000;
      const at = found.indexOf(cell.who);
      return at < 0 ? 100 : at;
    };
    return (looking.get(action) ?? []).toSorted((one, other) => rank(one) - rank(other));
  };
  return {
    cells: grid.length,
    killerOf: (flip) =>
      table.under(flip, async () => {
        for (const cell of inOrder(flip)) {
          const [wrong] = await judged(cell);
          if (wrong === undefined) continue;
          const found = finders.get(flip.change) ?? [];
          finders.set(flip.change, [cell.who, ...found.filter((who) => who !== cell.who)]);
          return wrong;
        }
        return undefined;
      }),
    close: table.close,
  };
};

const Row = z.strictObject({ action: z.string(), changes: z.string().min(1), reason: z.string().min(10) });

const isServing = (relation: Relation): boolean => /^(?:focal-point|expert|observer|successor)/u.test(relation);

/** `+everything`, `+serving` (for a party in a review), `+narrower` (one side of a relation that is in), or one change. */
const changesOf = (action: Action, word: string): readonly string[] => {
  const by: readonly string[] = permissions[action].by;
  const absent = relations.filter((relation) => !by.includes(relation));
  const added = (some: readonly Relation[]): readonly string[] => some.map((relation) => `+${relation}`);
  switch (word) {
    case "+everything":
      return added(absent);
    case "+serving":
      return added(absent.filter(isServing));
    case "+narrower":
      return added(absent.filter((relation) => relation.includes("/") && by.includes(relation.split("/")[0] ?? "")));
    default:
      return [word];
  }
};

/** Returns the flips without an observable effect, each with its reason, as they are written. */
export const readEquivalents = (
  file = new URL("equivalent-flips.csv", import.meta.url),
): ReadonlyMap<string, string> => {
  const rows = z.array(Row).parse(parse(readFileSync(file, "utf8"), { columns: true, comment: "#" }));
  return new Map(
    rows.flatMap(({ action: actions, changes, reason }) =>
      actions
        .split(" ")
        .map((action) => Action.parse(action))
        .flatMap((action) =>
          changes
            .split(" ")
            .flatMap((word) => changesOf(action, word))
            .map((change) => [flipName({ action, change }), reason] as const),
        ),
    ),
  );
};
