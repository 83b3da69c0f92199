import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Runs the benchmarks one after the other, or the one that is named with its own options: npm run bench. */
const benchmarks = ["start-up", "warm", "senders", "growth", "soak"] as const;
/** Benches with a script of their own. */
const onlyNamed = ["faults", "ratios"] as const;
/** Benchmarks with a script of their own. */
const scripts: Readonly<Record<string, string>> = {
  senders: "./senders.ts",
  growth: "./growth.ts",
  soak: "./soak.ts",
  faults: "./faults/run.ts",
  ratios: "./ratios.ts",
};

const [name, ...options] = process.argv.slice(2);
const isOption = name?.startsWith("--") === true;
const wanted =
  name === undefined || isOption ? benchmarks : [...benchmarks, ...onlyNamed].filter((one) => one === name);
if (wanted.length === 0 || isOption) {
  console.log(`npm run bench [-- ${[...benchmarks, ...onlyNamed].join(" | ")} [options of its own, like --help]]`);
  process.exit(isOption && name === "--help" ? 0 : 1);
}

let isAllGood = true;
for (const benchmark of wanted) {
  console.log(`\n${benchmark}\n`);
  const own = scripts[benchmark];
  const given = own === undefined ? [benchmark, ...options] : options;
  const child = spawn(process.execPath, [fileURLToPath(new URL(own ?? "./functions.ts", import.meta.url)), ...given], {
    stdio: "inherit",
  });
  const [code] = await once(child, "close");
  isAllGood &&= code === 0;
}
process.exit(isAllGood ? 0 : 1);
