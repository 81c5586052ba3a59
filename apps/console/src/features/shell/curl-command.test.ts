import { expect, it } from 'vitest'
import { curlCommand } from './curl-command.ts'

it('shows the token of a preview, and nothing for a stage that is open', () => {
  const url = 'http://127.0.0.1:9080/orders/preview'
  expect(curlCommand({ url, previewToken: 'T_1-x' })).toBe(`curl -i -H 'x-penstock-preview: T_1-x' ${url}/`)
  expect(curlCommand({ url })).toBe(`curl -i ${url}/`)
})
