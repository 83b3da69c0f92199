/** The queues that letters wait in. Bulletins give way to letters about deadlines, and to all else that one person waits for. */
export type LetterQueue = "deadline-letters" | "bulletins";
