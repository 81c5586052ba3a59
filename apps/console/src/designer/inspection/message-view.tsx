import type { InspectionView } from '@penstock/server'
import { Button } from '@penstock/ui'
import { Download } from 'lucide-react'
import { saveFile } from '../../app/save-file.ts'
import { bytesOf, fileNameOf } from './binary-body.ts'
import { prettyJson } from './pretty-json.ts'

type Phase = InspectionView['phases'][number]
type Message = NonNullable<Phase['in']>
type Excerpt = NonNullable<Message['body']>

/** A request or an answer as it stood at the door of a phase. */
export function MessageView({ title, message }: { title: string; message: Message }) {
  const { method, url, status, headers = [], body } = message
  const line = [method, url, status].filter((part) => part !== undefined).join(' ')
  return (
    <section className="flex min-w-0 flex-col gap-1" aria-label={title}>
      <h3 className="text-2xs font-semibold text-fg-2">{title}</h3>
      {line !== '' && <code className="text-xs break-all">{line}</code>}
      {headers.length > 0 && <HeaderList headers={headers} />}
      {body && <BodyView body={body} label={`${title}: body`} />}
    </section>
  )
}

export function HeaderList({ headers }: { headers: readonly (readonly [string, string])[] }) {
  return (
    <dl className="font-mono text-xs">
      {headers.map(([name, value], index) => (
        <div key={index} className="flex gap-2">
          <dt className="shrink-0 text-fg-3">{name}</dt>
          <dd className="min-w-0 break-all">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A body, or its beginning; one that is no text is named, with its type where that is told, and can be saved whole. */
export function BodyView(props: { body: Excerpt; label: string; type?: string | undefined }) {
  const { body, label, type } = props
  if (body.encoding !== 'text')
    return (
      <div className="flex flex-col items-start gap-1.5">
        <p role="group" aria-label={label} className="w-full rounded-md bg-sunken p-2 text-xs">
          {body.bytes.toLocaleString('en')} bytes that are no text{type && `: ${type}`}
        </p>
        {body.whole ? (
          <Button
            icon={<Download aria-hidden className="size-3.5" />}
            onPress={() =>
              saveFile(
                fileNameOf(type),
                new Blob([bytesOf(body.text)], { type: type ?? 'application/octet-stream' }),
              )
            }
          >
            Save as a file
          </Button>
        ) : (
          <p className="text-2xs text-fg-3">Too many to be shown or saved here.</p>
        )}
      </div>
    )
  return (
    <div className="flex flex-col gap-1">
      <pre
        aria-label={label}
        tabIndex={0}
        role="group"
        className="max-h-60 overflow-auto rounded-md bg-sunken p-2 text-xs break-all whitespace-pre-wrap"
      >
        {prettyJson(body.text)}
      </pre>
      {!body.whole && <p className="text-2xs text-fg-3">The beginning of {body.bytes} bytes.</p>}
    </div>
  )
}
