import {
  adjustProductBody,
  type AdjustProductBody,
  adjustStockBody,
  type AdjustStockBody,
  checkStockBody,
  type CheckStockBody,
  createWarehouseBody,
  type CreateWarehouseBody,
  movementRow,
  productIdParams,
  type ProductIdParams,
  productStock,
  stockAvailability,
} from '@prometric/contracts/inventory'
import { Called, type Call } from '../../../platform/http/call.js'
import { hideCosts, hideCostsOfPage } from '../../../platform/http/hidden-costs.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { adjustStock } from '../operations/adjust-stock.js'
import { createWarehouse } from '../operations/create-warehouse.js'
import { checkStock } from '../queries/check-stock.js'
import { readProductStock } from '../queries/product-stock.js'
import { balanceList, movementList, reservationList, warehouseList } from '../queries/stock-lists.js'

async function adjusted(work: UnitOfWork, body: AdjustStockBody) {
  const { id } = await adjustStock(work, body)
  return hideCosts(work, await movementList.find(work, id), ['unitCost', 'totalCost'])
}

/** Warehouses, what lies in them and how it moved. */
@WorkspaceController('operations/warehouse')
export class InventoryController {
  @Route.get('warehouses', {
    summary: 'Warehouses',
    permission: 'INVENTORY_VIEW',
    query: warehouseList.query,
    answer: warehouseList.answer,
    list: true,
  })
  warehouses(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => warehouseList.list(work, call.query))
  }

  @Route.post('warehouses', {
    summary: 'Open a warehouse',
    permission: 'INVENTORY_MANAGE',
    body: createWarehouseBody,
    answer: warehouseList.answer,
    status: 201,
  })
  openWarehouse(@Called() call: Call<CreateWarehouseBody>) {
    return call.write(async (work) => warehouseList.find(work, await createWarehouse(work, call.body)))
  }

  @Route.get('warehouses/:id', { summary: 'A warehouse', permission: 'INVENTORY_VIEW', answer: warehouseList.answer })
  warehouse(@Called() call: Call) {
    return call.read((work) => warehouseList.find(work, call.params.id))
  }

  @Route.get('inventory', {
    summary: 'Balances',
    permission: 'INVENTORY_VIEW',
    query: balanceList.query,
    answer: balanceList.answer,
    list: true,
  })
  balances(@Called() call: Call<undefined, ListQuery>) {
    return call.read(async (work) =>
      hideCostsOfPage(work, await balanceList.list(work, call.query), ['unitCost', 'value']),
    )
  }

  @Route.get('inventory/movements', {
    summary: 'Movements',
    permission: 'INVENTORY_VIEW',
    query: movementList.query,
    answer: movementList.answer,
    list: true,
  })
  movements(@Called() call: Call<undefined, ListQuery>) {
    return call.read(async (work) =>
      hideCostsOfPage(work, await movementList.list(work, call.query), ['unitCost', 'totalCost']),
    )
  }

  @Route.get('inventory/reservations', {
    summary: 'Reservations',
    permission: 'INVENTORY_VIEW',
    query: reservationList.query,
    answer: reservationList.answer,
    list: true,
  })
  reservations(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => reservationList.list(work, call.query))
  }

  @Route.post('inventory/check', {
    summary: 'Whether lines could be served',
    permission: 'INVENTORY_VIEW',
    body: checkStockBody,
    answer: stockAvailability,
  })
  check(@Called() call: Call<CheckStockBody>) {
    return call.read((work) => checkStock(work, call.body))
  }

  @Route.post('inventory/adjust', {
    summary: 'Put a balance right',
    permission: 'INVENTORY_ADJUST',
    body: adjustStockBody,
    answer: movementRow,
  })
  adjust(@Called() call: Call<AdjustStockBody>) {
    return call.write((work) => adjusted(work, call.body))
  }

  @Route.get('inventory/:productId', {
    summary: 'The stock of a product',
    permission: 'INVENTORY_VIEW',
    params: productIdParams,
    answer: productStock,
    cached: 'stock-display',
  })
  ofProduct(@Called() call: Call<undefined, undefined, ProductIdParams>) {
    return call.read((work) => readProductStock(work, call.params.productId))
  }
}

/** The stock of a product, reached from the product. */
@WorkspaceController('products')
export class ProductStockController {
  @Route.get(':id/inventory', {
    summary: 'The stock of a product',
    permission: 'PRODUCTS_VIEW',
    answer: productStock,
    cached: 'stock-display',
  })
  stock(@Called() call: Call) {
    return call.read((work) => readProductStock(work, call.params.id))
  }

  @Route.post(':id/inventory/adjust', {
    summary: 'Put a balance right',
    permission: 'INVENTORY_ADJUST',
    body: adjustProductBody,
    answer: movementRow,
  })
  adjust(@Called() call: Call<AdjustProductBody>) {
    return call.write((work) => adjusted(work, { ...call.body, productId: call.params.id }))
  }
}
