import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refused } from '../../../lib/http.js'
import { DocumentNumber } from '../../../ui/document-number.js'
import { ToneMark } from '../../../ui/tone-mark.js'
import type { Deal } from '../deal-answer.js'
import styles from './board.module.css'
import type { NotMoved } from './use-moves.js'

interface NoticesProps {
  readonly notMoved: NotMoved | undefined
  readonly forget: () => void
  readonly made: Deal | undefined
  readonly forgetMade: () => void
}

/** What the board has to say: why a card went back, and what was just made. */
export function Notices({ notMoved, forget, made, forgetMade }: NoticesProps) {
  const { t } = useTranslation()
  const error = notMoved?.error
  const said = error instanceof Refused && error.message ? error.message : t('ui.problem.offline')
  return (
    <div className={notMoved || made ? styles.notices : styles.unseen}>
      <div role="alert" className={notMoved ? styles.refused : undefined}>
        {notMoved && (
          <>
            <ToneMark tone="danger" size={14} />
            <span className={styles.told}>
              <strong>{t('deals.board.wentBack', { title: notMoved.title })}</strong> {said}
            </span>
            <ActionIcon size="sm" aria-label={t('ui.close')} onClick={forget}>
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </>
        )}
      </div>
      <div role="status" className={made ? styles.made : undefined}>
        {made && (
          <>
            <ToneMark tone="success" size={14} />
            <span className={styles.told}>
              {t('deals.new.made')}{' '}
              <Link to="/deals/$id" params={{ id: made.id }}>
                <DocumentNumber>{made.dealNumber}</DocumentNumber> {made.title}
              </Link>
            </span>
            <ActionIcon size="sm" aria-label={t('ui.close')} onClick={forgetMade}>
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </>
        )}
      </div>
    </div>
  )
}
