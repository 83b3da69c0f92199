// Runs on any Node, before anything that an older one could not even read.
const wanted = 24;
const [major = "0"] = process.versions.node.split(".");
if (Number(major) < wanted) {
  console.error(
    `This needs Node ${wanted}, but runs on ${process.version}: "npm ci" with optional dependencies brings its own on x64 and arm64; elsewhere install Node ${wanted}.`,
  );
  process.exit(1);
}
