import { firstSecrets, isRotationDue, rotateSecrets } from "../../io/cursor-secrets.ts";
import type { Store } from "../../io/ports/store.ts";
import type { Clock } from "../../io/ports/time.ts";

export interface SecretsIo {
  readonly store: Pick<Store, "cursorSecrets" | "replaceCursorSecrets">;
  readonly clock: Clock;
  /** Returns a new secret that cannot be guessed. */
  readonly newSecret: () => string;
}

/**
 * Replaces the secret of cursors if it has signed for long enough, and returns true if it did. Of several parallel
 * sweeps, one does.
 */
export const rotateCursorSecrets = async ({ store, clock, newSecret }: SecretsIo): Promise<boolean> => {
  const now = clock.now();
  const secrets = await store.cursorSecrets(() => firstSecrets(newSecret(), now));
  if (!isRotationDue(secrets, now)) return false;
  return store.replaceCursorSecrets(secrets, rotateSecrets(secrets, newSecret(), now));
};
