import { TextInput } from '@mantine/core'
import { type ChangeEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import styles from './number-field.module.css'
import { caretAfter, settledNumber, significantBefore, writtenNumber } from './written-number.js'

export interface NumberFieldProps {
  readonly label: string
  /** The label is only for those who hear it: in cells of a table. */
  readonly bare?: boolean
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly error?: string | undefined
  readonly required?: boolean
  readonly disabled?: boolean
  readonly hint?: string
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}

interface Written extends NumberFieldProps {
  readonly decimals: number
  readonly least: number
  readonly sign?: string | undefined
}

/** A number written as in Kazakhstan while it is typed: thousands part by themselves, the caret stays where it was. */
export function NumberField({
  label,
  bare = false,
  value,
  onChange,
  error,
  hint,
  decimals,
  least,
  sign,
  ...rest
}: Written) {
  const [typing, setTyping] = useState<string>()
  const caret = useRef<number>(undefined)
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (caret.current !== undefined) input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
  }, [typing])
  const change = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const next = writtenNumber(currentTarget.value, decimals)
    const before = significantBefore(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length)
    caret.current = caretAfter(next.shown, before)
    setTyping(next.shown)
    if (next.value !== value) onChange(next.value)
  }
  return (
    <TextInput
      ref={input}
      {...rest}
      {...(bare ? { 'aria-label': label } : { label })}
      {...(hint && { description: hint })}
      error={error}
      size="sm"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: bare ? `${styles.input} ${styles.bare}` : styles.input }}
      value={typing ?? settledNumber(value, decimals, least)}
      onChange={change}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => setTyping(undefined)}
      rightSection={sign && <span className={styles.sign}>{sign}</span>}
      rightSectionWidth={sign ? 14 + sign.length * 9 : undefined}
      rightSectionPointerEvents="none"
    />
  )
}
