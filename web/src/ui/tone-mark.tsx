import type { ReactNode } from 'react'
import type { Tone } from '../theme/tokens.js'
import { toneClass } from './tone.js'

const ink = 'var(--tone-ink)'
const hole = 'var(--mark-hole, var(--paper))'

const shapes: Readonly<Record<Tone, ReactNode>> = {
  neutral: <circle cx="6" cy="6" r="4.75" fill="none" stroke={ink} strokeWidth="1.5" strokeDasharray="2.4 1.33" />,
  info: (
    <>
      <circle cx="6" cy="6" r="4.75" fill="none" stroke={ink} strokeWidth="1.5" />
      <path d="M6 3.4a2.6 2.6 0 0 1 0 5.2z" fill={ink} />
    </>
  ),
  success: (
    <>
      <circle cx="6" cy="6" r="5.5" fill={ink} />
      <path
        d="m3.6 6.2 1.7 1.7 3.1-3.4"
        fill="none"
        stroke={hole}
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  warning: (
    <>
      <path d="M6 1.6 11 10.4H1z" fill={ink} stroke={ink} strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M6 4.6v2.6M6 9v.1" stroke={hole} strokeWidth="1.3" strokeLinecap="round" />
    </>
  ),
  danger: (
    <>
      <rect x="0.75" y="0.75" width="10.5" height="10.5" rx="2.5" fill={ink} />
      <path d="m4.1 4.1 3.8 3.8M7.9 4.1 4.1 7.9" stroke={hole} strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
}

/** The shape of a tone: a dashed ring, a half, a tick, a triangle or a cross, so that colour is never alone. */
export function ToneMark({ tone, size = 12 }: { readonly tone: Tone; readonly size?: number }) {
  return (
    <svg
      className={toneClass(tone)}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden
      focusable="false"
      style={{ flexShrink: 0 }}
    >
      {shapes[tone]}
    </svg>
  )
}
