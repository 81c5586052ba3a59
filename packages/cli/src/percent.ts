import { AppError } from '@penstock/errors'

/** What part of a stage's requests was said, 0 to 100. Throws INVALID_INPUT. */
export function percentOf(text: string): number {
  const typed = text.trim().replace(/\s*%$/, '')
  const percent = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN
  if (percent <= 100) return percent
  throw new AppError('INVALID_INPUT', {
    params: { reason: `"${text}" is no percentage: write a number from 0 to 100, such as 10.` },
  })
}
