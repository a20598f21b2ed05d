import { describe, expect, test } from 'vitest'
import { type Colour, colours, tones } from './tokens.js'

const grounds: readonly Colour[] = ['ground', 'paper', 'raised', 'sunken', 'hover']
const toned = tones.flatMap((tone) => [`${tone}-ink`, `${tone}-soft`] as const)
const charts = Object.keys(colours).filter((name): name is Colour => name.startsWith('chart-'))

/** What is written on what, and how much lighter or darker it must be at least: WCAG 2.2, 1.4.3 and 1.4.11. */
const pairs: ReadonlyArray<readonly [on: Colour, what: Colour, least: number]> = [
  ...grounds.flatMap((on) => (['ink', 'quiet', 'faint'] as const).map((what) => [on, what, 4.5] as const)),
  ...(['ground', 'paper', 'raised'] as const).map((on) => [on, 'accent', 4.5] as const),
  ['selected', 'accent-strong', 4.5],
  ['selected', 'ink', 4.5],
  ['accent-soft', 'accent-strong', 4.5],
  ['accent', 'on-accent', 4.5],
  ['danger-fill', 'on-accent', 4.5],
  ...tones.map((tone) => [`${tone}-soft`, `${tone}-ink`, 4.5] as const),
  ...tones.flatMap((tone) => grounds.map((on) => [on, `${tone}-ink`, 4.5] as const)),
  ...(['paper', 'ground', 'raised'] as const).map((on) => [on, 'edge', 3] as const),
  ...charts.map((chart) => ['paper', chart, 3] as const),
]

describe.each([
  ['by day', 0],
  ['by night', 1],
] as const)('%s', (_, scheme) => {
  test.each(pairs)('on %s: %s at least %f', (on, what, least) => {
    expect(contrast(colours[on][scheme], colours[what][scheme])).toBeGreaterThanOrEqual(least)
  })
})

test('every tone has its colours, and black on white is measured as 21', () => {
  expect(toned.filter((name) => !(name in colours))).toEqual([])
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((one, other) => one - other) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
