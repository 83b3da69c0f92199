import type { Answer } from "../harness/contract.ts";
import type { About } from "./grid.ts";
import type { Scene, Who } from "./people.ts";
import type { Place } from "./places.ts";

/** The target of one request. */
export interface Aim {
  readonly place: Place;
  readonly who: Who;
  readonly about: About;
  /** The party that the request is about. */
  readonly party: string;
}

/** The parameters of an operation, with a body that fits the scene. */
export interface Operation {
  readonly id: string;
  /** In these scenes only. */
  readonly in?: readonly Scene[];
  /** Parameters besides review, party and group; if one is undefined, there is nothing to request. */
  readonly params?: (aim: Aim) => Readonly<Record<string, string | undefined>>;
  readonly query?: string | ((aim: Aim) => string);
  readonly body?: (aim: Aim) => unknown;
  /** Sent as it is. */
  readonly raw?: () => string;
  /** The version in If-Match. */
  readonly version?: (aim: Aim) => number;
  /**
   * A permitted request without any effect: with a body that is refused for another reason, or unchanged if it has no
   * effect, or with an unknown parameter if it has an effect and no body. Absent: with a stale If-Match.
   */
  readonly harmless?:
    | "as it is"
    | "unknown parameter"
    | { readonly body: (aim: Aim) => unknown; readonly outcome: string | ((aim: Aim) => string) };
  readonly outcomeOf?: (answer: Answer) => string;
  /** The request with a value of a parameter of parameters.csv; in path and query the grid sets the value. */
  readonly valued?: (aim: Aim, value: string) => Valued;
}

/** The further parts of a request with a value of one of its parameters, and its refusal to a permitted caller. */
export interface Valued {
  readonly params?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly version?: number;
  /** The refusal to a permitted caller, if the value is not for them. */
  readonly refused?: string;
  /** True if that refusal also comes in a stage in which no caller may do it. */
  readonly inAnyStage?: true;
}

export interface ActionCalls {
  readonly on: readonly Operation[];
  readonly about?: readonly About[];
  /** Parties that it is about review. */
  readonly reviewersOnly?: true;
}
