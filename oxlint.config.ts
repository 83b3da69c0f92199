import { defineConfig, type OxlintOverride } from "oxlint";

/** Which libraries the files of a folder may import, and which of the other top folders not. */
interface Fence {
  readonly libraries: readonly string[];
  readonly without: readonly string[];
  readonly why: string;
  /** Names that may be imported of a module that is otherwise refused. */
  readonly only?: { readonly module: string; readonly names: readonly string[]; readonly why: string };
}

/** A layer, with its folders in the order in which they may import: each only from those before it. */
interface Layer extends Fence {
  readonly folder: string;
  readonly order: readonly string[];
  /** Files beside the folders, as a pattern, which no folder imports. */
  readonly top?: string;
  /** Folders that may import other libraries than the rest of the layer, and the order of the folders in them. */
  readonly own?: Readonly<Record<string, Fence & Partial<Pick<Layer, "order" | "top">>>>;
}

const hashing = (why: string): Fence["only"] => ({
  module: "node:crypto",
  names: ["createHash", "createHmac", "createSecretKey", "KeyObject", "timingSafeEqual"],
  why,
});
const chance = "Chance is read in lambdas/io/random.ts and handed in.";
const clock = "The time is read in lambdas/io/clock.ts and handed in; domain/base/time.ts reckons.";

const values = ["zod", "temporal-polyfill", "canonicalize"];

const layers: readonly Layer[] = [
  {
    folder: "schemas",
    order: ["base", "model", "problems", "views", "api"],
    libraries: ["zod", "zod-openapi"],
    without: ["domain", "lambdas", "lib", "local", "bin", "demo", "client", "test", "data"],
    why: "schemas/ says what things are: it imports zod and zod-openapi only, and no other layer.",
  },
  {
    folder: "domain",
    order:
      "base labels policy parties lots reminders registers papers review calendar statistics imports letters oversight bulletins audit views reports pages".split(
        " ",
      ),
    libraries: [...values, "csv-parse/sync", "pure-rand/**", "intl-messageformat", "ical-generator", "node:crypto"],
    without: ["lambdas", "lib", "local", "bin", "demo", "client", "test", "data"],
    why: "domain/ is pure: it imports schemas/, libraries of values and hashing only.",
    only: { module: "node:crypto", names: ["createHash"], why: "domain/ is pure: it may hash and takes no chance." },
    own: {
      views: {
        libraries: ["zod", "d3-scale", "d3-shape"],
        without: ["lambdas", "lib", "local", "bin", "demo", "client", "test", "data"],
        why: "domain/views/ makes replies of states and draws figures: it imports schemas/, the rest of domain/ and what reckons drawings.",
      },
      reports: {
        libraries: ["zod", "intl-messageformat", "docx", "docx/charts"],
        without: ["lambdas", "lib", "local", "bin", "demo", "client", "test", "data"],
        why: "domain/reports/ words papers and writes documents: it imports schemas/, the rest of domain/ and what formats them.",
      },
    },
  },
  {
    folder: "lambdas",
    order: ["io", "commands", "use-cases", "shell", "handlers"],
    libraries: ["zod", "p-map", "negotiator", "@middy/core", "aws-lambda", "node:crypto", "node:fs", "node:zlib"],
    without: ["lib", "local", "bin", "demo", "client", "test", "data"],
    why: "lambdas/ imports schemas/, domain/ and the shell's libraries; lambdas/io alone imports the AWS SDK.",
    only: hashing(chance),
    own: {
      commands: {
        libraries: [],
        without: ["lib", "local", "bin", "demo", "client", "test", "data"],
        why: "lambdas/commands/ carries out decisions: it imports schemas/, domain/ and lambdas/io only.",
      },
      "use-cases": {
        libraries: ["zod", "p-map", "node:crypto"],
        without: ["lib", "local", "bin", "demo", "client", "test", "data"],
        why: "lambdas/use-cases/ knows no event and no HTTP: it imports schemas/, domain/, lambdas/io and lambdas/commands.",
        only: hashing(chance),
        order: "base planning accounts imports oversight bulletins reachability letters sending reports counting".split(
          " ",
        ),
        top: "on-[a-z-]+|sweep[a-z-]*|erase-past",
      },
      io: {
        libraries: [
          "zod",
          "p-map",
          "aws-lambda",
          "@aws-sdk/*",
          "@smithy/**",
          "dataloader",
          "node:crypto",
          "node:timers/promises",
          "node:zlib",
        ],
        without: ["lib", "local", "bin", "demo", "client", "test", "data"],
        why: "lambdas/io/ imports schemas/, domain/ and the AWS SDK; it does not know who uses it.",
        only: hashing(chance),
      },
    },
  },
  {
    folder: "local",
    order: ["base", "template", "services", "runtime", "gateway", "pages"],
    libraries: ["jose", "croner", "node:*", "node:*/**"],
    without: ["schemas", "domain", "lambdas", "lib", "bin", "demo", "client", "data"],
    why: "local/ speaks public protocols and reads the template: it imports Node, jose and croner, and no other layer.",
    top: "local-stack|stack-options|open-[a-z]+",
  },
];

