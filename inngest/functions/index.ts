import type { InngestFunction } from "inngest";
import {
  processRetried,
  recordDeleted,
  recordEnteredStage,
  recordRestored,
  recordUpdated,
} from "./automation-listen";
import { bulkRun } from "./bulk-run";
import { filesSweep } from "./files-sweep";
import { processRunWake } from "./process-run-wake";
import { processSweep } from "./process-sweep";
import { processTimer } from "./process-timer";
import { stageTallies } from "./stage-tallies";

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
  bulkRun,
  stageTallies,
  filesSweep,
];
