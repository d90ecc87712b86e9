import { recordTypes } from "@/server/crm/registry";
import type { ApiOperation } from "../define-operation";
import { activityOperations, recordActivities } from "./activities";
import { commentOperations, recordComments } from "./comments";
import { eventOperations } from "./events";
import { fieldOperations } from "./fields";
import { leadOperations } from "./leads";
import { memberOperations } from "./members";
import { pipelineOperations } from "./pipelines";
import { pointOperations } from "./points";
import { recordOperations } from "./records";
import { searchOperations } from "./search";
import { stagedOperations } from "./staged";
import { webhookOperations } from "./webhooks";

/** Every operation of the REST API, in the order of the docs. A registered record type brings its own. */
export const apiOperations: readonly ApiOperation[] = [
  ...recordTypes.flatMap((type) => [
    ...recordOperations(type),
    ...pointOperations(type),
    ...stagedOperations(type),
    ...(type.entity === "lead" ? leadOperations : []),
  ]),
  ...recordTypes.flatMap(recordActivities),
  ...activityOperations,
  ...recordTypes.flatMap(recordComments),
  ...commentOperations,
  ...searchOperations,
  ...pipelineOperations,
  ...fieldOperations,
  ...memberOperations,
  ...eventOperations,
  ...webhookOperations,
];
