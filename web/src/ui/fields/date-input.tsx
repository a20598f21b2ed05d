import { TextInput } from '@mantine/core'

interface DateInputProps {
  readonly label: string
  /** The label is only for those who hear it: in a row of fields. */
  readonly bare?: boolean
  /** `2026-11-24` */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly error?: string | undefined
  readonly min?: string
  readonly max?: string
  readonly required?: boolean
  readonly disabled?: boolean
}

/** A calendar day by the calendar of the browser, which knows the person's keyboard and phone. */
export function DateInput({ label, bare = false, value, onChange, ...rest }: DateInputProps) {
  return (
    <TextInput
      {...rest}
      {...(bare ? { 'aria-label': label } : { label })}
      type="date"
      size="sm"
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}
