import { z } from 'zod'
import { jsonSchema } from '../json.ts'
import { defineKind } from '../kind.ts'

/** Which parts of a request are held against the method's parameters and models. */
export const validatorSchema = z.strictObject({
  kind: z.literal('validator'),
  id: z.string(),
  name: z.string(),
  validateRequestBody: z.boolean(),
  validateRequestParameters: z.boolean(),
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type Validator = z.infer<typeof validatorSchema>

export const validatorKind = defineKind({
  kind: 'validator',
  idPrefix: 'val_',
  schema: validatorSchema,
  defaults: {},
  references: () => [],
  label: (validator) => validator.name,
  unique: (validator) => validator.name,
  connects: {},
})
