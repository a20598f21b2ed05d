import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import { type DocumentLine, LinesTable } from '../../../ui/document-page/lines-table.js'
import { SearchSelect } from '../../../ui/fields/search-select.js'
import { Money } from '../../../ui/money.js'
import { SectionHeader } from '../../../ui/section-header.js'
import { Badge } from '../../../ui/status-badge.js'
import { quantity as written } from '../../../lib/format.js'
import styles from '../page/page.module.css'
import type { DraftLine, OrderPreview } from './draft-order.js'

interface NewLinesProps {
  readonly lines: readonly DraftLine[]
  readonly preview: OrderPreview | undefined
  readonly onChange: (lines: readonly DraftLine[]) => void
}

/** What is ordered, each line with what of it is in stock. */
export function NewLines({ lines, preview, onChange }: NewLinesProps) {
  const { t } = useTranslation()
  const may = useMay()
  // The preview of what was asked before may have other lines.
  const known = (index: number) => {
    const line = preview?.lines[index]
    return line?.productId === lines[index]?.productId ? line : undefined
  }
  const lineOf = (line: DraftLine, index: number): DocumentLine => {
    const told = known(index)
    return {
      id: line.key,
      name: line.name,
      said: line.name,
      under: line.code,
      quantity: line.quantity as number,
      unit: line.unit,
      price: line.price ?? told?.unitPrice ?? (null as unknown as number),
      discount: line.discount ?? 0,
      vatRate: !told || told.vatExempt ? null : told.vatRate,
      amount: told?.totalPrice ?? 0,
      extra: told && <Supply told={told} unit={line.unit} />,
    }
  }
  return (
    <section aria-label={t('ui.document.lines')} className={styles.section}>
      <SectionHeader title={t('ui.document.lines')} count={lines.length} />
      {lines.length === 0 ? (
        <p className={styles.hint}>{t('orders.new.noLines')}</p>
      ) : (
        <LinesTable
          label={t('ui.document.lines')}
          lines={lines.map(lineOf)}
          extraTitle={t('orders.new.supply')}
          mayPrice={may('PRICES_OVERRIDE')}
          onChange={(key, change) => onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)))}
          onRemove={(key) => onChange(lines.filter((line) => line.key !== key))}
        />
      )}
      <SearchSelect
        key={lines.length}
        label={t('ui.document.addLine')}
        path="/products"
        only={{ status: 'ACTIVE' }}
        labelOf={(row) => String(row['name'])}
        asideOf={(row) => <Money value={Number(row['price'])} price />}
        value={null}
        onChange={(productId, row) =>
          productId &&
          onChange([
            ...lines,
            {
              key: crypto.randomUUID(),
              productId,
              name: String(row?.['name'] ?? ''),
              code: row?.['code'] ? String(row['code']) : null,
              unit: String(row?.['unit'] ?? ''),
              quantity: 1,
              price: null,
              discount: null,
            },
          ])
        }
      />
    </section>
  )
}

function Supply({ told, unit }: { readonly told: OrderPreview['lines'][number]; readonly unit: string }) {
  const { t } = useTranslation()
  if (told.source === 'NONE') return null
  if (told.short <= 0)
    return (
      <Badge plain tone="success">
        {t('orders.new.inStock')}
      </Badge>
    )
  const how = told.source === 'PRODUCE' ? 'toMake' : 'toBuy'
  return (
    <Badge plain tone="warning">
      {t(`orders.new.${how}`, { quantity: written(told.short, unit) })}
    </Badge>
  )
}
