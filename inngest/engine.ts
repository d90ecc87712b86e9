/** Which engine runs the functions: Inngest when its keys or its dev server are named, else our own. */
export function usesInngest(env: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean((env.INNGEST_EVENT_KEY && env.INNGEST_SIGNING_KEY) || env.INNGEST_DEV);
}
