import { defined } from "../../schemas/base/defined.ts";
import { worklistPage } from "../../lambdas/use-cases/oversight/worklist.ts";
import type { WorkKind } from "../../schemas/model/work-item.ts";
import type { SendRequest } from "../harness/app-requests.ts";
import { secretariat, subOf } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";
import { labelsIn } from "../harness/labels.ts";
import { mailEvent } from "../fakes/mail-service.ts";

/** Returns the work items of one kind. */
export const todo = async ({ store, ledger, clock }: TestApp, kind: WorkKind, limit = 10) =>
  (await worklistPage({ store, ledger }, { kind, now: clock.now(), words: labelsIn("en") }, { limit })).items;

/** Settles a letter as the secretariat. */
export const settleLetter = async (request: SendRequest, letter: string, outcome: string, reason?: string) => {
  const { status, body } = await request({
    as: subOf(secretariat),
    route: "POST /v1/letters/{letterId}/settlement",
    params: { letterId: letter },
    body: { outcome, ...defined({ reason }) },
  });
  const { type } = body;
  return {
    status,
    body,
    problem: typeof type === "string" ? type.split(/[/:]/u).at(-1) : undefined,
  };
};

/** Reports the arrival of a letter, as the mail service. */
export const deliveredNow = (app: TestApp, letter: string): void => {
  app.queues.receipts.put(mailEvent("Delivery", { letter, messageId: "m-late" }, app.clock.now()));
};
