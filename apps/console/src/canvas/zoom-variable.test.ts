import { expect, test } from 'vitest'
import { sayZoom } from './zoom-variable.ts'

function canvas() {
  const said: string[] = []
  let value = ''
  const style = {
    getPropertyValue: () => value,
    setProperty: (_: string, next: string) => void said.push((value = next)),
  }
  return { said, element: { dataset: {}, style } as unknown as HTMLElement }
}

test('a zoom says itself to the styles when the picture is another one, and at its end', () => {
  const { said, element } = canvas()
  sayZoom(element, 1, false)
  for (const zoom of [0.95, 0.9, 0.8, 0.72]) sayZoom(element, zoom, true)
  expect(said).toHaveLength(1)
  // From here on chips are drawn instead of cards.
  sayZoom(element, 0.65, true)
  for (const zoom of [0.6, 0.5, 0.4]) sayZoom(element, zoom, true)
  expect(said).toHaveLength(2)
  sayZoom(element, 0.4, false)
  expect(said).toHaveLength(3)
  expect(Number(said.at(-1))).toBeCloseTo(0.4, 1)
})

test('what is zoomed far within one picture is said on the way, and nothing twice', () => {
  const { said, element } = canvas()
  sayZoom(element, 0.3, false)
  sayZoom(element, 0.2, true)
  expect(said).toHaveLength(1)
  sayZoom(element, 0.14, true)
  expect(said).toHaveLength(2)
  sayZoom(element, 0.14, false)
  expect(said).toHaveLength(2)
})

test('no line is drawn thinner on a graph that is larger than life', () => {
  const { said, element } = canvas()
  sayZoom(element, 1.8, false)
  expect(said).toEqual(['1'])
})
