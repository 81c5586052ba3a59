import type { ImportReportView } from '@penstock/server'
import { Button, Dialog, FileDrop, ProgressBar, Select, Tabs, TextField } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { importApi } from '../../app/import-api.ts'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'
import { ImportReport } from './import-report.tsx'
import { suggestedSlug } from './suggested-slug.ts'
import { AddressOffer } from './address-offer.tsx'
import { titleOfDescription } from './title-of-description.ts'
import { useAddresses } from './use-addresses.ts'

export interface ImportDialogProps {
  isOpen: boolean
  onClose: () => void
  /** The API to merge into or to replace; absent: a new one. */
  slug?: string
}

interface Picked {
  readonly name: string
  readonly text: string
}

const slugPattern = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

type Compatibility = 'detect' | 'native' | 'aws'

/** Takes a description by drop or by paste, and shows what became of every part of it. */
export function ImportDialog({ isOpen, onClose, slug }: ImportDialogProps) {
  const router = useRouter()
  const [picked, setPicked] = useState<Picked | null>(null)
  const [pasted, setPasted] = useState('')
  const [slugTyped, setSlugTyped] = useState<string | null>(null)
  const [upstream, setUpstream] = useState('')
  const [compatibility, setCompatibility] = useState<Compatibility>('detect')
  const [mode, setMode] = useState<'merge' | 'overwrite'>('merge')
  const [done, setDone] = useState<{ slug: string; report: ImportReportView } | null>(null)
  const run = useMutation({
    mutationFn: importApi,
    onSuccess: async (result) => {
      setDone(result)
      await queryClient.invalidateQueries(trpc.apis.list.queryFilter())
    },
  })
  const document = picked?.text ?? pasted
  const apis = useQuery({ ...trpc.apis.list.queryOptions(), enabled: isOpen && slug === undefined })
  const suggested = useMemo(() => {
    const title = titleOfDescription(document)
    return title === null ? '' : suggestedSlug(title, new Set(apis.data?.map((api) => api.slug)))
  }, [document, apis.data])
  const addresses = useAddresses(isOpen ? document : '')
  const isSlugWrong = !!slugTyped && !slugPattern.test(slugTyped)
  /** What was said of other input is not said of this one. */
  const changing =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      if (run.isError) run.reset()
    }
  const pick = changing(setPicked)
  const close = () => {
    if (run.isPending) return
    onClose()
    setPicked(null)
    setPasted('')
    setUpstream('')
    setSlugTyped(null)
    setDone(null)
    run.reset()
  }
  const start = () =>
    run.mutate({
      document,
      mode: slug === undefined ? 'create' : mode,
      // Unless it is chosen the server takes the first free one, also of those that others make meanwhile.
      ...(slug !== undefined ? { slug } : slugTyped ? { slug: slugTyped } : {}),
      ...(upstream ? { upstream } : {}),
      ...(compatibility === 'detect' ? {} : { compatibility }),
    })
  const openApi = (target: string) => {
    close()
    void router.navigate({ to: '/apis/$slug/design', params: { slug: target } })
  }

  if (done) {
    return (
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={`Imported ${done.report.operations.toLocaleString()} operations into ${done.slug}`}
        description="This is the draft: its preview is served at once, a stage only when you deploy to it."
        width="lg"
        footer={
          <Button variant="primary" onPress={() => openApi(done.slug)}>
            Open the graph
          </Button>
        }
      >
        <ImportReport report={done.report} slug={done.slug} onLeave={close} />
      </Dialog>
    )
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      isSticky
      title={slug === undefined ? 'Import a description' : `Import into ${slug}`}
      description="OpenAPI 3.1, 3.0 or Swagger 2.0, as JSON or YAML. What can't run is kept and exported again; nothing is dropped silently."
      width="lg"
      footer={
        <>
          <Button onPress={close} isDisabled={run.isPending}>
            Cancel
          </Button>
          <Button
            variant="primary"
            isDisabled={document.trim() === '' || isSlugWrong}
            isPending={run.isPending}
            onPress={start}
          >
            Import
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Tabs
          label="Where the description comes from"
          panelClassName="pt-3"
          tabs={[
            {
              id: 'file',
              label: 'File',
              content: (
                <FileDrop
                  label={picked ? picked.name : 'Drop a file here'}
                  accept={['.json', '.yaml', '.yml']}
                  onFile={(file) => void file.text().then((text) => pick({ name: file.name, text }))}
                >
                  {picked && (
                    <p className="tabular text-xs text-fg-3">
                      {Math.ceil(picked.text.length / 1024).toLocaleString()} kB read
                    </p>
                  )}
                </FileDrop>
              ),
            },
            {
              id: 'paste',
              label: 'Paste',
              content: (
                <TextField
                  aria-label="Description"
                  rows={9}
                  isMono
                  value={pasted}
                  onChange={changing((text: string) => {
                    setPasted(text)
                    setPicked(null)
                  })}
                  placeholder={'openapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0.0\npaths: {}'}
                />
              ),
            },
          ]}
        />
        <div className="grid grid-cols-2 gap-3">
          {slug === undefined && (
            <TextField
              label="Slug"
              value={slugTyped ?? suggested}
              onChange={changing(setSlugTyped)}
              isMono
              placeholder="orders"
              description="In its addresses. It can't be changed later."
              error={isSlugWrong && 'Lower-case letters, digits and hyphens, at most 63.'}
            />
          )}
          <TextField
            label="Upstream"
            value={upstream}
            onChange={changing(setUpstream)}
            isMono
            {...(slug === undefined ? { className: 'order-last col-span-2' } : {})}
            placeholder="https://orders.internal:8443"
            description="Where operations without an integration are sent. Empty: they are mocked from their examples."
          />
          {slug === undefined ? (
            <Select<Compatibility>
              label="Behaviour"
              value={compatibility}
              onChange={changing(setCompatibility)}
              description="How the gateway behaves at the edges."
              options={[
                { value: 'detect', label: 'As the document says' },
                { value: 'native', label: 'Penstock' },
                { value: 'aws', label: 'Amazon API Gateway' },
              ]}
            />
          ) : (
            <Select<'merge' | 'overwrite'>
              label="With what is there"
              value={mode}
              onChange={changing(setMode)}
              description="Only the draft changes."
              options={[
                { value: 'merge', label: 'Merge: add and replace' },
                { value: 'overwrite', label: 'Overwrite: keep only the import' },
              ]}
            />
          )}
        </div>
        <AddressOffer addresses={addresses} upstream={upstream} onChoose={changing(setUpstream)} />
        {run.isPending && <ProgressBar label="Reading and storing the description" />}
        {run.error && <ProblemView error={run.error} layout="inline" />}
      </div>
    </Dialog>
  )
}
