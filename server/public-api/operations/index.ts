import { recordTypes } from "@/server/crm/registry";
import type { Entity } from "@/server/platform";
import type { ApiOperation } from "../define-operation";
import { activityOperations, recordActivities } from "./activities";
import { categoryOperations } from "./categories";
import { commentOperations, recordComments } from "./comments";
import { currencyOperations } from "./currencies";
import { eventOperations } from "./events";
import { fieldOperations } from "./fields";
import { fileOperations, recordFiles } from "./files";
import { invoiceOperations } from "./invoices";
import { leadOperations } from "./leads";
import { lineOperations } from "./lines";
import { recordLinks } from "./links";
import { listOperations } from "./lists";
import { memberOperations } from "./members";
import { pipelineOperations } from "./pipelines";
import { pointOperations } from "./points";
import { recordOperations } from "./records";
import { searchOperations } from "./search";
import { stagedOperations } from "./staged";
import { tagOperations } from "./tags";
import { recordWatchers } from "./watchers";
import { webhookOperations } from "./webhooks";

/** What only records of one kind have. */
const own: Partial<Record<Entity, readonly ApiOperation[]>> = {
  lead: leadOperations,
  product: categoryOperations,
  invoice: invoiceOperations,
  list_item: listOperations,
};

/** Every operation of the REST API, in the order of the docs. A registered record type brings its own. */
export const apiOperations: readonly ApiOperation[] = [
  ...recordTypes.flatMap((type) => [
    ...recordOperations(type),
    ...pointOperations(type),
    ...stagedOperations(type),
    ...(own[type.entity] ?? []),
  ]),
  ...recordTypes.flatMap(lineOperations),
  ...recordTypes.flatMap(recordActivities),
  ...activityOperations,
  ...recordTypes.flatMap(recordComments),
  ...commentOperations,
  ...recordTypes.flatMap(recordFiles),
  ...fileOperations,
  ...recordTypes.flatMap(recordLinks),
  ...recordTypes.flatMap(recordWatchers),
  ...tagOperations,
  ...searchOperations,
  ...pipelineOperations,
  ...fieldOperations,
  ...memberOperations,
  ...currencyOperations,
  ...eventOperations,
  ...webhookOperations,
];
