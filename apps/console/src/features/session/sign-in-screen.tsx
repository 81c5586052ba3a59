import { Button, TextField } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../app/problem.ts'
import { ProblemView } from '../../app/problem-view.tsx'
import { isOwnAddress, isPortal, reloadSession } from '../../app/session.ts'
import { trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { SessionCard } from './session-card.tsx'

const route = getRouteApi('/sign-in')

export function SignInScreen() {
  useTitle('Sign in')
  const { next } = route.useSearch()
  const router = useRouter()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation(
    trpc.session.signIn.mutationOptions({
      onSuccess: async () => {
        await reloadSession()
        const address = isOwnAddress(next) ? next : '/'
        if (isPortal(address)) location.assign(address)
        else router.history.push(address)
      },
    }),
  )
  const problem = problemOf(signIn.error)
  const isWrong = problem.code === 'WRONG_CREDENTIALS'
  const typing = (set: (value: string) => void) => (value: string) => {
    set(value)
    if (signIn.isError) signIn.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email, password })
  }
  return (
    <SessionCard title="Sign in" lead="With your account on this Penstock.">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label="E-mail"
          type="email"
          value={email}
          onChange={typing(setEmail)}
          isRequired
          autoComplete="username"
          autoFocus
        />
        <TextField
          label="Password"
          type="password"
          value={password}
          onChange={typing(setPassword)}
          isRequired
          autoComplete="current-password"
          error={isWrong && problem.title}
        />
        {signIn.error && !isWrong && <ProblemView error={signIn.error} layout="inline" />}
        <Button type="submit" variant="primary" size="lg" isPending={signIn.isPending}>
          Sign in
        </Button>
      </form>
    </SessionCard>
  )
}
