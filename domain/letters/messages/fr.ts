import accounts from "./accounts.fr.json" with { type: "json" };
import bulletins from "./bulletins.fr.json" with { type: "json" };
import common from "./common.fr.json" with { type: "json" };
import consultations from "./consultations.fr.json" with { type: "json" };
import corrections from "./corrections.fr.json" with { type: "json" };
import decisions from "./decisions.fr.json" with { type: "json" };
import obligations from "./obligations.fr.json" with { type: "json" };
import lists from "./lists.fr.json" with { type: "json" };
import mandates from "./mandates.fr.json" with { type: "json" };
import nominations from "./nominations.fr.json" with { type: "json" };
import notices from "./notices.fr.json" with { type: "json" };
import starts from "./starts.fr.json" with { type: "json" };
import type { MessageKey } from "./letter-wording.ts";

/** All that letters say in French, by the name of each message. */
export const fr: Readonly<Record<MessageKey, string>> = {
  ...accounts,
  ...bulletins,
  ...common,
  ...consultations,
  ...corrections,
  ...decisions,
  ...obligations,
  ...lists,
  ...mandates,
  ...nominations,
  ...notices,
  ...starts,
};
