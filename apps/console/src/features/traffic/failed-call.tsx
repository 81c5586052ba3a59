import { callSteps } from '@penstock/model'
import type { Diagnosis, FailedCall } from '@penstock/server'
import { Button } from '@penstock/ui'
import { Repeat } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { trpc } from '../../app/trpc.ts'
import { useMutation } from '@tanstack/react-query'
import { ProblemView } from '../../app/problem-view.tsx'
import { BytesView } from './bytes-view.tsx'
import { DiagnosisView } from './diagnosis-view.tsx'
import { milliseconds } from './request-table.tsx'

/** How the backend was called, how far that came and what it sent; and the same call made directly, when somebody asks. */
export function FailedCallView({ id, call }: { id: string; call: FailedCall }) {
  // The last one stays while the next is made.
  const [data, setData] = useState<Diagnosis>()
  const diagnosis = useMutation(trpc.requests.diagnose.mutationOptions({ onSuccess: setData }))
  const { error, isPending } = diagnosis
  return (
    <section
      aria-label="Call to the backend"
      className="@container flex flex-col gap-3 border-t border-line pt-4"
    >
      <div className="flex min-h-7 items-center gap-2">
        <h3 className="min-w-0 flex-1 font-semibold text-fg">Call to the backend</h3>
        <Button
          icon={<Repeat aria-hidden className="size-3.5" />}
          isPending={isPending}
          onPress={() => diagnosis.mutate({ id })}
        >
          Repeat directly
        </Button>
      </div>
      <p className="text-fg-2">
        {`Failed after ${milliseconds(call.afterMs)}${call.step === null ? '' : ` ${callSteps[call.step]}`}.`}
      </p>
      <div role="status" className="empty:-mt-3">
        {data && (
          <DiagnosisView
            diagnosis={data}
            isPending={isPending}
            onRepeat={(body) =>
              diagnosis.mutate({ id, repeat: true, ...(body === undefined ? {} : { body }) })
            }
          />
        )}
      </div>
      {error && <ProblemView error={error} title="It could not be repeated" layout="inline" />}
      <CallFacts call={call} />
      {!data && <Received call={call} />}
    </section>
  )
}

function CallFacts({ call }: { call: FailedCall }) {
  const { method, url, headers, bodyBytes, timeoutMs, attempts, connection, address, event, answer } = call
  return (
    <dl className="flex flex-col text-xs">
      <Fact name="Called">
        <code className="break-all">
          {method} {url}
        </code>
      </Fact>
      <Fact name="Headers">
        <HeaderLines headers={headers} />
      </Fact>
      <Fact name="Body">{bodyBytes === null ? 'streamed' : `${bodyBytes} bytes`}</Fact>
      <Fact name="Timeout">{milliseconds(timeoutMs)}</Fact>
      <Fact name="Attempts">{attempts}</Fact>
      <Fact name="Connection">
        {connection === null ? 'none' : connection === 'new' ? 'new' : 'kept from an earlier call'}
        {address !== null && <code className="ml-2 break-all text-fg-2">{address}</code>}
      </Fact>
      {event !== null && (
        <Fact name="Event">
          <code className="break-all">{event}</code>
        </Fact>
      )}
      {answer && (
        <Fact name="Answered">
          <p>{answer.status}</p>
          <HeaderLines headers={answer.headers} />
        </Fact>
      )}
    </dl>
  )
}

function Received({ call: { received } }: { call: FailedCall }) {
  const { bytes, start, broke } = received
  return (
    <div className="flex flex-col gap-2">
      <h4 className="text-xs font-semibold text-fg-2">
        {bytes === 0 ? 'Nothing came back' : 'What came back'}
      </h4>
      {start && (
        <>
          <BytesView bytes={start} label="What came back" />
          <p className="text-2xs text-fg-3">
            Letters and digits that may be secret are recorded as *; repeated directly, it shows the bytes.
          </p>
        </>
      )}
      {broke && (
        <>
          <h4 className="text-xs font-semibold text-fg-2">Where it could not be read</h4>
          <BytesView bytes={broke} label="Where it could not be read" />
        </>
      )}
    </div>
  )
}

export function HeaderLines({ headers }: { headers: readonly (readonly [string, string])[] }) {
  return (
    <ul className="font-mono">
      {headers.map(([name, value], index) => (
        <li key={index} className="break-all">
          <span className="text-fg-3">{name}</span> {value}
        </li>
      ))}
    </ul>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-3 border-b border-line py-1.5 last:border-b-0">
      <dt className="w-24 shrink-0 text-fg-3">{name}</dt>
      <dd className="min-w-0 flex-1 text-fg">{children}</dd>
    </div>
  )
}
