import { AppError } from '@penstock/errors'
import { type ApiRecord, type Json, type JsonObject, parseRecord } from '@penstock/model'
import { useRef, useState } from 'react'
import { mergeRecord } from '../../../editor/index.ts'
import { useDesigner } from '../../designer-context.ts'
import { JsonField } from '../../fields/json-field.tsx'
import { nodeOf } from '../definitions.ts'

/** Any record as JSON, without the id and kind that it can't change. What its kind does not allow is not saved. */
export function RecordJson({ record, rows }: { record: ApiRecord; rows: number }) {
  const { editor } = useDesigner().session
  const [problem, setProblem] = useState<string | null>(null)
  /** What the text said last: what it says of other fields since is what others made of them. */
  const said = useRef<ApiRecord | null>(null)
  const { kind, id, ...fields } = record
  const { noun } = nodeOf(kind)
  const change = (value: Json) => {
    try {
      const parsed = parseRecord({ ...objectOf(value), kind, id })
      const merged = mergeRecord(said.current ?? record, parsed, editor.get(id) ?? record)
      if (merged.overlapping.length > 0) {
        setProblem(`${merged.overlapping.join(', ')} became something else meanwhile.`)
        return
      }
      said.current = parsed
      editor.run(`Edit ${noun}`, (t) => t.put(merged.record), { mergeKey: `${id}.json` })
      setProblem(null)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      setProblem(error.message)
    }
  }
  return (
    <>
      <JsonField
        key={id}
        label="As JSON"
        rows={rows}
        value={fields as unknown as Json}
        onChange={change}
        onLeave={() => {
          said.current = null
        }}
      />
      {problem && <p className="text-xs text-danger">Not saved: {problem}</p>}
    </>
  )
}

function objectOf(value: Json): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
