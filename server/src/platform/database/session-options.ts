import pg from 'pg'

/**
 * Limits of every connection: a lost lock or a runaway statement ends by itself. On disks without a moving arm a row found by an index
 * costs little more than the next one: PostgreSQL believes in the arm unless it is told, and reads whole tables of some thousand rows.
 */
export const sessionOptions = [
  '-c random_page_cost=1.1',
  '-c lock_timeout=2s',
  '-c statement_timeout=5s',
  '-c idle_in_transaction_session_timeout=10s',
  '-c TimeZone=UTC',
  '-c search_path=pg_catalog,app,public',
].join(' ')

const int8 = 20
const date = 1082

/** bigint columns are bigints, calendar days stay text; numeric stays text for the kernel to parse. */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === int8 && format !== 'binary') return (text: string) => BigInt(text)
    if (oid === date && format !== 'binary') return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}
