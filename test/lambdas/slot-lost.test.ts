import { expect, test } from "vitest";
import type { Pacing } from "../../lambdas/io/ports.ts";
import { deliver } from "../../lambdas/steps/deliver.ts";
import { knownParties } from "../../lambdas/steps/known-parties.ts";
import { given, naming, startOf } from "../support/given.ts";
import { settings } from "../support/house.ts";

test("a letter whose slot passed, and for which no other can be taken, surely did not leave: it goes out later, once", async () => {
  const house = await given.group({ reviews: { FR: [] } });
  await naming(house, "expert", "FR");
  await house.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(house, "2020-12-01");
  await house.settleStream();
  const theLetter = async () => {
    const [letter, ...others] = await house.letters();
    if (letter === undefined || others.length > 0) throw new Error("There is not exactly one letter");
    return letter;
  };
  let turns = 0;
  const pacing: Pacing = {
    turn: async () => {
      turns += 1;
      if (turns > 1) throw new Error("The line of slots is busy");
      return { kind: "slot", at: 0 };
    },
    begins: async () => false,
    giveBack: () => undefined,
    doubt: () => undefined,
  };
  const io = { ...house.io, ...settings, parties: knownParties(house.io), pacing, mail: house.mail };
  expect(await deliver(io, (await theLetter()).id)).toBe("postponed");
  expect((await theLetter()).state).toBe("planned");
  await house.moveTo("2020-12-01T20:00:00.000Z");
  expect(house.mail.inbox).toHaveLength(1);
  expect((await theLetter()).state).toBe("delivered");
});
