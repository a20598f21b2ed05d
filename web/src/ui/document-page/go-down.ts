import type { KeyboardEvent } from 'react'

/** In a table of fields, Enter and the arrows go to the same field of the row below or above. */
export function goDown(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const by = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
  const cell = event.target instanceof HTMLInputElement ? event.target.closest('td') : null
  if (!by || !cell?.parentElement) return
  const rows = Array.from(event.currentTarget.rows)
  const row = rows[rows.indexOf(cell.parentElement as HTMLTableRowElement) + by]
  const place = Array.from(cell.parentElement.children).indexOf(cell)
  const field = row?.cells[place]?.querySelector('input')
  event.preventDefault()
  field?.focus()
}
