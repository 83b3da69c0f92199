import { type Api, itemsOf } from "../../client/client.ts";
import type { Course } from "./course.ts";
import type { Tally } from "./finding.ts";

const rule = "Missed deadlines have no penalty: an overdue obligation appears in the secretariat's lists";

/** Compares the obligations on the worklist with those that are open and past their date. */
export const checkWorklist = async (courses: readonly Course[], api: Api, now: string, tally: Tally): Promise<void> => {
  const query = { kind: "duty-overdue" } as const;
  const items = await itemsOf((page) => api.GET("/v1/worklist", { params: { query: { ...query, ...page } } }));
  const listed = new Set(items.map(({ review, party, duty }) => `${review ?? ""} ${duty ?? ""}:${party ?? ""}`));
  const started = courses.filter(({ stage }) => stage !== "scheduled");
  const open = started.flatMap(({ spans }) => spans.filter(({ to }) => to === undefined));
  const nameOf = ({ review, kind, party }: (typeof open)[number]): string => `${review} ${kind}:${party}`;
  const held = new Set(started.filter(({ reminders }) => (reminders?.since ?? "") > now).map(({ id }) => id));
  const overdue = new Set(open.filter(({ dueAt, review }) => dueAt < now && !held.has(review)).map(nameOf));
  for (const one of overdue) {
    tally.count("overdue obligations on the worklist");
    if (!listed.has(one)) tally.report("worklist-differs", one, "it is overdue, and not on the worklist", rule);
  }
  const known = new Set(open.map(nameOf));
  for (const one of listed)
    if (!known.has(one)) tally.report("worklist-differs", one, "it is on the worklist, and not open", rule);
};
