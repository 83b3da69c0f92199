import type { Answer } from "../harness/contract.ts";
import type { About } from "./grid.ts";
import type { Scene, Who } from "./people.ts";
import type { Place } from "./world.ts";

/** What one request is aimed at. */
export interface Aim {
  readonly place: Place;
  readonly who: Who;
  readonly about: About;
  /** Whose party it is about. */
  readonly party: string;
}

/** How an operation is asked, with a body that is right for the scene. */
export interface Operation {
  readonly id: string;
  /** In these scenes only. */
  readonly in?: readonly Scene[];
  /** Beside review, party and group; where one is undefined, there is nothing to ask for. */
  readonly params?: (aim: Aim) => Readonly<Record<string, string | undefined>>;
  readonly query?: string;
  readonly body?: (aim: Aim) => unknown;
  /** Sent as it is. */
  readonly raw?: () => string;
  /** What If-Match names. */
  readonly version?: (aim: Aim) => number;
  /**
   * How whoever may do it asks without any effect: a body that is refused for another reason; the request as it is
   * where it has none; with a parameter that there is not, where it has neither a body nor no effect. Left out: with a
   * stale If-Match.
   */
  readonly harmless?:
    | "as it is"
    | "unknown parameter"
    | { readonly body: (aim: Aim) => unknown; readonly outcome: string | ((aim: Aim) => string) };
  readonly outcomeOf?: (answer: Answer) => string;
  /** With a value of a parameter of parameters.csv; in path and query it is set by itself. */
  readonly valued?: (aim: Aim, value: string) => Valued;
}

/** What else a request says with a value of one of its parameters, and why it is refused to whoever may with another. */
export interface Valued {
  readonly params?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly version?: number;
  /** The refusal to whoever may do it, where the value is not for them. */
  readonly refused?: string;
  /** Whether that is told in a stage, too, in which nobody may do it. */
  readonly inAnyStage?: true;
}

export interface ActionCalls {
  readonly on: readonly Operation[];
  readonly about?: readonly About[];
  /** Parties that it is about review. */
  readonly reviewersOnly?: true;
}
