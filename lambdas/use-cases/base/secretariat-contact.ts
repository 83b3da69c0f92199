import type { OfficeContact } from "../../../domain/pages/profiles.ts";
import type { Language } from "../../../schemas/base/values.ts";
import { answersAddress, senderOfStage } from "../../io/letter-sender.ts";

/** Returns the contact of the secretariat: the reply address of letters, and the sender below them. */
export const secretariatContact = (language: Language): OfficeContact => {
  const sender = senderOfStage();
  const email = answersAddress();
  if (sender === undefined) return { email };
  const { organisation, telephone, webPage } = sender;
  return { institution: organisation[language] ?? organisation.en, email, telephone, webPage };
};
