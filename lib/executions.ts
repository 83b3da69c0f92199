/**
 * Maximum concurrency of the readers of each queue: a full queue must not take all executions of the account. The
 * service accepts no limit below two.
 */
export const queueReaders = { timers: 2, deadlineLetters: 5, bulletins: 2, receipts: 2, sweep: 2 } as const;

/** The functions that read the stream of the journal. */
const streamReaders = ["react", "count"] as const;

/** A table on demand begins with four partitions. Its stream has a shard for each, and every function reads each shard once. */
export const shardsOfStream = 4;

/** 100 requests a second, which the API admits, at the 100 milliseconds that one takes. */
export const apiFloor = 10;

/** Returns the number of executions that queues and streams may use at a time, as on a morning at 09:00. */
export const readerExecutions =
  Object.values(queueReaders).reduce((sum, readers) => sum + readers, 0) + streamReaders.length * shardsOfStream;

/**
 * Returns the executions that the account must permit, so that full queues leave the API its floor and a reserved
 * share.
 */
export const neededExecutions = (reservedShare = 0): number => readerExecutions + apiFloor + reservedShare;
