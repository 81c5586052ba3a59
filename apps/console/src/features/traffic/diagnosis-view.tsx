import type { Diagnosis, Excerpt } from '@penstock/server'
import { Button, TextField } from '@penstock/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { BytesView } from './bytes-view.tsx'
import { milliseconds } from './request-table.tsx'

export interface DiagnosisViewProps {
  diagnosis: Diagnosis
  isPending: boolean
  /** Repeats what may change something, with this body where one is asked for. */
  onRepeat: (body?: string) => void
}

/** A failed call and the same made directly, beside each other, under what both mean. */
export function DiagnosisView({ diagnosis, isPending, onRepeat }: DiagnosisViewProps) {
  const { recorded, direct, notRepeated, meaning } = diagnosis
  const sentence = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // The button that asked for this one is gone.
    if (document.activeElement === document.body) sentence.current?.focus()
  }, [diagnosis])
  return (
    <div className="flex flex-col gap-3">
      <p
        ref={sentence}
        tabIndex={-1}
        className="rounded-md border border-line bg-sunken px-3 py-2 font-medium text-fg"
      >
        {meaning}
      </p>
      {notRepeated === 'unsafe' && (
        <Button variant="danger" className="self-start" isPending={isPending} onPress={() => onRepeat()}>
          Repeat the {recorded.method}
        </Button>
      )}
      {notRepeated === 'body' && <BodyAsked isPending={isPending} onSend={onRepeat} />}
      {direct && <Comparison diagnosis={diagnosis} direct={direct} />}
      <div className="grid gap-3 @2xl:grid-cols-2">
        <Came title="The gateway got" bytes={recorded.received.start} />
        {direct && <Came title="Directly came" bytes={direct.raw ?? direct.body} />}
      </div>
      {recorded.received.broke && (
        <Came title="Where the gateway could not read it" bytes={recorded.received.broke} />
      )}
    </div>
  )
}

function BodyAsked({ isPending, onSend }: { isPending: boolean; onSend: (body: string) => void }) {
  const [body, setBody] = useState('')
  return (
    <div className="flex flex-col items-start gap-2">
      <TextField label="Body to send" rows={4} isMono value={body} onChange={setBody} className="w-full" />
      <Button isPending={isPending} onPress={() => onSend(body)}>
        Repeat with this body
      </Button>
    </div>
  )
}

function Comparison({
  diagnosis,
  direct,
}: {
  diagnosis: Diagnosis
  direct: NonNullable<Diagnosis['direct']>
}) {
  const { error, recorded } = diagnosis
  const { received, answer } = recorded
  const time = (ms: number | null) => (ms === null ? '' : milliseconds(ms))
  const rows: [name: string, then: ReactNode, now: ReactNode][] = [
    [
      'Result',
      <Code key="t">{error.code}</Code>,
      direct.error ? <Code key="n">{direct.error.code}</Code> : 'answered',
    ],
    [
      'Event',
      recorded.event && <Code key="t">{recorded.event}</Code>,
      direct.error?.event && <Code key="n">{direct.error.event}</Code>,
    ],
    ['Status', answer?.status, direct.status],
    [
      'Connection',
      recorded.connection === 'reused' ? 'kept' : (recorded.connection ?? 'none'),
      direct.connectedMs === null ? 'none' : 'new',
    ],
    ['Address', <Code key="t">{recorded.address}</Code>, <Code key="n">{direct.address}</Code>],
    ['Name looked up', '', time(direct.lookedUpMs)],
    ['Connected', '', time(direct.connectedMs)],
    ['Secured', '', time(direct.securedMs)],
    ['First byte', '', time(direct.firstByteMs)],
    ['Over after', time(recorded.afterMs), time(direct.totalMs)],
    ['Bytes', received.bytes, (direct.raw ?? direct.body)?.bytes ?? 0],
  ]
  return (
    <table aria-label="Then and directly" className="w-full table-fixed border-collapse text-left text-xs">
      <thead>
        <tr className="border-b border-line text-fg-3">
          <th scope="col" className="w-28">
            <span className="sr-only">What</span>
          </th>
          <th scope="col" className="py-1.5 font-medium">
            As it failed
          </th>
          <th scope="col" className="py-1.5 font-medium">
            Directly, now
          </th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(([, then, now]) =>
            [then, now].some((cell) => cell !== '' && cell !== null && cell !== undefined),
          )
          .map(([name, then, now]) => (
            <tr key={name} className="border-b border-line last:border-b-0">
              <th scope="row" className="py-1.5 font-normal text-fg-3">
                {name}
              </th>
              <td className="tabular py-1.5 pr-2 break-words text-fg">{then}</td>
              <td className="tabular py-1.5 break-words text-fg">{now}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function Came({ title, bytes }: { title: string; bytes: Excerpt | null }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <h4 className="text-xs font-semibold text-fg-2">{title}</h4>
      {bytes ? <BytesView bytes={bytes} label={title} /> : <p className="text-xs text-fg-3">Nothing.</p>}
    </div>
  )
}

function Code({ children }: { children: ReactNode }) {
  return <code className="break-all">{children}</code>
}
