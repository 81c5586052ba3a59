import { type Model, recordsOf } from '@penstock/model'
import { lazy, Suspense, useId, useState } from 'react'
import { useDesigner, useStructure } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { EditorFrame, EditorLoading, TabHint, tabKeys } from '../../fields/editor-frame.tsx'
import { TextProblems } from '../../fields/text-problems.tsx'

const SchemaEditor = lazy(() =>
  import('../../../monaco/json-editor.tsx').then(({ SchemaEditor: Editor }) => ({ default: Editor })),
)

/** The schema of a model, written through as soon as it is JSON. */
export function SchemaField({ record }: { record: Model }) {
  const { editor } = useDesigner().session
  const [api] = recordsOf(useStructure(), 'api')
  const label = useId()
  const [typed, setTyped] = useState<{ readonly text: string; readonly schema: Model['schema'] } | null>(null)
  // What was typed stays as it was typed until the schema is another one.
  const text =
    typed && (typed.schema === record.schema || problemOf(typed.text))
      ? typed.text
      : JSON.stringify(record.schema, null, 2)
  const problem = problemOf(text)
  const change = (next: string) => {
    if (problemOf(next)) {
      setTyped({ text: next, schema: record.schema })
      return
    }
    const schema = JSON.parse(next) as Model['schema']
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
            dialect={api?.dialect ?? 'oas31'}
          />
        </Suspense>
      </EditorFrame>
      <TextProblems problems={problem ? [problem] : []} />
      <TabHint />
    </div>
  )
}

function problemOf(text: string) {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    const said = error instanceof SyntaxError ? error.message : 'This is not JSON.'
    const offset = Number(/position (\d+)/.exec(said)?.[1] ?? text.length)
    const above = text.slice(0, offset).split('\n')
    return {
      severity: 'error' as const,
      message: `Not saved: ${said}`,
      line: above.length,
      column: above.at(-1)!.length + 1,
    }
  }
}
