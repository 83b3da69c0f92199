// Runs on any Node, before anything that an older one could not even read.
const wanted = 24;
const [major = "0"] = process.versions.node.split(".");
if (Number(major) < wanted) {
  const brought = ["linux-x64", "linux-arm64", "win32-x64"].includes(`${process.platform}-${process.arch}`);
  const advice = brought
    ? '"npm ci --include=optional" brings its own'
    : `install Node ${wanted} from https://nodejs.org`;
  console.error(`This runs on Node ${wanted}, not on ${process.version}: ${advice}.`);
  process.exit(1);
}
