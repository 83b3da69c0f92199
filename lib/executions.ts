/**
 * How many executions at a time may read each queue: a full queue must not take all executions of the account. The service
 * takes no cap below two.
 */
export const queueReaders = { timers: 2, deadlineLetters: 5, bulletins: 2, receipts: 2, sweep: 2 } as const;

/** The functions that read the stream of the journal. */
const streamReaders = ["react", "count"] as const;

/** A table on demand begins with four partitions. Its stream has a shard for each, and every function reads each shard once. */
export const shardsOfStream = 4;

/** 100 requests a second, which the API admits, at the 100 milliseconds that one takes. */
export const apiFloor = 10;

/** How many executions queues and streams may take at a time, as on a morning at 09:00. */
export const readerExecutions =
  Object.values(queueReaders).reduce((sum, readers) => sum + readers, 0) + streamReaders.length * shardsOfStream;

/** How many executions the account must permit, so that full queues leave the API its floor next to a reserved share. */
export const neededExecutions = (reservedShare = 0): number => readerExecutions + apiFloor + reservedShare;
