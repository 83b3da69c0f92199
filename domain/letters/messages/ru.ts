import accounts from "./accounts.ru.json" with { type: "json" };
import bulletins from "./bulletins.ru.json" with { type: "json" };
import common from "./common.ru.json" with { type: "json" };
import consultations from "./consultations.ru.json" with { type: "json" };
import corrections from "./corrections.ru.json" with { type: "json" };
import decisions from "./decisions.ru.json" with { type: "json" };
import obligations from "./obligations.ru.json" with { type: "json" };
import lists from "./lists.ru.json" with { type: "json" };
import mandates from "./mandates.ru.json" with { type: "json" };
import nominations from "./nominations.ru.json" with { type: "json" };
import notices from "./notices.ru.json" with { type: "json" };
import starts from "./starts.ru.json" with { type: "json" };
import type { MessageKey } from "./letter-wording.ts";

/** All that letters say in Russian, by the name of each message. */
export const ru: Readonly<Record<MessageKey, string>> = {
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
