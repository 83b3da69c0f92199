import type { IncomingHttpHeaders } from "node:http";
import { fieldsOf, type Fields, listOf, textOf } from "../base/json.ts";
import type { IamUse } from "../template/iam-usage.ts";
import type { Fault } from "./faults.ts";

/** A call that the SDK made. */
export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Service and operation (`AmazonSQS.SendMessage`); empty where the protocol has none. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: Buffer;
  /** The body as JSON, empty where there is none. */
  readonly input: Fields;
  /** The name of the function that signed it. */
  readonly caller: string;
}
export interface AwsAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** One service on the wire. */
export interface AwsService {
  readonly takes: (target: string, path: string) => boolean;
  /** Returns the permissions that a policy must grant. */
  readonly uses: (request: AwsRequest) => readonly IamUse[];
  /** Returns the recipients of a call that sends mail. */
  readonly addresses?: (request: AwsRequest) => readonly string[];
  /** May throw AwsError. */
  readonly answer: (request: AwsRequest) => AwsAnswer | Promise<AwsAnswer>;
  /** Returns the reply of this service for a fault; the common form if left out. */
  readonly failure?: (request: AwsRequest, error: Fault["error"]) => AwsAnswer;
}

/** An error answer as the SDK understands it: becomes an exception of this name there. */
export class AwsError extends Error {
  readonly type: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(type: string, message: string, status = 400, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = "AwsError";
    this.type = type;
    this.status = status;
    this.headers = headers;
  }
}

/** Returns the operation of a request, if its protocol names it. */
export const operationOf = ({ target }: AwsRequest): string => target.slice(target.indexOf(".") + 1);

/** An answer with a JSON body. */
export const json = (body: unknown, status = 200): AwsAnswer => ({ status, body: JSON.stringify(body) });

/** The name of an error without its namespace. */
export const shortName = (type: string): string => type.split("#").at(-1) ?? type;

/** Returns the values of a list of `{ Name, Value }`, by name. */
export const namedValues = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    listOf(value).map((each) => {
      const { Name, Value } = fieldsOf(each);
      return [textOf(Name) ?? "", textOf(Value) ?? ""];
    }),
  );

/** An error answer: its header carries the name without the namespace. */
export const errorAnswer = (type: string, message: string, status: number, headers = {}): AwsAnswer => ({
  status,
  headers: { "x-amzn-errortype": shortName(type), ...headers },
  body: JSON.stringify({ __type: type, message, Message: message }),
});
