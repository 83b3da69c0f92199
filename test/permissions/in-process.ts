import { addressHash } from "../../domain/letters/address-reputation.ts";
import { moveLetter } from "../../domain/letters/lifecycle.ts";
import { invitationOf } from "../../lambdas/use-cases/accounts/accounts.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import { LetterId, PartyId } from "../../schemas/base/ids.ts";
import { type ProblemKind, problems, problemType } from "../../schemas/problems/problems.ts";
import { EmailAddress } from "../../schemas/base/values.ts";
import { userId } from "../support/changes.ts";
import type { held } from "../support/contract.ts";
import { answering, apiInProcess } from "../support/in-process.ts";
import type { Lived } from "../support/life.ts";
import { delayWaits } from "../support/recording.ts";
import { asking, type RunningApp } from "../support/running.ts";
import type { TestApp } from "../support/test-app.ts";
import { review } from "./people.ts";

/** The whole API without HTTP, on a store in memory. */
export interface InProcess extends Lived {
  readonly app: RunningApp;
  /** What stands behind it. */
  readonly behind: TestApp;
  /** From now on nothing is written; what would have been is counted. */
  readonly freeze: () => void;
  /** How many commits and drafts were not written since it was frozen. */
  readonly withheld: () => number;
  /** Marks an address, as the report of a bounce does, with what it says of who is reached; gives the letter. */
  readonly suppress: () => Promise<string>;
  /** Lets a letter of which nobody knows whether it left wait for a person. */
  readonly leaveUnknown: (letter: string) => Promise<void>;
  /** Somebody tells of a delay that waits for approval, as it does where the policy wants it. */
  readonly delayWaits: (as: string, duty: string, dueOn: string) => Promise<void>;
}

/** A store that writes until it is frozen, and then only says what it would have written. */
const freezing = (store: Store) => {
  let frozen = false;
  let withheld = 0;
  const kept: Store = {
    ...store,
    commit: (commit) => {
      if (!frozen) return store.commit(commit);
      if (commit.changes.some(({ facts }) => facts.length > 0)) withheld += 1;
      return Promise.resolve([]);
    },
    savePreview: (preview, pages) => {
      if (!frozen) return store.savePreview(preview, pages);
      withheld += 1;
      return Promise.resolve();
    },
    saveDraft: (draft, decidedOn) => {
      if (!frozen) return store.saveDraft(draft, decidedOn);
      withheld += 1;
      return Promise.resolve();
    },
  };
  return { store: kept, freeze: () => void (frozen = true), withheld: () => withheld };
};

const kinds = new Map((Object.keys(problems) as ProblemKind[]).map((kind) => [problemType(kind), kind]));

/** Reads an answer and does not hold it to the API document, which takes longer than the answer: others do that. */
const readOnly: typeof held = async (method, path, response) => {
  const text = await response.text();
  const { status, headers } = response;
  if (status === 500) throw new Error(`${method} ${path}: ${text}`);
  const isJson = headers.get("content-type")?.includes("json") === true && text !== "";
  const body = isJson ? JSON.parse(text) : undefined;
  const problem = status < 400 ? undefined : kinds.get(body?.type);
  return { status, headers, type: "", text, body, operation: undefined, problem };
};

/** Fills a system in memory as the prepared one is, and opens the API on it. */
export const inProcess = async (): Promise<InProcess> => {
  const frozen: { store?: ReturnType<typeof freezing> } = {};
  const api = await apiInProcess((store) => (frozen.store = freezing(store)).store);
  const { behind: app } = api;
  const { clock, ledger } = app;
  const { ask, get, name } = asking(answering(api), readOnly);
  const freeze = () => frozen.store?.freeze();
  const withheld = () => frozen.store?.withheld() ?? 0;
  return {
    behind: app,
    ask,
    get,
    name,
    app: api.app,
    freeze,
    withheld,
    delayWaits: async (as, duty, dueOn) => {
      const id = await app.store.userOfAddress(EmailAddress.parse(as));
      const user = id === undefined ? undefined : await app.store.load("user", id);
      if (user === undefined) throw new Error(`${as} is nobody`);
      await delayWaits({ store: app.store, review, by: user.state, now: clock.now() }, duty, dueOn);
    },
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
