import { Button, Dialog, TextField, toast } from '@penstock/ui'
import { useState } from 'react'
import { useDesigner, useView } from './designer-context.ts'
import { baseUrlProblem } from './edits/base-url-problem.ts'
import { methodsToPoint, pointAtUpstream, suggestedUrl } from './edits/point-at-upstream.ts'

/** One action that sends all of an API to a backend. */
export function PointDialog() {
  const isOpen = useView((view) => view.isPointing)
  return isOpen ? <PointForm /> : null
}

function PointForm() {
  const { session, view } = useDesigner()
  const { editor } = session
  const [url, setUrl] = useState(() => suggestedUrl(editor.definition))
  const [isLeft, setLeft] = useState(false)
  const problem = baseUrlProblem(url)
  const count = methodsToPoint(editor.definition).length
  const close = () => view.setState({ isPointing: false })
  const apply = () => {
    if (problem) {
      setLeft(true)
      return
    }
    let upstream: string | null = null
    editor.run('Point the API at an upstream', (transaction) => {
      upstream = pointAtUpstream(transaction, url.trim())
    })
    if (upstream) editor.selection.set([upstream])
    toast({
      title: `${count} ${count === 1 ? 'method now goes' : 'methods now go'} to ${url.trim()}`,
      tone: 'ok',
    })
    close()
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title="Point this API at an upstream"
      description={`${count} ${count === 1 ? 'method goes' : 'methods go'} there with the path of the request behind the base URL. Methods with an integration of their own keep it.`}
      footer={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button variant="primary" onPress={apply} isDisabled={problem !== null && isLeft}>
            Point {count} {count === 1 ? 'method' : 'methods'} at it
          </Button>
        </>
      }
    >
      <TextField
        label="Base URL"
        isMono
        autoFocus
        placeholder="https://backend.example"
        value={url}
        onChange={setUrl}
        onBlur={() => setLeft(true)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') apply()
        }}
        error={isLeft ? problem : null}
        description="May hold ${stageVariables.name}, so that each stage has its own backend."
      />
    </Dialog>
  )
}
