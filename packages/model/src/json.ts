import { z } from 'zod'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** Already parsed JSON is trusted to be JSON: walking a 10 MB value node by node would prove nothing. */
export const jsonSchema = z.custom<Json>((value) => value !== undefined)
export const jsonObjectSchema = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  { message: 'expected an object' },
)
