import { freshKey, missionOf, personOf, type Running } from "./running.ts";

/** So many experts are named, by the parties of the pairings in turn: enough of them for the breaker to look at. */
export const nameExperts = async (api: Running, count: number): Promise<void> => {
  const { items } = await api.pages("/v1/pairings", undefined, 200);
  const parties: readonly string[] = items.map(({ party }) => party);
  for (let number = 0; number < count; number += 1) {
    const party = parties[number % parties.length] ?? "";
    const person = { ...personOf(party, "expert"), email: `expert-${number}@${party.toLowerCase()}.example.org` };
    const asking = { as: missionOf(party), key: freshKey(), body: { role: "expert", person } };
    const answer = await api.ask("POST", `/v1/parties/${party}/mandates`, asking);
    if (answer.status !== 201) throw new Error(answer.text);
  }
  await api.house.rest();
};
