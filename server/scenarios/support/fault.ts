import type { Company } from './company.js'

/** Lets a table refuse every new row that fits, past the program. Answers with the way to take the fault out again. */
export async function plantFault(
  { sql }: Company,
  table: 'stock_reservations' | 'picking_orders' | 'notifications' | 'tasks',
  when: string,
): Promise<() => Promise<void>> {
  const name = `planted_${table}`
  await sql(
    `create function ${name}() returns trigger language plpgsql as $$ begin raise exception 'planted fault' using detail = 'until somebody mends it'; end $$`,
  )
  await sql(
    `create trigger ${name} before insert on app.${table} for each row when (${when}) execute function ${name}()`,
  )
  return async () => {
    await sql(`drop function ${name}() cascade`)
  }
}

/**
 * Lets time pass for what failed, until every delivery is done or parked. Those that fail at the same time come to their last try
 * together, however short a pause chance gave one of them.
 */
export async function untilParked(company: Company): Promise<void> {
  await company.settle()
  for (const attempts of [1, 2, 3, 7, 7]) {
    await company.sql(
      `update event_deliveries set attempts = $1, next_at = now() where state = 'READY' and attempts > 0`,
      [attempts],
    )
    await company.settle()
  }
}

/** What mending leaves behind in the books of business, taken out, so that the rest can be held against a run without a fault. */
export async function forgetRepair({ sql }: Company): Promise<void> {
  await sql(
    `delete from notifications where code = 'DELIVERY_PARKED' or data->>'holdReason' = 'FULFILLMENT_ERROR' or code = 'ORDER_HELD'`,
  )
  await sql(`delete from tasks where type = 'DATA_FIX' and source_key like 'delivery:%'`)
  await sql(`delete from order_holds where reason = 'FULFILLMENT_ERROR'`)
  await sql(`delete from order_status_history where 'ON_HOLD' in (from_status, to_status)`)
  await sql('update orders set status_before_hold = null')
}
