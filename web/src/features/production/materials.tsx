import { useTranslation } from 'react-i18next'
import { quantity } from '../../lib/format.js'
import { GoodsTable } from '../../ui/document-page/goods-table.js'
import { Quantity } from '../../ui/quantity.js'
import { SectionHeader } from '../../ui/section-header.js'
import { Badge } from '../../ui/status-badge.js'
import { type Material, notBegun, type ProductionCard } from './production-answer.js'
import styles from './production.module.css'

/** What goes into it, and whether there is enough of it now. */
export function Materials({ order }: { readonly order: ProductionCard }) {
  const { t } = useTranslation()
  const ahead = notBegun.has(order.status) || order.status === 'IN_PROGRESS'
  const lines = order.materials.map((material) => ({ ...material, name: material.componentName }))
  return (
    <section aria-label={t('production.materials')}>
      <SectionHeader title={t('production.materials')} count={lines.length} />
      {order.bomMissing && (
        <p className={styles.note}>
          <Badge tone="warning">{t('production.bomMissing')}</Badge>
        </p>
      )}
      {lines.length === 0 ? (
        <p className={styles.quiet}>{t('production.noMaterials')}</p>
      ) : (
        <GoodsTable
          label={t('production.materials')}
          nameTitle={t('production.component')}
          lines={lines}
          columns={[
            {
              key: 'required',
              title: t('production.required'),
              cell: (line) => <Quantity value={line.requiredQuantity} unit={line.unit} />,
            },
            ahead
              ? {
                  key: 'available',
                  title: t('production.available'),
                  cell: (line) => <Quantity value={line.available} unit={line.unit} />,
                }
              : {
                  key: 'issued',
                  title: t('production.issued'),
                  cell: (line) => <Quantity value={line.issuedQuantity} unit={line.unit} />,
                },
            ...(ahead
              ? [
                  {
                    key: 'state',
                    title: t('production.state'),
                    align: 'start' as const,
                    cell: (line: Material) => <Enough material={line} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  )
}

const shortOf = ({ requiredQuantity, available }: Material): number =>
  Math.round((requiredQuantity - available) * 1e6) / 1e6

function Enough({ material }: { readonly material: Material }) {
  const { t } = useTranslation()
  const short = shortOf(material)
  return short > 0 ? (
    <Badge plain tone="warning">
      {t('production.short', { quantity: quantity(short, material.unit) })}
    </Badge>
  ) : (
    <Badge plain tone="success">
      {t('production.enough')}
    </Badge>
  )
}
