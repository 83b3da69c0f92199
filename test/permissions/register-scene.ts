import { entryOf } from "../fixtures/register-entries.ts";
import { freshKey, secretariat } from "../harness/test-api.ts";
import { openInProcess } from "./in-process.ts";
import type { OnAnswer } from "./side-scene.ts";

/** Plays entries of every register, corrected and withdrawn, as only the secretariat reads them. */
export const aboutRegisters = async (see: OnAnswer): Promise<void> => {
  const api = await openInProcess();
  const path = "/v1/register-entries";
  const report = async (operation: string, method: string, at: string, asking: object = {}): Promise<any> => {
    const answer = await api.request(method, at, { as: secretariat, ...asking });
    if (answer.status >= 300) throw new Error(`${operation}: ${answer.text}`);
    see(operation, "secretariat", "nomination", answer);
    return answer.body;
  };
  const counted = [
    { ...entryOf["training-session"], states: { number: 3 } },
    // For unknown values, counts state how many entries omit them.
    { register: "training-session", happenedOn: "2020-11-12", language: "en" },
    { ...entryOf["constructive-dialogue"], attendance: { academia: 7 } },
    { ...entryOf["stakeholder-training"], countries: { number: 2 } },
    { ...entryOf["voluntary-contribution"], donor: { kind: "private-donor" } },
  ];
  const ids: string[] = [];
  for (const body of [...Object.values(entryOf), ...counted]) {
    const { id } = await report("recordRegisterEntry", "POST", path, { key: freshKey(), body });
    const correction = { what: "content", to: { ...body, happenedOn: "2020-10-30" }, reason: "A slip" };
    await report("correctRegisterEntry", "POST", `${path}/${id}/corrections`, { match: '"v1"', body: correction });
    ids.push(id);
  }
  await report("getRegisterStatistics", "GET", "/v1/statistics/registers");
  for (const register of Object.keys(entryOf)) {
    const members = `/v1/statistics/registers/${register}/members`;
    for (const query of ["", "?limit=1", "?knownOn=2020-12-01"])
      await report("listRegisterMembers", "GET", members + query);
  }
  for (const id of ids) {
    await report("reverseRegisterEntry", "POST", `${path}/${id}/reversal`, { body: { reason: "Recorded twice" } });
    await report("getRegisterEntry", "GET", `${path}/${id}`);
  }
  await report("listRegisterEntries", "GET", path);
  await report("listRegisterEntries", "GET", `${path}?limit=1`);
};
