import { describe, expect, test } from "vitest";
import { confirmMissionAddress } from "../../../domain/parties/parties.ts";
import { executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import { addressHash } from "../../../domain/letters/address-reputation.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { onePage } from "../../fixtures/changes.ts";
import { secretariat } from "../../fixtures/group.ts";
import { brokenAtRest } from "../../harness/invariants.ts";
import type { TestApp } from "../../harness/test-app.ts";
import {
  correctedAddress,
  first,
  mission,
  openMissionApp,
  permanent,
  readdress,
  report,
} from "../mission-addresses.ts";

const confirm = async (app: TestApp): Promise<void> => {
  const note = { number: "12/2020", date: "2020-12-01" } as never;
  await executeOnAggregate(app.store)({
    kind: "party",
    id: "FR",
    by: secretariat,
    now: app.clock.now(),
    decide: (state) => confirmMissionAddress(state, { by: "note-verbale", note }, app.clock.now()),
  });
};
const dayBefore = "2020-12-22T08:30:00.000Z";
const opened = async (): Promise<TestApp> => {
  const app = await openMissionApp({});
  app.mail.unreported = 0;
  app.mail.usually = "accepts";
  return app;
};
const remindersOf = async (app: TestApp): Promise<readonly Letter[]> =>
  (await app.letters()).filter(
    ({ content, party: to }) => to === "FR" && content.kind === "nomination-reminder" && content.stepName === "d-7",
  );
const became = async (app: TestApp): Promise<readonly string[]> =>
  (await remindersOf(app)).map(({ address: to, state, reason }) => `${to ?? "nowhere"} ${reason ?? state}`).toSorted();
const mailsTo = (app: TestApp, to: string): number =>
  app.mail.inbox.filter((mail) => mail.to === to && mail.subject.startsWith("Reminder:")).length;

describe("while the address of a mission is not confirmed", () => {
  test("a suppressed one keeps no letter from the other, whichever it is, and says nothing of the mission's reach", async () => {
    for (const gone of [first, correctedAddress]) {
      const app = await opened();
      await readdress(app, correctedAddress);
      await app.rest();
      const mark = { why: "bounced", recipient: mission, at: app.clock.now(), revision: 1 } as const;
      const [{ id: letter } = { id: "" }] = await app.letters();
      await app.ledger.writeMark({ schema: 1, hash: addressHash(gone), letter: letter as Letter["id"], ...mark });
      await app.moveTo(dayBefore);
      await app.rest();
      const other = gone === first ? correctedAddress : first;
      expect(await became(app)).toEqual(["nowhere suppressed", `${other} delivered`].toSorted());
      const listed = (await app.ledger.unreachable(onePage)).items.map(({ recipient }) => recipient);
      expect(listed).toEqual(gone === first ? [] : [mission]);
    }
  });

  test("a bounce at the address before is no bounce of the mission's, and leads to no letter more", async () => {
    const app = await opened();
    await readdress(app, correctedAddress);
    await app.moveTo(dayBefore);
    await app.rest();
    const former = (await remindersOf(app)).find(({ address: to }) => to === first);
    if (former === undefined) throw new Error("No letter to the address before");
    await report(app, former, "Bounce", permanent);
    await app.rest();
    expect((await app.ledger.returned(onePage)).items).toEqual([]);
    expect(await became(app)).toEqual([`${correctedAddress} delivered`, `${first} bounced`].toSorted());
  });

  test("the one before gets each letter once, though it is the second address as well: after a bounce at the new one", async () => {
    const app = await opened();
    await readdress(app, correctedAddress, secretariat, { secondAddress: first });
    await app.moveTo(dayBefore);
    await app.rest();
    const original = (await remindersOf(app)).find(({ address: to }) => to === correctedAddress);
    if (original === undefined) throw new Error("No letter to the new address");
    await report(app, original, "Bounce", permanent);
    await app.rest();
    expect(await became(app)).toEqual([`${correctedAddress} bounced`, `${first} delivered`].toSorted());
    expect(mailsTo(app, first)).toBe(1);
  });

  test("and where the new one is suppressed", async () => {
    const app = await opened();
    await readdress(app, correctedAddress, secretariat, { secondAddress: first });
    await app.rest();
    const mark = { why: "bounced", recipient: mission, at: app.clock.now(), revision: 1 } as const;
    const [{ id: letter } = { id: "" }] = await app.letters();
    const hash = addressHash(correctedAddress);
    await app.ledger.writeMark({ schema: 1, hash, letter: letter as Letter["id"], ...mark });
    await app.moveTo(dayBefore);
    await app.rest();
    expect(await became(app)).toEqual(["nowhere suppressed", `${first} delivered`].toSorted());
    expect(mailsTo(app, first)).toBe(1);
  });

  test("a sender that is killed at any step forgets neither letter, and sends neither twice", async () => {
    for (let call = 1; ; call += 1) {
      const app = await opened();
      await readdress(app, correctedAddress);
      await app.rest();
      const killed = app.kill("send", call);
      await app.moveTo(dayBefore);
      await app.rest();
      app.forgetKills();
      await app.sweep("hourly");
      await app.moveTo("2020-12-22T12:00:00.000Z");
      await app.rest();
      expect([mailsTo(app, first), mailsTo(app, correctedAddress)], `killed at call ${call}`).toEqual([1, 1]);
      expect(await brokenAtRest(app)).toEqual([]);
      if (!killed.happened) break;
    }
  });
});

test("a copy that waited until the address was confirmed does not leave", async () => {
  const app = await opened();
  await readdress(app, correctedAddress);
  await app.rest();
  app.mail.usually = "throttles";
  await app.moveTo(dayBefore);
  expect(await became(app)).toEqual([`${correctedAddress} planned`, `${first} planned`].toSorted());
  await confirm(app);
  app.mail.usually = "accepts";
  await app.moveTo("2020-12-22T12:00:00.000Z");
  await app.rest();
  expect(await became(app)).toEqual([`${correctedAddress} delivered`, `${first} replaced`].toSorted());
});

test("the next sweep notifies the former address of a change that the stream put aside, once", async () => {
  const app = await opened();
  await readdress(app, "mistyped@fr.example.org");
  await readdress(app, correctedAddress);
  app.stream.putAside.push(...app.stream.pending.splice(0));
  const notices = () => app.mail.inbox.filter(({ subject }) => subject.startsWith("Another e-mail address"));
  await app.sweep("hourly");
  await app.rest();
  expect(notices().map(({ to }) => to)).toEqual([first, first]);
  app.stream.pending.push(...app.stream.putAside.splice(0));
  await app.sweep("full");
  await app.rest();
  expect(notices()).toHaveLength(2);
  expect(await brokenAtRest(app)).toEqual([]);
});

test("where the former address was set again before the letter left, it says so, and not that the other was confirmed", async () => {
  const app = await opened();
  await readdress(app, "mistyped@fr.example.org");
  await readdress(app, first);
  await app.rest();
  const notices = app.mail.inbox.filter(({ subject }) => subject.startsWith("Another e-mail address"));
  expect(notices.map(({ to }) => to)).toEqual([first]);
  expect(notices[0]?.text.replaceAll(/\s+/gu, " ")).toContain("has been set again since");
});

test("no address is notified of loaded or imported data", async () => {
  const app = await opened();
  await readdress(app, correctedAddress, "import");
  await app.rest();
  await app.sweep("full");
  await app.rest();
  expect(app.mail.inbox.filter(({ subject }) => subject.startsWith("Another e-mail address"))).toEqual([]);
});
