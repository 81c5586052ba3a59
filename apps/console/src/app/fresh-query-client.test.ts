import { QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { FreshQueryClient } from './fresh-query-client.ts'

/** A question on the screen; each time that it is asked, the answer waits for `answer`. */
function asked(client: FreshQueryClient) {
  const answers: ((data: string) => void)[] = []
  const observer = new QueryObserver(client, {
    queryKey: ['requests', 'a'],
    queryFn: () =>
      new Promise<string>((resolve) => {
        answers.push(resolve)
      }),
    staleTime: 60_000,
  })
  observer.subscribe(() => undefined)
  return { observer, answers }
}

test('what is out of date before its first answer has come is asked for again after it', async () => {
  const client = new FreshQueryClient()
  const { observer, answers } = asked(client)
  const said = client.invalidateQueries({ queryKey: ['requests'] })
  answers[0]?.('before')
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.('after')
  await said
  expect(observer.getCurrentResult().data).toBe('after')
})

test('what was answered is asked for once', async () => {
  const client = new FreshQueryClient()
  const { observer, answers } = asked(client)
  answers[0]?.('before')
  await expect.poll(() => observer.getCurrentResult().data).toBe('before')
  const said = client.invalidateQueries({ queryKey: ['requests'] })
  answers[1]?.('after')
  await said
  expect(answers).toHaveLength(2)
  expect(observer.getCurrentResult().data).toBe('after')
})

test('what is not on the screen, or is not meant, is left alone', async () => {
  const client = new FreshQueryClient()
  const { answers } = asked(client)
  const said = client.invalidateQueries({ queryKey: ['requests'], refetchType: 'none' })
  const other = client.invalidateQueries({ queryKey: ['apis'] })
  answers[0]?.('before')
  await Promise.all([said, other])
  expect(answers).toHaveLength(1)
  expect(client.getQueryState(['requests', 'a'])?.isInvalidated).toBe(true)
})
