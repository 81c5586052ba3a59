import { Button, TextField, toast } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { NewPasswordField } from '../../app/new-password-field.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { useUser } from '../../app/session.ts'
import { trpc } from '../../app/trpc.ts'
import { AccountPart } from './account-part.tsx'

export function PasswordForm() {
  const me = useUser()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: () => {
        setCurrent('')
        setPassword('')
        toast({
          title: 'Your password is changed',
          description: 'Everywhere else you are signed out.',
          tone: 'ok',
        })
      },
    }),
  )
  return (
    <AccountPart
      title="Password"
      lead="Changing it signs you out everywhere but here. API tokens keep working."
      onSubmit={() => change.mutate({ current, password })}
    >
      {/* So that a password manager knows whose password it is. */}
      <input type="hidden" name="username" autoComplete="username" value={me.email} />
      <TextField
        label="Current password"
        type="password"
        value={current}
        onChange={setCurrent}
        isRequired
        autoComplete="current-password"
      />
      <NewPasswordField label="New password" value={password} onChange={setPassword} />
      {change.error && <ProblemView error={change.error} layout="inline" />}
      <Button type="submit" variant="primary" className="self-start" isPending={change.isPending}>
        Change the password
      </Button>
    </AccountPart>
  )
}
