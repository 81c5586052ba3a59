import { pathShape } from '../operation/path-shape.ts'
import { defineCheck } from './check.ts'

export const pathChanged = defineCheck({
  id: 'path-changed',
  on: 'path-changed',
  judge({ from, to }) {
    const title = `Move ${from} to ${to}`
    return pathShape(from) === pathShape(to)
      ? {
          verdict: 'safe',
          message: `Only names of path parameters differ: ${from} is now ${to}. The wire does not change.`,
          title: `Rename ${from} to ${to}`,
        }
      : { verdict: 'breaking', message: `${from} is now ${to}: calls to the old path fail.`, title }
  },
})
