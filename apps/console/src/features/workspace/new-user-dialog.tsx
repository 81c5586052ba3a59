import type { Role } from '@penstock/server'
import { Button, Dialog, Select, TextField } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { NewPasswordField } from '../../app/new-password-field.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'
import { roleOptions } from './roles.ts'

export interface NewUserDialogProps {
  isOpen: boolean
  onClose: () => void
}

export function NewUserDialog({ isOpen, onClose }: NewUserDialogProps) {
  const formId = useId()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [role, setRole] = useState<Role>('member')
  const create = useMutation(
    trpc.users.create.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.users.pathFilter())
        setName('')
        setEmail('')
        setPassword('')
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ name, email, password, role })
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      isSticky
      title="Add a user"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isPending={create.isPending}>
            Add user
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <TextField label="Name" value={name} onChange={setName} isRequired autoFocus autoComplete="off" />
        <TextField
          label="E-mail"
          type="email"
          value={email}
          onChange={setEmail}
          isRequired
          autoComplete="off"
        />
        <NewPasswordField
          value={password}
          onChange={setPassword}
          hint="Hand it over in a safe way; they can change it."
        />
        <Select<Role> label="Role" value={role} onChange={setRole} options={roleOptions} />
        {create.error && <ProblemView error={create.error} layout="inline" />}
      </form>
    </Dialog>
  )
}
