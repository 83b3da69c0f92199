import type { Bulletin } from "../../schemas/model/bulletin.ts";
import type { Fact, AggregateKind } from "../../schemas/model/fact.ts";
import type { ContactLog } from "../../schemas/model/follow-up.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { Import } from "../../schemas/model/import.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Phase } from "../../schemas/model/phase.ts";
import type { RegisterEntry } from "../../schemas/model/register.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { StatusPaper } from "../../schemas/model/status-paper.ts";
import type { StoredText } from "../../schemas/model/stored-text.ts";
import type { User } from "../../schemas/model/user.ts";
import { evolveBulletin } from "../bulletins/bulletin.ts";
import { evolveImport } from "../imports/import.ts";
import { evolveContactLog } from "../parties/follow-ups.ts";
import { evolveGroup } from "../parties/groups.ts";
import { evolveParty } from "../parties/parties.ts";
import { evolvePhase } from "../parties/phases.ts";
import { evolveRegisterEntry } from "../registers/evolve.ts";
import { evolveStatusPaper } from "../papers/status-papers.ts";
import { evolveReview } from "../review/evolve.ts";
import { evolveText } from "../bulletins/stored-texts.ts";
import { evolveUser } from "../parties/users.ts";

/** The state that each kind of subject folds to. */
export interface AggregateStates {
  party: Party;
  group: Group;
  review: Review;
  user: User;
  bulletin: Bulletin;
  text: StoredText;
  "contact-log": ContactLog;
  phase: Phase;
  import: Import;
  "register-entry": RegisterEntry;
  "status-paper": StatusPaper;
}

/**
 * The evolve function of each kind of aggregate: it applies one fact, the first to no state. Throws on a fact that
 * cannot follow.
 */
const evolve: {
  readonly [K in AggregateKind]: (state: AggregateStates[K] | undefined, fact: Fact) => AggregateStates[K];
} = {
  party: evolveParty,
  group: evolveGroup,
  review: evolveReview,
  user: evolveUser,
  bulletin: evolveBulletin,
  text: evolveText,
  "contact-log": evolveContactLog,
  phase: evolvePhase,
  import: evolveImport,
  "register-entry": evolveRegisterEntry,
  "status-paper": evolveStatusPaper,
};

/** An aggregate as it is now: its state, its version and the hash of its last journal entry. */
export interface Aggregate<K extends AggregateKind> {
  readonly kind: K;
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  /** The earliest version of the fold that folded any of its facts. */
  readonly foldVersion: number;
  readonly state: AggregateStates[K];
}

/** Folds facts onto a state; replaying a whole journal starts from `undefined` (guarantee 16). */
export const fold = <K extends AggregateKind>(
  kind: K,
  state: AggregateStates[K] | undefined,
  facts: readonly Fact[],
): AggregateStates[K] | undefined =>
  facts.reduce<AggregateStates[K] | undefined>((now, fact) => evolve[kind](now, fact), state);
