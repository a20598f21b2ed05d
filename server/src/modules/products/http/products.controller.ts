import {
  calculatedPrice,
  calculatePriceBody,
  type CalculatePriceBody,
  productHit,
  type ProductSearchQuery,
  productSearchQuery,
} from '@prometric/contracts/product-parts'
import {
  bulkAnswer,
  createProductBody,
  type CreateProductBody,
  createProductsBody,
  type CreateProductsBody,
  deleteProductsBody,
  type DeleteProductsBody,
  productRow,
  productStatusBody,
  type ProductStatusBody,
  updateProductBody,
  type UpdateProductBody,
} from '@prometric/contracts/products'
import { z } from 'zod'
import { bulk } from '../../../platform/http/bulk.js'
import { type Call, Called } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { changeProductStatus } from '../operations/change-product-status.js'
import { createProduct } from '../operations/create-product.js'
import { deleteProduct } from '../operations/delete-product.js'
import { restoreProduct } from '../operations/restore-product.js'
import { updateProduct } from '../operations/update-product.js'
import { calculatePrice } from '../queries/calculate-price.js'
import { findProduct, listProducts, productAnswer, productCardQuery, productQuery } from '../queries/list-products.js'
import { searchProducts } from '../queries/search-products.js'

const changing = {
  summary: 'Change a product',
  permission: 'PRODUCTS_UPDATE',
  body: updateProductBody,
  answer: productRow,
} as const

@WorkspaceController('products')
export class ProductsController {
  @Route.get('', {
    summary: 'Products',
    cached: 'product-list',
    permission: 'PRODUCTS_VIEW',
    query: productQuery,
    answer: productAnswer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => listProducts(work, call.query))
  }

  @Route.get('search', {
    summary: 'Find products by a few letters',
    permission: 'PRODUCTS_VIEW',
    query: productSearchQuery,
    answer: z.array(productHit),
  })
  search(@Called() call: Call<undefined, ProductSearchQuery>) {
    return call.read((work) => searchProducts(work, call.query))
  }

  @Route.post('price/calculate', {
    summary: 'Calculate a price from its costs',
    permission: 'PRODUCTS_VIEW',
    body: calculatePriceBody,
    answer: calculatedPrice,
  })
  calculate(@Called() call: Call<CalculatePriceBody>) {
    return call.read((work) => calculatePrice(work, call.body))
  }

  @Route.post('bulk', {
    summary: 'Create many products',
    permission: 'PRODUCTS_CREATE',
    body: createProductsBody,
    answer: bulkAnswer,
  })
  createMany(@Called() call: Call<CreateProductsBody>) {
    const { products, atomic } = call.body
    return bulk(call, { items: products, atomic, done: 'CREATED', run: createProduct })
  }

  @Route.post('bulk-delete', {
    summary: 'Delete many products',
    permission: 'PRODUCTS_DELETE',
    body: deleteProductsBody,
    answer: bulkAnswer,
  })
  deleteMany(@Called() call: Call<DeleteProductsBody>) {
    const { ids, atomic } = call.body
    return bulk(call, {
      items: ids,
      atomic,
      done: 'DELETED',
      run: async (work, id) => (await deleteProduct(work, { id }), id),
    })
  }

  @Route.get(':id', {
    summary: 'A product',
    cached: 'product-card',
    permission: 'PRODUCTS_VIEW',
    query: productCardQuery,
    answer: productAnswer,
  })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => findProduct(work, call.params.id, call.query['include']))
  }

  @Route.post('', {
    summary: 'Create a product',
    permission: 'PRODUCTS_CREATE',
    body: createProductBody,
    answer: productRow,
    status: 201,
  })
  create(@Called() call: Call<CreateProductBody>) {
    return call.write(async (work) => findProduct(work, await createProduct(work, call.body)))
  }

  @Route.put(':id', changing)
  replace(@Called() call: Call<UpdateProductBody>) {
    return this.update(call)
  }

  @Route.patch(':id', changing)
  update(@Called() call: Call<UpdateProductBody>) {
    const {
      params: { id },
      body,
      ifMatch,
    } = call
    return call.write(async (work) => (await updateProduct(work, { id, body, ifMatch }), findProduct(work, id)))
  }

  @Route.patch(':id/status', {
    summary: 'Move a product through its life',
    permission: 'PRODUCTS_UPDATE',
    body: productStatusBody,
    answer: productRow,
  })
  changeStatus(@Called() call: Call<ProductStatusBody>) {
    const {
      params: { id },
      body,
      ifMatch,
    } = call
    return call.write(async (work) => (await changeProductStatus(work, { id, body, ifMatch }), findProduct(work, id)))
  }

  @Route.delete(':id', { summary: 'Delete a product', permission: 'PRODUCTS_DELETE', answer: z.null() })
  remove(@Called() call: Call) {
    return call.write(async (work) => (await deleteProduct(work, { id: call.params.id, ifMatch: call.ifMatch }), null))
  }

  @Route.post(':id/restore', {
    summary: 'Bring a deleted product back',
    permission: 'PRODUCTS_DELETE',
    answer: productRow,
  })
  restore(@Called() call: Call) {
    return call.write(async (work) => (await restoreProduct(work, call.params.id), findProduct(work, call.params.id)))
  }
}
