/**
 * The format of stored data: rows, facts, and what the local parts keep. A folder of another format is refused. Until a
 * release is deployed, a change of stored data raises it by one; afterwards a numbered migration takes its place.
 */
export const dataFormat = 10;
