import { unsuppressAddress } from "../../domain/letters/address-reputation.ts";
import { setMissionContacts } from "../../domain/parties/parties.ts";
import { changeOf } from "../../lambdas/commands/execute-command.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { MissionContacts } from "../../schemas/model/party.ts";
import { address, factsOf, party } from "../fixtures/changes.ts";
import { given, nameDelegate, secretariat, startOf } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";
import { mailEvent } from "../fakes/mail-service.ts";

export const first = address("mission@fr.example.org");
export const second = address("second@fr.example.org");
export const correctedAddress = address("new.mission@fr.example.org");
export const mission = { kind: "mission", party: party("FR") } as const;

/** Sets a mission's contacts, or releases an address: a change of the party that follows. */
export const changeContacts = async (
  app: TestApp,
  decide: "release" | MissionContacts,
  letter?: Letter["id"],
): Promise<void> => {
  const aggregate = await app.store.load("party", "FR");
  const now = app.clock.now();
  if (aggregate === undefined) throw new Error("No party FR");
  const change =
    decide === "release"
      ? changeOf("party", "FR", aggregate, factsOf(unsuppressAddress(mission, letter ?? ("" as Letter["id"]), now)))
      : changeOf("party", "FR", aggregate, factsOf(setMissionContacts(aggregate.state, now)), [
          { kind: "mission", party: party("FR"), mission: decide },
        ]);
  await app.store.commit({ changes: [change], by: secretariat, at: now });
  await app.settle();
};
export const contacts = (more: Partial<MissionContacts> = {}): MissionContacts => ({
  address: first,
  language: "en",
  place: "Vienna",
  ...more,
});

/** Gives the mission of FR another address, which is not confirmed. */
export const readdress = async (
  app: TestApp,
  to: string,
  by: string = secretariat,
  more: Partial<MissionContacts> = {},
): Promise<void> => {
  const [aggregate, before] = await Promise.all([app.store.load("party", "FR"), app.store.mission(party("FR"))]);
  if (aggregate === undefined || before === undefined) throw new Error("No mission of FR");
  const unconfirmed = aggregate.state.unconfirmedChange;
  const former = unconfirmed && (await app.store.formerAddress({ kind: "party", id: "FR" }, unconfirmed.number));
  const next = contacts({ ...more, address: address(to) });
  const known = { current: before.address, confirmed: former ?? before.address };
  const facts = factsOf(setMissionContacts(aggregate.state, app.clock.now(), next, known));
  const number = (aggregate.state.addressChanges ?? 0) + 1;
  const change = changeOf("party", "FR", aggregate, facts, [
    { kind: "mission", party: party("FR"), mission: next },
    ...(unconfirmed === undefined
      ? [{ kind: "former-address", of: { kind: "party", id: "FR" }, number, address: before.address } as const]
      : []),
  ]);
  await app.store.commit({ changes: [change], by, at: app.clock.now() });
};

/**
 * Returns an app with one review whose party has named its focal point: experts are due, and its mission gets one
 * letter at a time. Germany, which reviews it, makes no nomination, so no consultation begins that would be notified to
 * both.
 */
export const openMissionApp = async (more: Partial<MissionContacts> = { secondAddress: second }): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: ["DE"] } });
  await nameDelegate(app, "focal-point", "FR");
  await changeContacts(app, contacts(more));
  await app.moveTo("2020-12-01T10:00:00.000Z");
  app.mail.unreported = 1000;
  await startOf(app, "2020-12-01");
  await app.settle();
  return app;
};
export const lettersOf = async (app: TestApp): Promise<readonly Letter[]> =>
  (await app.letters()).filter(({ party: to }) => to === "FR");
export const latest = async (app: TestApp): Promise<Letter> => {
  const letter = (await lettersOf(app)).toSorted((one, other) => (one.plannedAt < other.plannedAt ? -1 : 1)).at(-1);
  if (letter === undefined) throw new Error("There is no letter");
  return letter;
};
export const permanent = { bounce: { bounceType: "Permanent" } };

/** Reports an event of a letter from the mail service, now. */
export const report = async (
  app: TestApp,
  { id, address: to }: Letter,
  kind = "Bounce",
  detail: object = permanent,
) => {
  const event = mailEvent(kind, { letter: id, messageId: `message of ${id}` }, app.clock.now(), detail);
  event.detail.mail.destination = [to ?? ""];
  app.queues.receipts.put(event);
  await app.settle();
};
