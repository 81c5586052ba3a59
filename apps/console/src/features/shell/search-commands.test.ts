import { expect, it } from 'vitest'
import { searchCommands } from './search-commands.ts'

const command = (label: string, keywords: string[] = []) => ({
  id: label,
  label,
  group: 'Go to',
  keywords,
  run: () => undefined,
})
const commands = [command('Review'), command('Deployments', ['history', 'roll back']), command('Settings')]
const labels = (query: string) => searchCommands(commands, query, []).map(({ label }) => label)

it('lists everything while nothing is typed', () => {
  expect(labels(' ')).toEqual(['Review', 'Deployments', 'Settings'])
})

it('lists what belongs to the screen before the rest', () => {
  const ofScreen = { ...command('Next change'), group: 'Review' }
  expect(searchCommands([...commands, ofScreen], '', [])[0]?.label).toBe('Next change')
})

it('finds by the beginning of words and by keywords, in any order of words', () => {
  expect(labels('depl')).toEqual(['Deployments'])
  expect(labels('back roll')).toEqual(['Deployments'])
  expect(labels('zzz')).toEqual([])
})

it('puts what the sources found after the commands', () => {
  expect(searchCommands(commands, 'review', [command('GET /reviews')]).map(({ label }) => label)).toEqual([
    'Review',
    'GET /reviews',
  ])
})
