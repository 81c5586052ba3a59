import type { AppRouter } from '@penstock/server'
import { MutationCache, QueryCache } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { FreshQueryClient } from './fresh-query-client.ts'
import { problemOf } from './problem.ts'

const signedOutListeners = new Set<() => void>()

/** Tells when an answer says that the session is over. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** Tells all who listen that the session is over. */
export function tellSignedOut(): void {
  for (const listener of signedOutListeners) listener()
}

function watchForSignOut(error: unknown): void {
  if (problemOf(error).code === 'UNAUTHENTICATED') tellSignedOut()
}

export const queryClient = new FreshQueryClient({
  queryCache: new QueryCache({ onError: watchForSignOut }),
  mutationCache: new MutationCache({ onError: watchForSignOut }),
  defaultOptions: {
    queries: {
      // The live connection says when something is out of date; time does not.
      staleTime: 60_000,
      // An answer from the server is final; only a call that never reached it is tried again.
      retry: (failures, error) => problemOf(error).code === undefined && failures < 2,
    },
  },
})

const url = '/trpc'

/** Calls outside of React: `await trpcClient.draft.save.mutate(…)`. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: splitLink({
        condition: (operation) => operation.context['isApart'] === true,
        true: httpLink({ url }),
        false: httpBatchLink({ url, maxURLLength: 4000 }),
      }),
    }),
  ],
})

/** For calls that may take longer than others: nothing that is asked for at the same time waits for them. */
export const apart = { trpc: { context: { isApart: true } } } as const

/** Calls inside of React: `useQuery(trpc.apis.list.queryOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient })
