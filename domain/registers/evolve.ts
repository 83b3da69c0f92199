import type { Fact } from "../../schemas/model/fact.ts";
import type { RegisterEntry } from "../../schemas/model/register.ts";

/** Applies a fact of its journal to an entry of a register. Throws on a fact that cannot follow. */
export const evolveRegisterEntry = (entry: RegisterEntry | undefined, fact: Fact): RegisterEntry => {
  if (entry === undefined) {
    if (fact.kind === "register-entry-recorded") return { id: fact.entry, content: fact.content };
  } else if (entry.withdrawn === undefined) {
    if (fact.kind === "register-entry-corrected")
      return { ...entry, content: fact.content, correctedAt: fact.happenedAt };
    if (fact.kind === "register-entry-withdrawn")
      return { ...entry, withdrawn: { at: fact.happenedAt, reason: fact.reason } };
  }
  throw new Error(`An entry of a register cannot take in the fact ${fact.kind}`);
};
