import type { WorkKind } from "../../schemas/model/work-item.ts";
import { placeOfKind, type WorkList } from "./work-lists.ts";

/** A place in the worklist: a kind of task, and the place after which it continues among those of the kind. */
export interface WorkPlace {
  readonly kind: WorkKind;
  readonly after?: string | undefined;
}

/** Returns whether a place is before another in the worklist. */
export const isEarlierPlace = (one: WorkPlace, other: WorkPlace): boolean =>
  one.kind === other.kind ? (one.after ?? "") < (other.after ?? "") : placeOfKind(one.kind) < placeOfKind(other.kind);

/** Returns whether a list holds tasks of several kinds. */
export const hasSeveralKinds = (list: WorkList): boolean => list !== "duty-overdue" && list !== "review-blocked";
