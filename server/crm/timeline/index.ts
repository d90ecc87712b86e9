export { dealTimeline, recordTimeline, type TimelinePage } from "./record-timeline";
