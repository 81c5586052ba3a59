import { type ApiRecord, parseRecord } from '@penstock/model'
import { describe, expect, it } from 'vitest'
import { Editor } from '../editor/index.ts'
import type { DesignerContext } from './designer-context.ts'
import { createViewStore } from './designer-view.ts'
import { allItems, runItem } from './palette-items.ts'

const records: ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Orders' },
  { kind: 'resource', id: 'res_1', parent: null, pathPart: '' },
  {
    kind: 'method',
    id: 'met_1',
    resource: 'res_1',
    httpMethod: 'POST',
    responses: { 200: { description: 'OK', content: { 'application/json': {} } } },
  },
]

const chat: ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Chat', type: 'WEBSOCKET' },
  { kind: 'route', id: 'rou_1', routeKey: 'join' },
]

/** As much of the designer as adding needs. */
function designerOf(editor: Editor): DesignerContext {
  const graph = { reveal: () => undefined, toggle: () => undefined }
  const context = { session: { editor, graph }, view: createViewStore(), canvas: { current: null } }
  return context as unknown as DesignerContext
}

describe('what is added from the palette', () => {
  const places = [null, 'res_1', 'met_1', 'met_1#responses'] as const

  it.each(allItems.flatMap((item) => places.map((at) => [item.id, at, item.isFor] as const)))(
    '%s at %s makes records that hold, in one undo',
    (id, at, isFor) => {
      const before = isFor === 'messages' ? chat : records
      const editor = new Editor(before)
      runItem(designerOf(editor), id, at)
      expect(editor.definition.size).toBeGreaterThan(before.length)
      for (const record of editor.definition.values()) expect(parseRecord(record)).toEqual(record)
      editor.undo()
      expect([...editor.definition.values()]).toEqual(before)
    },
  )

  it('goes to the step that it is put on', () => {
    const editor = new Editor(records)
    runItem(designerOf(editor), 'model', 'met_1#responses')
    expect(editor.get('met_1')).toMatchObject({
      responses: {
        200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Model' } } } },
      },
    })
    expect(editor.get('met_1')).not.toHaveProperty('requestBody')
  })
})
