import { defineCheck } from './check.ts'

export const parameterAdded = defineCheck({
  id: 'parameter-added',
  on: 'parameter-added',
  judge({ parameter, subject }) {
    const what = `${parameter.in} parameter ${parameter.name}`
    if (parameter.in === 'path')
      return {
        verdict: 'safe',
        message: `The ${what} is described now.`,
        title: `Describe ${what} in ${subject}`,
      }
    return parameter.required
      ? {
          verdict: 'breaking',
          message: `The ${what} is new and required: callers do not send it yet.`,
          title: `Add required ${what} to ${subject}`,
        }
      : { verdict: 'safe', message: `The ${what} is new and optional.`, title: `Add ${what} to ${subject}` }
  },
})
