import type { Letter } from "../../schemas/model/letter.ts";

/** The queues that letters wait in. Bulletins give way to letters about deadlines, and to all else that one person waits for. */
export type LetterQueue = "deadline-letters" | "bulletins";

/** Letters that one request of the secretariat sends to many. */
const bulk: ReadonlySet<string> = new Set(["bulletin"]);

/** Where a letter waits to be sent. */
export const queueOf = ({ content }: Pick<Letter, "content">): LetterQueue =>
  bulk.has(content.kind) ? "bulletins" : "deadline-letters";