/** Everything is refused but the libraries and own files; the first pattern that fits an import decides. */
const importsOf = (fence: Fence, above: readonly { readonly regex: string; readonly message: string }[] = []) => ({
  "no-restricted-imports": [
    "error" as const,
    {
      paths:
        fence.only === undefined
          ? []
          : [{ name: fence.only.module, allowImportNames: [...fence.only.names], message: fence.only.why }],
      patterns: [
        ...above,
        {
          group: [
            "*",
            ...fence.libraries.map((library) => `!${library}`),
            "!./**",
            "!../**",
            `**/{${fence.without.join(",")}}/**`,
          ],
          message: fence.why,
        },
      ],
    },
  ],
});

/** What stands above a folder of a layer: the folders after it in the order, and the files beside them. */
const aboveOf = ({ folder: layer, order, top }: Pick<Layer, "folder" | "order" | "top">, folder: string) => {
  const later = order.slice(order.indexOf(folder) + 1);
  const message = `An arrow up: ${layer}/${folder} is below ${[...later, "what joins them"].join(", ")}.`;
  return [
    ...(later.length === 0 ? [] : [{ regex: `^(\\.\\./)+(${later.join("|")})/`, message }]),
    ...(top === undefined ? [] : [{ regex: `^(\\.\\./)+(${top})\\.ts$`, message }]),
  ];
};

/** The fences of a layer and, for each of its folders, the order; a later entry replaces an earlier one. */
const fencesOf = (layer: Layer): OxlintOverride[] => [
  { files: [`${layer.folder}/**`], rules: importsOf(layer) },
  ...layer.order.flatMap((name) => {
    const folder = `${layer.folder}/${name}`;
    const own = layer.own?.[name];
    const above = aboveOf(layer, name);
    const { order = [], top } = own ?? {};
    return [
      { files: [`${folder}/**`], rules: importsOf(own ?? layer, above) },
      ...order.map((inner) => ({
        files: [`${folder}/${inner}/**`],
        rules: importsOf(own ?? layer, [...above, ...aboveOf({ folder, order, top }, inner)]),
      })),
    ];
  }),
];

