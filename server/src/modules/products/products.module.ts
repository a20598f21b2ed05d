import { Module } from '@nestjs/common'
import { CategoriesController } from './http/categories.controller.js'
import { ProductPartsController } from './http/product-parts.controller.js'
import { ProductsController } from './http/products.controller.js'
import { UnitsController } from './http/units.controller.js'

@Module({ controllers: [CategoriesController, UnitsController, ProductsController, ProductPartsController] })
export class ProductsModule {}
