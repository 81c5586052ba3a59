import { defineLastCheck } from './check.ts'
import { show } from './words.ts'

export const corsLoosened = defineLastCheck({
  id: 'cors-loosened',
  on: 'cors-changed',
  level: 'safe',
  area: 'behaviour',
  finds: 'Browsers of other sites may do more, or remember for another time what they may.',
  message: ({ aspect, to }) => `The ${aspect} of CORS is ${show(to)}.`,
  title: () => 'Change the CORS of the API',
})
