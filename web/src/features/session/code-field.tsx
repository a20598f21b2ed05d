import { Input, PinInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './guest.module.css'

interface CodeFieldProps {
  readonly value: string
  readonly isWrong: boolean
  onChange(value: string): void
  onWhole?(value: string): void
}

/** Six digits, one a box; a pasted code fills them all. */
export function CodeField({ value, isWrong, onChange, onWhole }: CodeFieldProps) {
  const { t } = useTranslation()
  const labelId = useId()
  return (
    <div role="group" aria-labelledby={labelId}>
      <Input.Label id={labelId} component="div">
        {t('session.code')}
      </Input.Label>
      <PinInput
        className={styles.code}
        length={6}
        type="number"
        size="md"
        oneTimeCode
        placeholder=""
        autoFocus
        error={isWrong}
        value={value}
        onChange={onChange}
        {...(onWhole && { onComplete: onWhole })}
        getInputProps={(index) => ({ 'aria-label': t('session.verify.digit', { number: index + 1 }) })}
      />
    </div>
  )
}
