import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Memory that looks like a folder, where the system has enough of it: nothing that is not kept needs a disk. */
const base = (): string => {
  const memory = "/dev/shm";
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize > 2 ** 30) return memory;
  } catch {
    // This system has none.
  }
  return tmpdir();
};

/** Removes the folder once descriptor 0 closes; again while the engine, which ends at the same time, still writes there. */
const remover = `cat >/dev/null; for attempt in 1 2 3 4 5 6 7 8 9; do rm -rf "$1" && exit; sleep 0.2; done`;

/** A folder that ends with this process, also when it is killed. `remove` ends it sooner. */
export const temporaryFolder = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(base(), "review-mechanism-"));
  const child = spawn("/bin/sh", ["-c", remover, "remover", path], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  child.on("error", () => undefined);
  child.stdin.on("error", () => undefined);
  child.unref();
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
      child.stdin.end();
    },
  };
};
