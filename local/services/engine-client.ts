import { Agent, type IncomingMessage, request } from "node:http";
import { fieldsOf, type Fields, isFields, parseJson, textOf } from "../base/json.ts";
import { region } from "../template/arns.ts";

export interface RawAnswer {
  readonly status: number;
  /** The checksum of the body, where there is one. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** An error answer of a service: its type without the namespace. */
class ServiceError extends Error {
  readonly type: string;
  readonly status: number;
  constructor(type: string, message: string, status: number) {
    super(message);
    this.name = "ServiceError";
    this.type = type;
    this.status = status;
  }
}

/** Talks to the DynamoDB engine over connections that stay open. */
export interface EngineClient {
  /** Passes a request on as it is. */
  readonly pass: (headers: Readonly<Record<string, string>>, body: Buffer) => Promise<RawAnswer>;
  /** Calls an operation of DynamoDB as the system itself. Throws ServiceError. */
  readonly call: (operation: string, input: Fields) => Promise<Fields>;
  /** Calls an operation of DynamoDB Streams. Throws ServiceError. */
  readonly stream: (operation: string, input: Fields) => Promise<Fields>;
  readonly close: () => void;
}

const readAnswer = (answer: IncomingMessage): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("error", reject);
    answer.on("end", () => {
      const texts = Object.entries(answer.headers).flatMap(([name, value]) =>
        typeof value === "string" ? [[name, value] as const] : [],
      );
      resolve({
        status: answer.statusCode ?? 500,
        headers: Object.fromEntries(texts),
        body: Buffer.concat(chunks),
      });
    });
  });

const day = "20200101";
/** The engine wants a signature and does not look at it. */
const signed = {
  "content-type": "application/x-amz-json-1.0",
  "x-amz-date": `${day}T000000Z`,
  authorization: `AWS4-HMAC-SHA256 Credential=system/${day}/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=local`,
};

/** Passes calls on to a DynamoDB engine over connections that are kept. */
export const engineClient = (endpoint: string): EngineClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const { hostname, port } = new URL(endpoint);

  const pass: EngineClient["pass"] = (headers, body) =>
    new Promise((resolve, reject) => {
      const call = request({ agent, hostname, port, method: "POST", path: "/", headers }, (answer) => {
        readAnswer(answer).then(resolve, reject);
      });
      call.on("error", reject);
      call.end(body);
    });
  const callOf =
    (prefix: string) =>
    async (operation: string, input: Fields): Promise<Fields> => {
      const body = Buffer.from(JSON.stringify(input));
      const headers = { ...signed, "x-amz-target": `${prefix}.${operation}`, "content-length": String(body.length) };
      const answer = await pass(headers, body);
      const output = fieldsOf(parseJson(answer.body.toString() || "{}"));
      if (answer.status === 200) return output;
      const type = textOf(output["__type"])?.split("#").at(-1) ?? "UnknownError";
      throw new ServiceError(type, textOf(output["message"]) ?? textOf(output["Message"]) ?? type, answer.status);
    };

  return {
    pass,
    call: callOf("DynamoDB_20120810"),
    stream: callOf("DynamoDBStreams_20120810"),
    close: () => agent.destroy(),
  };
};

/** Returns whether an error is a service's reply of the given type. */
export const isServiceError = (error: unknown, type: string): boolean =>
  error instanceof ServiceError && isFields(error) && error.type === type;
