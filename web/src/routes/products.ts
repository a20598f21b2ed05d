import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, insideRoute } from './inside.js'

export const productsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/products',
  validateSearch: words(
    ...listWords,
    'status',
    'productType',
    'categoryId',
    'lowStock',
    'inStock',
    'minPrice',
    'maxPrice',
  ),
  beforeLoad: allow('products'),
  component: lazyRouteComponent(() => import('../features/products/products-page.js'), 'Page'),
})

export const productRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/products/$id',
  validateSearch: words('tab'),
  beforeLoad: allow('products'),
  component: lazyRouteComponent(() => import('../features/products/product-page.js'), 'Page'),
})
