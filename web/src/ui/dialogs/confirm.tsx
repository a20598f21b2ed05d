import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../states/refusal.js'
import styles from './dialogs.module.css'

interface ConfirmProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** The verb and what it is done to: «Отменить заказ SO-2026-000118». */
  readonly verb: string
  readonly onConfirm: () => void
  /** It takes something away. */
  readonly danger?: boolean
  readonly busy?: boolean
  /** Something is still to be filled in. */
  readonly disabled?: boolean
  /** The server's refusal, said here. */
  readonly error?: unknown
  readonly size?: 'sm' | 'md' | 'lg'
  /** What will happen, in words; a plan; a reason to write. */
  readonly children?: ReactNode
}

/** A question whose button says the verb again. */
export function Confirm({
  opened,
  onClose,
  title,
  verb,
  onConfirm,
  danger,
  busy,
  disabled,
  error,
  size = 'sm',
  children,
}: ConfirmProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={{ sm: 440, md: 560, lg: 720 }[size]}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onConfirm()
        }}
      >
        {children}
        <Refusal error={error} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('ui.dialog.cancel')}
          </Button>
          <Button
            type="submit"
            color={danger ? 'danger' : 'accent'}
            loading={busy ?? false}
            disabled={disabled ?? false}
            data-autofocus
          >
            {verb}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
