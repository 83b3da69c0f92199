import { defined } from "../../schemas/base/defined.ts";
import type { ContentOf, RegisterContent } from "../../schemas/model/register.ts";
import type { RegisterEntryView } from "../../schemas/views/register.ts";
import type { Aggregate } from "../audit/aggregates.ts";
import { namedParties } from "./named.ts";

const statesView = (states: NonNullable<ContentOf<"training-session">["states"]>) =>
  "named" in states ? { named: namedParties(states.named) } : states;

/** Returns the content of an entry, with a place for the name of each State. */
const contentView = (content: RegisterContent): RegisterEntryView["content"] => {
  if (content.register !== "training-session") return content;
  const { states, ...session } = content;
  return states === undefined ? session : { ...session, states: statesView(states) };
};

/** Returns an entry of a register, for users who may read it. */
export const registerEntryView = ({
  state: { id, content, correctedAt, withdrawn },
  version,
}: Pick<Aggregate<"register-entry">, "state" | "version">): RegisterEntryView => ({
  id,
  content: contentView(content),
  ...defined({ correctedAt, withdrawn }),
  version,
});
