// One process of a benchmark: loads a function, sends it the first event and then the rest, and prints what each took.
import { readFileSync } from "node:fs";

const [file, eventFile, count] = process.argv.slice(2);
const event = JSON.parse(readFileSync(eventFile, "utf8"));
const context = {
  awsRequestId: "invocation",
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => 10_000,
};
const { log } = console;
console.log = () => undefined;
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;

const began = performance.now();
const loaded = await import(file);
const handler = loaded.handler ?? loaded.default.handler;
const first = await handler(structuredClone(event), context);
const startUp = performance.now() - began;
const { user, system } = process.cpuUsage();
if (first.statusCode !== 200) throw new Error(`${file} answered ${JSON.stringify(first)}`);
const took = [];
for (let at = 0; at < Number(count); at += 1) {
  const sent = performance.now();
  await handler(structuredClone(event), context);
  took.push(performance.now() - sent);
}
process.stdout.write = write;
log(
  JSON.stringify({
    startUp,
    processor: (user + system) / 1000,
    warm: took.slice(took.length / 4),
    body: first.body.length,
  }),
);
process.exit();
