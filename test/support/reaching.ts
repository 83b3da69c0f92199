import { releaseAddress } from "../../domain/letters/address-reputation.ts";
import { setMissionContacts } from "../../domain/parties/parties.ts";
import { changeOf } from "../../lambdas/commands/execute-command.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { MissionContacts } from "../../schemas/model/party.ts";
import { address, factsOf, party } from "./changes.ts";
import { given, naming, secretariat, startOf } from "./given.ts";
import type { House } from "./house.ts";
import { mailEvent } from "./mail-service.ts";

export const first = address("mission@fr.example.org");
export const second = address("second@fr.example.org");
export const corrected = address("new.mission@fr.example.org");
export const mission = { kind: "mission", party: party("FR") } as const;

/** What a mission sets as its contacts, or a release: a change of the party that follows. */
export const changing = async (
  house: House,
  decide: "release" | MissionContacts,
  letter?: Letter["id"],
): Promise<void> => {
  const head = await house.store.load("party", "FR");
  const now = house.clock.now();
  if (head === undefined) throw new Error("No party FR");
  const change =
    decide === "release"
      ? changeOf("party", "FR", head, factsOf(releaseAddress(mission, letter ?? ("" as Letter["id"]), now)))
      : changeOf("party", "FR", head, factsOf(setMissionContacts(head.state, now)), [
          { kind: "mission", party: party("FR"), mission: decide },
        ]);
  await house.store.commit({ changes: [change], by: secretariat, at: now });
  await house.settle();
};
export const contacts = (more: Partial<MissionContacts> = {}): MissionContacts => ({
  address: first,
  language: "en",
  place: "Vienna",
  ...more,
});

/** A party of one review that has named its focal point: it owes experts and gets one letter at a time. */
export const started = async (more: Partial<MissionContacts> = { secondAddress: second }): Promise<House> => {
  const house = await given.group({ reviews: { FR: [] } });
  await naming(house, "focal-point", "FR");
  await changing(house, contacts(more));
  await house.moveTo("2020-12-01T10:00:00.000Z");
  house.mail.unreported = 1000;
  await startOf(house, "2020-12-01");
  await house.settle();
  return house;
};
export const lettersOf = async (house: House): Promise<readonly Letter[]> =>
  (await house.letters()).filter(({ party: to }) => to === "FR");
export const latest = async (house: House): Promise<Letter> => {
  const letter = (await lettersOf(house)).toSorted((one, other) => (one.plannedAt < other.plannedAt ? -1 : 1)).at(-1);
  if (letter === undefined) throw new Error("There is no letter");
  return letter;
};
export const permanent = { bounce: { bounceType: "Permanent" } };

/** What the mail service reports of a letter, now. */
export const report = async (
  house: House,
  { id, address: to }: Letter,
  kind = "Bounce",
  detail: object = permanent,
) => {
  const event = mailEvent(kind, { letter: id, messageId: `message of ${id}` }, house.clock.now(), detail);
  event.detail.mail.destination = [to ?? ""];
  house.queues.receipts.put(event);
  await house.settle();
};
