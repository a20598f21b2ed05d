/** A number that a document bears: `INV-2026-000118` of a workspace. */
export interface Borne {
  readonly workspaceId: string
  readonly number: string
}

/** Where the numbers of the law stand. Empty until a document is issued. */
const legal = [
  'invoices.invoice_number',
  'payments.payment_number',
  'goods_receipts.receipt_number',
  'shipments.waybill_number',
] as const

/** Where the numbers of the house stand; a rollback may leave a gap in them. */
const internal = [
  'deals.deal_number',
  'orders.order_number',
  'customers.customer_number',
  'picking_orders.picking_number',
  'shipments.shipment_number',
  'delivery_orders.delivery_number',
  'production_orders.order_number',
  'purchase_requisitions.requisition_number',
  'stock_movements.movement_number',
  'refunds.refund_number',
  'suppliers.supplier_number',
] as const

const gather = (columns: readonly string[]): string =>
  columns
    .map((column) => {
      const [table, name] = column.split('.')
      return `select workspace_id as "workspaceId", ${name} as number from ${table} where ${name} ~ '^[A-Z]+-[0-9]{4}-[0-9]+$'`
    })
    .join(' union all ')

export const legalNumbers = gather(legal)
export const internalNumbers = gather(internal)

export interface Series {
  readonly name: string
  readonly count: number
  readonly doubles: number
  readonly gaps: number
}

/** The numbers of each workspace, type and year as a series that should run from one to its end. */
export function seriesOf(borne: readonly Borne[]): Series[] {
  const series = new Map<string, number[]>()
  for (const { workspaceId, number } of borne) {
    const [, kind, n] = /^([A-Z]+-\d{4})-(\d+)$/.exec(number)!
    const name = `${workspaceId} ${kind}`
    series.set(name, [...(series.get(name) ?? []), Number(n)])
  }
  return [...series].map(([name, numbers]) => {
    const different = new Set(numbers)
    const gaps = numbers.reduce((most, n) => Math.max(most, n), 0) - different.size
    return { name, count: numbers.length, doubles: numbers.length - different.size, gaps }
  })
}

/** What a series of the law may not have. */
export const faulty = (series: readonly Series[]): Series[] => series.filter((one) => one.doubles + one.gaps > 0)
