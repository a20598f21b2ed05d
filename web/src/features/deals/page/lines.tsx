import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Refused } from '../../../lib/http.js'
import { useMay } from '../../../lib/may.js'
import { percentOf } from '../../../lib/percent-of.js'
import { type DocumentLine, LinesTable } from '../../../ui/document-page/lines-table.js'
import { SearchSelect } from '../../../ui/fields/search-select.js'
import { Money } from '../../../ui/money.js'
import { SectionHeader } from '../../../ui/section-header.js'
import { Refusal } from '../../../ui/states/refusal.js'
import type { DealCard, DealLine } from '../deal-answer.js'
import { isOpen } from '../stages.js'
import { Availability } from './availability.js'
import styles from './page.module.css'
import { useLineEdits } from './use-line-edits.js'
import { useTaken } from './use-taken.js'

/** What is sold, with what of it is in stock. Every change is priced by the server; the totals follow while one types. */
export function Lines({ deal }: { readonly deal: DealCard }) {
  const { t } = useTranslation()
  const may = useMay()
  const section = useRef<HTMLElement>(null)
  const taken = useTaken(deal.id)
  const edits = useLineEdits(deal.id)
  const editable = may('DEALS_UPDATE') && isOpen(deal.stage)
  const add = useCommand<{ productId: string }, DealCard>({
    path: `/deals/${deal.id}/products`,
    body: ({ productId }) => ({ productId, quantity: 1 }),
    onDone: (done) => {
      taken(done)
      // The next thing to say is how many.
      setTimeout(() => section.current?.querySelector<HTMLElement>('tbody tr:last-child input')?.focus())
    },
  })
  const remove = useCommand<{ lineId: string }, DealCard>({
    method: 'DELETE',
    path: ({ lineId }) => `/deals/${deal.id}/products/${lineId}`,
    onDone: taken,
  })
  const lineOf = (line: DealLine): DocumentLine => {
    const draft = edits.drafts.get(line.id)
    const error = edits.errors.get(line.id)
    const quantity = draft?.quantity ?? line.quantity
    return {
      id: line.id,
      name: <ProductName line={line} />,
      said: line.productName,
      under: (
        <>
          {[line.productCode, line.notes].filter(Boolean).join(' · ')}
          {isOpen(deal.stage) && <Availability line={line} quantity={quantity} />}
        </>
      ),
      quantity,
      unit: line.unit,
      price: draft?.price ?? line.unitPrice,
      discount: draft?.discount ?? discountOf(line),
      vatRate: line.vatExempt ? null : line.vatRate,
      amount: line.totalPrice,
      ...(error && { error: error instanceof Refused && error.message ? error.message : t('ui.problem.offline') }),
    }
  }
  const busy = edits.isSaving || add.isPending || remove.isPending
  if (deal.products.length === 0 && !editable) return null
  return (
    <section ref={section} aria-label={t('ui.document.lines')} aria-busy={busy} className={styles.lines}>
      <SectionHeader
        title={t('ui.document.lines')}
        {...(deal.products.length > 0 && { count: deal.products.length })}
      />
      {deal.products.length === 0 ? (
        <p className={styles.hint}>{t('deals.lines.none')}</p>
      ) : (
        <LinesTable
          label={t('ui.document.lines')}
          lines={deal.products.map(lineOf)}
          {...(editable && { onChange: edits.change, onRemove: (lineId: string) => remove.mutate({ lineId }) })}
          totals={[{ label: t('ui.document.totalWithVat'), value: deal.value, strong: true }]}
        />
      )}
      {editable && (
        <div className={styles.adding}>
          <SearchSelect
            key={deal.products.length}
            label={t('ui.document.addLine')}
            path="/products"
            only={{ status: 'ACTIVE' }}
            labelOf={(row) => String(row['name'])}
            asideOf={(row) => <Money value={Number(row['price'])} price />}
            value={null}
            onChange={(productId) => productId && add.mutate({ productId })}
            placeholder={t('deals.lines.find')}
            disabled={add.isPending}
          />
        </div>
      )}
      <Refusal error={add.error ?? remove.error} />
    </section>
  )
}

function ProductName({ line }: { readonly line: DealLine }) {
  const may = useMay()
  if (!may('PRODUCTS_VIEW')) return line.productName
  return (
    <Link to="/products/$id" params={{ id: line.productId }} className={styles.plain ?? ''}>
      {line.productName}
    </Link>
  )
}

/** A fixed discount is told in percent of its line, as the others are. */
const discountOf = ({ discountType, discount, lineDiscountAmount, grossAmount }: DealLine): number =>
  discountType === 'PERCENTAGE' ? discount : percentOf(lineDiscountAmount, grossAmount)
