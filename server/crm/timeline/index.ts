export { recordTimeline, type TimelinePage } from "./record-timeline";
