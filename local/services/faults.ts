import { type Fields, numberOf, textOf } from "../base/json.ts";
import type { IamUse } from "../template/iam-usage.ts";

const callEffects = ["error", "reset", "hang", "kill", "late"] as const;
const mailEffects = ["bounce", "transientBounce", "outOfOffice", "complaint", "delay", "silent", "doubled"] as const;
const effects = [...callEffects, ...mailEffects];
type CallEffect = (typeof callEffects)[number];
export type MailEffect = (typeof mailEffects)[number];

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
  /** What it was asked for as: a shorthand, or its effect. */
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
  /** How often it still happens. */
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

/** How often a fault happens that goes on until it is taken back. */
export const always = Number.MAX_SAFE_INTEGER;

/** A call of the SDK as faults know it. */
interface Call {
  readonly caller: string;
  readonly uses: readonly IamUse[];
  /** Whom it writes to, where it sends mail. */
  readonly addresses: readonly string[];
}

export interface Faults {
  /** Adds one. Throws RangeError where the description makes no sense. */
  readonly add: (description: Fields) => Fault;
  /** Takes one back; false where there is none with this id. */
  readonly remove: (id: string) => boolean;
  readonly clear: () => void;
  readonly all: () => readonly Fault[];
  /** What happens to this call now; counts it. */
  readonly onCall: (call: Call, when: Fault["when"]) => CallFault | undefined;
  /** What becomes of a mail to this address; counts it. */
  readonly onMail: (address: string) => MailEffect | undefined;
}

const shorthands: Readonly<Record<string, Fields>> = {
  ...Object.fromEntries(mailEffects.map((effect) => [effect, { effect }])),
  throttle: { effect: "error", action: "ses:SendEmail", error: "TooManyRequestsException", status: 429 },
  lateAnswer: { effect: "late", when: "after", action: "ses:SendEmail" },
  timeoutAfterAccept: { effect: "hang", when: "after", action: "ses:SendEmail" },
  resetAfterAccept: { effect: "reset", when: "after", action: "ses:SendEmail" },
  mailReset: { effect: "reset", action: "ses:SendEmail" },
  mailError: { effect: "error", action: "ses:SendEmail", error: "InternalServiceErrorException", status: 500 },
  mailErrorAfterAccept: {
    effect: "error",
    when: "after",
    action: "ses:SendEmail",
    error: "InternalServiceErrorException",
    status: 500,
  },
  // While one of these is on, the account and its domain are described so, too (mail-wire.ts).
  paused: {
    effect: "error",
    action: "ses:SendEmail",
    error: "SendingPausedException",
    status: 400,
    message: "Sending paused for this account.",
  },
  sandbox: {
    effect: "error",
    action: "ses:SendEmail",
    error: "MessageRejected",
    status: 400,
    message: "Email address is not verified. The following identities failed the check: the recipient",
  },
  unverified: {
    effect: "error",
    action: "ses:SendEmail",
    error: "MailFromDomainNotVerifiedException",
    status: 400,
    message: "The domain of the sender is not verified.",
  },
  denied: {
    effect: "error",
    action: "ses:SendEmail",
    error: "AccessDeniedException",
    status: 403,
    message: "User is not authorized to perform ses:SendEmail",
  },
  transactionConflict: { effect: "error", error: "TransactionConflict", status: 400 },
};

const faultOf = (description: Fields, id: string): Fault => {
  const kind = textOf(description["kind"]);
  const known = kind === undefined ? {} : shorthands[kind];
  if (known === undefined) throw new RangeError(`No fault is called ${kind}: ${Object.keys(shorthands).join(", ")}`);
  const given: Fields = { ...known, ...description };
  const effect = effects.find((one) => one === given["effect"]);
  if (effect === undefined) throw new RangeError(`The effect of a fault is one of ${effects.join(", ")}`);
  const optional = (name: string) => {
    const value = textOf(given[name]);
    return value === undefined ? {} : { [name]: value };
  };
  const type = textOf(given["error"]) ?? "InternalServerError";
  const address = textOf(given["address"])?.toLowerCase();
  return {
    id,
    kind: kind ?? effect,
    effect,
    when: given["when"] === "after" ? "after" : "before",
    ...optional("caller"),
    ...optional("action"),
    ...optional("resource"),
    ...(address === undefined ? {} : { address }),
    skip: numberOf(given["skip"]) ?? 0,
    times: numberOf(given["times"]) ?? 1,
    error: {
      type,
      status: numberOf(given["status"]) ?? 500,
      message: textOf(given["message"]) ?? "A fault on purpose",
    },
  };
};

/** Faults that were asked for and have not happened yet; none at first. */
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
  const hits = (fault: Fault, { caller, uses, addresses }: Call): boolean => {
    const wanted = fault.action;
    const matches = ({ action, resource }: IamUse): boolean =>
      (wanted === undefined || action === wanted || action.endsWith(`:${wanted}`)) &&
      (fault.resource === undefined || resource.includes(fault.resource));
    const whose =
      (fault.caller === undefined || fault.caller === caller) &&
      (fault.address === undefined || addresses.includes(fault.address));
    return whose && uses.some(matches);
  };
  return {
    add: (description) => {
      const fault = faultOf(description, String((added += 1)));
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
      faults.filter(isCallFault).find((fault) => fault.when === when && hits(fault, call) && due(fault)),
    onMail: (address) => {
      const about = (fault: Fault): boolean => fault.address === undefined || fault.address === address;
      return faults.filter(isMailFault).find((fault) => about(fault) && due(fault))?.effect;
    },
  };
};
