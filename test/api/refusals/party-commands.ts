import { freshKey } from "../../harness/test-api.ts";
import type { Call } from "../../harness/test-api.ts";

/** Commands of parties after the lots: to enter, defer serving and leave. */
export const partyCommands: Readonly<Record<string, (as: string) => Call>> = {
  previewPartyEntry: (as) => ["POST", "/v1/parties/BT/entry/previews", { as, body: { group: "c1-g1" } }],
  enterParty: (as) => [
    "POST",
    "/v1/parties/BT/entry",
    {
      as,
      key: freshKey(),
      body: {
        group: "c1-g1",
        decision: { body: "conference", document: "CTOC/COP/2020/9", decidedOn: "2020-11-20" },
      },
    },
  ],
  orderDenunciation: (as) => [
    "POST",
    "/v1/parties/FR/denunciation",
    { as, key: freshKey(), body: { leftOn: "2020-11-20", document: "C.N.55.2019", preview: "0".repeat(64) } },
  ],
  previewDenunciation: (as) => [
    "POST",
    "/v1/parties/FR/denunciation/previews",
    { as, body: { leftOn: "2020-11-20", document: "C.N.55.2019" } },
  ],
  approveDenunciation: (as) => ["POST", "/v1/parties/FR/denunciation/approval", { as, key: freshKey() }],
  correctDenunciation: (as) => [
    "POST",
    "/v1/parties/FR/corrections",
    {
      as,
      key: freshKey(),
      body: { what: "denunciation", to: { leftOn: "2020-11-20", document: "C.N.55.2019" }, reason: "A slip" },
    },
  ],
  reverseDenunciation: (as) => [
    "POST",
    "/v1/parties/FR/denunciation/reversal",
    { as, key: freshKey(), body: { reason: "Another party was meant" } },
  ],
  deferServing: (as) => [
    "POST",
    "/v1/parties/FR/serving-deferral",
    {
      as,
      key: freshKey(),
      body: { defers: false, happenedOn: "2020-11-20", source: { kind: "call", date: "2020-11-20" } },
    },
  ],
};
