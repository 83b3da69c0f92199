import type { AggregateKind } from "../../schemas/model/fact.ts";
import { hashOf } from "../base/hash.ts";
import type { ChainEnd } from "../base/hash-chain.ts";
import type { Aggregate, AggregateStates } from "./aggregates.ts";

/**
 * The version of the `evolve…` functions. Raise it by one whenever they give another state for the same facts, and say
 * in `foldChanges` what is other: the nightly audit reads it there. A test compares the states of recorded facts.
 */
export const foldVersion = 6;

type FieldsByKind = Partial<Record<AggregateKind, readonly string[]>>;

/** What a version of the fold gives otherwise than the version before it; `*` in a path is any key. */
interface FoldChange {
  readonly version: number;
  /** Fields that a state folded by an earlier version may lack. */
  readonly added: FieldsByKind;
  /** Fields that a state folded by an earlier version may still have. */
  readonly removed: FieldsByKind;
}

/** Version 1 is the first that heads carry; what stands under it came while they carried none. */
export const foldChanges: readonly FoldChange[] = [
  {
    version: 1,
    added: {
      review: [
        "mandates.*.namedAt",
        "obligations.*.delayReason",
        "obligations.*.delayAsked",
        "obligations.*.reopened",
        "consultation.exception",
        "consultation.waiver",
        "formerFeedback",
      ],
      user: ["invitedAt", "invitations"],
      bulletin: ["stoppedAt"],
    },
    removed: { review: ["obligations.*.beyondRules"] },
  },
  // Contacts are counted in a log of their own.
  { version: 2, added: {}, removed: { party: ["contacts"] } },
  // Acts are recorded in another order than they happened.
  { version: 3, added: { review: ["observations.draftedAt", "observations.latestAgreementAt"] }, removed: {} },
  // The target of a consultation is another one where the day from which it counts was corrected.
  // A drawing keeps since when it was asked for.
  { version: 4, added: { review: ["targetGeneration", "redrawAskedAt.*", "redrawAskedAt"] }, removed: {} },
  // The mandates that were taken over with a review are held with its reminders.
  { version: 5, added: { review: ["mandatesHeld"] }, removed: {} },
  // The delays of an obligation are kept one by one, so that a reversal returns the date before; none awaits approval.
  {
    version: 6,
    added: {
      review: [
        "obligations.*.delays",
        // Every recorded day is in the state, so that it can be corrected.
        "consultation.languagesOn",
        "observations.formerDrafts",
        "observations.replaced.*.agreedAt",
        "consentedAt",
      ],
    },
    removed: {
      review: [
        "obligations.*.delayReason",
        "obligations.*.delayExplanation",
        "obligations.*.beyondRules",
        "obligations.*.delayAsked",
        "obligations.*.delayRefused",
      ],
    },
  },
];

/**
 * The fold version of a head after its next entry: the earliest that took in any of its facts, since a later one adds
 * nothing to what was folded before. Undefined as long as the head stems from before versions were kept.
 */
const foldVersionAfter = (before: Pick<Aggregate<AggregateKind>, "foldVersion"> | undefined): number | undefined => {
  if (before === undefined) return foldVersion;
  return before.foldVersion === undefined ? undefined : Math.min(before.foldVersion, foldVersion);
};

/** The head that an entry leads to: its version and hash, and the state that its facts fold to. */
export const aggregateAfter = <K extends AggregateKind>(
  before: Aggregate<K> | undefined,
  { kind, id, entry, state }: Pick<Aggregate<K>, "kind" | "id" | "state"> & { readonly entry: ChainEnd },
): Aggregate<K> => {
  const version = foldVersionAfter(before);
  const { version: entryVersion, hash } = entry;
  return { kind, id, version: entryVersion, hash, ...(version === undefined ? {} : { foldVersion: version }), state };
};

type FieldMap = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is FieldMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value without the field at a path, wherever the other value does not have that field. */
const withoutUnshared = (value: unknown, other: unknown, [name, ...rest]: readonly string[]): unknown => {
  if (name === undefined || !isMap(value) || !isMap(other)) return value;
  const names = name === "*" ? Object.keys(value) : name in value ? [name] : [];
  const changed = names.flatMap((each) => {
    if (rest.length > 0) return [[each, withoutUnshared(value[each], other[each], rest)] as const];
    return each in other ? [[each, value[each]] as const] : [];
  });
  const kept = Object.entries(value).filter(([each]) => !names.includes(each));
  return Object.fromEntries([...kept, ...changed]);
};

const withoutAll = (value: unknown, other: unknown, paths: readonly string[]): unknown =>
  paths.reduce<unknown>((left, path) => withoutUnshared(left, other, path.split(".")), value);

/** Whether each field of a value stands in another one and is the same there, which may have more fields. */
const isPartOf = (value: unknown, other: unknown): boolean =>
  isMap(value) && isMap(other)
    ? Object.entries(value).every(([name, each]) => each === undefined || isPartOf(each, other[name]))
    : hashOf({ value }) === hashOf({ value: other });

/**
 * Whether a stored state is what its facts fold to, which is given as this version folds them. A head of this version
 * must be exactly that. One of an earlier version may lack the fields that were added since and have those that were
 * removed since; all other fields, and these where both have them, must be the same. One of a later version, read
 * after this one was put back in place, may have more fields.
 */
export const isFoldOf = <K extends AggregateKind>(
  { kind, state, foldVersion: version = 0 }: Pick<Aggregate<K>, "kind" | "state" | "foldVersion">,
  folded: AggregateStates[K],
): boolean => {
  if (version > foldVersion) return isPartOf(folded, state);
  const since = foldChanges.filter((change) => change.version > version);
  const added = since.flatMap((change) => change.added[kind] ?? []);
  const removed = since.flatMap((change) => change.removed[kind] ?? []);
  return hashOf(withoutAll(folded, state, added)) === hashOf(withoutAll(state, folded, removed));
};
