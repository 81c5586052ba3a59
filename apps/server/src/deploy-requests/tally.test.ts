import { expect, test } from 'vitest'
import { approvalsNeeded, missingApproval } from './tally.ts'

const approve = { round: 2, verdict: 'approve' }
const object = { round: 2, verdict: 'request-changes' }
const of = (...votes: { round: number; verdict: string }[]) => ({
  round: 2,
  votes,
  authorUserId: 'usr_ada',
  plannerUserId: 'usr_ada',
})
const asks = (requiredApprovals: number) => ({ requiredApprovals })

test('as many approvals as the stage asks for let a request pass', () => {
  expect(missingApproval(of(), asks(0))).toBe(null)
  expect(missingApproval(of(), null)).toBe(null)
  expect(missingApproval(of(approve), asks(2))).toBe('1 of 2 approvals given')
  expect(missingApproval(of(approve, approve), asks(2))).toBe(null)
})

test('a plan of nobody takes one approval more, since whoever made it may be among those who approve', () => {
  for (const nobody of [{ authorUserId: null }, { plannerUserId: null }]) {
    expect(missingApproval({ ...of(approve), ...nobody }, asks(1))).toBe(
      '1 of 2 approvals given, one more since a token of nobody made the plan',
    )
    expect(missingApproval({ ...of(approve, approve), ...nobody }, asks(1))).toBe(null)
    expect(approvalsNeeded({ ...of(), ...nobody }, asks(0))).toBe(0)
  }
})

test('votes on the plan from before a rebase count no more', () => {
  const votes = [
    { round: 1, verdict: 'approve' },
    { round: 1, verdict: 'request-changes' },
  ]
  expect(missingApproval(of(...votes), asks(1))).toBe('0 of 1 approval given')
})

test('somebody who asks for changes holds a request up, however many approve and whatever the stage asks for', () => {
  expect(missingApproval(of(approve, approve, object), asks(1))).toBe('1 person asks for changes')
  expect(missingApproval(of(object), asks(0))).toBe('1 person asks for changes')
})
