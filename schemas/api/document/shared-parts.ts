import { isObject, type Json, objectAt } from "./json.ts";

/** Moves the parts that many operations share to the components: parameters, headers, and refusals by status. */

/** Component names of the refusals, by status. */
const responseNames: Readonly<Record<string, string>> = {
  304: "NotModified",
  400: "BadRequest",
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound",
  409: "Conflict",
  410: "Gone",
  412: "PreconditionFailed",
  413: "ContentTooLarge",
  415: "UnsupportedMediaType",
  422: "UnprocessableContent",
  428: "PreconditionRequired",
  429: "TooManyRequests",
  500: "InternalError",
  503: "Unavailable",
};

const wordsOf = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

/** Parts under names of their own: the same part has one name, another of the same name a number behind it. */
class Parts {
  readonly #sort: string;
  readonly #names = new Map<string, string>();
  readonly #parts: Json = {};
  constructor(sort: string) {
    this.#sort = sort;
  }
  /** A reference to a part, which is kept under a name. */
  refer(wanted: string, part: unknown): Json {
    const text = JSON.stringify(part);
    const known = this.#names.get(`${wanted} ${text}`);
    const name = known ?? this.#free(wanted);
    this.#names.set(`${wanted} ${text}`, name);
    this.#parts[name] = part;
    return { $ref: `#/components/${this.#sort}/${name}` };
  }
  #free(wanted: string): string {
    if (!(wanted in this.#parts)) return wanted;
    let number = 2;
    while (`${wanted}${number}` in this.#parts) number += 1;
    return `${wanted}${number}`;
  }
  /** All parts by their names. */
  all(): Json {
    return this.#parts;
  }
}

/** Names that parameters and headers take besides their own: what is optional of what others have to send. */
const parameterName = (parameter: Json): string => {
  const name = wordsOf(String(parameter["name"]));
  const isHeaderThatMayBeLeftOut = parameter["in"] === "header" && parameter["required"] !== true;
  return isHeaderThatMayBeLeftOut && (name === "IfMatch" || name === "IdempotencyKey") ? `${name}Optional` : name;
};

/** A refusal of a status as any operation may answer it: every content and header that one of them has. */
const mergeResponses = (responses: readonly Json[]): Json => {
  const merged = (part: string): Json =>
    Object.fromEntries(responses.flatMap((response) => Object.entries(objectAt(response, part))));
  const headers = merged("headers");
  return {
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(Object.keys(merged("content")).length === 0 ? {} : { content: merged("content") }),
  };
};

const isShared = (status: string): boolean => status in responseNames;

/** The document with its parameters, headers and refusals among the components. Texts of refusals stay with each operation. */
export const sharedParts = (document: Json, responseTexts: Readonly<Record<string, string>>): Json => {
  const [parameters, headers] = [new Parts("parameters"), new Parts("headers")];
  const byStatus = new Map<string, Json[]>();
  const withHeaders = (response: Json): Json => {
    const own = objectAt(response, "headers");
    return "headers" in response
      ? {
          ...response,
          headers: Object.fromEntries(
            Object.entries(own).map(([name, header]) => [name, headers.refer(wordsOf(name), header)]),
          ),
        }
      : response;
  };
  const shareIn = (operation: Json): Json => {
    const own = operation["parameters"];
    const responses = Object.entries(objectAt(operation, "responses")).map(([status, response]) => {
      const whole = withHeaders(objectAt(response));
      const name = responseNames[status];
      if (name === undefined) return [status, whole] as const;
      byStatus.set(status, [...(byStatus.get(status) ?? []), whole]);
      return [status, { $ref: `#/components/responses/${name}`, description: whole["description"] }] as const;
    });
    return {
      ...operation,
      ...(Array.isArray(own)
        ? { parameters: own.filter(isObject).map((one) => parameters.refer(parameterName(one), one)) }
        : {}),
      responses: Object.fromEntries(responses),
    };
  };
  const paths = Object.fromEntries(
    Object.entries(objectAt(document, "paths")).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(objectAt(methods)).map(([method, operation]) => [method, shareIn(objectAt(operation))]),
      ),
    ]),
  );
  const responses = Object.fromEntries(
    [...byStatus]
      .filter(([status]) => isShared(status))
      .toSorted(([one], [other]) => Number(one) - Number(other))
      .map(([status, all]) => {
        const name = responseNames[status] ?? status;
        const description = responseTexts[name];
        if (description === undefined) throw new Error(`Nothing says what ${name} is`);
        return [name, { description, ...mergeResponses(all) }];
      }),
  );
  const components = objectAt(document, "components");
  return {
    ...document,
    paths,
    components: { ...components, responses, parameters: parameters.all(), headers: headers.all() },
  };
};
