import { Button, TextField } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'

const route = getRouteApi('/inside/apis/$slug/review')

/** The first deployment: names the stage it goes to. */
export function FirstStage({ slug }: { slug: string }) {
  const navigate = route.useNavigate()
  const [name, setName] = useState('prod')
  const create = useMutation(
    trpc.stages.create.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug }))
        await navigate({ search: { stage: name } })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ slug, name })
  }
  return (
    <div className="mx-auto w-full max-w-sm px-6 pt-[12vh]">
      <h1 className="text-lg font-semibold text-fg">Name the first stage</h1>
      <p className="mt-1 mb-5 text-sm text-pretty text-fg-2">
        A stage is an address that serves one deployment of this API, such as <code>prod</code> or{' '}
        <code>dev</code>. You review what goes there before it is served.
      </p>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label="Stage"
          value={name}
          onChange={setName}
          isRequired
          isMono
          autoFocus
          pattern="[A-Za-z0-9_\-]+|\$default"
        />
        {create.error && <ProblemView error={create.error} layout="inline" />}
        <Button type="submit" variant="primary" size="lg" isPending={create.isPending} className="self-start">
          Create {name || 'the stage'} and review
        </Button>
      </form>
    </div>
  )
}
