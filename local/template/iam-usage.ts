import type { QueueSource, StreamSource } from "./resource-plans.ts";

/** An action of a policy and what it was used on. */
export interface IamUse {
  readonly action: string;
  readonly resource: string;
}
export interface RecordedAction extends IamUse {
  /** The function that did it, by the name it signs with. */
  readonly caller: string;
}

/** Records the uses of each function, each action on each resource once: its policy must allow exactly these. */
export interface Recorder {
  readonly add: (caller: string, uses: readonly IamUse[]) => void;
  /** Sorted by caller, action and resource. */
  readonly all: () => readonly RecordedAction[];
}

/** Remembers which function used which action on what, each once. */
export const newRecorder = (): Recorder => {
  const seen = new Map<string, RecordedAction>();
  return {
    add: (caller, uses) => {
      for (const { action, resource } of uses) {
        const key = `${caller} ${action} ${resource}`;
        if (!seen.has(key)) seen.set(key, { caller, action, resource });
      }
    },
    all: () => [...seen].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, recorded]) => recorded),
  };
};

/** Returns the uses of a function's role when Lambda reads a stream for it. */
export const streamUses = ({ sourceArn, onFailureArn }: StreamSource): readonly IamUse[] => [
  ...["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map((name) => ({
    action: `dynamodb:${name}`,
    resource: sourceArn,
  })),
  ...(onFailureArn === undefined ? [] : [{ action: "sqs:SendMessage", resource: onFailureArn }]),
];

/** Returns the uses of a function's role when Lambda reads a queue for it. */
export const queueUses = ({ sourceArn }: QueueSource): readonly IamUse[] =>
  ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"].map((name) => ({
    action: `sqs:${name}`,
    resource: sourceArn,
  }));
