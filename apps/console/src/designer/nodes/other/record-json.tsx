import { AppError } from '@penstock/errors'
import { type ApiRecord, type Json, type JsonObject, parseRecord } from '@penstock/model'
import { mergeRecord } from '../../../editor/index.ts'
import { useDesigner } from '../../designer-context.ts'
import { JsonField } from '../../fields/json-field.tsx'
import { nodeOf } from '../definitions.ts'

/** Under this what can't be taken of a whole record's JSON is kept. */
export function recordJsonDraftKey({ id }: ApiRecord): string {
  return `${id} json`
}

/** Any record as JSON, without the id and kind that it can't change. What its kind does not allow is not saved. */
export function RecordJson(props: {
  record: ApiRecord
  rows: number
  /** The part of the record where somebody wants to be. */
  wantedPath: readonly (string | number)[] | null
  onReached: () => void
}) {
  const { record, rows, wantedPath, onReached } = props
  const { editor } = useDesigner().session
  const { kind, id, ...fields } = record
  const { noun } = nodeOf(kind)
  const parse = (value: Json) => parseRecord({ ...objectOf(value), kind, id })
  /** What the text says of fields that were not typed in is what others made of them since. */
  const merge = (value: Json, from: Json | undefined) =>
    mergeRecord(from === undefined ? record : parse(from), parse(value), editor.get(id) ?? record)
  const problemOf = (value: Json, from: Json | undefined) => {
    try {
      const { overlapping } = merge(value, from)
      return overlapping.length > 0 ? `${overlapping.join(', ')} became something else meanwhile.` : null
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return error.message
    }
  }
  return (
    <JsonField
      key={id}
      label="As JSON"
      rows={rows}
      value={fields as unknown as Json}
      draftKey={recordJsonDraftKey(record)}
      wantedPath={wantedPath}
      onReached={onReached}
      problemOf={problemOf}
      onChange={(value, from) =>
        editor.run(`Edit ${noun}`, (t) => t.put(merge(value, from).record), { mergeKey: `${id}.json` })
      }
    />
  )
}

function objectOf(value: Json): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
