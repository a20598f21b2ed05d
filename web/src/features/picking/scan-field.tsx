import { TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ToneMark } from '../../ui/tone-mark.js'
import type { Scanned } from './gathered.js'
import styles from './picking.module.css'

/** The screen is under fingers: a scanner hangs at the belt, and no keyboard is wanted. */
export const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches

interface ScanFieldProps {
  readonly said: Scanned | undefined
  readonly onScan: (code: string) => void
  readonly ref?: Ref<HTMLInputElement>
}

/** Where a scanner writes: a code and Enter. By hand it works as well; the keyboard of a phone comes only when the field is touched. */
export function ScanField({ said, onScan, ref }: ScanFieldProps) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const [byHand, setByHand] = useState(false)
  return (
    <div className={styles.scan}>
      <TextInput
        ref={ref ?? null}
        size="md"
        label={t('warehouse.scan')}
        placeholder={t('warehouse.scanExample')}
        leftSection={<IconBarcode size={20} aria-hidden />}
        autoFocus
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        inputMode={isTouched() && !byHand ? 'none' : 'text'}
        onPointerDown={() => setByHand(true)}
        onBlur={() => setByHand(false)}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || code.trim() === '') return
          event.preventDefault()
          onScan(code)
          setCode('')
        }}
      />
      <p className={styles.said} role="status" data-kind={said?.kind}>
        {said && (
          <>
            <ToneMark tone={said.kind === 'taken' ? 'success' : 'warning'} size={13} />
            <span>
              {said.kind === 'unknown'
                ? t('warehouse.unknown', { code: said.code })
                : t(`warehouse.${said.kind}`, { name: said.name })}
            </span>
          </>
        )}
      </p>
    </div>
  )
}
