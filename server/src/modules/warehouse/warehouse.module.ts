import { Module } from '@nestjs/common'
import { PickingOrdersController } from './http/picking.controller.js'
import { GoodsReceiptsController } from './http/receipts.controller.js'

@Module({ controllers: [PickingOrdersController, GoodsReceiptsController] })
export class WarehouseModule {}
