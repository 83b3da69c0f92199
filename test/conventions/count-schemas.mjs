// Prints the number of zod schemas that a function builds when it is loaded: each notes that it is one in a set of its own.
const [file] = process.argv.slice(2);
let built = 0;
globalThis.Set = class extends Set {
  add(value) {
    if (value === "$ZodType") built += 1;
    return super.add(value);
  }
};
await import(file);
console.log(built);
process.exit();
