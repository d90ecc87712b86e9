import { run } from "./launch/run";

// npm start: builds when needed, starts the database, migrates, seeds the demo workspace once, serves.
await run("start");
