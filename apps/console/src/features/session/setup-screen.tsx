import { Button, CodeBlock, TextField } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { NewPasswordField } from '../../app/new-password-field.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { reloadSession } from '../../app/session.ts'
import { trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { SessionCard } from './session-card.tsx'
import { tokenIn } from './token-in.ts'

/** Creates the first administrator, with the one-time link that the server printed. */
export function SetupScreen() {
  useTitle('Set up')
  const token = useLocation({ select: ({ hash }) => tokenIn(hash) })
  return token ? <SetupForm token={token} /> : <TokenForm />
}

function SetupForm({ token }: { token: string }) {
  const router = useRouter()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const setup = useMutation(
    trpc.session.setup.mutationOptions({
      onSuccess: async () => {
        await reloadSession()
        await router.navigate({ to: '/' })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setup.mutate({ token, name, email, password })
  }
  return (
    <SessionCard
      title="Create the first administrator"
      lead="Whoever holds this link sets Penstock up. It works once."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField label="Name" value={name} onChange={setName} isRequired autoComplete="name" autoFocus />
        <TextField
          label="E-mail"
          type="email"
          value={email}
          onChange={setEmail}
          isRequired
          autoComplete="username"
        />
        <NewPasswordField value={password} onChange={setPassword} />
        {setup.error && <ProblemView error={setup.error} layout="inline" />}
        <Button type="submit" variant="primary" size="lg" isPending={setup.isPending}>
          Create administrator and sign in
        </Button>
      </form>
    </SessionCard>
  )
}

/** Without a token there is nobody to trust yet: says where the link is. */
function TokenForm() {
  const navigate = useNavigate()
  const [link, setLink] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: '/setup', hash: `token=${tokenIn(link) ?? link.trim()}` })
  }
  return (
    <SessionCard
      title="Open the setup link"
      lead="Penstock has no administrator yet. When it started it printed a one-time link; open it, or paste it here."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField label="Setup link or token" value={link} onChange={setLink} isRequired isMono autoFocus />
        <Button type="submit" variant="primary" size="lg">
          Continue
        </Button>
        <CodeBlock label="command that starts Penstock" code="npm start" />
      </form>
    </SessionCard>
  )
}
