/** The five meanings that a status, a notice or a number can have. A tone never stands alone: a word or a mark says the same. */
export const tones = ['neutral', 'info', 'success', 'warning', 'danger'] as const
export type Tone = (typeof tones)[number]

type Pair = readonly [light: string, dark: string]

/** Every colour by its place, in daylight and at night. In styles: `var(--paper)`. */
export const colours = {
  ground: ['#f6f8fa', '#11181d'],
  paper: ['#ffffff', '#171f25'],
  raised: ['#ffffff', '#1d262d'],
  sunken: ['#eff3f6', '#0d1418'],
  hover: ['#edf2f5', '#212b33'],
  selected: ['#e2f2f0', '#143533'],
  line: ['#e1e7ec', '#29343c'],
  'line-strong': ['#c7d0d8', '#3f4b54'],
  /** Where a line alone says that here is a field. */
  edge: ['#84919c', '#6a7681'],
  ink: ['#1a242c', '#e5eaee'],
  quiet: ['#52606b', '#a3afb8'],
  faint: ['#616e78', '#8895a0'],
  accent: ['#0b6f69', '#4fbab1'],
  'accent-strong': ['#085853', '#7ad0c8'],
  'accent-soft': ['#e2f2f0', '#143533'],
  'on-accent': ['#ffffff', '#06201e'],
  'neutral-ink': ['#4a5862', '#b1bcc4'],
  'neutral-soft': ['#eaeff3', '#27323a'],
  'info-ink': ['#1b5c99', '#8cc2f4'],
  'info-soft': ['#e4f0fb', '#17304a'],
  'success-ink': ['#12683c', '#7cd2a0'],
  'success-soft': ['#e0f4e7', '#143524'],
  'warning-ink': ['#824e00', '#ecbb70'],
  'warning-soft': ['#fbeed8', '#3a2a10'],
  'danger-ink': ['#a72f2f', '#f59c95'],
  'danger-soft': ['#fde8e6', '#451f1e'],
  'danger-fill': ['#b23a38', '#e8756f'],
  // Colours of series, told apart by the colour-blind too; taken in this order.
  'chart-1': ['#0b7a73', '#4fbab1'],
  'chart-2': ['#2f6fb5', '#7fb4ec'],
  'chart-3': ['#c77d12', '#e8b25a'],
  'chart-4': ['#9a4f96', '#d093cc'],
  'chart-5': ['#5d8a2a', '#a3cc72'],
  'chart-6': ['#c2504a', '#f2928b'],
  'chart-7': ['#6b7a86', '#a9b6c0'],
  'chart-8': ['#5a5bb8', '#a7a8f2'],
} as const satisfies Record<string, Pair>

export type Colour = keyof typeof colours

/** Below `phone` there is one column and targets are for fingers; below `narrow` side panels become tabs; below `desk` the rail begins folded. */
export const widths = { phone: 640, narrow: 900, desk: 1180 } as const
