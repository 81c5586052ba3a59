import { z } from 'zod'
import { jsonSchema } from '../json.ts'
import { defineKind, reference } from '../kind.ts'
import { httpMethods } from './method.ts'

const pairs = z.array(z.tuple([z.string(), z.string()]))

/** A call of a method that was kept, with what is expected of it: documentation that is run before each deployment. */
export const exampleSchema = z.strictObject({
  kind: z.literal('example'),
  id: z.string(),
  name: z.string(),
  method: z.string(),
  /** What is sent to a method that answers ANY. */
  httpMethod: z.enum(httpMethods).optional(),
  /** Values as they are read, not escaped. */
  pathParameters: z.record(z.string(), z.string()).optional(),
  query: pairs.optional(),
  headers: pairs.optional(),
  body: z.string().optional(),
  expect: z.strictObject({
    status: z.number().int(),
    /** Media type without parameters. */
    contentType: z.string().optional(),
    /** JSON that the answer has to hold: members and items that are not named may be anything. */
    body: jsonSchema.optional(),
  }),
})
export type Example = z.infer<typeof exampleSchema>

export const exampleKind = defineKind({
  kind: 'example',
  idPrefix: 'exa_',
  schema: exampleSchema,
  defaults: {},
  references: (example) => reference('method', ['method'], example.method),
  label: (example) => example.name,
  unique: (example) => example.name,
  connects: {},
})
