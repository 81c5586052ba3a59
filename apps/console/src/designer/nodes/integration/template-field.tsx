import { lazy, Suspense, useId } from 'react'
import { useDesigner } from '../../designer-context.ts'
import { EditorFrame, EditorLoading, tabKeys } from '../../fields/editor-frame.tsx'

const TemplateEditor = lazy(() =>
  import('../../../monaco/template-editor.tsx').then(({ TemplateEditor: Editor }) => ({ default: Editor })),
)

/** A mapping template, written through as it is typed. */
export function TemplateField(props: { label: string; value: string; onChange: (text: string) => void }) {
  const { editor } = useDesigner().session
  const label = useId()
  return (
    <div role="group" aria-labelledby={label} className="flex flex-col gap-1">
      <span id={label} className="text-xs font-medium text-fg-2">
        {props.label}
      </span>
      <EditorFrame className="h-36 max-h-[60vh] min-h-20">
        <Suspense fallback={<EditorLoading />}>
          <TemplateEditor
            label={`${props.label}. Press ${tabKeys} for Tab to leave it.`}
            value={props.value}
            onChange={props.onChange}
            onLeave={() => editor.separate()}
          />
        </Suspense>
      </EditorFrame>
    </div>
  )
}
