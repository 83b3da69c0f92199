// Starts a program of this folder: node bin/run.mjs NAME [argument ...]. The check of Node comes first: an older one could not
// read the program.
await import("./check-node.mjs");

const [node, , name, ...given] = process.argv;
const program = new URL(`./${name}.ts`, import.meta.url);
process.argv = [node, program.pathname, ...given];
await import(program.href);
