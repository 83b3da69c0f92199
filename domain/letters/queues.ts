/** The queues of letters. Bulletins yield to letters about deadlines, and to all letters that one person waits for. */
export type LetterQueue = "deadline-letters" | "bulletins";
