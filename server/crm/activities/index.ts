export { completeActivity, createActivity, listActivities, reopenActivity } from "./activities";
