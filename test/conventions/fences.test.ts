import { describe, expect, test } from "vitest";
import { brokenRules } from "./linting.ts";

/** Room, what a file there imports, and where a sentence needs it, what of it. */
const refused = [
  ["schemas", "temporal-polyfill"],
  ["schemas", "node:fs"],
  ["schemas", "../domain/base/time.ts"],
  ["schemas/api", "../../lib/app.ts"],

  ["domain", "@aws-sdk/client-sqs"],
  ["domain", "aws-cdk-lib"],
  ["domain", "node:fs"],
  ["domain", "../data/pairing.json"],
  ["domain", "../lambdas/io/ports/store.ts"],
  ["domain/letters", "../../local/services/mail.ts"],

  ["lambdas", "@aws-sdk/client-dynamodb"],
  ["lambdas/handlers", "@aws-sdk/client-dynamodb"],
  ["lambdas/handlers", "node:http"],
  ["lambdas/shell", "node:process"],
  ["lambdas/use-cases", "../../local/base/clock.ts"],
  ["lambdas", "../lib/app.ts"],
  ["lambdas", "../bin/app.ts"],
  ["lambdas/commands", "../shell/http/problem.ts"],
  ["lambdas/commands", "../use-cases/sweep.ts"],
  ["lambdas/commands", "@middy/core"],
  ["lambdas/use-cases", "../shell/batch.ts"],
  ["lambdas/use-cases/planning", "../../shell/http/problem.ts"],
  ["lambdas/use-cases", "../handlers/reviews.ts"],
  ["lambdas/use-cases", "aws-lambda"],
  ["lambdas/shell/http", "../../handlers/reviews.ts"],
  ["lambdas/io", "@middy/core"],
  ["lambdas/io", "negotiator"],
  ["lambdas/io", "../use-cases/planning/plan-letters.ts"],
  ["lambdas/io", "../commands/execute-command.ts"],
  ["lambdas/io/store", "../../handlers/reviews.ts"],

  ["lib", "@aws-sdk/client-sqs"],
  ["lib", "../lambdas/send.ts"],
  ["lib", "../domain/base/policy.ts"],
  ["lib", "../local/local-stack.ts"],

  ["local", "aws-cdk-lib"],
  ["local", "@aws-sdk/client-sqs"],
  ["local", "zod"],
  ["local", "../lambdas/io/deps/deps.ts"],
  ["local", "../domain/base/time.ts"],
  ["local", "../schemas/model/tables.ts"],
  ["local", "../client/client.ts"],
  ["local/base", "../template/arns.ts"],
  ["local/template", "../services/mail.ts"],
  ["local/services", "../runtime/functions.ts"],
  ["local/runtime", "../gateway/http.ts"],
  ["local/gateway", "../pages/sign-in.ts"],
  ["local/pages", "../local-stack.ts"],
  ["local/services", "../../schemas/model/letter.ts"],
  ["local/test", "../../test/support/running.ts"],

  ["client", "zod"],
  ["client", "node:fs"],
  ["client", "../schemas/views/core.ts"],
  ["client", "../local/local-stack.ts"],

  ["bin/verify", "../../domain/base/time.ts"],
  ["bin/verify", "../../schemas/model/fact.ts"],
  ["bin/verify", "../../lambdas/io/store/keys.ts"],
  ["bin/verify", "../../lib/app.ts"],
  ["bin/verify", "../../local/services/mail.ts"],
  ["bin/verify", "../../test/support/test-app.ts"],
  ["bin/verify", "../load/files.ts"],
  ["bin/verify", "../../demo/population.ts"],
  ["bin/verify", "@aws-sdk/client-dynamodb"],
] as const;

