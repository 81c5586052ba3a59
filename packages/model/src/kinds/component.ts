import { z } from 'zod'
import { jsonSchema } from '../json.ts'
import { defineKind } from '../kind.ts'

/** A named part that operations point at by `$ref`, other than a schema: `components[section][name]`. */
export const componentSchema = z.strictObject({
  kind: z.literal('component'),
  id: z.string(),
  section: z.enum([
    'parameters',
    'responses',
    'requestBodies',
    'headers',
    'examples',
    'links',
    'callbacks',
    'pathItems',
  ]),
  name: z.string(),
  value: jsonSchema,
})
export type Component = z.infer<typeof componentSchema>

export const componentKind = defineKind({
  kind: 'component',
  idPrefix: 'com_',
  schema: componentSchema,
  defaults: {},
  references: () => [],
  label: (component) => `${component.section}/${component.name}`,
  unique: (component) => `${component.section}/${component.name}`,
  connects: {},
})
