import { compileTemplate } from '@penstock/template'
import { lazy, Suspense, useId, useMemo } from 'react'
import { useDesigner } from '../../designer-context.ts'
import { useStageVariables } from '../../use-stage-variables.ts'
import { TextProblems } from '../../fields/text-problems.tsx'
import { EditorFrame, EditorLoading, tabKeys } from '../../fields/editor-frame.tsx'

const TemplateEditor = lazy(() =>
  import('../../../monaco/template-editor.tsx').then(({ TemplateEditor: Editor }) => ({ default: Editor })),
)

/** A mapping template, written through as it is typed. */
export function TemplateField(props: { label: string; value: string; onChange: (text: string) => void }) {
  const { editor } = useDesigner().session
  const label = useId()
  const stageVariables = useStageVariables()
  const problems = useMemo(
    () =>
      compileTemplate(props.value).diagnostics.map(({ suggest, message, ...at }) => ({
        ...at,
        message: suggest === undefined ? message : `${message} ${suggest}`,
      })),
    [props.value],
  )
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
            markers={problems}
            stageVariables={stageVariables}
          />
        </Suspense>
      </EditorFrame>
      <TextProblems problems={problems} />
    </div>
  )
}
