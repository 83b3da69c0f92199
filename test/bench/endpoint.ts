import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { newActivity } from "../../local/base/activity.ts";
import { openStackClock } from "../../local/base/clock.ts";
import { newFaults } from "../../local/services/faults.ts";
import { openMail } from "../../local/services/mail.ts";
import { mailWire } from "../../local/services/mail-wire.ts";
import type { MailPlan } from "../../local/template/resource-plans.ts";
import { newRecorder } from "../../local/template/iam-usage.ts";
import { openStateDb } from "../../local/base/state-db.ts";
import { startAwsEndpoint } from "../../local/services/aws-endpoint.ts";
import { AwsError } from "../../local/services/aws-service.ts";
import { seededChance } from "../use-cases/sending/campaign/chance.ts";
import { onceInEvery } from "../use-cases/sending/campaign/tally.ts";

/** The settings at the start of the endpoint. */
export interface EndpointSettings {
  readonly perSecond: number;
  /** The number of accepted mails per lost reply. */
  readonly losesOneIn: number;
}

/** The report at the end. Times are in milliseconds since 1970, with a fraction. */
export interface EndpointReport {
  readonly kind: "report";
  readonly mails: readonly { readonly letter: string; readonly at: number }[];
  /** Calls above the rate. */
  readonly refused: number;
  readonly answersLost: number;
}
export type EndpointMessage =
  | { readonly kind: "listening"; readonly url: string }
  | {
      readonly kind: "event";
      readonly event: { readonly source: string; readonly time: string; readonly detail: object };
    }
  | EndpointReport;

/**
 * The local runtime's mail service over HTTP, in a thread of its own. It accepts no more mails a second than its limit,
 * reports the limit once a second, and replies with the delay of the real one.
 */
const port = parentPort;
if (port === null) throw new Error("The endpoint runs in a thread of the bench");
const { perSecond, losesOneIn } = workerData as EndpointSettings;
const say = (message: EndpointMessage): void => port.postMessage(message);

const clock = openStackClock(0, () => undefined);
const activity = newActivity();
const faults = newFaults();
const plan: MailPlan = {
  identities: ["example.org"],
  configurationSets: [{ name: "letters", suppresses: [], events: ["send", "delivery"] }],
};
const mail = openMail({
  stateDb: openStateDb(undefined),
  clock,
  activity,
  bus: { emit: ({ source, detail }) => say({ kind: "event", event: { source, time: clock.instant(), detail } }) },
  faults,
  plan,
});
const limits = { perSecond, perDay: 1_000_000, bytes: 1_000_000 };
const service = mailWire({ mail, plan, clock, faults, limits });
const wire = await startAwsEndpoint({
  clock,
  activity,
  recorder: newRecorder(),
  faults,
  kill: () => undefined,
  onAnswer: () => undefined,
});

const chance = seededChance(perSecond);
const isLost = onceInEvery(losesOneIn);
const moments: number[] = [];
let refused = 0;
let answersLost = 0;
let lastAsked = -Infinity;

wire.add({
  ...service,
  answer: async (request) => {
    const isMail = request.path.endsWith("/outbound-emails");
    const now = performance.now();
    if (!isMail && now < lastAsked + 1000) throw new AwsError("TooManyRequestsException", "Once a second.", 429);
    if (!isMail) lastAsked = now;
    try {
      const answered = await service.answer(request);
      if (isMail) moments.push(performance.timeOrigin + now);
      await setTimeout(chance.between(20, 110));
      if (isMail && isLost()) {
        answersLost += 1;
        faults.add({ kind: "resetAfterAccept" });
      }
      return answered;
    } catch (error) {
      if (isMail) refused += 1;
      throw error;
    }
  },
});

port.on("message", () => {
  const taken = mail.find({ limit: 1_000_000 }).toReversed();
  const mails = taken.map(({ tags }, place) => ({ letter: tags["letter"] ?? "", at: moments[place] ?? 0 }));
  say({ kind: "report", mails, refused, answersLost });
});
say({ kind: "listening", url: wire.url });
