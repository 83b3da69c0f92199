import type { Language } from "../../schemas/base/values.ts";
import type { GroupId } from "../../schemas/base/ids.ts";
import type { FigureSeries, PaperFigure, PaperFigureView } from "../../schemas/model/paper-figures.ts";
import type { Measure, PartDimensions } from "../../schemas/model/statistics.ts";

/** The counts of the registers, by the names of their notes. */
export type RegisterNote =
  "training" | "dialogues" | "stakeholders" | "pilots" | "contributions" | "translations" | "hub" | "contacts";

/** The subject of a note of the paper: a measure, a count of a register, or a person's text by its place. */
export type NoteName = Measure | `register ${RegisterNote}` | `text ${number}`;

/** A number of the paper, with the note that defines it, and its position within its measure. */
export interface PaperNumber {
  readonly value: number;
  readonly note: NoteName;
  /** The place of the number in the data of the API. */
  readonly of:
    | { readonly measure: Measure; readonly what: "total" | "percent" | "published" | "counted" }
    | { readonly measure: Measure; readonly what: "part" | "part-percent"; readonly values: PartDimensions }
    | { readonly measure: Measure; readonly what: "half-year"; readonly from: string; readonly to: string }
    | {
        readonly figure: PaperFigure;
        readonly group?: GroupId | undefined;
        readonly languages?: string | undefined;
        readonly series?: FigureSeries | undefined;
      }
    | { readonly register: RegisterNote }
    /** The parts of some groups together. */
    | { readonly measure: Measure; readonly what: "groups"; readonly groups: readonly GroupId[] }
    | {
        readonly paper: "gate" | "taken-over" | "before-launch";
        readonly what:
          "concluded" | "of" | "needed" | "left" | "percent" | "discontinued" | "reviews" | "asked" | "parties";
      };
}

/** One or more sentences that belong together, with their numbers and the notes of these. */
export interface Sentence {
  /** The message that it fills in: by this name a test finds the whole of which its numbers are parts. */
  readonly name?: string | undefined;
  readonly text: string;
  readonly numbers: readonly PaperNumber[];
  /** Notes of a person, after those of its numbers. */
  readonly notes?: readonly NoteName[] | undefined;
}

/** The content of a cell: words, or a number. */
export type Cell = string | PaperNumber;

/** A table; the first cell of each row is its name. */
export interface PaperTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The sums of the columns. */
  readonly foot?: readonly Cell[];
}

/** The parts of a paper, in order. */
export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly number?: number | string; readonly sentences: readonly Sentence[] }
  | ({ readonly kind: "table" } & PaperTable)
  | {
      readonly kind: "figure";
      readonly data: PaperFigureView;
      readonly title: string;
      readonly description: string;
      readonly notes: readonly NoteName[];
      /** The numbers of the figure as a table. */
      readonly table: PaperTable;
    };

/** A definition at the foot of the paper. */
export interface Note {
  readonly name: NoteName;
  readonly text: string;
}

/** A status paper in a language, in any format. */
export interface Paper {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly remark: string;
  /** Lines above the title: symbol, session and agenda item. */
  readonly front: readonly string[];
  readonly blocks: readonly Block[];
  /** The notes in the order of their first use: the first is note 1. */
  readonly notes: readonly Note[];
  readonly words: {
    readonly notes: string;
    readonly contents: string;
    readonly noteBack: string;
    readonly skip: string;
    readonly figureNumbers: string;
    readonly noteRef: string;
  };
}

const notesIn = (cells: readonly Cell[]): readonly NoteName[] =>
  cells.flatMap((cell) => (typeof cell === "string" ? [] : [cell.note]));

/** Returns the notes of a sentence, each once. */
export const notesOfSentence = ({ numbers, notes = [] }: Sentence): readonly NoteName[] => [
  ...new Set([...notesIn(numbers), ...notes]),
];

/** Returns the notes of a table, each once. */
export const notesOfTable = ({ rows, foot = [] }: PaperTable): readonly NoteName[] => [
  ...new Set(notesIn([...rows.flat(), ...foot])),
];

/** A reference to a note: its number, and whether it is the first one, to which the note leads back. */
export interface NoteReference {
  readonly number: number;
  readonly isFirst: boolean;
}

/** Refers to notes by their numbers, in the order in which the paper is written. */
export const noteReferences = ({ notes }: Paper): ((names: readonly NoteName[]) => readonly NoteReference[]) => {
  const numberOf = new Map<NoteName, number>(notes.map(({ name }, place) => [name, place + 1]));
  const passed = new Set<number>();
  return (names) =>
    names.map((name) => {
      const number = numberOf.get(name);
      if (number === undefined) throw new Error(`The paper has no note on ${name}`);
      const isFirst = !passed.has(number);
      passed.add(number);
      return { number, isFirst };
    });
};

/** Returns the notes that a block refers to, in the order in which it is read. */
export const notesOfBlock = (block: Block): readonly NoteName[] => {
  switch (block.kind) {
    case "heading":
      return [];
    case "paragraph":
      return block.sentences.flatMap(notesOfSentence);
    case "table":
      return notesOfTable(block);
    case "figure":
      return block.notes;
  }
};

/** Returns the text of a cell. */
export const cellText = (cell: Cell, language: Language): string =>
  typeof cell === "string" ? cell : new Intl.NumberFormat(language).format(cell.value);
