import { config } from "zod/v4/core";

// Schemas are not compiled by eval: the content policy refuses it, and asking whether it does is reported.
config({ jitless: true });
