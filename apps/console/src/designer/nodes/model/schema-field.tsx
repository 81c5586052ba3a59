import { type Model, type RecordId, recordsOf } from '@penstock/model'
import { lazy, Suspense, useId, useMemo, useState } from 'react'
import { useDesigner, useProblems, useStructure } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { EditorFrame, EditorLoading, TabHint, tabKeys } from '../../fields/editor-frame.tsx'
import { typedInto } from '../../fields/draft.ts'
import { readJson } from '../../fields/json-problem.ts'
import { useWantedPart } from '../../fields/use-wanted-part.ts'
import { TextProblems } from '../../fields/text-problems.tsx'

const SchemaEditor = lazy(() =>
  import('../../../monaco/json-editor.tsx').then(({ SchemaEditor: Editor }) => ({ default: Editor })),
)

/** Under this what is typed into the schema of a model is kept. */
export function schemaDraftKey(id: RecordId): string {
  return `${id} schema`
}

/** The schema of a model, written through as soon as it is JSON. */
export function SchemaField({ record }: { record: Model }) {
  const { editor, drafts } = useDesigner().session
  const draftKey = schemaDraftKey(record.id)
  const [api] = recordsOf(useStructure(), 'api')
  const label = useId()
  const [typed, setTyped] = useState<{ readonly text: string; readonly schema: Model['schema'] } | null>(
    () => {
      const kept = drafts.get(draftKey)
      return kept === undefined ? null : { text: kept.text, schema: record.schema }
    },
  )
  // What was typed stays as it was typed until the schema is another one.
  const text =
    typed && (typed.schema === record.schema || readJson(typed.text).problem)
      ? typed.text
      : JSON.stringify(record.schema, null, 2)
  const { problem } = readJson(text)
  const all = useProblems()
  const problems = useMemo(
    () =>
      all.flatMap(({ location, severity, message }) =>
        location.record === record.id && location.path && isOfSchema(location.path)
          ? [{ severity, message, path: location.path.slice(1) }]
          : [],
      ),
    [all, record.id],
  )
  const { part, reached } = useWantedPart(isOfSchema)
  const wantedPath = useMemo(() => part && part.slice(1), [part])
  const change = (next: string) => {
    const read = readJson(next)
    if (read.problem) {
      drafts.set(draftKey, typedInto(drafts.get(draftKey) ?? null, text, next), true)
      setTyped({ text: next, schema: record.schema })
      return
    }
    drafts.delete(draftKey)
    const schema = read.value as Model['schema']
    setField<'model', 'schema'>(editor, record, 'schema', schema)
    const now = editor.get(record.id)
    setTyped({ text: next, schema: now?.kind === 'model' ? now.schema : schema })
  }
  return (
    <div role="group" aria-labelledby={label} className="flex flex-col gap-1">
      <span id={label} className="text-xs font-medium text-fg-2">
        JSON Schema
      </span>
      <EditorFrame className="h-96 max-h-[80vh] min-h-40">
        <Suspense fallback={<EditorLoading />}>
          <SchemaEditor
            label={`JSON Schema. Press ${tabKeys} for Tab to leave it.`}
            value={text}
            onChange={change}
            onLeave={() => editor.separate()}
            problems={problems}
            wantedPath={wantedPath}
            onReached={reached}
            dialect={api?.dialect ?? 'oas31'}
          />
        </Suspense>
      </EditorFrame>
      <TextProblems problems={problem ? [problem] : []} />
      <TabHint />
    </div>
  )
}

function isOfSchema([field]: readonly (string | number)[]): boolean {
  return field === 'schema'
}
