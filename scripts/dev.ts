import { run } from "./launch/run";

// npm run dev: the same house as npm start, served by Next's development server.
await run("dev");
