import { useTranslation } from 'react-i18next'
import type { Column } from './list/column.js'
import styles from './part-table.module.css'

interface PartTableProps<Row> {
  readonly label: string
  /** On a phone only the columns with a `place` are shown. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf?: (row: Row) => string
  /** What is said when there are no rows. */
  readonly none?: string
}

const idOf = (row: unknown): string => (row as { readonly id: string }).id

/** A few rows inside a document: its deals, its balances, its movements. A list of its own is `List`. */
export function PartTable<Row>({ label, columns, rows, keyOf = idOf, none }: PartTableProps<Row>) {
  const { t } = useTranslation()
  if (rows.length === 0) return <p className={styles.none}>{none ?? t('ui.document.nothingYet')}</p>
  const totals = columns.some(({ total }) => total !== undefined)
  return (
    <div className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ key, title, align, place }) => (
              <th key={key} scope="col" className={classOf(align)} data-wide={place === undefined || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, align, place, width, cell }) => (
                <td key={key} className={classOf(align)} data-wide={place === undefined || undefined} style={{ width }}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {columns.map(({ key, align, place, total }) => (
                <td key={key} className={classOf(align)} data-wide={place === undefined || undefined}>
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

const classOf = (align: 'start' | 'end' | undefined) => (align === 'end' ? (styles.end ?? '') : '')
