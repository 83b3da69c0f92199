import accounts from "./accounts.ar.json" with { type: "json" };
import bulletins from "./bulletins.ar.json" with { type: "json" };
import common from "./common.ar.json" with { type: "json" };
import consultations from "./consultations.ar.json" with { type: "json" };
import corrections from "./corrections.ar.json" with { type: "json" };
import decisions from "./decisions.ar.json" with { type: "json" };
import obligations from "./obligations.ar.json" with { type: "json" };
import lists from "./lists.ar.json" with { type: "json" };
import mandates from "./mandates.ar.json" with { type: "json" };
import nominations from "./nominations.ar.json" with { type: "json" };
import notices from "./notices.ar.json" with { type: "json" };
import starts from "./starts.ar.json" with { type: "json" };
import type { MessageKey } from "./letter-wording.ts";

/** All that letters say in Arabic, by the name of each message. */
export const ar: Readonly<Record<MessageKey, string>> = {
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
