import type { Fact } from "../../../../schemas/model/fact.ts";
import { RegisterContent } from "../../../../schemas/model/register.ts";
import { registerEntryId } from "../../../fixtures/changes.ts";
import { entryOf } from "../../../fixtures/register-entries.ts";
import { when } from "./review-facts.ts";

const happenedAt = when("2020-11-02");
const reason = "Recorded twice";

/** An entry of each register, corrected and withdrawn. */
export const ofRegisters = Object.values(entryOf).map((written, place) => {
  const entry = registerEntryId(place + 1);
  const content = RegisterContent.parse(written);
  const corrected = { ...content, happenedOn: "2020-10-30" };
  const facts: readonly Fact[] = [
    { kind: "register-entry-recorded", happenedAt, entry, content },
    {
      kind: "register-entry-corrected",
      happenedAt: when("2020-11-20"),
      entry,
      content: RegisterContent.parse(corrected),
      reason,
    },
    { kind: "register-entry-withdrawn", happenedAt: when("2020-11-21"), entry, reason },
  ];
  return { kind: "register-entry", id: entry, facts } as const;
});
