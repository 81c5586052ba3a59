import { expect, test } from 'vitest'
import { type Deployment, previousDeployment } from './choose-deployment.ts'

/** `a b <a`: two deployments and a rollback to the first; the last one is live. */
function history(text: string): Deployment[] {
  const steps = text.split(' ')
  return steps
    .map((step, at) => ({
      id: `id${at + 1}`,
      version: at + 1,
      kind: step.startsWith('<') ? ('rollback' as const) : ('deploy' as const),
      content: step.replace('<', ''),
      live: at === steps.length - 1,
    }))
    .reverse()
}

test.each([
  ['a', undefined],
  ['a b', 'a'],
  ['a b <a', undefined],
  ['a b c <b', 'a'],
  ['a b c <b <a', undefined],
  ['a b <a c', 'a'],
  ['a b <a b', 'a'],
  ['b a b c <b', 'a'],
  ['a b <a <b', 'a'],
])('after %s a rollback leads to %s', (text, content) => {
  expect(previousDeployment(history(text))?.content).toBe(content)
})

test('a stage that serves nothing has nothing to go back from', () => {
  expect(
    previousDeployment(history('a b').map((deployment) => ({ ...deployment, live: false }))),
  ).toBeUndefined()
})
