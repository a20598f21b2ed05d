import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../lib/keyboard.js'
import { myPages, type PageKey, type PageOfRail } from '../../../routes/pages.js'

/** After `g`, a letter goes to a page. */
const letters: Readonly<Record<PageKey, string>> = {
  pipeline: 'b',
  deals: 'd',
  customers: 'c',
  products: 'p',
  orders: 'o',
  picking: 'k',
  production: 'm',
  purchasing: 'z',
  deliveries: 'v',
  invoices: 'i',
  payments: 'y',
  approvals: 'a',
  tasks: 't',
  operations: 'r',
  settings: 's',
}

export function GoKeys() {
  return myPages().map((page) => <GoKey key={page.key} page={page} />)
}

function GoKey({ page }: { page: PageOfRail }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const does = t('shell.keys.goTo', { page: t(`shell.pages.${page.key}`) })
  useShortcut({ keys: `g ${letters[page.key]}`, does, everywhere: true }, () => void navigate({ to: page.to }))
  return null
}
