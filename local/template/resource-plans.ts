import type { Fields } from "../base/json.ts";
import type { ClientPlan } from "./plan-clients.ts";

/** Resources of the template in the terms of the local parts. */

/** A table as CreateTable takes it. */
export interface TablePlan {
  readonly name: string;
  readonly arn: string;
  readonly create: Fields;
  readonly indexes: readonly string[];
  /** The ARN by which event sources of the template name the stream. */
  readonly streamArn?: string;
  readonly timeToLiveAttribute?: string;
}

export interface FunctionPlan {
  /** The name of its bundle (`react`): what it signs with and what its log is called. */
  readonly name: string;
  readonly arn: string;
  /** ARNs by which event sources and routes invoke it as well. */
  readonly aliases: readonly string[];
  readonly physicalName: string;
  readonly logicalId: string;
  /** Folder of the built bundle. */
  readonly directory: string;
  readonly exported: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
}

export interface QueuePlan {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly delaySeconds: number;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  readonly maximumBytes: number;
  readonly redrive?: { readonly arn: string; readonly maxReceiveCount: number };
}

interface PlanSource {
  readonly id: string;
  readonly sourceArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly reportsItemFailures: boolean;
}
export interface StreamSource extends PlanSource {
  /** Attempts after the first; infinite where the template sets none. */
  readonly retries: number;
  readonly maximumAgeSeconds: number;
  readonly bisects: boolean;
  readonly startsAt: "TRIM_HORIZON" | "LATEST";
  readonly onFailureArn?: string;
}
export interface QueueSource extends PlanSource {
  /** Seconds for which a message waits for others to fill its batch. */
  readonly gathersSeconds: number;
  readonly concurrency: number;
}

export interface SchedulePlan {
  readonly name: string;
  readonly group: string;
  readonly input: Fields;
}

export interface RulePlan {
  readonly arn: string;
  readonly name: string;
  readonly pattern: unknown;
  readonly targets: readonly { readonly arn: string; readonly inputPath?: string }[];
}

export interface MailPlan {
  /** Addresses and domains that letters may come from. */
  readonly identities: readonly string[];
  readonly configurationSets: readonly {
    readonly name: string;
    readonly suppresses: readonly string[];
    /** Lower-case kinds of events (send, delivery, bounce) that go to the event bus. */
    readonly events: readonly string[];
  }[];
}

export interface PoolPlan {
  readonly id: string;
  readonly arn: string;
  readonly issuer: string;
  readonly clients: readonly ClientPlan[];
  readonly addressIsName: boolean;
  readonly passwordPolicy: Fields;
}
