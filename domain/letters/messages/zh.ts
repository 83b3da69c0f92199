import accounts from "./accounts.zh.json" with { type: "json" };
import bulletins from "./bulletins.zh.json" with { type: "json" };
import common from "./common.zh.json" with { type: "json" };
import consultations from "./consultations.zh.json" with { type: "json" };
import corrections from "./corrections.zh.json" with { type: "json" };
import decisions from "./decisions.zh.json" with { type: "json" };
import obligations from "./obligations.zh.json" with { type: "json" };
import type { MessageKey } from "./letter-wording.ts";
import lists from "./lists.zh.json" with { type: "json" };
import mandates from "./mandates.zh.json" with { type: "json" };
import nominations from "./nominations.zh.json" with { type: "json" };
import notices from "./notices.zh.json" with { type: "json" };
import starts from "./starts.zh.json" with { type: "json" };

/** All that letters say in Chinese, by the name of each message. */
export const zh: Readonly<Record<MessageKey, string>> = {
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
