import { TextInput } from '@mantine/core'
import { settledPhone, writtenPhone } from './written-phone.js'

interface PhoneInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

/** A telephone number; one of Kazakhstan falls into its groups while it is typed. */
export function PhoneInput({ onChange, value, ...rest }: PhoneInputProps) {
  return (
    <TextInput
      {...rest}
      size="sm"
      type="tel"
      inputMode="tel"
      autoComplete="off"
      placeholder="+7 701 234 56 78"
      value={value}
      onBlur={() => settledPhone(value) !== value && onChange(settledPhone(value))}
      // Taking a letter away must not put it back.
      onChange={({ currentTarget: { value: typed } }) =>
        onChange(typed.length < value.length ? typed : writtenPhone(typed))
      }
    />
  )
}
