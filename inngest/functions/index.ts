import type { InngestFunction } from "inngest";
import { apiHousekeeping } from "./api-housekeeping";
import {
  processRetried,
  recordDeleted,
  recordEnteredStage,
  recordRestored,
  recordUpdated,
} from "./automation-listen";
import { bulkRun } from "./bulk-run";
import { currencyRates, currencyRatesWanted } from "./currency-rates";
import { filesSweep } from "./files-sweep";
import { importCheck, importCleanup, importRun, importUndo } from "./import";
import { invoicesOverdue } from "./invoices-overdue";
import { activityAlarms, digestLetter, digestSweep, notificationFunctions } from "./notifications";
import { processRunWake } from "./process-run-wake";
import { processSweep } from "./process-sweep";
import { processTimer } from "./process-timer";
import { stageTallies } from "./stage-tallies";
import { webformRetry } from "./webform-retry";
import { webhookDeliver } from "./webhook-deliver";

/** Every function of the app, for whichever engine runs them. */
export const functions: InngestFunction.Any[] = [
  recordEnteredStage,
  recordRestored,
  recordDeleted,
  recordUpdated,
  processRetried,
  processRunWake,
  processTimer,
  processSweep,
  importCheck,
  importRun,
  importUndo,
  importCleanup,
  bulkRun,
  webhookDeliver,
  webformRetry,
  apiHousekeeping,
  stageTallies,
  filesSweep,
  invoicesOverdue,
  ...currencyRates,
  currencyRatesWanted,
  ...notificationFunctions,
  activityAlarms,
  digestSweep,
  digestLetter,
];