const fence = (files: string, rules: Fence): OxlintOverride => ({ files: [files], rules: importsOf(rules) });

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "promise", "node", "vitest"],
  categories: { correctness: "error", suspicious: "error" },
  env: { es2026: true, node: true },
  ignorePatterns: [
    "node_modules",
    "dist",
    "cdk.out",
    ".data",
    "coverage",
    "test/bench/peers",
    "test/clients/programs",
    "examples/front-end",
  ],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: "error" },
  rules: {
    eqeqeq: "error",
    "max-depth": ["error", { max: 5 }],
    "max-lines": ["error", { max: 350 }],
    "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    "no-console": "error",
    "no-else-return": "error",
    "no-param-reassign": "error",
    "no-restricted-properties": [
      "error",
      { object: "Math", property: "random", message: "Chance comes from a seed or from node:crypto." },
    ],
    "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    "no-var": "error",
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "import/no-default-export": "error",
    "node/no-process-env": "error",
    "oxc/no-barrel-file": "error",
    "typescript/ban-ts-comment": "error",
    "typescript/consistent-type-assertions": ["error", { assertionStyle: "never" }],
    "typescript/no-deprecated": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-unsafe-argument": "error",
    "typescript/no-unsafe-assignment": "error",
    "typescript/no-unsafe-call": "error",
    "typescript/no-unsafe-member-access": "error",
    "typescript/no-unsafe-return": "error",
    "typescript/only-throw-error": "error",
    "typescript/prefer-nullish-coalescing": "error",
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "typescript/use-unknown-in-catch-callback-variable": "error",
    "unicorn/prefer-node-protocol": "error",

    // The compiler says these already, or they report closures and workers that are right.
    "import/no-named-as-default": "off",
    "import/no-named-as-default-member": "off",
    "no-unmodified-loop-condition": "off",
    "typescript/consistent-return": "off",
    "typescript/no-unsafe-type-assertion": "off",
    "unicorn/consistent-function-scoping": "off",
    "unicorn/require-post-message-target-origin": "off",
  },
  overrides: [
    // Time and chance are handed in.
    {
      files: ["schemas/**", "domain/**", "lambdas/**"],
      rules: {
        "no-restricted-globals": ["error", { name: "Date", message: clock }, { name: "crypto", message: chance }],
        "no-restricted-properties": [
          "error",
          { object: "Math", property: "random", message: chance },
          { object: "Temporal", property: "Now", message: clock },
          { object: "globalThis", property: "Date", message: clock },
          { object: "globalThis", property: "crypto", message: chance },
        ],
      },
    },
    { files: ["lambdas/io/clock.ts", "domain/base/time.ts"], rules: { "no-restricted-globals": "off" } },
    { files: ["lambdas/io/log.ts", "bin/**", "demo/**", "test/**", "local/test/**"], rules: { "no-console": "off" } },
    { files: ["lambdas/io/env.ts", "{local,bin,demo,test}/**"], rules: { "node/no-process-env": "off" } },

    ...layers.flatMap(fencesOf),
    fence("lambdas/io/random.ts", {
      libraries: ["node:crypto"],
      without: ["lib", "local", "bin", "demo", "client", "test", "data", "handlers", "shell", "use-cases", "commands"],
      why: "Chance comes from node:crypto.",
    }),
    {
      files: ["local/test/**"],
      rules: {
        "no-restricted-imports": [
          "error",
          {
            patterns: [
              {
                group: ["**/{schemas,domain,lambdas,lib,bin,demo,client,test,data}/**"],
                message: "Tests of local/ import no other layer: the package stands alone.",
              },
            ],
          },
        ],
      },
    },
    { files: ["lib/**"], rules: { "no-new": "off" } },
    fence("lib/**", {
      libraries: ["zod", "aws-cdk-lib", "aws-cdk-lib/*", "constructs", "cdk-nag"],
      without: ["domain", "lambdas", "local", "bin", "demo", "client", "test", "data"],
      why: "lib/ says where it runs: it imports schemas/ and CDK, never a function's code.",
    }),
    {
      files: ["client/**"],
      rules: {
        "no-restricted-imports": [
          "error",
          {
            patterns: [
              {
                group: ["*", "!openapi-fetch", "!openapi-typescript", "!./**", "../**"],
                message:
                  "client/ can be copied into any front end: it imports openapi-fetch (its generator openapi-typescript) and nothing of this repository.",
              },
            ],
          },
        ],
      },
    },
    // Judged by rules of its own: a slip in the product's tables must not be one of the checker's as well.
    fence("bin/verify/**", {
      libraries: ["zod", "temporal-polyfill", "canonicalize", "pure-rand", "pure-rand/**", "node:*", "node:*/**"],
      without: ["schemas", "domain", "lambdas", "lib", "local", "bin", "demo", "test", "data", "load"],
      why: "bin/verify/ knows the system from outside only: it imports the client, libraries and Node, and nothing of the product.",
    }),
    // Printed from the API document.
    { files: ["client/api-types.ts"], rules: { "max-lines": "off" } },

    // Tests may look inside: they read templates and answers whose shape is what they test.
    {
      files: ["test/**", "local/test/**"],
      rules: {
        "max-lines-per-function": "off",
        "typescript/consistent-type-assertions": "off",
        "typescript/no-explicit-any": "off",
        "typescript/no-non-null-assertion": "off",
        "typescript/no-unsafe-argument": "off",
        "typescript/no-unsafe-assignment": "off",
        "typescript/no-unsafe-call": "off",
        "typescript/no-unsafe-member-access": "off",
        "typescript/no-unsafe-return": "off",
        "typescript/require-array-sort-compare": "off",
        "typescript/unbound-method": "off",
        "vitest/expect-expect": "off",
        "vitest/no-conditional-expect": "off",
        "vitest/no-disabled-tests": "error",
        "vitest/no-focused-tests": "error",
        "vitest/no-standalone-expect": "off",
        "vitest/require-to-throw-message": "off",
        "vitest/valid-expect": ["error", { maxArgs: 2 }],
      },
    },
    // The library marks what lets it speak http as deprecated, so that it is seen: here it is for one machine.
    { files: ["test/fixtures/openid-sign-in.ts"], rules: { "typescript/no-deprecated": "off" } },
    // Answers of the API are typed where they are named; a page in plain JavaScript has no other way to say so.
    { files: ["examples/**"], env: { browser: true, node: false } },
    // Read by any Node and typed by nothing, or by comments only.
    {
      files: ["**/*.mjs", "examples/*.js"],
      rules: {
        "typescript/no-unsafe-argument": "off",
        "typescript/no-unsafe-assignment": "off",
        "typescript/no-unsafe-call": "off",
        "typescript/no-unsafe-member-access": "off",
        "typescript/no-unsafe-return": "off",
      },
    },
    { files: ["**/*.config.ts"], rules: { "import/no-default-export": "off" } },
  ],
});
