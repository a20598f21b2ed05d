import { piece, type SqlText } from '../../platform/database/statement.js'

/** The name under which the order of a deal's present win stands: a deal that was opened again and won anew has another order. */
export const winKey = (deal: string): SqlText => piece(`'deal:' || ${deal}.id || ':' || ${deal}.reopened_count`)

/**
 * The order of the present win of the deal that the placeholder names. The key comes from a subquery: made in a join it would keep the
 * index from being used under row-level security.
 */
export const placedOrder = (dealId: string): SqlText =>
  piece(`select * from app.orders where workspace_id = $1
      and source_key = (select ${winKey('d').text} from app.deals d where d.workspace_id = $1 and d.id = ${dealId})`)
