export { dealTimeline } from "./deal-timeline";
