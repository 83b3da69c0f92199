import type { ComposedLetter } from "../../domain/letters/compose.ts";
import type { SkipReason, Spoken } from "../../schemas/letter.ts";
import type { EmailAddress } from "../../schemas/values.ts";
import type { Store } from "../io/ports.ts";

export interface WriteIo {
  readonly store: Store;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

/** A letter written for its recipient as things stand, with the duties that it speaks of. */
export interface Written {
  readonly kind: "written";
  readonly to: EmailAddress;
  readonly composed: ComposedLetter;
  readonly speaksOf: readonly Spoken[];
}

/** Why a letter is not written: nothing is left to say, or nobody to say it to. */
export interface NotWritten {
  readonly kind: "skip";
  readonly reason: SkipReason;
}

/** A letter that waits: the bulletin that it is of was stopped. */
export interface Held {
  readonly kind: "held";
}

/** A letter that nobody can write as things stand: something that it has to say is missing. */
export class Unwritable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Unwritable";
  }
}
