import { always, type Fault, type Faults } from "../services/faults.ts";
import { numberOf } from "../base/json.ts";

/** A trouble of mail that can be switched on, by the name of its fault. */
export interface Switch {
  readonly name: string;
  readonly title: string;
  readonly what: string;
}

/** Faults of a mail, from its sending to the reports about it. */
export const switches: readonly Switch[] = [
  {
    name: "throttle",
    title: "Throttling",
    what: "Too many requests: nothing is accepted, and the letter is tried again later.",
  },
  {
    name: "timeoutAfterAccept",
    title: "Timeout after acceptance",
    what: "The mail is accepted, the answer never comes. The report on it settles what became of the letter.",
  },
  {
    name: "resetAfterAccept",
    title: "Broken connection after acceptance",
    what: "The mail is accepted, and its answer gets lost: as with a timeout, but known at once.",
  },
  {
    name: "mailError",
    title: "Error of the mail service",
    what: "It answers 500. This alone does not show whether it accepted the mail; it did not.",
  },
  {
    name: "paused",
    title: "Sending paused",
    what: "The mail service has stopped the account: nothing is accepted, and letters wait. The hourly sweep says so.",
  },
  {
    name: "sandbox",
    title: "Sandbox",
    what: "The account may mail verified addresses only: nothing is accepted, and letters wait. The hourly sweep says so.",
  },
  {
    name: "unverified",
    title: "Domain not verified",
    what: "The domain of the sender lost its verification: nothing is accepted, and letters wait. The hourly sweep says so.",
  },
  {
    name: "denied",
    title: "Sending denied",
    what: "The sender lost its permission: nothing is accepted, and letters wait.",
  },
  { name: "bounce", title: "Bounce", what: "There is no such mailbox. The address is suppressed from then on." },
  { name: "transientBounce", title: "Transient bounce", what: "The mailbox stays full, and the mail is given up." },
  {
    name: "complaint",
    title: "Complaint",
    what: "It is delivered, and the recipient calls it spam. The address is suppressed.",
  },
  { name: "outOfOffice", title: "Absence notice", what: "It is delivered and answered by a machine." },
  { name: "delay", title: "Delay", what: "The mailbox is full; the mail is still being tried." },
  { name: "silent", title: "Lost report", what: "It is delivered, and no report ever comes." },
  { name: "doubled", title: "Report twice", what: "It is delivered, and each report on it comes twice." },
  { name: "lateAnswer", title: "Late answer", what: "The mail is accepted, and the answer comes four seconds late." },
];

/** A fault of whatever kind, in a few words. */
export const titleOf = ({ kind, effect, action, when }: Fault): string =>
  switches.find(({ name }) => name === kind)?.title ?? [effect, when, action ?? "any call"].join(" ");

/** Returns the recipient and number of the remaining faults. */
export const scopeOf = ({ address, times, skip }: Fault): string => {
  const often = times === always ? "until switched off" : times === 1 ? "next mail" : `next ${times} mails`;
  const passed = skip === 0 ? "" : `, after ${skip} more`;
  return `${address === undefined ? "to any recipient" : `to ${address}`}, ${often}${passed}`;
};

/** Fields of the form that activates a fault. */
export interface SwitchForm {
  readonly name: string;
  readonly address: string;
  readonly times: string;
  readonly always: boolean;
}

/** Returns the form as it was sent, or its initial state. */
export const switchForm = (fields: URLSearchParams): SwitchForm => ({
  name: fields.get("name") ?? "throttle",
  address: (fields.get("address") ?? "").trim(),
  times: (fields.get("times") ?? "1").trim(),
  always: fields.get("always") !== null,
});

/** The field of the form that does not fit, and why. */
export interface WrongField {
  readonly field: "name" | "address" | "times";
  readonly why: string;
}

const mostTimes = 1000;

/** Switches on what a form says; answers what in it does not fit, where nothing is switched on. */
export const switchOn = (faults: Faults, { name, address, times, ...form }: SwitchForm): WrongField | undefined => {
  if (!switches.some((each) => each.name === name)) return { field: "name", why: "Choose what is to go wrong." };
  if (address !== "" && !/^[^\s@<>",;]+@[^\s@<>",;]+$/u.test(address))
    return { field: "address", why: "Write one e-mail address, or leave it empty for any recipient." };
  const often = form.always ? always : numberOf(times);
  if (often === undefined || !Number.isInteger(often) || often < 1 || (!form.always && often > mostTimes))
    return { field: "times", why: `Write a whole number from 1 to ${mostTimes}.` };
  faults.add({
    kind: name,
    ...(address === "" ? {} : { address }),
    times: often,
  });
  return undefined;
};
