import type { AwsRequest } from "./aws-service.ts";

/** An operation that a request asks for, and the name in its path, which is empty where the operation has none. */
export interface NamedOperation<Operation> {
  readonly operation: Operation;
  readonly name: string;
}

/**
 * Finds operations of a protocol that tells them apart by method and path, as the API references of AWS write them:
 * `GET /schedules/{Name}`. Undefined where a request asks for none of them.
 */
export const restOperations = <Operation>(operations: Readonly<Record<string, Operation>>) => {
  const routes = Object.entries(operations).map(([route, operation]) => {
    const [method, path = ""] = route.split(" ");
    return { method, path: new RegExp(`^${path.replace(/\{\w+\}/u, "(.+)")}$`, "u"), operation };
  });
  return ({ method, path }: AwsRequest): NamedOperation<Operation> | undefined => {
    for (const route of routes) {
      const found = route.method === method ? route.path.exec(path) : null;
      if (found !== null) return { operation: route.operation, name: found[1] ?? "" };
    }
    return undefined;
  };
};
