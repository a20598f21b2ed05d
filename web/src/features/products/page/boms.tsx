import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer, useCommand } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import fields from '../../../ui/fields/fields.module.css'
import type { Column } from '../../../ui/list/column.js'
import { Money } from '../../../ui/money.js'
import { PartTable } from '../../../ui/part-table.js'
import { Percent } from '../../../ui/percent.js'
import { Quantity } from '../../../ui/quantity.js'
import { SectionHeader } from '../../../ui/section-header.js'
import { Problem } from '../../../ui/states/problem.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { Skeleton } from '../../../ui/states/skeletons.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { type Bom, type BomComponent, bomsPath, type ProductCard } from '../product-answer.js'
import styles from '../products.module.css'

interface BomsProps {
  readonly product: ProductCard
  readonly onCreate?: () => void
}

/** Of what it is made. The bill in force is shown whole; a change is a new version of it. */
export function Boms({ product, onCreate }: BomsProps) {
  const { t } = useTranslation()
  const [older, setOlder] = useState(false)
  const { data: boms, error, refetch } = useAnswer<readonly Bom[]>(bomsPath(product.id))
  const inForce = boms?.find(({ isDefault, status }) => isDefault && status === 'ACTIVE')
  const others = boms?.filter((bom) => bom !== inForce) ?? []
  return (
    <section className={styles.section} aria-label={t('products.bom.title')}>
      <SectionHeader title={t('products.bom.title')}>
        {onCreate && boms && (
          <Button size="xs" variant="default" onClick={onCreate}>
            {t(inForce ? 'products.bom.change' : 'products.bom.create')}
          </Button>
        )}
      </SectionHeader>
      {error && !boms && <Problem error={error} retry={() => void refetch()} />}
      {!boms && !error && <Skeleton shape="lines" rows={4} />}
      {boms && !inForce && <p className={styles.quiet}>{t('products.bom.none')}</p>}
      {inForce && <BomView bom={inForce} product={product} />}
      {others.length > 0 && !older && (
        <button type="button" className={fields.more} onClick={() => setOlder(true)}>
          {t('products.bom.others', { count: others.length })}
        </button>
      )}
      {older && others.map((bom) => <BomView key={bom.id} bom={bom} product={product} />)}
    </section>
  )
}

function BomView({ bom, product }: { readonly bom: Bom; readonly product: ProductCard }) {
  const { t } = useTranslation()
  const may = useMay()
  const costs = may('COST_VIEW')
  const activate = useCommand({
    path: `/operations/production/boms/${bom.id}/activate`,
    body: () => ({ isDefault: true }),
    touches: ['/operations/production/boms', '/products'],
  })
  const columns: readonly Column<BomComponent>[] = [
    {
      key: 'name',
      title: t('products.bom.component'),
      place: 'title',
      ...(costs && bom.totalCost !== null && { total: t('products.bom.total') }),
      cell: ({ componentId, componentName }) => (
        <Link to="/products/$id" params={{ id: componentId }}>
          {componentName}
        </Link>
      ),
    },
    { key: 'code', title: t('products.facts.code'), cell: ({ componentCode }) => componentCode },
    {
      key: 'scrap',
      title: t('products.bom.scrap'),
      align: 'end',
      cell: ({ scrapFactor }) => (scrapFactor > 0 ? <Percent value={scrapFactor} /> : '—'),
    },
    {
      key: 'quantity',
      title: t('products.parts.quantity'),
      align: 'end',
      place: 'end',
      cell: ({ quantityPerUnit, unit }) => <Quantity value={quantityPerUnit} unit={unit} />,
    },
    ...(costs
      ? [
          {
            key: 'cost',
            title: t('products.facts.cost'),
            align: 'end',
            place: 'end',
            cell: ({ totalCost }: BomComponent) => <Money value={totalCost} price />,
            ...(bom.totalCost !== null && { total: <Money value={bom.totalCost} price strong /> }),
          } as const,
        ]
      : []),
  ]
  return (
    <div className={styles.bom}>
      <div className={styles.bomHead}>
        <strong>{bom.name}</strong>
        <span className={styles.quiet}>{t('products.bom.version', { version: bom.bomVersion })}</span>
        <StatusBadge plain of="bom" status={bom.status} />
        {bom.quantity !== 1 && (
          <span className={styles.quiet}>
            {t('products.bom.yields')} <Quantity value={bom.quantity} unit={bom.unit} />
          </span>
        )}
        {!bom.isDefault && (bom.status === 'DRAFT' || bom.status === 'ACTIVE') && may('PRODUCTION_UPDATE') && (
          <Button size="xs" variant="default" loading={activate.isPending} onClick={() => activate.mutate()}>
            {t('products.bom.activate')}
          </Button>
        )}
      </div>
      <Refusal error={activate.error} />
      <PartTable label={`${product.name}: ${bom.name}`} rows={bom.components ?? []} columns={columns} />
      {bom.operations && bom.operations.length > 0 && (
        <PartTable
          label={t('products.bom.operations')}
          rows={bom.operations}
          columns={[
            { key: 'name', title: t('products.bom.operation'), place: 'title', cell: ({ name }) => name },
            {
              key: 'setup',
              title: t('products.bom.setup'),
              align: 'end',
              cell: ({ setupMinutes }) => <Quantity value={setupMinutes} unit={t('products.minutes')} />,
            },
            {
              key: 'run',
              title: t('products.bom.run'),
              align: 'end',
              place: 'end',
              cell: ({ runMinutesPerUnit }) => <Quantity value={runMinutesPerUnit} unit={t('products.minutes')} />,
            },
          ]}
        />
      )}
    </div>
  )
}
