import type { InngestFunction } from "inngest";
import {
  dealDeleted,
  dealEnteredStage,
  dealRestored,
  dealUpdated,
  processRetried,
} from "./automation-listen";
import { importCheck, importCleanup, importRun, importUndo } from "./import";
import { processRunWake } from "./process-run-wake";
import { processSweep } from "./process-sweep";
import { processTimer } from "./process-timer";

/** Every function of the app, for whichever engine runs them. */
export const functions: InngestFunction.Any[] = [
  dealEnteredStage,
  dealRestored,
  dealDeleted,
  dealUpdated,
  processRetried,
  processRunWake,
  processTimer,
  processSweep,
  importCheck,
  importRun,
  importUndo,
  importCleanup,
];
