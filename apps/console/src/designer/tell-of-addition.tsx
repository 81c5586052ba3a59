import type { RecordId } from '@penstock/model'
import { Button, toast } from '@penstock/ui'
import type { DesignerContext } from './designer-context.ts'
import { nodeOf } from './nodes/definitions.ts'
import { showRecord } from './show-record.ts'

/** Says what an addition chose without being asked, with the way to choose otherwise. Gone when the addition is. */
export function tellOfAddition(designer: DesignerContext, id: RecordId): void {
  const { session, view } = designer
  const { editor } = session
  const record = editor.get(id)
  const text = record && nodeOf(record.kind).choseFor?.(record, editor.definition)
  if (!text) return
  const dismiss = toast({
    title: text,
    action: (
      <Button
        onPress={() => {
          dismiss()
          showRecord(designer, id)
          view.setState({ isInspectorOpen: true, wantsRename: null, choosingFor: id })
        }}
      >
        Choose another
      </Button>
    ),
    onClose: () => stop(),
  })
  const stop = editor.onChange(() => {
    if (!editor.get(id)) dismiss()
  })
}
