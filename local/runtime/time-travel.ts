import type { Admission } from "../base/admission.ts";
import { earliest } from "../base/clock.ts";
import { messageOf } from "../base/user-error.ts";
import { type Dispatcher, type DispatcherParts, openDispatcher } from "./dispatcher.ts";
import { type MessageStops, newFruitlessStops, newMessageStops } from "./message-stops.ts";
import type { StreamReader } from "./stream-source.ts";

/** Options of a move of the clock. */
export interface MoveOptions {
  /** Time at which due recurring schedules fire, each once: at each stop (the default), at the last one, or never. */
  readonly recurring?: "at-each-stop" | "on-arrival" | "never";
  /** Hears of each stop. */
  readonly onStop?: (instant: number) => void;
}

/** Advances the time: with the machine's clock, and in jumps. */
export interface TimeTravel {
  /** Resolves when the streams are read to their end, no message can be read, and no function works. */
  readonly rest: () => Promise<void>;
  /**
   * Moves the clock to an instant (milliseconds since 1970), stopping wherever something is due on the way; each stop
   * waits until everything that followed has been done, and requests wait for the next stop meanwhile. Throws RangeError
   * for the past, and MoveInterrupted where it ended on the way.
   */
  readonly moveTo: (instant: number, moving?: MoveOptions) => Promise<void>;
  readonly close: () => void;
}

/** Error of a move that ended before its target: it gives the time of the clock and the remedy. */
export class MoveInterrupted extends Error {
  constructor(at: string, to: number, why: string) {
    super(
      `The clock is at ${at}, on the way to ${new Date(to).toISOString()}: ${why}. When that is mended, move it to there again`,
    );
    this.name = "MoveInterrupted";
  }
}

export interface TimeTravelParts extends DispatcherParts {
  readonly streamReaders: readonly StreamReader[];
  readonly admission: Admission;
  /** Deletes rows that have expired at an instant (milliseconds since 1970). */
  readonly expire: (now: number) => Promise<void>;
}

/** The parts of a system whose time passes until `ending`. */
interface RunningSystem extends TimeTravelParts {
  readonly dispatcher: Dispatcher;
  readonly ending: AbortSignal;
}

/** Returns when nothing moves any more, or when the system ends. */
const comeToRest = async (system: RunningSystem): Promise<void> => {
  const { dispatcher, ending, activity, queues, queueReaders, streamReaders, health } = system;
  while (!ending.aborted) {
    await health.recovered();
    dispatcher.dispatch();
    const seen = activity.count();
    await Promise.all(streamReaders.map((reader) => reader.drained()));
    await activity.idle();
    const isLeft = queueReaders.some(({ queue }) => queues.counts(queue).visible > 0);
    if (activity.count() !== seen) continue;
    if (!isLeft) return;
    // Nothing happened, so nothing more comes to what waits for it.
    for (const reader of queueReaders) reader.poll("none-comes");
  }
};

const comeToRestOrThrow = async (system: RunningSystem): Promise<void> => {
  await comeToRest(system);
  system.ending.throwIfAborted();
};

/** Returns the next stop of the clock on its way to an instant. */
const nextStop = ({ clock, queues, scheduler, queueReaders }: RunningSystem, messages: MessageStops, to: number) => {
  const shows = messages.next(queues.nextDue(queueReaders.map(({ queue }) => queue)), clock.now());
  const next = earliest([scheduler.nextDue("one-time"), shows, to]) ?? to;
  if (next === shows) messages.count();
  return next;
};

/** Jumps from stop to stop, until the clock has arrived at an instant. */
const travel = async (
  system: RunningSystem,
  to: number,
  { recurring = "at-each-stop", onStop }: MoveOptions,
): Promise<void> => {
  const { clock, queues, scheduler, admission, ending } = system;
  const messages = newMessageStops();
  const fruitless = newFruitlessStops(queues.messageCounts());
  for (let hasArrived = false; !hasArrived;) {
    ending.throwIfAborted();
    const next = nextStop(system, messages, to);
    hasArrived = next === to;
    if (next > clock.now()) clock.jumpTo(next);
    admission.admit();
    await comeToRestOrThrow(system);
    if (recurring === "at-each-stop" || (hasArrived && recurring === "on-arrival")) {
      if (scheduler.fire("recurring") > 0) await comeToRestOrThrow(system);
    } else if (hasArrived) scheduler.letPass();
    onStop?.(next);
    if (!hasArrived) fruitless.count(queues.messageCounts());
  }
};

/** One move of the clock. Throws as `moveTo` says. */
const move = async (system: RunningSystem, to: number, options: MoveOptions): Promise<void> => {
  const { clock, admission, dispatcher, disk } = system;
  let hasBegun = false;
  admission.hold();
  try {
    await comeToRestOrThrow(system);
    if (to < clock.now()) throw new RangeError(`The clock does not go back to ${new Date(to).toISOString()}`);
    hasBegun = true;
    dispatcher.setMoving(true);
    await travel(system, to, options);
    await system.expire(clock.now());
  } catch (error) {
    if (!hasBegun && error instanceof RangeError) throw error;
    disk.noticed(error);
    throw new MoveInterrupted(clock.instant(), to, messageOf(error));
  } finally {
    dispatcher.setMoving(false);
    admission.release();
    dispatcher.dispatchSoon();
  }
};

/** Lets the system's time pass from now on. */
export const openTimeTravel = (parts: TimeTravelParts): TimeTravel => {
  const ending = new AbortController();
  const dispatcher = openDispatcher(parts, ending.signal);
  const system: RunningSystem = { ...parts, dispatcher, ending: ending.signal };
  let lastMove: Promise<void> = Promise.resolve();
  return {
    rest: () => comeToRest(system),
    moveTo: (instant, options = {}) => {
      // One move after the other.
      const thisMove = lastMove.then(() => move(system, instant, options));
      lastMove = thisMove.catch(() => undefined);
      return thisMove;
    },
    close: () => ending.abort(new Error("the system was ended")),
  };
};
