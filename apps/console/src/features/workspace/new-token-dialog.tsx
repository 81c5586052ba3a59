import type { Role } from '@penstock/server'
import { Button, CodeBlock, Dialog, Select, TextField } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { useMay } from '../../app/session.ts'
import { queryClient, trpc } from '../../app/trpc.ts'
import { roleOptions } from './roles.ts'

type Days = '30' | '90' | '365' | 'never'

/** Makes a token, and shows it this once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const mayMakeAdministrators = useMay('make API tokens of administrators')
  const formId = useId()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('member')
  const [days, setDays] = useState<Days>('90')
  const create = useMutation(
    trpc.tokens.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.tokens.list.queryFilter()),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ name, role, ...(days === 'never' ? {} : { expiresInDays: Number(days) }) })
  }
  if (create.data) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        isSticky
        title={`${create.data.view.name} is ready`}
        description="Copy it now. It is kept as a hash only, so nobody can show it again."
        footer={
          <Button variant="primary" onPress={onClose}>
            I have copied it
          </Button>
        }
      >
        <CodeBlock label="token" code={create.data.token} isWrapped />
      </Dialog>
    )
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="New API token"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isPending={create.isPending}>
            Create token
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          isRequired
          autoFocus
          placeholder="CI of orders"
          description="What uses it, so that you know later what to revoke."
        />
        <div className="grid grid-cols-2 gap-3">
          <Select<Role>
            label="Role"
            value={role}
            onChange={setRole}
            options={roleOptions.filter(({ value }) => value === 'member' || mayMakeAdministrators)}
          />
          <Select<Days>
            label="Works for"
            value={days}
            onChange={setDays}
            options={[
              { value: '30', label: '30 days' },
              { value: '90', label: '90 days' },
              { value: '365', label: 'A year' },
              { value: 'never', label: 'Until it is revoked' },
            ]}
          />
        </div>
        {create.error && <ProblemView error={create.error} layout="inline" />}
      </form>
    </Dialog>
  )
}
