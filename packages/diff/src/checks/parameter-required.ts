import { defineCheck } from './check.ts'

export const parameterRequired = defineCheck({
  id: 'parameter-required',
  on: 'parameter-required',
  judge({ parameter, subject }) {
    const what = `${parameter.in} parameter ${parameter.name}`
    return parameter.required
      ? {
          verdict: 'breaking',
          message: `The ${what} is required now.`,
          title: `Require ${what} in ${subject}`,
        }
      : {
          verdict: 'safe',
          message: `The ${what} is optional now.`,
          title: `Make ${what} optional in ${subject}`,
        }
  },
})
