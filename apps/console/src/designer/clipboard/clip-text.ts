import { AppError } from '@penstock/errors'
import { type ApiRecord, definitionOf, parseRecord } from '@penstock/model'
import { z } from 'zod'
import { type Clip, clipOf } from './clip.ts'

/** Counts up when older consoles could not read it any more. */
const version = 1

const envelopeSchema = z.object({
  penstock: z.literal('records'),
  version: z.number(),
  roots: z.array(z.string()),
  records: z.array(z.unknown()),
})

/** A clip as the text that the system's clipboard holds: readable, and the same in every browser tab. */
export function textOfClip({ roots, records }: Clip): string {
  return JSON.stringify({ penstock: 'records', version, roots, records }, null, 2)
}

/** The clip in a text from the clipboard, or why there is none. The text may come from anywhere. */
export function readClip(text: string): Clip | string {
  const envelope = envelopeSchema.safeParse(jsonIn(text))
  if (!envelope.success) return 'The clipboard holds no part of an API.'
  const { roots, records } = envelope.data
  if (envelope.data.version > version) return 'It was copied in a newer version of Penstock than this one.'
  try {
    const parsed: ApiRecord[] = records.map(parseRecord)
    return clipOf(definitionOf(parsed), roots) ?? 'The clipboard holds no part of an API.'
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
