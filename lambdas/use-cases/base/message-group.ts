/** Messages of a batch that are about the same thing, in the order of the batch. */
export type MessageGroup<Message> = readonly [Message, ...Message[]];
