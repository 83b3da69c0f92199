import type * as z from "zod";
import type { Instant } from "../../schemas/base/values.ts";
import type { Bulletin } from "../../schemas/model/bulletin.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { AvailableAction } from "../../schemas/views/core.ts";
import type { Actor } from "../base/actor.ts";
import type { Decision } from "../base/decision.ts";
import { approveBulletin, cancelBulletin, refuseSettling } from "../bulletins/bulletin.ts";
import { failedLetters, isLaidDown, lettersToSettle } from "../bulletins/progress.ts";
import type { Member } from "../parties/second-person.ts";
import { actionBy } from "./available-actions.ts";

/** The reader of a bulletin, with the data around it. */
export interface BulletinSurroundings {
  readonly actor: Actor;
  /** The user who ordered it. */
  readonly orderer: Member;
  readonly letters: readonly Letter[];
  readonly now: Instant;
}

const changes = (decision: Decision): boolean => decision.ok && decision.facts.length > 0;

const openOperations = (
  bulletin: Bulletin,
  { actor, orderer, letters, now }: BulletinSurroundings,
): readonly (readonly [operationId: string, isOpen: boolean])[] => {
  const isSettled = refuseSettling(bulletin) === undefined;
  return [
    ["approveBulletin", changes(approveBulletin(bulletin, { approver: actor, orderer }, now))],
    ["resumeBulletin", bulletin.state === "stopped"],
    ["settleBulletin", isSettled && lettersToSettle(letters).length > 0],
    ["resendBulletin", isSettled && isLaidDown(bulletin, letters) && failedLetters(letters).length > 0],
    ["cancelBulletin", changes(cancelBulletin(bulletin, letters, now))],
  ];
};

/**
 * Returns the actions that a user of the secretariat may perform on a bulletin now, by the rules that decide them, in
 * the form of actions of a review.
 */
export const bulletinActions = (bulletin: Bulletin, around: BulletinSurroundings): z.infer<typeof AvailableAction>[] =>
  openOperations(bulletin, around)
    .filter(([, isOpen]) => isOpen)
    .map(([operationId]) => actionBy(operationId, { bulletinId: bulletin.id }));
