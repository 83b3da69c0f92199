import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import * as z from "zod";
import { Action } from "../../schemas/base/actions.ts";
import { everyone, recorders, type Scene, scenes, sets, type Who } from "./people.ts";

/** The party of an act: one's own, another of the review, or no party at all. */
export const abouts = ["own", "other", ""] as const;
export type About = (typeof abouts)[number];

/**
 * The expected outcome: `allowed` is success; `repeated` is success without any effect, because it was done before;
 * anything else is the kind of problem, and 401 the gateway's refusal.
 */
export interface Cell {
  readonly who: Who;
  readonly action: Action;
  readonly about: About;
  readonly scene: Scene;
  readonly outcome: string;
  /** Line of the file. */
  readonly line: number;
}

const Row = z.strictObject({
  action: z.string(),
  about: z.enum(abouts),
  who: z.string(),
  scenes: z.string(),
  outcome: z.string().min(1),
  source: z.string().regex(/\[(?:S|P|G)\d|\[W\]|\[D\]/u, "names no paragraph"),
});
type Row = z.infer<typeof Row>;

const known = <Name extends string>(names: readonly Name[], text: string, line: number): Name => {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new Error(`Line ${line}: what is ${text}?`);
  return found;
};

const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");

/** `inside secretariat`, or `inside except fp-under`. */
export const whoOf = (text: string, line: number): readonly Who[] => {
  const named = (part: string): readonly Who[] =>
    words(part).flatMap((word) => sets[word] ?? [known([...everyone, ...recorders], word, line)]);
  const [some = "", without = ""] = text.split(" except ");
  const left = new Set(named(without));
  const chosen = named(some);
  for (const who of left) if (!chosen.includes(who)) throw new Error(`Line ${line}: ${who} was not in`);
  return chosen.filter((who) => !left.has(who));
};

/** `all`, `feedback`, `scheduled..nomination`, several after one another. */
export const scenesOf = (text: string, line: number): readonly Scene[] =>
  words(text).flatMap((word) => {
    if (word === "all") return scenes;
    const [from = "", to = from] = word.split("..");
    return scenes.slice(scenes.indexOf(known(scenes, from, line)), scenes.indexOf(known(scenes, to, line)) + 1);
  });

export const nameOf = ({ who, action, about, scene }: Pick<Cell, "who" | "action" | "about" | "scene">): string =>
  `${action}${about === "" ? "" : ` (${about})`} by ${who} in ${scene}`;

/** The grid as it is written: every cell of every row. Throws where a row cannot be read. */
export const readGrid = (file = new URL("grid.csv", import.meta.url)): readonly Cell[] => {
  const rows = parse(readFileSync(file, "utf8"), { columns: true, info: true, comment: "#" }) as unknown as readonly {
    readonly record: unknown;
    readonly info: { readonly lines: number };
  }[];
  return rows.flatMap(({ record, info: { lines: line } }) => {
    const parsed = Row.safeParse(record);
    if (!parsed.success) throw new Error(`Line ${line}: ${z.prettifyError(parsed.error)}`);
    const { about, outcome, ...row }: Row = parsed.data;
    const action = Action.parse(row.action);
    return scenesOf(row.scenes, line).flatMap((scene) =>
      whoOf(row.who, line).map((who): Cell => ({ who, action, about, scene, outcome, line })),
    );
  });
};

/** Returns the cells that the grid omits, and those that it states twice. */
export const gapsOf = (
  cells: readonly Cell[],
  aboutsByAction: ReadonlyMap<Action, readonly About[]>,
  recordedActions: ReadonlySet<Action>,
): readonly string[] => {
  const said = Map.groupBy(cells, nameOf);
  const wanted = Action.options.flatMap((action) =>
    (aboutsByAction.get(action) ?? [""]).flatMap((about) =>
      [...everyone, ...(recordedActions.has(action) ? recorders : [])].flatMap((who) =>
        scenes.map((scene) => nameOf({ who, action, about, scene })),
      ),
    ),
  );
  const twice = [...said].flatMap(([name, found]) =>
    found.length > 1 ? [`twice: ${name}, lines ${found.map(({ line }) => line).join(" and ")}`] : [],
  );
  const wants = new Set(wanted);
  return [
    ...wanted.filter((name) => !said.has(name)).map((name) => `missing: ${name}`),
    ...twice,
    ...[...said.keys()].filter((name) => !wants.has(name)).map((name) => `never used: ${name}`),
  ];
};
