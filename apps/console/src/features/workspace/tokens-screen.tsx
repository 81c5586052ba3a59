import type { TokenView } from '@penstock/server'
import {
  Badge,
  Button,
  CodeBlock,
  ConfirmDialog,
  EmptyState,
  SkeletonRows,
  Table,
  TableHead,
  Td,
  Th,
  Tr,
} from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { Moment } from '../../app/moment.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { Page, Panel, WorkspaceHeader } from '../shell/page.tsx'
import { NewTokenDialog } from './new-token-dialog.tsx'

/** Tokens that programs call the REST API with. */
export function TokensScreen() {
  useTitle('API tokens')
  const tokens = useQuery(trpc.tokens.list.queryOptions())
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
    <>
      <WorkspaceHeader title="API tokens" />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        {tokens.error && !tokens.data && (
          <ProblemView error={tokens.error} onRetry={() => void tokens.refetch()} />
        )}
        {tokens.isPending && <SkeletonRows />}
        {tokens.data?.length === 0 && (
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
            A token lets the command line, CI or a program of yours do what you can do.
          </EmptyState>
        )}
        {tokens.data && tokens.data.length > 0 && (
          <Page
            title="API tokens"
            lead="For the command line, CI and programs. Each is shown once, when it is made."
            actions={add}
          >
            <TokenTable tokens={tokens.data} onRevoke={setRevoking} />
          </Page>
        )}
      </main>
      {isAdding && <NewTokenDialog onClose={() => setAdding(false)} />}
      {revoking && <RevokeDialog token={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  )
}

function TokenTable({
  tokens,
  onRevoke,
}: {
  tokens: readonly TokenView[]
  onRevoke: (token: TokenView) => void
}) {
  return (
    <Panel className="overflow-x-auto">
      <Table label="API tokens">
        <TableHead>
          <Th className="w-full">Name</Th>
          <Th>Begins with</Th>
          <Th>Role</Th>
          <Th>Made by</Th>
          <Th isNumber>Last used</Th>
          <Th isNumber>Expires</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </TableHead>
        <tbody>
          {tokens.map((token) => (
            <Tr key={token.id}>
              <Td className="font-medium">{token.name}</Td>
              <Td className="font-mono text-xs text-fg-2">{token.prefix}…</Td>
              <Td>
                <Badge tone={token.role === 'admin' ? 'accent' : 'neutral'}>{token.role}</Badge>
              </Td>
              <Td className="whitespace-nowrap text-fg-2">{token.owner ?? 'the environment'}</Td>
              <Td isNumber className="whitespace-nowrap text-fg-2">
                {token.lastUsedAt ? <Moment at={token.lastUsedAt} /> : 'never'}
              </Td>
              <Td isNumber className="whitespace-nowrap text-fg-2">
                {token.expiresAt ? new Date(token.expiresAt).toLocaleDateString() : 'never'}
              </Td>
              <Td isActions>
                <Button variant="quiet" onPress={() => onRevoke(token)}>
                  Revoke<span className="sr-only"> {token.name}</span>
                </Button>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}

function RevokeDialog({ token, onClose }: { token: TokenView; onClose: () => void }) {
  const revoke = useMutation(
    trpc.tokens.revoke.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.tokens.list.queryFilter())
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Revoke ${token.name}`}
      confirmLabel={`Revoke ${token.name}`}
      isDanger
      isPending={revoke.isPending}
      onConfirm={() => revoke.mutate({ id: token.id })}
    >
      <p>Whatever uses it is refused from now on. This can't be undone.</p>
      {revoke.error && <ProblemView error={revoke.error} layout="inline" />}
    </ConfirmDialog>
  )
}
