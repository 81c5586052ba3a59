import { defineLastCheck } from './check.ts'

export const parameterMoved = defineLastCheck({
  id: 'parameter-moved',
  on: 'parameter-moved',
  level: 'breaking',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter is sent in another place: in a header and not in the query, say.',
  message: ({ name, from, to }) =>
    `The parameter ${name} is sent in the ${to} now, it was in the ${from}: callers send it where nobody looks.`,
  title: ({ name, from, to, subject }) =>
    `Move parameter ${name} of ${subject} from the ${from} to the ${to}`,
})
