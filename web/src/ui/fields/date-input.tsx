import { TextInput } from '@mantine/core'

interface DateInputProps {
  readonly label: string
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
export function DateInput({ value, onChange, ...rest }: DateInputProps) {
  return (
    <TextInput
      {...rest}
      type="date"
      size="sm"
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}
