import type { Tone } from '../theme/tokens.js'
import styles from './tone.module.css'

/** The class that gives `--tone-ink` and `--tone-soft` of a tone to what is inside. */
export const toneClass = (tone: Tone): string => styles[tone] ?? ''
