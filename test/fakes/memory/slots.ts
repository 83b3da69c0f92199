import type { SlotLine } from "../../../domain/letters/send-rate.ts";
import type { SlotStore } from "../../../lambdas/io/ports/mail.ts";
import { answer, rowOf } from "./pages.ts";

/** Returns a slot store that keeps the line of slots in a variable. */
export const memorySlots = (): SlotStore => {
  let line: SlotLine | undefined;
  return {
    read: () => answer(() => (line === undefined ? undefined : rowOf(line))),
    replace: (before, next) =>
      answer(() => {
        if (line?.revision !== before?.revision)
          return { written: false, current: line === undefined ? undefined : rowOf(line) };
        line = rowOf(next);
        return { written: true };
      }),
  };
};
