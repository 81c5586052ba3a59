import { expect, test } from 'vitest'
import { type Deployment, previousDeployment, whyNoDeployment } from './choose-deployment.ts'

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

test.each([
  ['a', undefined, 'dev has had only v1; there is nothing earlier.'],
  ['a b', 'v99', 'dev has had no v99; it has had v2, v1.'],
  [
    'a b <a',
    undefined,
    'There is nothing earlier to take dev back to. Name the version to put back: it has had v3, v2, v1.',
  ],
])('after %s, what is refused for %s says what the stage has had', (text, wanted, message) => {
  expect(whyNoDeployment('dev', history(text), wanted)).toBe(message)
})

test('a stage that nothing was deployed to has had nothing', () => {
  expect(whyNoDeployment('dev', [], undefined)).toBe('dev has had no deployment yet.')
})
