import { defined } from "../../schemas/base/defined.ts";
import { realTakeOver } from "../fixtures/real-take-over.ts";
import { freshKey, secretariat } from "../harness/test-api.ts";
import { openInProcess } from "./in-process.ts";
import type { OnAnswer } from "./side-scene.ts";

/**
 * Plays the import of a group: checked, refused, imported, paused, and resumed, with the replies to the secretariat.
 * No other caller takes part: the grid knows nothing of the seats of this group.
 */
export const aboutImports = async (see: OnAnswer): Promise<void> => {
  const api = await openInProcess();
  const scene = "nomination";
  const report = async (operation: string, method: string, path: string, body?: object): Promise<any> => {
    const asking = { as: secretariat, ...defined({ body }) };
    const answer = await api.request(
      method,
      path,
      path.endsWith("/resumption") ? { ...asking, key: freshKey() } : asking,
    );
    see(operation, "secretariat", scene, answer);
    return answer.body;
  };
  const sheets = await realTakeOver({ 1: { startedOn: "2020-10-20", stages: ["consultation", "nomination"] } });
  const underReview = String(sheets["pairings"]?.rows.find(({ role }) => role === "under-review")?.["party"]);
  const source = "Files of the secretariat";
  const mission = (party: string) => ({ party, address: `new@${party.toLowerCase()}.example.org`, language: "en" });
  const missions = { rows: [{ ...mission("FR"), place: "Vienna" }] };
  const sound = { ...sheets, missions: { rows: [{ ...mission(underReview), place: "Vienna" }] } };
  await report("orderImport", "POST", "/v1/imports", { source, dryRun: true, sheets: { ...sheets, missions } });
  await report("orderImport", "POST", "/v1/imports", { source, sheets: { ...sheets, missions } });
  await report("orderImport", "POST", "/v1/imports", { source, sheets: sound });
  await api.app.rest();
  await report("orderImport", "POST", "/v1/imports", { source, sheets: sound });
  const { items } = await report("listImports", "GET", "/v1/imports");
  await report("getImport", "GET", `/v1/imports/${items[0].id}`);
  const group = "/v1/groups/c4-g1";
  await report("getGroup", "GET", group);
  await report("listGroups", "GET", "/v1/groups");
  const { hash } = await report("previewResumption", "POST", `${group}/reminders/resumption/previews`);
  await report("resumeReminders", "POST", `${group}/reminders/resumption`, { preview: hash });
};
