"use client";

import { MutationCache, QueryCache, type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/server/api/root";
import { wire } from "@/server/platform/wire";
import { FreshQueryClient } from "./fresh-client";
import { refusalOf } from "./refusal";
import { leaveWhenShutOut } from "./shut-out";
import { TRPCProvider } from "./trpc";

/** The browser's line to the server; every call names the workspace its page is in. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        httpBatchLink({
          url: "/api/trpc",
          transformer: wire,
          maxURLLength: 6000,
          headers: () => ({ "x-organization": window.location.pathname.split("/")[1] ?? "" }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

function createQueryClient(): QueryClient {
  return new FreshQueryClient({
    queryCache: new QueryCache({ onError: leaveWhenShutOut }),
    mutationCache: new MutationCache({ onError: leaveWhenShutOut }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refusal will be the same a second time; a lost connection may not.
        retry: (failures, error) => failures < 2 && refusalOf(error) === null,
      },
    },
  });
}
