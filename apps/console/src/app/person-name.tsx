import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { trpc } from './trpc.ts'

/** What acted: an API token may be named like anybody, and is nobody. */
type ActorKind = 'user' | 'token' | null | undefined

/** Address → what whoever has it is called; what is no account's address stays as it is. */
export type NameOf = (address: string, kind?: ActorKind) => string

export function useNameOf(): NameOf {
  const { data } = useQuery(trpc.users.names.queryOptions())
  const names = data ? byAddress(data) : nobody
  return useCallback<NameOf>(
    (address, kind) => (kind === 'token' ? address : (names.get(address) ?? address)),
    [names],
  )
}

type Names = readonly { readonly name: string; readonly email: string }[]
type ByAddress = ReadonlyMap<string, string>

const nobody: ByAddress = new Map()
const known = new WeakMap<Names, ByAddress>()

/** One map for all who ask of the same answer. */
function byAddress(names: Names): ByAddress {
  let map = known.get(names)
  if (!map) known.set(names, (map = new Map(names.map(({ email, name }) => [email, name]))))
  return map
}

/** Somebody by name; the address is in the title. */
export function PersonName({ of, kind }: { of: string; kind?: ActorKind }) {
  const name = useNameOf()(of, kind)
  return name === of ? of : <span title={of}>{name}</span>
}
