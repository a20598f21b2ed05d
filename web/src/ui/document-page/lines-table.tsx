import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../fields/money-input.js'
import { PercentInput } from '../fields/percent-input.js'
import { QuantityInput } from '../fields/quantity-input.js'
import { Money } from '../money.js'
import { Percent } from '../percent.js'
import { Quantity } from '../quantity.js'
import { goDown } from './go-down.js'
import styles from './lines-table.module.css'

export interface DocumentLine {
  readonly id: string
  /** The name as a link, with its code or note under it. */
  readonly name: ReactNode
  /** The name in words, for those who hear. */
  readonly said: string
  readonly under?: ReactNode
  readonly quantity: number
  readonly unit: string
  readonly price: number
  /** In percent of the line. */
  readonly discount: number
  /** Null: without VAT. */
  readonly vatRate: number | null
  readonly amount: number
  /** What only this document tells of a line: where it comes from, what is delivered. */
  readonly extra?: ReactNode
  readonly error?: string
}

export interface LineChange {
  readonly quantity?: number | null
  readonly price?: number | null
  readonly discount?: number | null
}

interface LinesTableProps {
  readonly label: string
  readonly lines: readonly DocumentLine[]
  readonly extraTitle?: string
  /** Present: quantity, price and discount are fields. Enter goes to the same field of the next line. */
  readonly onChange?: (id: string, change: LineChange) => void
  readonly onRemove?: (id: string) => void
  /** False: prices are not this person's. */
  readonly mayPrice?: boolean
  /** Under the lines: totals as rows of a name and a sum. */
  readonly totals?: readonly { readonly label: string; readonly value: number; readonly strong?: boolean }[]
  /** Under the table: to find a product and add it. */
  readonly add?: ReactNode
}

/** The lines of a document with its totals; where they may be changed, the figures are fields. */
export function LinesTable(props: LinesTableProps) {
  const { label, lines, extraTitle, onChange, onRemove, totals = [], add } = props
  const { t } = useTranslation()
  const span = 5 + (extraTitle ? 1 : 0)
  return (
    <div>
      <div className={styles.scroller} tabIndex={0} role="region" aria-label={label}>
        <table className={styles.table} data-edit={onChange ? true : undefined}>
          <thead>
            <tr>
              <th scope="col">{t('ui.document.product')}</th>
              {extraTitle && <th scope="col">{extraTitle}</th>}
              <th scope="col" className={styles.figure}>
                {t('ui.document.quantity')}
              </th>
              <th scope="col" className={styles.figure}>
                {t('ui.document.price')}
              </th>
              <th scope="col" className={styles.figure}>
                {t('ui.document.discount')}
              </th>
              <th scope="col" className={styles.figure}>
                {t('ui.document.vat')}
              </th>
              <th scope="col" className={styles.figure}>
                {t('ui.document.amount')}
              </th>
              {onRemove && <td className={styles.tool} />}
            </tr>
          </thead>
          <tbody onKeyDown={goDown}>
            {lines.map((line) => (
              <tr key={line.id}>
                <td className={styles.name}>
                  {line.name}
                  {line.under && <div className={styles.under}>{line.under}</div>}
                  {line.error && (
                    <div className={styles.error} role="alert">
                      {line.error}
                    </div>
                  )}
                </td>
                {extraTitle && <td className={styles.extra}>{line.extra}</td>}
                <Figures {...props} line={line} />
                <td className={styles.figure} data-title={t('ui.document.vat')}>
                  {line.vatRate === null ? (
                    <span className={styles.quiet}>{t('ui.document.noVat')}</span>
                  ) : (
                    <Percent value={line.vatRate} />
                  )}
                </td>
                <td className={styles.amount}>
                  <Money value={line.amount} />
                </td>
                {onRemove && (
                  <td className={styles.tool}>
                    <button
                      type="button"
                      aria-label={t('ui.document.removeLine', { name: line.said })}
                      onClick={() => onRemove(line.id)}
                    >
                      <IconX size={14} aria-hidden />
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
          {totals.length > 0 && (
            <tfoot>
              {totals.map((total) => (
                <tr key={total.label} data-strong={total.strong || undefined}>
                  <th scope="row" colSpan={span}>
                    {total.label}
                  </th>
                  <td className={styles.amount}>
                    <Money value={total.value} />
                  </td>
                  {onRemove && <td className={styles.tool} />}
                </tr>
              ))}
            </tfoot>
          )}
        </table>
      </div>
      {add && <div className={styles.add}>{add}</div>}
    </div>
  )
}

/** Quantity, price, discount: figures, or fields. */
function Figures({ line, onChange, mayPrice = true }: LinesTableProps & { readonly line: DocumentLine }) {
  const { t } = useTranslation()
  const { id, said, quantity, unit, price, discount } = line
  const [ofQuantity, ofPrice, ofDiscount] = [
    t('ui.document.quantity'),
    t('ui.document.price'),
    t('ui.document.discount'),
  ]
  if (!onChange)
    return (
      <>
        <td className={styles.figure} data-title={ofQuantity}>
          <Quantity value={quantity} unit={unit} />
        </td>
        <td className={styles.figure} data-title={ofPrice}>
          <Money value={price} price />
        </td>
        <td className={styles.figure} data-title={ofDiscount}>
          {discount === 0 ? <span className={styles.quiet}>—</span> : <Percent value={discount} />}
        </td>
      </>
    )
  return (
    <>
      <td className={styles.figure} data-title={ofQuantity}>
        <QuantityInput
          bare
          label={`${ofQuantity}: ${said}`}
          value={quantity}
          unit={unit}
          onChange={(value) => onChange(id, { quantity: value })}
        />
      </td>
      <td className={styles.figure} data-title={ofPrice}>
        {mayPrice ? (
          <MoneyInput
            bare
            price
            label={`${ofPrice}: ${said}`}
            value={price}
            onChange={(value) => onChange(id, { price: value })}
          />
        ) : (
          <Money value={price} price />
        )}
      </td>
      <td className={styles.figure} data-title={ofDiscount}>
        <PercentInput
          bare
          label={`${ofDiscount}: ${said}`}
          value={discount}
          onChange={(value) => onChange(id, { discount: value })}
        />
      </td>
    </>
  )
}
