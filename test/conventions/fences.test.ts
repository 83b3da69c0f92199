import { describe, expect, test } from "vitest";
import { brokenRules } from "./lint.ts";

/** A folder, a forbidden import, and a member of it where the rule names one. */
const refused = [
  ["schemas", "temporal-polyfill"],
  ["schemas", "node:fs"],
  ["schemas", "../domain/base/time.ts"],
  ["schemas/api", "../../lib/app.ts"],

  ["schemas/base", "../model/review.ts"],
  ["schemas/views", "../api/endpoint.ts"],
  ["domain/base", "../views/letters.ts"],
  ["domain/review", "../letters/lifecycle.ts"],
  ["domain/review/commands", "../../audit/aggregates.ts"],
  ["domain/letters/content", "../../bulletins/bulletin.ts"],
  ["domain/bulletins", "../views/letters.ts"],
  ["lambdas/io", "../commands/execute-command.ts"],
  ["lambdas/commands", "../shell/http/problem.ts"],
  ["lambdas/use-cases", "../shell/batch.ts"],
  ["lambdas/use-cases/sending", "../../shell/http/problem.ts"],
  ["lambdas/use-cases/base", "../accounts/find-users.ts"],
  ["lambdas/use-cases/reachability", "../sending/send-letter.ts"],
  ["lambdas/use-cases/planning", "../sweep.ts"],
  ["lambdas/shell/http", "../../handlers/reviews.ts"],
  ["local/base", "../services/mail.ts"],
  ["local/runtime", "../pages/mailbox-page.ts"],

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
  ["lib", "../domain/policy/reviews.ts"],
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
  ["local/test", "../../test/harness/test-api.ts"],

  ["client", "zod"],
  ["client", "node:fs"],
  ["client", "../schemas/views/core.ts"],
  ["client", "../local/local-stack.ts"],

  ["bin/verify", "../../domain/base/time.ts"],
  ["bin/verify", "../../schemas/model/fact.ts"],
  ["bin/verify", "../../lambdas/io/store/keys/key.ts"],
  ["bin/verify", "../../lib/app.ts"],
  ["bin/verify", "../../local/services/mail.ts"],
  ["bin/verify", "../../test/harness/test-app.ts"],
  ["bin/verify", "../load/files.ts"],
  ["bin/verify", "../../demo/population.ts"],
  ["bin/verify", "@aws-sdk/client-dynamodb"],
] as const;

const allowed = [
  ["schemas", "zod"],
  ["schemas/api", "../base/values.ts"],
  ["domain", "temporal-polyfill"],
  ["schemas/views", "../base/values.ts"],
  ["domain/views", "../base/time.ts"],
  ["domain/letters/content", "../../labels/words.ts"],
  ["domain/letters/content", "../../../schemas/views/core.ts"],
  ["lambdas/handlers", "../shell/http/route.ts"],
  ["lambdas/use-cases/sending", "../../commands/execute-command.ts"],
  ["lambdas/use-cases/sending", "../reachability/resolve-address.ts"],
  ["lambdas/use-cases/base", "../../../domain/reports/wording.ts"],
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

const importing = (folder: string, from: string) => ({ folder, code: `import * as it from "${from}";\nvoid it;\n` });
const samples = {
  refused: refused.map(([folder, from]) => ({ folder, from, sample: importing(folder, from) })),
  allowed: allowed.map(([folder, from]) => ({ folder, from, sample: importing(folder, from) })),
  chance: chance.map((folder) => ({
    folder,
    sample: { folder, code: 'import { randomUUID } from "node:crypto";\nexport const id = randomUUID();\n' },
  })),
  types: {
    folder: "domain",
    code: 'import type { Store } from "../lambdas/io/ports/store.ts";\nexport type It = Store;\n',
  },
  onward: { folder: "domain", code: 'export { store } from "../lambdas/io/deps/deps.ts";\n' },
  running: { folder: "domain", code: 'void (await import("../lambdas/io/deps/deps.ts"));\n' },
  hashing: { folder: "domain", code: 'import { createHash } from "node:crypto";\nvoid createHash("sha256");\n' },
  random: { folder: "lambdas/io", code: 'import { createHmac } from "node:crypto";\nvoid createHmac("sha256", "");\n' },
};
const brokenBy = brokenRules([
  ...[...samples.refused, ...samples.allowed, ...samples.chance].map(({ sample }) => sample),
  samples.types,
  samples.onward,
  samples.running,
  samples.hashing,
  samples.random,
]);
const fence = "no-restricted-imports";

describe("the fences between layers", () => {
  test.each(samples.refused)("$folder/ cannot import $from", ({ sample }) => {
    expect(brokenBy(sample)).toContain(fence);
  });

  test.each(samples.allowed)("$folder/ imports $from", ({ sample }) => {
    expect(brokenBy(sample)).not.toContain(fence);
  });

  test.each(samples.chance)("$folder/ cannot take chance", ({ sample }) => {
    expect(brokenBy(sample)).toContain(fence);
  });

  test("hashing takes no chance", () => {
    expect(brokenBy(samples.hashing)).toEqual([]);
    expect(brokenBy(samples.random)).toEqual([]);
  });

  test("types, onward exports and imports while running are fenced like any import", () => {
    for (const sample of [samples.types, samples.onward, samples.running]) expect(brokenBy(sample)).toContain(fence);
  });
});
