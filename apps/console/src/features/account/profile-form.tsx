import { Button, TextField, toast } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { useUser } from '../../app/session.ts'
import { queryClient, trpc } from '../../app/trpc.ts'
import { roleNames, roleTexts } from '../workspace/roles.ts'
import { AccountPart } from './account-part.tsx'

export function ProfileForm() {
  const me = useUser()
  const [name, setName] = useState(me.name)
  const rename = useMutation(
    trpc.account.rename.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.users.names.queryFilter())
        await queryClient.invalidateQueries(trpc.session.get.queryFilter())
        toast({ title: 'Your name is saved', tone: 'ok' })
      },
    }),
  )
  return (
    <AccountPart
      title="Profile"
      lead="How others see you in the history and in the activity."
      onSubmit={() => rename.mutate({ name })}
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        isRequired
        maxLength={100}
        autoComplete="name"
      />
      <dl className="grid grid-cols-[5rem_1fr] gap-y-1.5 text-sm">
        <dt className="text-fg-3">E-mail</dt>
        <dd className="text-fg">
          {me.email} <span className="text-fg-3">· you sign in with it</span>
        </dd>
        <dt className="text-fg-3">Role</dt>
        <dd className="text-fg">
          {roleNames[me.role]} <span className="text-fg-3">· {roleTexts[me.role]}</span>
        </dd>
      </dl>
      {rename.error && <ProblemView error={rename.error} layout="inline" />}
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        isDisabled={name.trim() === '' || name === me.name}
        isPending={rename.isPending}
      >
        Save the name
      </Button>
    </AccountPart>
  )
}
