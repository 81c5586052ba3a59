import { Button, CodeBlock, Select } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc, trpcClient } from '../../app/trpc.ts'
import { Page, Panel } from '../shell/page.tsx'
import { previewStage } from '../shell/stage-health.ts'
import { saveText } from './save-text.ts'

type Format = 'oas31' | 'oas30' | 'swagger2'
type Extensions = 'penstock' | 'aws' | 'none'

/** Writes the definition as a description, in any of the formats that can be imported. */
export function ExportSection({ slug }: { slug: string }) {
  const stages = useQuery(trpc.stages.list.queryOptions({ slug }))
  const [from, setFrom] = useState('draft')
  const [format, setFormat] = useState<Format>('oas31')
  const [as, setAs] = useState<'json' | 'yaml'>('yaml')
  const [extensions, setExtensions] = useState<Extensions>('penstock')
  const download = useMutation({
    mutationFn: () => trpcClient.exports.text.query({ slug, from, format, as, extensions }),
    onSuccess: ({ text, fileName }) => saveText(text, fileName),
  })
  const deployed = (stages.data ?? []).filter(
    (stage) => stage.version !== null && stage.name !== previewStage,
  )
  const command = [
    'penstock export',
    slug,
    `--from ${from}`,
    `--format ${format}`,
    `--as ${as}`,
    `--extensions ${extensions}`,
  ].join(' ')
  return (
    <Page width="md" title="Export" lead="Importing what was exported gives the same API again.">
      <Panel className="flex flex-col gap-4 p-4">
        <div className="grid grid-cols-2 gap-4">
          <Select
            label="What"
            value={from}
            onChange={setFrom}
            options={[
              { value: 'draft', label: 'The draft' },
              ...deployed.map((stage) => ({ value: stage.name, label: `${stage.name}, v${stage.version}` })),
            ]}
          />
          <Select<Format>
            label="Format"
            value={format}
            onChange={setFormat}
            options={[
              { value: 'oas31', label: 'OpenAPI 3.1' },
              { value: 'oas30', label: 'OpenAPI 3.0' },
              { value: 'swagger2', label: 'Swagger 2.0' },
            ]}
          />
          <Select<'json' | 'yaml'>
            label="Written as"
            value={as}
            onChange={setAs}
            options={[
              { value: 'yaml', label: 'YAML' },
              { value: 'json', label: 'JSON' },
            ]}
          />
          <Select<Extensions>
            label="Extensions"
            value={extensions}
            onChange={setExtensions}
            options={[
              { value: 'penstock', label: 'Penstock: imports without loss' },
              { value: 'aws', label: 'Amazon: x-amazon-apigateway-*' },
              { value: 'none', label: 'None: for readers of the API' },
            ]}
          />
        </div>
        {download.error && <ProblemView error={download.error} layout="inline" />}
        <Button
          variant="primary"
          className="self-start"
          icon={<Download aria-hidden className="size-3.5" />}
          isPending={download.isPending}
          onPress={() => download.mutate()}
        >
          {download.isPending ? 'Writing' : 'Download'}
        </Button>
      </Panel>
      <p className="mt-6 mb-2 text-xs text-fg-3">The same from the command line</p>
      <CodeBlock label="export command" code={command} isWrapped />
    </Page>
  )
}
