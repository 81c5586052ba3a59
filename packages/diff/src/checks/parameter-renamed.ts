import { defineCheck } from './check.ts'

export const parameterRenamed = defineCheck({
  id: 'parameter-renamed',
  on: 'parameter-renamed',
  judge({ in: place, from, to, required, subject }) {
    const title = `Rename ${place} parameter ${from} to ${to} in ${subject}`
    if (place === 'path')
      return {
        verdict: 'safe',
        message: `The path parameter ${from} is called ${to} now. The wire does not change.`,
        title,
      }
    return required
      ? {
          verdict: 'breaking',
          message: `The required ${place} parameter ${from} is called ${to} now: callers send the old name.`,
          title,
        }
      : {
          verdict: 'risky',
          message: `The ${place} parameter ${from} is called ${to} now: what callers send by the old name may be ignored.`,
          title,
        }
  },
})
