import { expect, test } from 'vitest'
import { missingApproval } from './tally.ts'

const approve = { round: 2, verdict: 'approve' }
const object = { round: 2, verdict: 'request-changes' }

test('as many approvals as the stage asks for let a request pass', () => {
  expect(missingApproval({ round: 2, votes: [] }, 0)).toBe(null)
  expect(missingApproval({ round: 2, votes: [approve] }, 2)).toBe('1 of 2 approvals given')
  expect(missingApproval({ round: 2, votes: [approve, approve] }, 2)).toBe(null)
})

test('votes on the plan from before a rebase count no more', () => {
  const votes = [
    { round: 1, verdict: 'approve' },
    { round: 1, verdict: 'request-changes' },
  ]
  expect(missingApproval({ round: 2, votes }, 1)).toBe('0 of 1 approval given')
})

test('somebody who asks for changes holds a request up, however many approve and whatever the stage asks for', () => {
  expect(missingApproval({ round: 2, votes: [approve, approve, object] }, 1)).toBe(
    '1 person asks for changes',
  )
  expect(missingApproval({ round: 2, votes: [object] }, 0)).toBe('1 person asks for changes')
})
