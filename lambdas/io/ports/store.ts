import type { AggregateStore } from "../store/aggregates.ts";
import type { ReviewStore } from "../store/reviews.ts";
import type { UserStore } from "../store/users.ts";
import type { MissionStore } from "../store/missions.ts";
import type { ListRowStore } from "../store/list-rows.ts";
import type { RequestStore } from "../store/requests.ts";
import type { CommitStore } from "../store/commit.ts";
import type { AllowanceStore } from "../store/allowances.ts";
import type { ReviewTextStore } from "../store/review-texts.ts";
import type { DraftStore } from "../store/drafts.ts";
import type { ErasureStore } from "../store/erasures.ts";
import type { FollowUpStore } from "../store/follow-ups.ts";
import type { WorkStore } from "../store/work.ts";
import type { PastRecords } from "../store/past-rows.ts";
import type { BulletinStore } from "../store/bulletin-records.ts";
import type { ImportStore } from "../store/import-pages.ts";
import type { PaperStore } from "../store/paper-pages.ts";
import type { JournalStore } from "../store/journal-entries.ts";
import type { RecordedAggregates } from "../store/recorded-aggregates.ts";
import type { AuditProgressStore } from "../store/audit-progress.ts";
import type { StatisticsProjection } from "./projection.ts";
import type { CursorSecretStore } from "../store/cursor-secrets.ts";

/**
 * The current state and the history: tables `records` and `journal`. The part of each aggregate is next to its
 * implementation in lambdas/io/store. Reads are consistent unless stated otherwise.
 */
export type Store = AggregateStore &
  ReviewStore &
  UserStore &
  MissionStore &
  ListRowStore &
  RequestStore &
  CommitStore &
  AllowanceStore &
  ReviewTextStore &
  DraftStore &
  ErasureStore &
  FollowUpStore &
  WorkStore &
  PastRecords &
  BulletinStore &
  ImportStore &
  PaperStore &
  JournalStore &
  RecordedAggregates &
  AuditProgressStore &
  StatisticsProjection &
  CursorSecretStore;
