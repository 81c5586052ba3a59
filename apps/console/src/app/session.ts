import type { Action } from '@penstock/server'
import { useSuspenseQuery } from '@tanstack/react-query'
import { queryClient, trpc } from './trpc.ts'

const options = trpc.session.get.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY })

/** Who is signed in; asked once a tab, again after signing in or out, and when the server tells that it changed. */
export function loadSession() {
  return queryClient.ensureQueryData(options)
}

/** Forgets everything that was loaded for somebody else, then asks who is signed in now. */
export async function reloadSession(): Promise<void> {
  queryClient.removeQueries({ predicate: (query) => query.queryKey !== options.queryKey })
  await queryClient.fetchQuery({ ...options, staleTime: 0 })
}

/** The signed-in user. Only on screens behind the sign-in. */
export function useUser() {
  const { data } = useSuspenseQuery(options)
  if (!data.user) throw new Error('Nobody is signed in.')
  return data.user
}

/** Whether the signed-in user may do it: what would be refused is not offered. */
export function useMay(action: Action): boolean {
  const { data } = useSuspenseQuery(options)
  return data.may.includes(action)
}

/**
 * To the sign-in, by loading the page anew: nothing that was loaded for this user stays in the tab, and nothing of it
 * asks the server once more.
 */
export function leaveForSignIn(next?: string): void {
  location.assign(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')
}

/** Portals are pages of another app: this one's router has no way there, the browser has. */
export function isPortal(address: string): boolean {
  return address.startsWith('/portal/')
}

/** Whether an address is a path on this site: a link may not send somebody elsewhere after they signed in. */
export function isOwnAddress(address: string | undefined): address is string {
  return address !== undefined && /^\/(?![/\\])/.test(address)
}
