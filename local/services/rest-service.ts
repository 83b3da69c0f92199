import type { Fields } from "../base/json.ts";
import type { IamUse } from "../template/iam-usage.ts";
import { type AwsError, type AwsRequest, type AwsService, json } from "./aws-service.ts";

/** Gives what an operation answers; `name` is the one in the path, or empty. Throws AwsError where it is refused. */
export type RestAnswer<State> = (state: State, request: AwsRequest, name: string) => Fields;

/** Returns the permissions that a policy must grant for an operation. */
export type RestUses = (request: AwsRequest, name: string) => readonly IamUse[];

interface RestOperation<State> {
  readonly answer: RestAnswer<State>;
  readonly uses: RestUses;
}

/** Operations by method and path, as the API references of AWS write them: `GET /schedules/{Name}`. */
export type RestOperations<State> = Readonly<Record<string, RestOperation<State>>>;

/** For actions that policies allow on all resources or on none. */
export const onEverything =
  (action: string): RestUses =>
  () => [{ action, resource: "*" }];

/** Finds the operation of a request, and the name in its path; undefined for any other request. */
const findIn = <State>(operations: RestOperations<State>) => {
  const routes = Object.entries(operations).map(([route, operation]) => {
    const [method, path = ""] = route.split(" ");
    return { method, path: new RegExp(`^${path.replace(/\{\w+\}/u, "(.+)")}$`, "u"), operation };
  });
  return ({ method, path }: AwsRequest): readonly [RestOperation<State>, string] | undefined => {
    for (const route of routes) {
      const found = route.method === method ? route.path.exec(path) : null;
      if (found !== null) return [route.operation, found[1] ?? ""];
    }
    return undefined;
  };
};

/**
 * Creates a service whose protocol distinguishes operations by method and path; `refuse` makes the error for any other
 * call.
 */
export const restService = <State>(
  operations: RestOperations<State>,
  state: State,
  refuse: (request: AwsRequest) => AwsError,
): Pick<AwsService, "uses" | "answer"> => {
  const find = findIn(operations);
  return {
    uses: (request) => {
      const [operation, name = ""] = find(request) ?? [];
      return operation?.uses(request, name) ?? [];
    },
    answer: (request) => {
      const [operation, name = ""] = find(request) ?? [];
      if (operation === undefined) throw refuse(request);
      return json(operation.answer(state, request, name));
    },
  };
};
