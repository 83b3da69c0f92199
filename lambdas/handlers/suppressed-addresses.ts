import pMap from "p-map";
import { addressHash, isInForce, unsuppressAddress } from "../../domain/letters/address-reputation.ts";
import { refuse } from "../../domain/base/decision.ts";
import { suppressedAddressView } from "../../domain/views/letters.ts";
import type { SuppressedAddress } from "../../schemas/model/address.ts";
import * as api from "../../schemas/api/endpoints/suppressed-addresses.ts";
import type { LetterId } from "../../schemas/base/ids.ts";
import type { Letter, PartyRecipient } from "../../schemas/model/letter.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { AnyChange } from "../io/ports/commit.ts";
import type { Store } from "../io/ports/store.ts";
import { changeOf } from "../commands/execute-command.ts";
import { route, type Route } from "../shell/http/route.ts";
import type { LetterIo } from "./letters.ts";

/** The number of letters that are read in parallel. */
const maxConcurrency = 8;

interface MarkedAddress {
  readonly mark: SuppressedAddress;
  readonly letter: Letter;
}

/** The mark in force that a letter made. */
const markedBy = async ({ ledger }: LetterIo, id: LetterId): Promise<MarkedAddress | undefined> => {
  const letter = await ledger.letter(id);
  const mark = letter?.address === undefined ? undefined : await ledger.mark(addressHash(letter.address));
  return letter !== undefined && isInForce(mark) && mark.letter === id ? { mark, letter } : undefined;
};

/**
 * Records a fact about the holder of an address, on the party of a mission or on the user; returns undefined if there
 * is none.
 */
const onWhose = async (
  store: Store,
  recipient: PartyRecipient,
  facts: readonly Fact[],
): Promise<AnyChange | undefined> => {
  if (recipient.kind === "mission") {
    const party = await store.load("party", recipient.party);
    return party === undefined ? undefined : changeOf("party", party.id, party, facts);
  }
  const user = await store.load("user", recipient.user);
  return user === undefined ? undefined : changeOf("user", user.id, user, facts);
};

/** Routes of addresses at which letters failed: the secretariat lists and unsuppresses them. */
export const addressRoutes = (io: LetterIo): readonly Route[] => [
  route(api.ListSuppressedAddresses, io, async ({ query, cursors }) => {
    const page = await io.ledger.suppressed(await cursors.page(query));
    const items = await pMap(
      page.items,
      async (mark) => suppressedAddressView(mark, await io.ledger.letter(mark.letter)),
      { concurrency: maxConcurrency },
    );
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.UnsuppressAddress, io, async ({ params, now, change }) =>
    change(async () => {
      const marked = await markedBy(io, params.letterId);
      if (marked === undefined) return refuse("not-found");
      const { mark, letter } = marked;
      const decision = unsuppressAddress(mark.recipient, mark.letter, now);
      if (!decision.ok) return decision;
      const recorded = await onWhose(io.store, mark.recipient, decision.facts);
      if (recorded === undefined) return refuse("not-found");
      const reply = suppressedAddressView({ ...mark, unsuppressedAt: now }, letter);
      return { ok: true, changes: [recorded], outcome: { reply } };
    }),
  ),
];
