import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './goods-table.module.css'

export interface GoodsLine {
  readonly id: string
  readonly name: ReactNode
  readonly under?: ReactNode
}

export interface GoodsColumn<Line> {
  readonly key: string
  readonly title: string
  readonly cell: (line: Line) => ReactNode
  /** Words stand at the start; figures, unless said, at the end. */
  readonly align?: 'start' | 'end'
}

interface GoodsTableProps<Line extends GoodsLine> {
  readonly label: string
  /** Over the names; «Наименование» unless said. */
  readonly nameTitle?: string
  readonly lines: readonly Line[]
  readonly columns: readonly GoodsColumn<Line>[]
}

/** Lines of a document that tell of quantities, not of prices: what is needed, what came, what is left. */
export function GoodsTable<Line extends GoodsLine>({ label, nameTitle, lines, columns }: GoodsTableProps<Line>) {
  const { t } = useTranslation()
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{nameTitle ?? t('ui.document.product')}</th>
            {columns.map(({ key, title, align }) => (
              <th key={key} scope="col" data-align={align ?? 'end'}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className={styles.name}>
                {line.name}
                {line.under && <div className={styles.under}>{line.under}</div>}
              </td>
              {columns.map(({ key, title, align, cell }) => (
                <td key={key} data-align={align ?? 'end'} data-title={title}>
                  {cell(line)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
