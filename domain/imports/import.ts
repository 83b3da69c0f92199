import type { GroupId, ImportId, ReviewId, UserId } from "../../schemas/base/ids.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { Import } from "../../schemas/model/import.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, noChange } from "../base/decision.ts";

/** Applies a fact of its journal to an import. Throws on a fact of another aggregate or one that cannot follow. */
export const evolveImport = (before: Import | undefined, fact: Fact): Import => {
  if (fact.kind === "import-ordered" && before === undefined) return ordered(fact);
  if (fact.kind === "import-completed" && before?.state === "applying")
    return {
      ...before,
      state: "applied",
      appliedAt: fact.happenedAt,
      ...(fact.refused.length === 0 ? {} : { refused: fact.refused }),
    };
  throw new Error(`An import that is ${before?.state ?? "not ordered"} cannot take in the fact ${fact.kind}`);
};

const ordered = (fact: FactOf<"import-ordered">): Import => ({
  id: fact.import,
  state: "applying",
  orderedBy: fact.orderedBy,
  orderedAt: fact.happenedAt,
  pages: fact.pages,
  reviews: fact.reviews,
  groups: fact.groups,
  people: fact.people,
});

/** An import as it is ordered. */
export interface NewImport {
  readonly id: ImportId;
  readonly orderedBy: UserId;
  readonly pages: number;
  readonly reviews: readonly ReviewId[];
  readonly groups: readonly GroupId[];
  readonly people: number;
}

/** Returns the fact that an import was ordered. */
export const importOrdered = (
  { id, orderedBy, pages, reviews, groups, people }: NewImport,
  now: Instant,
): FactOf<"import-ordered"> => ({
  kind: "import-ordered",
  happenedAt: now,
  import: id,
  orderedBy,
  pages,
  reviews: [...reviews],
  groups: [...groups],
  people,
});

/** Returns the fact that an import was applied, with its refusals. */
export const completeImport = (
  { id, state }: Import,
  refused: readonly { readonly about: string; readonly refusal: string }[],
  now: Instant,
): Decision =>
  state === "applying"
    ? accept([{ kind: "import-completed", happenedAt: now, import: id, refused: [...refused] }])
    : noChange;
