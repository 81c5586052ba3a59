import type { Verdict } from '../types.ts'
import { defineCheck } from './check.ts'
import { show } from './words.ts'

/** Settings of the API that reach traffic. All others only document. */
const settings: Readonly<Record<string, { verdict: Verdict; what: string; why: string }>> = {
  basePath: { verdict: 'breaking', what: 'base path', why: 'Every path is another one.' },
  type: { verdict: 'breaking', what: 'type', why: 'Another kind of API answers in another way.' },
  compatibility: {
    verdict: 'risky',
    what: 'compatibility',
    why: 'Errors, headers and events look different.',
  },
  apiKeySource: {
    verdict: 'breaking',
    what: 'API key source',
    why: 'Callers must send their keys elsewhere.',
  },
  cors: { verdict: 'risky', what: 'CORS', why: 'Browsers may be let in or kept out.' },
  binaryMediaTypes: {
    verdict: 'risky',
    what: 'binary media types',
    why: 'Bodies may arrive encoded or not.',
  },
  minimumCompressionSize: { verdict: 'safe', what: 'compression', why: 'Clients say what they accept.' },
  validator: { verdict: 'risky', what: 'validator', why: 'Some requests that passed may be refused.' },
  dialect: { verdict: 'safe', what: 'schema dialect', why: 'The same schemas are written in another way.' },
}

export const apiChanged = defineCheck({
  id: 'api-changed',
  on: 'api-changed',
  judge({ field, from, to }) {
    const setting = settings[field]
    if (setting === undefined)
      return {
        verdict: 'documentation',
        message: `The ${field} of the API is another one.`,
        title: `Edit the ${field} of the API`,
      }
    return {
      verdict: setting.verdict,
      message: `The ${setting.what} is ${show(to)}, it was ${show(from)}. ${setting.why}`,
      title: `Change the ${setting.what} of the API`,
    }
  },
})
