import { defineCheck } from './check.ts'

export const authorizationChanged = defineCheck({
  id: 'authorization-changed',
  on: 'authorization-changed',
  judge({ from, to, subject }) {
    const title = `Change authorization of ${subject} from ${from} to ${to}`
    return to === 'NONE'
      ? {
          verdict: 'risky',
          message: `No authorization any more (it was ${from}): anybody may call.`,
          title: `Open ${subject} to everybody`,
        }
      : {
          verdict: 'breaking',
          message: `Authorization is ${to}, it was ${from}: callers must prove who they are in another way.`,
          title,
        }
  },
})
