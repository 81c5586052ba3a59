import type { StageSummary } from '@penstock/server'
import type { Health } from '@penstock/ui'

export const previewStage = 'preview'

/** The dot of the stage strip, from what the nodes acknowledged. */
export function healthOf(stage: StageSummary): Health {
  const isPreview = stage.name === previewStage
  if (stage.problem) return 'problem'
  if (stage.version === null && !isPreview) return 'off'
  if (stage.nodes.total === 0) return 'problem'
  return stage.nodes.serving === stage.nodes.total ? 'live' : 'waiting'
}

/** How it is served, in words and numbers. */
export function servingText(stage: StageSummary): string {
  if (stage.problem) return stage.problem
  if (stage.version === null && stage.name !== previewStage) return 'Nothing is deployed here yet'
  const { serving, total } = stage.nodes
  if (total === 0) return 'No gateway is connected'
  return `Serving on ${serving} of ${total} ${total === 1 ? 'node' : 'nodes'}`
}

/** What the draft has that the stage has not. */
export function stagedText(stage: StageSummary): string {
  return stage.staged.total === 0 ? 'in step' : `${stage.staged.total.toLocaleString('en')} staged`
}
