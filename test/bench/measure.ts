import { noMetrics } from "../fakes/metrics.ts";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { sesPermits } from "../../lambdas/io/aws/mail-permits.ts";
import { mailClientOptions, sesMail } from "../../lambdas/io/aws/mail.ts";
import type { Ledger, LetterQueues } from "../../lambdas/io/ports/outbox.ts";
import type { SlotStore } from "../../lambdas/io/ports/mail.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import { onMessagesAbout } from "../../lambdas/shell/batch.ts";
import { letterOf, applyMailEvents } from "../../lambdas/use-cases/reachability/on-mail-events.ts";
import { MailEvent } from "../../schemas/model/messages.ts";
import { planMany } from "../use-cases/sending/campaign/letters.ts";
import { openPostQueues, type PostQueues } from "../use-cases/sending/campaign/queues.ts";
import { senders } from "../use-cases/sending/campaign/senders.ts";
import { onceInEvery, shareOf } from "../use-cases/sending/campaign/tally.ts";
import { realTime, type RealTime } from "../use-cases/sending/campaign/time.ts";
import type { EndpointMessage, EndpointReport, EndpointSettings } from "./endpoint.ts";

/** The stores in use while letters are sent. */
export interface PacedKeep {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly slots: SlotStore;
}

export interface MeasureOptions {
  readonly perSecond: number;
  readonly letters: number;
  readonly keep: (time: RealTime) => Promise<PacedKeep>;
}

export interface Measurement {
  /** The used share of the permitted rate, while there were enough letters. */
  readonly share: number;
  /** Calls above the rate. */
  readonly refused: number;
  readonly ordersTwice: number;
  readonly sendersDied: number;
  readonly answersLost: number;
  readonly mailedTwice: number;
  readonly neverMailed: number;
  readonly notDelivered: number;
  /** The lateness of the senders' timers, in milliseconds: 99 of 100 were faster. */
  readonly lateness: number;
}

const sendersTogether = 5;
const oneIn = { orderTwice: 100, senderDies: 200, answerLost: 200 };

interface Endpoint {
  readonly url: string;
  readonly report: () => Promise<EndpointReport>;
  readonly close: () => Promise<unknown>;
}

const startEndpoint = (settings: EndpointSettings, heard: (event: object) => void): Promise<Endpoint> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./endpoint.ts", import.meta.url), { workerData: settings });
    let takeReport: (report: EndpointReport) => void = () => undefined;
    worker.on("error", reject);
    worker.on("message", (message: EndpointMessage) => {
      if (message.kind === "event") return heard(message.event);
      if (message.kind === "report") return takeReport(message);
      resolve({
        url: message.url,
        report: () =>
          new Promise((report) => {
            takeReport = report;
            worker.postMessage("report");
          }),
        close: () => worker.terminate(),
      });
    });
  });

/** Moves the clock forward for messages that are delivered again minutes later and are not measured. */
const playOut = async (time: RealTime, queues: PostQueues): Promise<void> => {
  for (;;) {
    await queues.idle();
    await time.pass(50);
    if (queues.visible("letters") + queues.visible("receipts") > 0) continue;
    const due = queues.nextDue();
    if (due === undefined) return;
    time.leap(Math.max(0, due - time.now()));
    queues.pump();
  }
};

/** Runs the real senders against an endpoint that enforces a rate, in the machine's own time. */
export const measure = async ({ perSecond, letters, keep }: MeasureOptions): Promise<Measurement> => {
  const time = realTime();
  const queues = openPostQueues(time);
  const endpoint = await startEndpoint({ perSecond, losesOneIn: oneIn.answerLost }, (event) =>
    queues.send("receipts", event),
  );
  const client = new SESv2Client({
    ...mailClientOptions,
    endpoint: endpoint.url,
    region: "eu-central-1",
    credentials: { accessKeyId: "send", secretAccessKey: "bench" },
  });
  try {
    const { store, ledger, slots } = await keep(time);
    const many = { people: letters, missions: 0, lists: 0 };
    const planned = await planMany({ store, ledger }, many, time.clock().now());
    const [isTwice, isDeath] = [onceInEvery(oneIn.orderTwice), onceInEvery(oneIn.senderDies)];
    let [ordersTwice, sendersDied] = [0, 0];
    let steadyUntil = 0;
    const letterQueues: LetterQueues = {
      order: async (ids, seconds = 0) => {
        for (const letter of ids) {
          queues.send("letters", { letter }, seconds);
          if (!isTwice()) continue;
          ordersTwice += 1;
          queues.send("letters", { letter }, seconds);
        }
      },
    };
    const from = "Review Mechanism <reviews@example.org>";
    const dependencies = {
      store,
      ledger,
      slots,
      letterQueues,
      mail: sesMail({ client, from, replyTo: "secretariat@example.org", configurationSet: "letters" }),
      permits: sesPermits(client),
    };
    const dies = (call: string) => {
      if (call !== "mail.send") return undefined;
      if (queues.visible("letters") > 0) steadyUntil = time.now();
      if (!isDeath()) return undefined;
      sendersDied += 1;
      return "after" as const;
    };
    await letterQueues.order(planned.map(({ id }) => id));
    const io = { store, ledger, letterQueues, metrics: noMetrics, clock: time.clock() };
    const taking = onMessagesAbout(
      "receipts",
      MailEvent,
      letterOf,
      async (events) => (await applyMailEvents(io, events)).outcome,
    );
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    queues.read("receipts", taking, 2);
    queues.read("letters", senders({ time, dependencies, dies }), sendersTogether);
    while (queues.visible("letters") > 0) await time.pass(100);
    delay.disable();
    await playOut(time, queues);
    const { mails, refused, answersLost } = await endpoint.report();
    const perLetter = Map.groupBy(mails, ({ letter }) => letter);
    const rows = await Promise.all(planned.map(({ id }) => ledger.letter(id)));
    return {
      share: shareOf(
        mails.map(({ at }) => at).filter((at) => at <= steadyUntil),
        perSecond,
      ),
      refused,
      ordersTwice,
      sendersDied,
      answersLost,
      mailedTwice: [...perLetter.values()].filter((same) => same.length > 1).length,
      neverMailed: planned.filter(({ id }) => !perLetter.has(id)).length,
      notDelivered: rows.filter((row) => row?.state !== "delivered").length,
      lateness: delay.percentile(99) / 1e6,
    };
  } finally {
    queues.close();
    client.destroy();
    await endpoint.close();
  }
};
