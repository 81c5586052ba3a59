import { addChild, insertChild } from './add-child.ts'
import { addItems } from './add-items.ts'
import { arrangeCommands } from './arrange.ts'
import { clipboardCommands } from './clipboard-commands.ts'
import { clearSelection } from './clear-selection.ts'
import { connectTo } from './connect-to.ts'
import { deleteSelection } from './delete-selection.tsx'
import type { DesignerCommand } from './designer-command.ts'
import { duplicate } from './duplicate.ts'
import { groupOperations } from './group-operations.ts'
import { pointerGestures } from './gestures.ts'
import { moveNodes } from './move-nodes.ts'
import { openInspector } from './open-inspector.ts'
import { openMenu } from './open-menu.ts'
import { panes } from './panes.ts'
import { pointAtUpstream } from './point-at-upstream.ts'
import { walkProblems } from './problems.ts'
import { redo } from './redo.ts'
import { rename } from './rename.ts'
import { saveNow } from './save-now.ts'
import { search } from './search.ts'
import { selectMore } from './select-more.ts'
import { toggleAllBranches, toggleBranch } from './toggle-branch.ts'
import { undo } from './undo.ts'
import { walkGraph } from './walk-graph.ts'
import { whichRoute } from './which-route.ts'
import { zoom } from './zoom.ts'

export { bindCommand, type DesignerCommand } from './designer-command.ts'
export { nodeMenuCommands } from './node-menu-commands.ts'
export { runOwnKeys } from './own-keys.ts'

/** Every command of the designer, in the order of the palette. */
export const designerCommands: readonly DesignerCommand[] = [
  ...addItems,
  addChild,
  insertChild,
  connectTo,
  openMenu,
  undo,
  redo,
  rename,
  openInspector,
  ...clipboardCommands,
  duplicate,
  deleteSelection,
  ...selectMore,
  ...arrangeCommands,
  pointAtUpstream,
  search,
  whichRoute,
  ...panes,
  ...walkProblems,
  saveNow,
  ...zoom,
  toggleBranch,
  ...toggleAllBranches,
  ...groupOperations,
  clearSelection,
  ...walkGraph,
  ...moveNodes,
  ...pointerGestures,
]
