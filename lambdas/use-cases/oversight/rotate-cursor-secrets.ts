import { firstSecrets, isRotationDue, rotateSecrets } from "../../../domain/base/cursor-secrets.ts";
import type { Store } from "../../io/ports/store.ts";
import type { Clock } from "../../io/ports/time.ts";

export interface SecretsIo {
  readonly store: Pick<Store, "cursorSecrets" | "replaceCursorSecrets">;
  readonly clock: Clock;
  /** Returns a new secret that cannot be guessed. */
  readonly newSecret: () => string;
}

/**
 * Puts a new secret of cursors in the place of one that has signed for long enough, and says whether it did. Of several
 * rounds at once one does.
 */
export const rotateCursorSecrets = async ({ store, clock, newSecret }: SecretsIo): Promise<boolean> => {
  const now = clock.now();
  const secrets = await store.cursorSecrets(() => firstSecrets(newSecret(), now));
  if (!isRotationDue(secrets, now)) return false;
  return store.replaceCursorSecrets(secrets, rotateSecrets(secrets, newSecret(), now));
};
