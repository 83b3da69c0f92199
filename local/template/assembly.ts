import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fieldsOf, type Fields, parseJson, textOf } from "../base/json.ts";
import { UserError } from "../base/user-error.ts";

export interface Stack {
  readonly name: string;
  readonly template: Fields;
}

/** Output of `cdk synth`: the stacks of the app, and the folder of its assets. */
export interface Assembly {
  readonly stacks: readonly Stack[];
  /** The folder or file of an asset, by the key under which it would be uploaded. Throws for a key that is not known. */
  readonly asset: (objectKey: string) => string;
}

type Read = (file: string) => Fields;

/** The properties of all artifacts of one type, with their ids. */
const artifactsOf = (manifest: Fields, type: string): readonly (readonly [id: string, properties: Fields])[] =>
  Object.entries(fieldsOf(manifest["artifacts"]))
    .filter(([, artifact]) => fieldsOf(artifact)["type"] === type)
    .map(([id, artifact]) => [id, fieldsOf(fieldsOf(artifact)["properties"])]);

const stacksOf = (manifest: Fields, read: Read): readonly Stack[] =>
  artifactsOf(manifest, "aws:cloudformation:stack").map(([id, properties]) => ({
    name: textOf(properties["stackName"]) ?? id,
    template: read(textOf(properties["templateFile"]) ?? `${id}.template.json`),
  }));

/** The path of each asset below the folder of the app, by each of its keys. */
const assetPathsOf = (manifest: Fields, read: Read): ReadonlyMap<string, string> => {
  const paths = new Map<string, string>();
  for (const [id, properties] of artifactsOf(manifest, "cdk:asset-manifest")) {
    const { files } = read(textOf(properties["file"]) ?? `${id}.assets.json`);
    for (const { source, destinations } of Object.values(fieldsOf(files)).map(fieldsOf)) {
      const path = textOf(fieldsOf(source)["path"]);
      for (const destination of Object.values(fieldsOf(destinations))) {
        const key = textOf(fieldsOf(destination)["objectKey"]);
        if (key !== undefined && path !== undefined) paths.set(key, path);
      }
    }
  }
  return paths;
};

/** Reads the manifest of a folder and what it names. Throws a UserError where the folder holds no synthesized app. */
export const readAssembly = (directory: string): Assembly => {
  if (!existsSync(join(directory, "manifest.json")))
    throw new UserError(`${directory} holds no synthesized app: run "npx cdk synth" first`);
  const read: Read = (file) => fieldsOf(parseJson(readFileSync(join(directory, file), "utf8")));
  const manifest = read("manifest.json");
  const assetPaths = assetPathsOf(manifest, read);
  return {
    stacks: stacksOf(manifest, read),
    asset: (objectKey) => {
      const path = assetPaths.get(objectKey);
      if (path === undefined) throw new Error(`${directory} holds no asset ${objectKey}`);
      return resolve(directory, path);
    },
  };
};
