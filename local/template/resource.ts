/** A resource of a template. Its properties are resolved when they are read, so unused ones may be unknown. */
export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** One property, all intrinsic functions resolved. Throws on a function or attribute that is not known. */
  readonly property: (name: string) => unknown;
  /** Returns the value of `Ref`. */
  readonly ref: () => string;
  /** Returns the value of `Fn::GetAtt`. */
  readonly attribute: (name: string) => string;
}

export interface Stacks {
  readonly ofType: (...types: readonly string[]) => readonly Resource[];
  /** The folder or file of an asset, by the key under which it would be uploaded. */
  readonly asset: (objectKey: string) => string;
}