const allowed = [
  ["schemas", "zod"],
  ["schemas/api", "../base/values.ts"],
  ["domain", "temporal-polyfill"],
  ["domain/lots", "pure-rand/generator/xoroshiro128plus"],
  ["domain/letters", "../../schemas/model/letter.ts"],
  ["lambdas", "./handlers/reviews.ts"],
  ["lambdas/shell", "negotiator"],
  ["lambdas/handlers", "../../domain/review/permissions.ts"],
  ["lambdas/handlers", "../../schemas/api/index.ts"],
  ["lambdas/shell", "../use-cases/base/message-group.ts"],
  ["lambdas/use-cases", "p-map"],
  ["lambdas/use-cases/planning", "../../commands/execute-command.ts"],
  ["lambdas/commands", "../io/ports/store.ts"],
  ["lambdas/io", "@aws-sdk/client-sqs"],
  ["lambdas/io/store", "../../../domain/base/hash-chain.ts"],
  ["lib", "aws-cdk-lib/aws-sqs"],
  ["lib", "../schemas/model/tables.ts"],
  ["local", "node:http"],
  ["local", "./base/clock.ts"],
  ["local/base", "croner"],
  ["local/gateway", "jose"],
  ["local/services", "../template/arns.ts"],
  ["client", "openapi-fetch"],
  ["client", "./problem.ts"],
  ["bin", "../client/client.ts"],
  ["bin/verify", "../../client/client.ts"],
  ["bin/verify", "./rules.ts"],
  ["bin/verify", "zod"],
  ["bin/verify", "temporal-polyfill"],
  ["bin/verify", "canonicalize"],
  ["bin/verify", "node:crypto"],
  ["bin", "../domain/review/permissions.ts"],
  ["bin", "../lib/app.ts"],
  ["test/domain", "../../domain/base/time.ts"],
] as const;

const chance = ["domain", "lambdas/shell", "lambdas/io"];

const importing = (room: string, from: string) => ({ room, code: `import * as it from "${from}";\nvoid it;\n` });
const samples = {
  refused: refused.map(([room, from]) => ({ room, from, sample: importing(room, from) })),
  allowed: allowed.map(([room, from]) => ({ room, from, sample: importing(room, from) })),
  chance: chance.map((room) => ({
    room,
    sample: { room, code: 'import { randomUUID } from "node:crypto";\nexport const id = randomUUID();\n' },
  })),
  types: {
    room: "domain",
    code: 'import type { Store } from "../lambdas/io/ports/store.ts";\nexport type It = Store;\n',
  },
  onward: { room: "domain", code: 'export { store } from "../lambdas/io/deps/deps.ts";\n' },
  running: { room: "domain", code: 'void (await import("../lambdas/io/deps/deps.ts"));\n' },
  hashing: { room: "domain", code: 'import { createHash } from "node:crypto";\nvoid createHash("sha256");\n' },
  dice: { room: "lambdas/io", code: 'import { createHmac } from "node:crypto";\nvoid createHmac("sha256", "");\n' },
};
const brokenBy = brokenRules([
  ...[...samples.refused, ...samples.allowed, ...samples.chance].map(({ sample }) => sample),
  samples.types,
  samples.onward,
  samples.running,
  samples.hashing,
  samples.dice,
]);
const fence = "no-restricted-imports";

describe("the fences between rooms", () => {
  test.each(samples.refused)("$room/ cannot import $from", ({ sample }) => {
    expect(brokenBy(sample)).toContain(fence);
  });

  test.each(samples.allowed)("$room/ imports $from", ({ sample }) => {
    expect(brokenBy(sample)).not.toContain(fence);
  });

  test.each(samples.chance)("$room/ cannot throw dice", ({ sample }) => {
    expect(brokenBy(sample)).toContain(fence);
  });

  test("hashing is not throwing dice", () => {
    expect(brokenBy(samples.hashing)).toEqual([]);
    expect(brokenBy(samples.dice)).toEqual([]);
  });

  test("types, onward exports and imports while running are fenced like any import", () => {
    for (const sample of [samples.types, samples.onward, samples.running]) expect(brokenBy(sample)).toContain(fence);
  });
});
