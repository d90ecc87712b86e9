import { defineEvent } from "@/server/platform";

export const apiKeyCreated = defineEvent<{ name: string; prefix: string; scopes: string[] }>(
  "api_key.created",
  "api_key",
);
export const apiKeyRevoked = defineEvent<{ name: string; prefix: string }>("api_key.revoked", "api_key");
