import { people } from "./people.ts";
import { freshKey, secondSecretariat, secretariat } from "../harness/test-api.ts";
import type { InProcess } from "./in-process.ts";
import type { OnAnswer, SideScene } from "./side-scene.ts";

const path = "/v1/reports/status";

/** Status papers: one that is published, and others after it, one of which waits for a second person. */
export async function* statusPapers(see: OnAnswer, lived: () => Promise<InProcess>): AsyncGenerator<SideScene> {
  const api = await lived();
  const scene = "nomination";
  const report = async (operation: string, at: string, asking: object = {}): Promise<any> => {
    const answer = await api.request("POST", at, { as: people.secretariat.as, ...asking });
    if (answer.status >= 300) throw new Error(`${operation}: ${answer.text}`);
    see(operation, "secretariat", scene, answer);
    return answer.body;
  };
  const order = (asAt: string) => report("orderStatusPaper", path, { key: freshKey(), body: { asAt } });
  const publish = async (id: string) => {
    await report("publishStatusPaper", `${path}/${id}/publication`);
    await report("approveStatusPaper", `${path}/${id}/publication/approval`, { as: secondSecretariat });
    await report("publishStatusPaper", `${path}/${id}/publication`);
  };
  const first = await order("2020-11-02");
  await api.app.rest();
  await publish(first.id);
  await order("2020-11-02");
  const inLanguage = {
    session: "Vienna, 2 November 2020",
    agendaItem: "Item 3",
    paragraphs: [{ after: 5, text: "A paragraph of the secretariat." }],
    notes: [{ paragraph: 5, text: "A note of the secretariat." }],
  };
  const texts = Object.fromEntries(["ar", "en", "es", "fr", "ru", "zh"].map((language) => [language, inLanguage]));
  const second = await order("2020-12-01");
  await api.app.rest();
  const written = await api.request("GET", `${path}/${second.id}`, { as: people.secretariat.as });
  const completion = { match: `"v${written.body.version}"`, body: { symbol: "CTOC/COP/2020/1", ...texts } };
  const completed = await api.request("PUT", `${path}/${second.id}/texts`, {
    as: people.secretariat.as,
    ...completion,
  });
  if (completed.status >= 300) throw new Error(completed.text);
  see("completeStatusPaper", "secretariat", scene, completed);
  await api.app.rest();
  await publish(second.id);
  const third = await order("2020-11-04");
  await api.app.rest();
  await report("publishStatusPaper", `${path}/${third.id}/publication`, { as: secretariat });
  yield { api, scene };
}
