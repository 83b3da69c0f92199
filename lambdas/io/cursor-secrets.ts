import type { Instant } from "../../schemas/base/values.ts";
import { cursorSecretAge, cursorSecretAnnounced } from "../../domain/policy/retention.ts";
import { later } from "../../domain/base/time.ts";

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

/** Returns the first secrets of a stage: there is one, and it signs at once. */
export const firstSecrets = (newest: string, now: Instant): CursorSecrets => ({ newest, signsFrom: now });

/** Returns the secret that cursors are signed with now. */
export const signingSecret = ({ newest, signsFrom, previous }: CursorSecrets, now: Instant): string =>
  previous !== undefined && signsFrom !== undefined && now < signsFrom ? previous : newest;

/** Returns every secret whose cursors are accepted, the newest first. */
export const acceptedSecrets = ({ newest, previous }: CursorSecrets): readonly string[] =>
  previous === undefined ? [newest] : [newest, previous];

/**
 * Returns whether the newest secret has signed for so long that another one is to replace it; one of unknown age has.
 */
export const isRotationDue = ({ signsFrom }: CursorSecrets, now: Instant): boolean =>
  signsFrom === undefined || later(signsFrom, cursorSecretAge) <= now;

/**
 * Returns the secrets with another newest one, which signs once every function has read it. Cursors of the previous
 * newest secret are accepted until the next rotation, those of the one before no longer.
 */
export const rotateSecrets = ({ newest }: CursorSecrets, proposed: string, now: Instant): CursorSecrets => ({
  newest: proposed,
  signsFrom: later(now, cursorSecretAnnounced),
  previous: newest,
});
