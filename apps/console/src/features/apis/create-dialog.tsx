import { Button, Dialog, Select, TextField } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'
import { slugOf } from './slug.ts'

export interface CreateDialogProps {
  isOpen: boolean
  onClose: () => void
}

type ApiType = 'REST' | 'WEBSOCKET'

const types: { value: ApiType; label: string; description: string }[] = [
  { value: 'REST', label: 'REST', description: 'Answers requests, by path and method.' },
  {
    value: 'WEBSOCKET',
    label: 'WebSocket',
    description: 'Keeps connections open, and answers messages by what they ask for.',
  },
]

export function CreateDialog({ isOpen, onClose }: CreateDialogProps) {
  const router = useRouter()
  const formId = useId()
  const [name, setName] = useState('')
  const [slug, setSlug] = useState<string | null>(null)
  const [type, setType] = useState<ApiType>('REST')
  const create = useMutation(
    trpc.apis.create.mutationOptions({
      onSuccess: async (created) => {
        await queryClient.invalidateQueries(trpc.apis.list.queryFilter())
        setName('')
        setSlug(null)
        setType('REST')
        await router.navigate({ to: '/apis/$slug/design', params: { slug: created.slug } })
      },
    }),
  )
  const wanted = slug ?? slugOf(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ name, type, ...(wanted ? { slug: wanted } : {}) })
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="New API"
      description="It begins empty. Its preview is served as you draw; callers get it when you deploy it to a stage."
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isPending={create.isPending}>
            Create and draw
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <TextField label="Name" value={name} onChange={setName} isRequired autoFocus placeholder="Orders" />
        <TextField
          label="Slug"
          value={wanted}
          onChange={setSlug}
          isMono
          pattern="[a-z0-9]([a-z0-9\-]{0,61}[a-z0-9])?"
          placeholder="orders"
          description="In the addresses of its stages and its portal. It can't be changed later."
        />
        <Select label="Type" options={types} value={type} onChange={setType} />
        {create.error && <ProblemView error={create.error} layout="inline" />}
      </form>
    </Dialog>
  )
}
