import type { ActionCalls, Operation } from "./operation.ts";

/** Not found: a caller who may read or publish papers gets this for one that was never ordered. */
const shownByAbsence: Operation["outcomeOf"] = ({ status, problem = "" }) =>
  status < 300 || problem === "not-found" ? "allowed" : problem || String(status);
const noPaper = { paperId: `p-${"0".repeat(26)}` };
const ofNone = { params: () => noPaper, harmless: "as it is", outcomeOf: shownByAbsence } as const;
const figureOfNone = { ...ofNone, params: () => ({ ...noPaper, figure: "status" }) } as const;

/** Operations on status papers. */
export const paperOperations = {
  "papers.read": {
    on: [
      { id: "listStatusPapers", query: "?limit=1" },
      { id: "getStatusPaper", ...ofNone },
      { id: "getStatusPaperContent", ...ofNone },
    ],
  },
  "paper.order": {
    on: [
      {
        id: "orderStatusPaper",
        body: () => ({ asAt: "2020-11-02" }),
        harmless: { body: () => ({ asAt: "2099-01-01" }), outcome: "invalid-request" },
      },
    ],
  },
  "paper.complete": {
    on: [{ id: "completeStatusPaper", ...ofNone, body: () => ({ symbol: "CTOC/COP/2020/1" }), version: () => 1 }],
  },
  "paper.publish": { on: [{ id: "publishStatusPaper", ...ofNone }] },
  "paper.approve": { on: [{ id: "approveStatusPaper", ...ofNone }] },
  "published-papers.read": {
    on: [
      { id: "listPublishedPapers", query: "?limit=1" },
      { id: "getPublishedPaper", ...ofNone },
      { id: "getPublishedPaperContent", ...ofNone },
      { id: "getPublishedFigure", ...figureOfNone },
      { id: "getPublishedFigure", query: "?format=svg", ...figureOfNone },
    ],
  },
} as const satisfies Readonly<Record<string, ActionCalls>>;
