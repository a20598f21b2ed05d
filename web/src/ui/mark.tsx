import type { Tone } from '../theme/tokens.js'
import { toneClass } from './tone.js'
import { ToneMark } from './tone-mark.js'

/** A mark without a word beside it; the word is told on hover and to those who hear. */
export function Mark({ tone, label }: { readonly tone: Tone; readonly label: string }) {
  return (
    <span role="img" aria-label={label} title={label} className={toneClass(tone)} style={{ display: 'inline-flex' }}>
      <ToneMark tone={tone} />
    </span>
  )
}
