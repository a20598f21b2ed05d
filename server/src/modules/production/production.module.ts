import { Module } from '@nestjs/common'
import { BomsController } from './http/boms.controller.js'
import { ProductionOrdersController } from './http/production-orders.controller.js'

@Module({ controllers: [BomsController, ProductionOrdersController] })
export class ProductionModule {}
