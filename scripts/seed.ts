import { writeFileSync } from "node:fs";
import { closeDatabase } from "@/db/client";
import { seedDemo } from "@/db/seed/demo";

// Run by npm start on an empty database: makes the demo workspace and notes its login for the launcher to show.
const login = await seedDemo();
const file = process.env.DEMO_LOGIN_FILE;
if (file)
  writeFileSync(file, JSON.stringify({ email: login.email, password: login.password }), { mode: 0o600 });
await closeDatabase();
