import type { TokenView } from '@penstock/server'
import { Badge, Button, CodeBlock, EmptyState, Td, Tr } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { Moment } from '../../app/moment.tsx'
import { useMay } from '../../app/session.ts'
import { trpc } from '../../app/trpc.ts'
import { NewTokenDialog } from './new-token-dialog.tsx'
import { RevokeTokenDialog } from './revoke-token-dialog.tsx'
import { roleNames } from './roles.ts'
import { TableScreen } from './table-screen.tsx'
import { dayText } from '../../app/time-text.ts'

/** Tokens that programs call the REST API with. */
export function TokensScreen() {
  const tokens = useQuery(trpc.tokens.list.queryOptions())
  const seesAll = useMay("see other people's API tokens")
  const [isAdding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<TokenView>()
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-3.5" />}
      onPress={() => setAdding(true)}
    >
      New token
    </Button>
  )
  return (
    <TableScreen
      title="API tokens"
      lead={`${seesAll ? 'Of everybody' : 'Your own'}, for the command line, CI and programs. Each is shown once, when it is made.`}
      action={add}
      query={tokens}
      empty={
        <EmptyState
          heading="h1"
          icon={<KeyRound aria-hidden />}
          title="No API tokens yet"
          action={add}
          snippet={
            <CodeBlock
              label="curl command"
              code={`curl -H "Authorization: Bearer $PENSTOCK_TOKEN" ${location.origin}/api/v1/openapi.json`}
              isWrapped
            />
          }
        >
          The command line, CI and programs sign in with a token.
        </EmptyState>
      }
      columns={[
        { name: 'Name', isWide: true },
        { name: 'Begins with' },
        { name: 'Role' },
        { name: 'Made by' },
        { name: 'Last used', isNumber: true },
        { name: 'Expires', isNumber: true },
        { name: 'Actions', isHidden: true },
      ]}
      row={(token) => (
        <Tr key={token.id}>
          <Td className="font-medium">{token.name}</Td>
          <Td className="font-mono text-xs text-fg-2">{token.prefix}…</Td>
          <Td>
            <Badge tone={token.role === 'admin' ? 'accent' : 'neutral'}>{roleNames[token.role]}</Badge>
          </Td>
          <Td className="whitespace-nowrap text-fg-2">{token.owner ?? 'the environment'}</Td>
          <Td isNumber className="whitespace-nowrap text-fg-2">
            {token.lastUsedAt ? <Moment at={token.lastUsedAt} /> : 'never'}
          </Td>
          <Td isNumber className="whitespace-nowrap text-fg-2">
            {token.expiresAt ? dayText(token.expiresAt) : 'never'}
          </Td>
          <Td isActions>
            <Button variant="quiet" onPress={() => setRevoking(token)}>
              Revoke<span className="sr-only"> {token.name}</span>
            </Button>
          </Td>
        </Tr>
      )}
    >
      {isAdding && <NewTokenDialog onClose={() => setAdding(false)} />}
      {revoking && <RevokeTokenDialog token={revoking} onClose={() => setRevoking(undefined)} />}
    </TableScreen>
  )
}
