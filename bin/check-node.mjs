// Runs on any Node, before anything that an older one could not even read.
const wanted = 24;
const [major = "0"] = process.versions.node.split(".");
if (Number(major) < wanted) {
  console.error(
    `This runs on Node ${wanted}, not on ${process.version}: "npm ci --include=optional" brings its own on Linux and Windows; elsewhere install Node ${wanted}.`,
  );
  process.exit(1);
}
