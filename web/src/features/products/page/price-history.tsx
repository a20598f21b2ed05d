import { useTranslation } from 'react-i18next'
import { History } from '../../../ui/document-page/history.js'
import { Money } from '../../../ui/money.js'
import type { PriceEntry } from '../product-answer.js'

/** How its price and its cost changed, and who changed them. */
export function PriceHistory({ entries }: { readonly entries: readonly PriceEntry[] }) {
  const { t } = useTranslation()
  return (
    <History
      entries={entries.slice(0, 12).map((entry) => ({
        id: entry.id,
        at: entry.validFrom,
        by: entry.changedByName || null,
        what: (
          <>
            {t(`products.price.field.${entry.field}`)}{' '}
            {entry.oldValue !== null && (
              <>
                <Money value={entry.oldValue} price /> →{' '}
              </>
            )}
            <Money value={entry.newValue} price strong />
          </>
        ),
        note: entry.reason === 'MANUAL' ? null : t(`products.price.reason.${entry.reason}`),
      }))}
    />
  )
}
