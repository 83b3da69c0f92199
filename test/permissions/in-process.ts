import { addressHash } from "../../domain/letters/address-reputation.ts";
import { moveLetter } from "../../domain/letters/lifecycle.ts";
import { invitationOf } from "../../lambdas/use-cases/accounts/accounts.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import { LetterId, PartyId } from "../../schemas/base/ids.ts";
import { type ProblemKind, problems, problemType } from "../../schemas/problems/problems.ts";
import { EmailAddress } from "../../schemas/base/values.ts";
import { userId } from "../fixtures/changes.ts";
import type { checkAnswer } from "../harness/contract.ts";
import { apiHostOf, type ApiInProcess, openApiInProcess } from "../harness/in-process.ts";
import type { LifeApi } from "../fixtures/review-life.ts";
import { testApiOn, type AppControls } from "../harness/test-api.ts";
import type { TestApp } from "../harness/test-app.ts";
import { additional } from "./people.ts";

/** The whole API without HTTP, on a store in memory. */
export interface InProcess extends LifeApi {
  readonly app: AppControls;
  /** The functions behind the API. */
  readonly behind: TestApp;
  /** Returns a copy of the present system that writes nothing, and counts the withheld writes. */
  readonly frozen: () => FrozenApi;
  /** Returns a copy of the present system: writes to it do not change this one. */
  readonly copied: () => InProcess;
  /** Marks an address as unreachable, as the report of a bounce does; returns the letter. */
  readonly suppress: () => Promise<string>;
  /** Leaves a letter of unknown outcome to a person. */
  readonly leaveUnknown: (letter: string) => Promise<void>;
}

export interface FrozenApi extends InProcess {
  /** Returns the number of commits and drafts that were not written. */
  readonly withheld: () => number;
}

/** Returns a store that writes nothing and counts the withheld writes. */
const withholding = (store: Store, count: () => void): Store => ({
  ...store,
  commit: async ({ changes }) => {
    if (changes.some(({ facts }) => facts.length > 0)) count();
    return [];
  },
  // Requests of cells on one day do not use up the limits of the day.
  spend: async () => true,
  giveBack: async () => undefined,
  savePreview: async () => count(),
  saveDraft: async () => count(),
});

const kinds = new Map((Object.keys(problems) as ProblemKind[]).map((kind) => [problemType(kind), kind]));

/** Reads an answer and does not hold it to the API document, which takes longer than the answer: others do that. */
const readOnly: typeof checkAnswer = async (method, path, response) => {
  const text = await response.text();
  const { status, headers } = response;
  if (status === 500) throw new Error(`${method} ${path}: ${text}`);
  const isJson = headers.get("content-type")?.includes("json") === true && text !== "";
  const body = isJson ? JSON.parse(text) : undefined;
  const problem = status < 400 ? undefined : kinds.get(body?.type);
  return { status, headers, type: "", text, body, operation: undefined, problem };
};

const opened = (api: ApiInProcess): InProcess => {
  const { behind: app } = api;
  const { clock, ledger } = app;
  const { request, get, name } = testApiOn(apiHostOf(api), readOnly);
  return {
    behind: app,
    request,
    get,
    name,
    app: api.app,
    frozen: () => {
      let withheld = 0;
      const copy = api.copy((store) => withholding(store, () => void (withheld += 1)));
      return { ...opened(copy), withheld: () => withheld };
    },
    copied: () => opened(api.copy()),
    leaveUnknown: async (id) => {
      const letter = await ledger.letter(LetterId.parse(id));
      if (letter === undefined) throw new Error(`There is no letter ${id}`);
      // No report comes: the repetition is not waited for.
      await ledger.move(moveLetter(letter, "unknown", { at: clock.now() }));
    },
    suppress: async () => {
      const failed = { ...invitationOf({ id: userId(1), role: "secretariat" }, clock.now()), address: suppressed };
      const recipient = { kind: "mission", party: PartyId.parse("FR") } as const;
      await ledger.plan({ ...failed, recipient, party: recipient.party, contact: "first" });
      const about = { why: "bounced", letter: failed.id, recipient, at: clock.now(), revision: 1 } as const;
      await ledger.writeMark({ schema: 1, hash: addressHash(suppressed), ...about });
      const second = (await app.store.mission(PartyId.parse(additional)))?.secondAddress;
      if (second === undefined) throw new Error("The mission has no second address");
      const recipientAdditional = { kind: "mission", party: PartyId.parse(additional) } as const;
      await ledger.writeMark({ schema: 1, hash: addressHash(second), ...about, recipient: recipientAdditional });
      const row = { schema: 1, letter: failed.id, since: clock.now() } as const;
      const hash = addressHash(suppressed);
      await ledger.writeReturned({ ...row, hash, recipient, party: recipient.party, contact: "first" });
      const user = { kind: "user", user: userId(1) } as const;
      await ledger.writeUnreachable({ ...row, recipient: user, party: recipient.party, why: "suppressed" });
      return failed.id;
    },
  };
};

const suppressed = EmailAddress.parse("gone@fr.example.org");

/** Fills a system in memory as the prepared one is, and opens the API on it. */
export const openInProcess = async (): Promise<InProcess> => opened(await openApiInProcess());
