import { Button } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { NewPasswordField } from '../../app/new-password-field.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { SessionCard } from './session-card.tsx'
import { tokenIn } from './token-in.ts'

/** Sets a new password with the link that an administrator made. */
export function ResetPasswordScreen() {
  useTitle('New password')
  const token = useLocation({ select: ({ hash }) => tokenIn(hash) })
  return token === undefined ? (
    <SessionCard
      title="Open the reset link"
      lead="An administrator can make a link for you that sets a new password. It works once, for a day."
    >
      <Link to="/sign-in" className="text-sm text-accent-fg underline underline-offset-2">
        Sign in instead
      </Link>
    </SessionCard>
  ) : (
    <ResetForm token={token} />
  )
}

function ResetForm({ token }: { token: string }) {
  const [password, setPassword] = useState('')
  const reset = useMutation(
    trpc.session.resetPassword.mutationOptions({
      // Loaded anew: somebody else may have been signed in here.
      onSuccess: () => location.assign('/'),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reset.mutate({ token, password })
  }
  return (
    <SessionCard
      title="Choose a new password"
      lead="It takes effect at once. Everywhere else you are signed out."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <NewPasswordField label="New password" value={password} onChange={setPassword} hasFocus />
        {reset.error && <ProblemView error={reset.error} layout="inline" />}
        <Button type="submit" variant="primary" size="lg" isPending={reset.isPending}>
          Set the password and sign in
        </Button>
      </form>
    </SessionCard>
  )
}
