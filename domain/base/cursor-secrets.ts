import type { Instant } from "../../schemas/base/values.ts";
import { cursorSecretAge, cursorSecretAnnounced } from "./policy.ts";
import { later } from "./time.ts";

/** The secrets that cursors are signed with: the newest, and the one before, whose cursors are taken as well. */
export interface CursorSecrets {
  readonly newest: string;
  /**
   * The newest secret signs from then on; by then every function has read it. Earlier secrets have no instant, and
   * sign.
   */
  readonly signsFrom?: Instant | undefined;
  readonly previous?: string | undefined;
}

/** The first secrets of a stage: there is one, and it signs at once. */
export const firstSecrets = (newest: string, now: Instant): CursorSecrets => ({ newest, signsFrom: now });

/** The secret that cursors are signed with now. */
export const signingSecret = ({ newest, signsFrom, previous }: CursorSecrets, now: Instant): string =>
  previous !== undefined && signsFrom !== undefined && now < signsFrom ? previous : newest;

/** Every secret that a cursor may be signed with to be taken, the newest first. */
export const acceptedSecrets = ({ newest, previous }: CursorSecrets): readonly string[] =>
  previous === undefined ? [newest] : [newest, previous];

/**
 * Returns whether the newest secret has signed for so long that another one is to replace it; one of unknown age has.
 */
export const isRotationDue = ({ signsFrom }: CursorSecrets, now: Instant): boolean =>
  signsFrom === undefined || later(signsFrom, cursorSecretAge) <= now;

/**
 * The secrets with another newest one, which signs once every function has learnt of it. What the newest of before signed
 * is taken until the next rotation, what the one before that signed no longer.
 */
export const rotateSecrets = ({ newest }: CursorSecrets, proposed: string, now: Instant): CursorSecrets => ({
  newest: proposed,
  signsFrom: later(now, cursorSecretAnnounced),
  previous: newest,
});
