import type { TriedView } from '@penstock/server'
import { Badge, type BadgeTone, Button, CodeBlock, CopyButton } from '@penstock/ui'
import { readableBody, sizeOf } from './readable-body.ts'
import { saveBody } from './save-body.ts'

const tones: Readonly<Record<string, BadgeTone>> = { '2': 'ok', '3': 'info', '4': 'warning', '5': 'danger' }

/** What came back: status, who answered and how fast, headers and body. */
export function CallAnswer({ answer }: { answer: TriedView }) {
  const { status, durationMs, requestId, version, headers } = answer
  const text = readableBody(answer)
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="sr-only">Answer</h3>
      <p role="status" className="tabular flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-fg-2">
        <Badge tone={tones[String(status)[0] ?? ''] ?? 'neutral'}>{status}</Badge>
        <span>{Math.round(durationMs)} ms</span>
        <span>{sizeOf(answer)}</span>
        {version !== null && <span>answered by deployment v{version}</span>}
      </p>
      {requestId !== null && (
        <p className="flex items-center gap-1 text-xs text-fg-3">
          request <code className="text-xs break-all">{requestId}</code>
          <CopyButton text={requestId} label="Copy request id" />
        </p>
      )}
      <details>
        <summary className="w-fit rounded-sm text-xs font-medium text-fg-2">{headers.length} headers</summary>
        <CodeBlock
          code={headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
          label="headers of the answer"
          isWrapped
          className="mt-1"
        />
      </details>
      {text === null ? (
        <div className="flex items-center gap-3 text-fg-2">
          The body is not text.
          <Button onPress={() => saveBody(answer)}>Save it as a file</Button>
        </div>
      ) : text === '' ? (
        <p className="text-xs text-fg-3">Without a body.</p>
      ) : (
        <CodeBlock code={text} label="body of the answer" className="[&_pre]:max-h-112" />
      )}
    </div>
  )
}
