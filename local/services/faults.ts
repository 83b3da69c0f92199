import { type Fields, numberOf, textOf } from "../base/json.ts";
import type { IamUse } from "../template/iam-usage.ts";
import { type CallEffect, effects, type MailEffect, mailEffects, shorthands } from "./fault-kinds.ts";

/**
 * Something that goes wrong on purpose.
 * - `error`: the call is answered with an error; `reset`: its connection breaks; `hang`: it is never answered;
 *   `kill`: the function that calls dies; `late`: the answer comes some seconds late, on the machine's clock. Each
 *   `before` the call has an effect or `after` it had.
 * - `bounce`, `transientBounce`, `outOfOffice`, `complaint`, `delay`: what becomes of a mail; `silent`: its events never
 *   come; `doubled`: each of its events comes twice.
 */
export interface Fault {
  readonly id: string;
  /** The shorthand of the request, or the effect. */
  readonly kind: string;
  readonly effect: CallEffect | MailEffect;
  readonly when: "before" | "after";
  /** The calling function; any where left out. */
  readonly caller?: string;
  /** The action as policies name it (`dynamodb:PutItem`), or its last part; any where left out. */
  readonly action?: string;
  /** Part of the resource's ARN. */
  readonly resource?: string;
  /** The recipient of a mail, in lower case; any, and calls that send none, where left out. */
  readonly address?: string;
  /** Calls that still pass before it begins. */
  skip: number;
  /** The number of remaining occurrences. */
  times: number;
  readonly error: { readonly type: string; readonly status: number; readonly message: string };
}

/** A fault that happens to a call. */
export interface CallFault extends Fault {
  readonly effect: CallEffect;
}
/** A fault that decides what becomes of a mail. */
interface MailFault extends Fault {
  readonly effect: MailEffect;
}

const isMailFault = (fault: Fault): fault is MailFault => mailEffects.some((effect) => effect === fault.effect);
const isCallFault = (fault: Fault): fault is CallFault => !isMailFault(fault);

/** Number of occurrences of a fault that continues until it is removed. */
export const always = Number.MAX_SAFE_INTEGER;

/** A call of the SDK as faults know it. */
interface Call {
  readonly caller: string;
  readonly uses: readonly IamUse[];
  /** The recipients, if the call sends mail. */
  readonly addresses: readonly string[];
}

export interface Faults {
  /** Adds one. Throws RangeError where the description makes no sense. */
  readonly add: (description: Fields) => Fault;
  /** Takes one back; false where there is none with this id. */
  readonly remove: (id: string) => boolean;
  readonly clear: () => void;
  readonly all: () => readonly Fault[];
  /** Returns the fault of this call, and counts it. */
  readonly onCall: (call: Call, when: Fault["when"]) => CallFault | undefined;
  /** Returns the fault of a mail to this address, and counts it. */
  readonly onMail: (address: string) => MailEffect | undefined;
}

/** Reads the description of a fault. Throws RangeError where it makes no sense. */
const readFault = (description: Fields, id: string): Fault => {
  const kind = textOf(description["kind"]);
  const known = kind === undefined ? {} : shorthands[kind];
  if (known === undefined) throw new RangeError(`No fault is called ${kind}: ${Object.keys(shorthands).join(", ")}`);
  const given: Fields = { ...known, ...description };
  const effect = effects.find((one) => one === given["effect"]);
  if (effect === undefined) throw new RangeError(`The effect of a fault is one of ${effects.join(", ")}`);
  const optional = (name: string, value = textOf(given[name])) => (value === undefined ? {} : { [name]: value });
  return {
    id,
    kind: kind ?? effect,
    effect,
    when: given["when"] === "after" ? "after" : "before",
    ...optional("caller"),
    ...optional("action"),
    ...optional("resource"),
    ...optional("address", textOf(given["address"])?.toLowerCase()),
    skip: numberOf(given["skip"]) ?? 0,
    times: numberOf(given["times"]) ?? 1,
    error: {
      type: textOf(given["error"]) ?? "InternalServerError",
      status: numberOf(given["status"]) ?? 500,
      message: textOf(given["message"]) ?? "A fault on purpose",
    },
  };
};

/** Returns whether a fault applies to a call. */
const concerns = (fault: Fault, { caller, uses, addresses }: Call): boolean => {
  const { action: wanted, resource: part, address } = fault;
  const isOn = ({ action, resource }: IamUse): boolean =>
    (wanted === undefined || action === wanted || action.endsWith(`:${wanted}`)) &&
    (part === undefined || resource.includes(part));
  return (
    (fault.caller === undefined || fault.caller === caller) &&
    (address === undefined || addresses.includes(address)) &&
    uses.some(isOn)
  );
};

/** Returns an empty list of faults; it holds requested faults that have not happened yet. */
export const newFaults = (): Faults => {
  let faults: Fault[] = [];
  let added = 0;
  /** Counts a hit; answers whether it is time. */
  const due = (fault: Fault): boolean => {
    if (fault.skip > 0) {
      fault.skip -= 1;
      return false;
    }
    if (fault.times !== always) fault.times -= 1;
    if (fault.times <= 0) faults = faults.filter((each) => each !== fault);
    return true;
  };
  return {
    add: (description) => {
      const fault = readFault(description, String((added += 1)));
      faults.push(fault);
      return fault;
    },
    remove: (id) => {
      const before = faults.length;
      faults = faults.filter((fault) => fault.id !== id);
      return faults.length < before;
    },
    clear: () => {
      faults = [];
    },
    all: () => faults,
    onCall: (call, when) =>
      faults.filter(isCallFault).find((fault) => fault.when === when && concerns(fault, call) && due(fault)),
    onMail: (address) => {
      const about = (fault: Fault): boolean => fault.address === undefined || fault.address === address;
      return faults.filter(isMailFault).find((fault) => about(fault) && due(fault))?.effect;
    },
  };
};
