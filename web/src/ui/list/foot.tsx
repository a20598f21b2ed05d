import { useTranslation } from 'react-i18next'
import type { Column } from './column.js'
import styles from './table.module.css'

/** Totals of the whole filter, where the API gives them. */
export function Foot<Data>({ columns, selectable }: { columns: readonly Column<Data>[]; selectable: boolean }) {
  const { t } = useTranslation()
  if (columns.every(({ total }) => total === undefined)) return null
  return (
    <tfoot>
      <tr>
        {selectable && <td className={styles.check} />}
        {columns.map((column, index) => (
          <td key={column.key} className={column.align === 'end' ? styles.end : ''}>
            {column.total ?? (index === 0 ? t('ui.list.total') : null)}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
