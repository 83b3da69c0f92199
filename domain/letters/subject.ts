import type { LetterContent } from "../../schemas/model/letter.ts";
import { aggregateKey } from "../base/hash-chain.ts";

/** The subject that a letter is about, as lists of letters find it. */
export const subjectOfLetter = (content: LetterContent): string => {
  switch (content.kind) {
    case "nomination-reminder":
      return aggregateKey("group", content.occasion.group);
    case "duty-reminder":
      return aggregateKey("review", content.occasion.review ?? "");
    case "invitation":
      return aggregateKey("user", content.user);
    case "handover":
    case "mandate-ended":
    case "digest":
      return aggregateKey("party", content.party);
    case "bulletin":
      return aggregateKey("bulletin", content.bulletin);
    case "answers-received":
    case "answers-returned":
    case "delay-notified":
    case "delay-refused":
    case "clarification-asked":
    case "feedback-complete":
    case "list-to-agree":
    case "list-published":
    case "seat-redrawn":
      return aggregateKey("review", content.review);
    case "daily-list":
      return content.kind;
  }
};
