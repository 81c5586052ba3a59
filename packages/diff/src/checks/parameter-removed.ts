import { defineCheck } from './check.ts'

export const parameterRemoved = defineCheck({
  id: 'parameter-removed',
  on: 'parameter-removed',
  judge({ parameter, subject }) {
    const what = `${parameter.in} parameter ${parameter.name}`
    const title = `Remove ${what} from ${subject}`
    return parameter.in === 'path'
      ? { verdict: 'safe', message: `The ${what} is not described any more.`, title }
      : {
          verdict: 'risky',
          message: `The ${what} is gone: callers who send it may be ignored or refused.`,
          title,
        }
  },
})
