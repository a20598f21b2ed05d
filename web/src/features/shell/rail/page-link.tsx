import { Link } from '@tanstack/react-router'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageOfRail } from '../../../routes/pages.js'
import { pageIcons } from './page-icons.js'
import styles from './rail.module.css'

interface PageLinkProps {
  readonly page: PageOfRail
  readonly showWord: boolean
  readonly ref?: Ref<HTMLAnchorElement>
  readonly className?: string
  onClick?(): void
}

/** A page of the rail: its icon and its word; told from the others when one is there. */
export function PageLink({ page, showWord, className, ...rest }: PageLinkProps) {
  const { t } = useTranslation()
  const Icon = pageIcons[page.key]
  const word = t(`shell.pages.${page.key}`)
  return (
    <Link
      to={page.to}
      activeOptions={{ exact: page.to === '/' }}
      className={className || styles.page}
      aria-label={showWord ? undefined : word}
      title={showWord ? undefined : word}
      {...rest}
    >
      <Icon size={18} stroke={1.5} aria-hidden className={styles.icon} />
      {showWord && <span className={styles.word}>{word}</span>}
    </Link>
  )
}
