import type { OfficeContact } from "../../../domain/pages/profiles.ts";
import type { Language } from "../../../schemas/base/values.ts";
import { answersAddress, senderOfStage } from "../../io/letter-sender.ts";

/** Where the secretariat is written to: where answers to letters go, and what is said below these of who writes. */
export const secretariatContact = (language: Language): OfficeContact => {
  const sender = senderOfStage();
  const email = answersAddress();
  if (sender === undefined) return { email };
  const { organisation, telephone, webPage } = sender;
  return { institution: organisation[language] ?? organisation.en, email, telephone, webPage };
};
