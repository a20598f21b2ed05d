import { bundleItemRow, priceHistoryQuery, priceHistoryRow } from '@prometric/contracts/product-parts'
import { bundleItemsBody, type BundleItemsBody } from '@prometric/contracts/products'
import { z } from 'zod'
import { type Call, Called } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { replaceBundleItems } from '../operations/replace-bundle-items.js'
import { bundleItems, priceHistory } from '../queries/product-parts.js'

type HistoryQuery = z.infer<typeof priceHistoryQuery>

/** What hangs on one product. */
@WorkspaceController('products')
export class ProductPartsController {
  @Route.get(':id/price-history', {
    summary: 'How the prices changed',
    permission: 'PRODUCTS_VIEW',
    query: priceHistoryQuery,
    answer: z.array(priceHistoryRow),
  })
  prices(@Called() call: Call<undefined, HistoryQuery>) {
    return call.read((work) => priceHistory(work, call.params.id, call.query))
  }

  @Route.get(':id/bundle-items', {
    summary: 'The parts of a bundle',
    permission: 'PRODUCTS_VIEW',
    answer: z.array(bundleItemRow),
  })
  parts(@Called() call: Call) {
    return call.read((work) => bundleItems(work, call.params.id))
  }

  @Route.put(':id/bundle-items', {
    summary: 'Replace the parts of a bundle',
    permission: 'PRODUCTS_UPDATE',
    body: bundleItemsBody,
    answer: z.array(bundleItemRow),
  })
  replaceParts(@Called() call: Call<BundleItemsBody>) {
    const {
      params: { id },
      body: { items },
      ifMatch,
    } = call
    return call.write(async (work) => (await replaceBundleItems(work, { id, items, ifMatch }), bundleItems(work, id)))
  }
}
