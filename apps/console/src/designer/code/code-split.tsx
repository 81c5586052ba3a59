import { SplitPane } from '@penstock/ui'
import { lazy, type ReactNode, Suspense } from 'react'
import { useView } from '../designer-context.ts'
import { EditorLoading } from '../fields/editor-frame.tsx'

const CodePane = lazy(() => import('./code-pane.tsx').then(({ CodePane: Pane }) => ({ default: Pane })))

/** The canvas with the code beside it. Either may be closed; the canvas is only hidden then, to come back as it was. */
export function CodeSplit({ children }: { children: ReactNode }) {
  const isCodeOpen = useView((shown) => shown.isCodeOpen)
  const isCanvasOpen = useView((shown) => shown.isCanvasOpen)
  return (
    <SplitPane
      id="designer-code"
      label="Resize the code"
      isOpen={isCodeOpen}
      isAlone={isCodeOpen && !isCanvasOpen}
      side="right"
      defaultSize={480}
      minSize={280}
      maxSize={1200}
      pane={
        <Suspense fallback={<EditorLoading />}>
          <CodePane />
        </Suspense>
      }
      className="h-full"
    >
      {children}
    </SplitPane>
  )
}
