import { useEffect, useState } from "react";

/**
 * The code by which the server's log knows what broke a page: the server's own, or, when it broke here, one that
 * is sent there with the error.
 */
export function useCrashCode(error: Error & { digest?: string }): string {
  const [own] = useState(() => crypto.getRandomValues(new Uint32Array(1))[0]?.toString(16) ?? "");
  const { digest, message, stack } = error;
  useEffect(() => {
    if (digest) return;
    const report = { code: own, message, stack: stack?.slice(0, 4000), path: window.location.pathname };
    // Whether it arrives changes nothing for the person.
    fetch("/api/crash", { method: "POST", body: JSON.stringify(report), keepalive: true }).catch(() => {});
  }, [own, digest, message, stack]);
  return digest ?? own;
}
