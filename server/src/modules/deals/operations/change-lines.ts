import type { ChangeDealLineBody, DealLineBody } from '@prometric/contracts/deal-commands'
import { invalid, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { lineVat, sellableProducts } from '../../products/public.js'
import { loadLines, type DealLine } from '../deal-line.js'
import { announceDeal } from '../events.js'
import { discountOf, lockOpenDeal, wireMoney, type LockedDeal } from '../locked-deal.js'
import { changedLine, newLines } from '../new-lines.js'
import { repriceDeal, type DealPatch } from '../write-deal.js'

const linesAtMost = 500

/** Adds lines at the end and prices the deal anew. */
export async function addLines(
  work: UnitOfWork,
  dealId: string,
  wishes: readonly DealLineBody[],
  field = 'lines',
): Promise<void> {
  const deal = await lockOpenDeal(work, dealId)
  const lines = await loadLines(work, dealId)
  if (lines.length + wishes.length > linesAtMost) throw invalid(field, 'TOO_MANY_LINES', { maximum: linesAtMost })
  const next = lines.reduce((highest, line) => Math.max(highest, line.sortOrder + 1), 0)
  await settle(work, deal, [...lines, ...(await newLines(work, wishes, field, next))])
}

/** Changes one line and prices the deal anew. */
export async function changeLine(
  work: UnitOfWork,
  dealId: string,
  lineId: string,
  wish: ChangeDealLineBody,
): Promise<void> {
  const deal = await lockOpenDeal(work, dealId)
  const lines = await loadLines(work, dealId)
  const line = lineIn(lines, lineId)
  const product = (await sellableProducts(work, [line.productId])).get(line.productId)
  if (!product) throw new Refusal('PRODUCT_NOT_SELLABLE', { product: line.productName, productId: line.productId })
  const changed = changedLine(work, line, product, wish, '')
  await settle(
    work,
    deal,
    lines.map((each) => (each.id === lineId ? changed : each)),
  )
}

/** Takes a line off and prices the deal anew; without its last line a deal is worth nothing until somebody says its value. */
export async function removeLine(work: UnitOfWork, dealId: string, lineId: string): Promise<void> {
  const deal = await lockOpenDeal(work, dealId)
  const lines = await loadLines(work, dealId)
  lineIn(lines, lineId)
  await work.rows(deleteLine, [work.workspaceId, dealId, lineId])
  await settle(
    work,
    deal,
    lines.filter((each) => each.id !== lineId),
  )
}

/** Takes the products' prices, rates and costs of today for the named lines, or for all whose price was not set by hand. */
export async function repriceLines(
  work: UnitOfWork,
  dealId: string,
  lineIds: readonly string[] | undefined,
): Promise<void> {
  const deal = await lockOpenDeal(work, dealId)
  const lines = await loadLines(work, dealId)
  for (const id of lineIds ?? []) lineIn(lines, id)
  const products = await sellableProducts(work, [...new Set(lines.map((line) => line.productId))])
  const fresh = lines.map((line) => {
    const product = products.get(line.productId)
    const wanted = lineIds ? lineIds.includes(line.id) : line.priceSource !== 'MANUAL'
    if (!product || !wanted) return line
    const { price: unitPrice, vatIncluded: priceIncludesVat, cost } = product
    const vat = lineVat(product, undefined, 'lineIds')
    return { ...line, ...vat, unitPrice, priceIncludesVat, cost, priceSource: 'PRODUCT' as const }
  })
  await settle(work, deal, fresh, { price_outdated: false })
}

async function settle(
  work: UnitOfWork,
  deal: LockedDeal,
  lines: readonly DealLine[],
  patch: DealPatch = {},
): Promise<void> {
  const {
    version,
    amounts: { priced },
  } = await repriceDeal(work, deal.id, lines, discountOf(deal), patch, 'lines')
  announceDeal(
    work,
    'deal.products.changed',
    { id: deal.id, version },
    {
      value: wireMoney(priced.totalAmount.tiyn),
      netValue: wireMoney(priced.subtotal.tiyn),
      lineCount: lines.length,
    },
  )
}

function lineIn(lines: readonly DealLine[], id: string): DealLine {
  const line = lines.find((each) => each.id === id)
  if (!line) throw new Refusal('NOT_FOUND', { lineId: id })
  return line
}

const deleteLine = sql`delete from app.deal_products where workspace_id = $1 and deal_id = $2 and id = $3`
