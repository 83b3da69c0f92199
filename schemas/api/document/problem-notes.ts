import { type ProblemKind, problems } from "../../problems/problems.ts";
import { problemKinds } from "../../views/labels.ts";
import { componentOf, isObject, listOf, objectAt } from "./json.ts";
import problemHints from "./problem-hints.json" with { type: "json" };

/** What developers may know about a type of problem. */
export interface ProblemNote {
  readonly kind: ProblemKind;
  readonly status: number;
  readonly title: string;
  /** What the person reads: `{…}` is a member of the problem, and a part in brackets is said if its members are there. */
  readonly detail: string;
  /** What a developer does about it. Absent where the detail says all. */
  readonly hint: string | undefined;
  /** The members that this type may have in addition to those of every problem, by name. */
  readonly members: ReadonlyMap<string, string>;
  /** The operations that list it. */
  readonly operations: readonly { readonly id: string; readonly route: string }[];
  /** The features of operations that share it. */
  readonly features: readonly string[];
}

const hints: Readonly<Record<string, string>> = problemHints;

/** Members of every problem. */
const usual: ReadonlySet<string> = new Set(["type", "title", "status", "detail", "instance"]);

/** Returns the names in backticks. */
const namesIn = (words: string): readonly string[] =>
  [...words.matchAll(/`(\w+)`/gu)].flatMap(([, name]) => name ?? []);

/** Returns the text that describes a property, or that of the schema behind its reference. */
const descriptionOf = (property: unknown, schemas: unknown): string => {
  const target = componentOf(property) ?? "";
  const words = objectAt(property)["description"] ?? objectAt(schemas, target)["description"];
  return typeof words === "string" ? words : "";
};

/** Returns the members of a type of problem: those that its hint or its detail names, and those that say they are of it. */
const membersOf = (kind: ProblemKind, document: unknown): ReadonlyMap<string, string> => {
  const schemas = objectAt(document, "components", "schemas");
  const named = new Set([
    ...namesIn(hints[kind] ?? ""),
    ...[...problems[kind].detail.matchAll(/\{(\w+)\}/gu)].flatMap(([, name]) => name ?? []),
  ]);
  const all = Object.entries(objectAt(schemas, "Problem", "properties"));
  return new Map(
    all
      .map(([name, property]) => [name, descriptionOf(property, schemas)] as const)
      .filter(([name]) => !usual.has(name))
      .filter(([name, words]) => named.has(name) || namesIn(/^Of [^:]*:/u.exec(words)?.[0] ?? "").includes(kind)),
  );
};

/** Returns the operations of a document that list a problem. */
const operationsOf = (kind: ProblemKind, document: unknown) =>
  Object.entries(objectAt(document, "paths")).flatMap(([path, methods]) =>
    Object.entries(objectAt(methods))
      .filter(([, operation]) => isObject(operation) && listOf(operation["x-problems"]).includes(kind))
      .map(([method, operation]) => ({
        id: String(objectAt(operation)["operationId"]),
        route: `${method.toUpperCase()} ${path}`,
      })),
  );

/** What the API document and the table of problems say about a type of problem. */
const problemNote = (kind: ProblemKind, document: unknown): ProblemNote => {
  const { status, title, detail } = problems[kind];
  const features = Object.entries(objectAt(document, "x-problems-by-feature"));
  return {
    kind,
    status,
    title,
    detail,
    hint: hints[kind],
    members: membersOf(kind, document),
    operations: operationsOf(kind, document),
    features: features.filter(([, kinds]) => listOf(kinds).includes(kind)).map(([feature]) => feature),
  };
};

/** Returns all notes, in the order of the alphabet. */
export const problemNotes = (document: unknown): readonly ProblemNote[] =>
  problemKinds.toSorted().map((kind) => problemNote(kind, document));
